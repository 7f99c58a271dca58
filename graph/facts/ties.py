"""What leaders tie: two capitals, parties or countries whose leaders met, visited or led a delegation.

A leader stands for the polities and parties of the posts that the same article gives: the body
that a post is of, a party whose label stands in the post's title ("Chủ tịch CPP"), and, for a
party post of no named party, the one party of the leader's country that the article names. A post
of a city ties the city, not its country.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import product

from graph import sides
from graph.model import Tie
from ontology import names
from ontology.facts import Body, Delegation, Fact, Meeting, Office, Person, Polity, Side, Visit
from ontology.terms import mint
from ontology.vocabulary import Concept, load

Stands = set[tuple[str, str]]  # (kind of tie, IRI of a concept)
Ends = tuple[str, str, str]  # kind of tie and its two ends, in order


def tied(told: Sequence[Fact], people: Mapping[Person, str]) -> list[set[Ends]]:
    """Return what each fact of an article ties; `people` are the IRIs of its people."""
    standing = stand(told, people)
    return [{ends for mine, theirs in both(fact, standing, people) for ends in across(mine, theirs)} for fact in told]


def tie(kind: str, a: str, b: str, facts: Iterable[str] = ()) -> Tie:
    """Return one tie, its ends in order."""
    return Tie(mint("tie", kind, a, b, words=words(a, b)), kind, a, b, tuple(sorted(facts)))


def stand(told: Iterable[Fact], people: Mapping[Person, str]) -> dict[str, Stands]:
    """Return what each person stands for in an article, by IRI."""
    offices: list[Office] = []
    parties: set[str] = set()
    for fact in told:
        if isinstance(fact, Office):
            offices.append(fact)
        parties |= {c.iri for side in bodies(fact) for c in parties_in(side.name)}
    found: dict[str, Stands] = defaultdict(set)
    for office in offices:
        found[people[office.person]] |= post(office) | unnamed_party(office, parties)
    return found


def bodies(fact: object) -> Iterator[Side]:
    """Yield the polities and bodies that a fact names."""
    for name in ("of", "origin", "destination"):
        value = getattr(fact, name, None)
        if isinstance(value, Polity | Body):
            yield value
    yield from getattr(fact, "parties", ())


def post(office: Office) -> Stands:
    """Return what a post makes its holder stand for."""
    found = side(office.of) if office.of else set()
    found |= {("parties", c.iri) for c in parties_in(office.title)}
    national = office.of is None or isinstance(office.of, Body)
    country = load().find("polities", office.country or "") if national else None
    return found | ({("countries", country.iri)} if country else set())


def side(told: Side) -> Stands:
    """Return what a polity or body is as an end of a tie: a capital, a party, a country, or none of them."""
    known = sides.concept(told)
    if known is None:
        return {("parties", c.iri) for c in parties_in(told.name)}
    if known.kind == "City" and known.get("isCapital") == "true":
        return {("capitals", known.iri)}
    kind = {"party": "parties", "country": "countries"}.get(sides.KINDS.get(known.kind, ""))
    return {(kind, known.iri)} if kind else set()


def unnamed_party(office: Office, named: set[str]) -> Stands:
    """Return the party of a party post that names none: the only one of the holder's country in the article."""
    title = sides.labels("titles").get(names.phrase(office.title))
    if office.of is not None or office.country is None or title is None or title.get("of") != "party":
        return set()
    own = [iri for iri in named if (c := load().by_iri(iri)) and sides.country(c) == office.country]
    return {("parties", own[0])} if len(own) == 1 else set()


@lru_cache(maxsize=1 << 14)
def parties_in(text: str) -> tuple[Concept, ...]:
    """Return the parties whose label stands in a title or a body's name; a longer label hides those inside it."""
    padded, found = f" {names.phrase(text)} ", []
    for label, concept in party_labels():
        if f" {label} " in padded:
            found.append(concept)
            padded = padded.replace(f" {label} ", "  ")
    return tuple(dict.fromkeys(found))


@cache
def party_labels() -> tuple[tuple[str, Concept], ...]:
    """Return the labels of parties, the longest first."""
    labels = ((label, c) for label, c in sides.labels("organisations").items() if c.kind == "Party")
    return tuple(sorted(labels, key=lambda pair: (-len(pair[0]), pair[0])))


def both(fact: Fact, standing: Mapping[str, Stands], people: Mapping[Person, str]) -> Iterator[tuple[Stands, Stands]]:
    """Yield what the two ends of a fact stand for."""

    def of(person: Person | None) -> Stands:
        return standing.get(people[person], set()) if person else set()

    match fact:
        case Meeting(a=a, b=b):
            yield of(a), of(b)
        case Visit(visitor=person, destination=destination, origin=origin):
            yield of(person) | (side(origin) if origin else set()), side(destination)
        case Delegation(leader=person, destination=destination, origin=origin):
            yield of(person) | side(origin), side(destination) if destination else set()
        case _:
            return


def across(mine: Stands, theirs: Stands) -> Iterator[tuple[str, str, str]]:
    """Yield (kind, a, b) of each two of one kind that are of different countries."""
    for (kind, a), (other, b) in product(sorted(mine), sorted(theirs)):
        if kind == other and country(a) != country(b):
            yield kind, min(a, b), max(a, b)


def country(iri: str) -> str | None:
    """Return the country that an end of a tie is of."""
    concept = load().by_iri(iri)
    return sides.country(concept) if concept else None


def words(a: str, b: str) -> str:
    """Return words that make the IRI of a tie readable."""
    return " ".join(c.notation for iri in (a, b) if (c := load().by_iri(iri)))
