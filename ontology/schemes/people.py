"""Turtle of the people: one line of people.tsv, readings.tsv or heads.tsv is what one source says of a person.

A line gives names and offices ("Thủ tướng [KHM] 1985-01-14/2023-08-22": title, of, and both ends where known) with
its source: a package and version, ids of articles, or "unverified" for general knowledge. Lines of one notation and
country are one person; a line of `heads.tsv` belongs to whom that country calls so. A name that only general knowledge
gives, or joins to what another source says, is a hidden label: it proposes that two names are one, and proves nothing.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from ontology.schemes.tables import SCHEME, SOURCES, Entry, entries, literal, name, slug

UNVERIFIED = "unverified"
OFFICE = re.compile(r"(?P<title>[^\[]+?) \[(?P<of>[^\]]*)\](?: (?P<start>[\dX-]*)/(?P<end>[\dX-]*))?")
PREFIXES = {
    "bg": "https://w3id.org/banggiao/ontology#",
    "dcterms": "http://purl.org/dc/terms/",
    "edtf": "http://id.loc.gov/datatypes/edtf/",
    "body": SCHEME + "organisations/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "polity": SCHEME + "polities/",
    "scheme": SCHEME,
    "org": "http://www.w3.org/ns/org#",
    "s": SCHEME + "people/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
}


@dataclass(slots=True)
class Known:
    """A person with all lines that tell of them."""

    notation: str
    country: str
    lines: list[Entry] = field(default_factory=list)

    def names(self, *, verified: bool) -> list[str]:
        """Return the names that some source gives to this person, or those that general knowledge alone does."""
        proved = self.proved()
        told = dict.fromkeys(one for line in self.lines for one in line.all("names"))
        return [one for one in told if (slug(one) in proved) is verified]

    def proved(self) -> set[str]:
        """Return slugs of the names that sources give: each source's line shares a name with those before it."""
        waiting = [line for line in self.lines if line.get("source") != UNVERIFIED]
        proved = {slug(one) for line in waiting[:1] for one in line.all("names")}
        while joined := [line for line in waiting if proved & {slug(one) for one in line.all("names")}]:
            proved |= {slug(one) for line in joined for one in line.all("names")}
            waiting = [line for line in waiting if line not in joined]
        return proved

    def sources(self) -> list[str]:
        """Return where the person is from, each source once."""
        return list(dict.fromkeys(source for line in self.lines for source in line.all("source")))


def people() -> list[Known]:
    """Return who is known, sorted; raises ValueError where a head of state or government can be two of them."""
    known: dict[tuple[str, str], Known] = {}
    called: dict[tuple[str, str], set[str]] = defaultdict(set)
    for line in (*entries(SOURCES / "people.tsv"), *entries(SOURCES / "readings.tsv")):
        country, notation = line.get("country"), line.get("notation")
        known.setdefault((country, notation), Known(notation, country)).lines.append(line)
        for one in line.all("names"):
            called[country, slug(one)].add(notation)
    for line in entries(SOURCES / "heads.tsv"):
        country = line.get("country")
        found = {who for one in line.all("names") for who in called[country, slug(one)]}
        if len(found) > 1:
            raise ValueError(f"{line.get('notation')} ({country}) can be {' or '.join(sorted(found))}")
        notation = next(iter(found), line.get("notation"))
        called[country, slug(notation)].add(notation)
        known.setdefault((country, notation), Known(notation, country)).lines.append(line)
    return [known[key] for key in sorted(known)]


def turtle(heading: Entry, concepts: Mapping[str, str]) -> str:
    """Return the Turtle of all people; `concepts` are the names of polities and bodies by notation."""
    taken: set[str] = set()
    labels = f"{literal(heading.get('vi'), 'vi')}, {literal(heading.get('en'), 'en')}"
    blocks = ["".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in PREFIXES.items())]
    blocks.append("# Made by generate.py from people.tsv, readings.tsv and heads.tsv in sources/: edit the first.\n")
    blocks.append(f"scheme:people a skos:ConceptScheme ;\n    skos:prefLabel {labels} .\n")
    for one in people():
        own = name(Entry({"notation": one.notation, "country": one.country}), taken)
        told = [f"s:{own} a skos:Concept, foaf:Person ; skos:inScheme scheme:people", *described(one, concepts)]
        blocks.append(" ;\n    ".join(told) + " .\n" + "".join(offices(one, own, concepts)))
    return "\n".join(blocks)


def described(one: Known, concepts: Mapping[str, str]) -> Iterator[str]:
    """Yield the predicates and objects of a person."""
    verified, proposed = one.names(verified=True), one.names(verified=False)
    shown = (verified or proposed)[0]
    notation = one.notation if not one.country else f"{one.notation} ({one.country})"
    yield f"skos:notation {literal(notation)}"
    yield f"skos:prefLabel {literal(shown, 'vi')}, {literal(shown, 'en')}"
    for predicate, names in (("altLabel", verified), ("hiddenLabel", proposed)):
        if others := [other for other in names if other != shown]:
            yield f"skos:{predicate} {', '.join(literal(other, 'vi') for other in others)}"
    if one.country:
        yield f"bg:country {concepts[one.country]}"
    yield f"dcterms:source {', '.join(map(literal, one.sources()))}"


def offices(one: Known, own: str, concepts: Mapping[str, str]) -> Iterator[str]:
    """Yield a block for each office that a person is told to hold; what sources agree on is told once."""
    told: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for line in one.lines:
        for office in line.all("offices"):
            parts = OFFICE.fullmatch(office)
            if parts is None:
                raise ValueError(f"{one.notation}: {office!r} is not written as 'title [of] start/end'")
            told[tuple(part or "" for part in parts.groups())] += line.all("source")
    for number, ((title, of, start, end), sources) in enumerate(told.items(), 1):
        block = [f"s:{own}-{number} a bg:Office ; org:member s:{own}", f"bg:title {literal(title)}"]
        if of:
            block.append(f"org:organization {concepts[of]}")
        block += [f"bg:{key} {literal(day)}^^edtf:EDTF" for key, day in (("start", start), ("end", end)) if day]
        yield " ;\n    ".join([*block, f"dcterms:source {', '.join(map(literal, unique(sources)))}"]) + " .\n"


def unique(sources: Iterable[str]) -> list[str]:
    """Return each source once, in order."""
    return list(dict.fromkeys(sources))
