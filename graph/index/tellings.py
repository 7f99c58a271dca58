"""The tellings of an article in the tables: put in, taken out, and read back as facts."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from graph.index import plain
from graph.index.index import Index
from graph.model import Telling
from ontology.facts import KINDS, Evidence, Fact, Person
from ontology.slots import SLOTS
from ontology.terms import evidence_iri

NAMES = {kind: name for name, kind in KINDS.items()}


@dataclass(frozen=True, slots=True)
class Row:
    """A telling in the tables; `people` are the IRIs of those in it by how the article tells of them.

    `claim` is the end of the claim's IRI.
    """

    id: int
    kind: str
    fact: Fact
    people: dict[Person, str]
    merged: str | None
    claim: str


@cache
def people_slots(kind: str) -> tuple[str, ...]:
    """Return the slots of a kind that people stand in.

    >>> people_slots("meeting")
    ('a', 'b')
    """
    return tuple(slot.name for slot in SLOTS[KINDS[kind]] if slot.kind == "person")


def put(index: Index, article: int, tellings: Iterable[Telling], variants: dict[Person, int]) -> None:
    """Put the tellings of facts of an article in; `variants` are the numbers of its people."""
    for telling in tellings:
        fact = telling.fact
        if isinstance(fact, Person):
            continue
        kind = NAMES[type(fact)]
        held = (getattr(fact, name) for name in people_slots(kind))
        people = plain.written([variants[person] if person else None for person in held])
        first = telling.evidence[0] if telling.evidence else Evidence("", 0, 0)
        body = index.id("slots", "body", plain.body(fact))
        index.run(
            "INSERT INTO telling (article, kind, claim, start, stop, evidence, slots, people)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            *(article, kind, tail(telling.claim), first.start, first.end),
            *(evidence(telling), body, people),
        )


def read(index: Index, article: int, kind: str | None = None) -> Iterator[Row]:
    """Yield the tellings of facts of an article, in the order in which they were put in; of one kind if given."""
    rows = index.rows(
        "SELECT t.id, t.kind, s.body, t.people, t.fact, t.claim FROM telling t JOIN slots s ON s.id = t.slots"
        " WHERE t.article = ? AND (? IS NULL OR t.kind = ?) ORDER BY t.id",
        *(article, kind, kind),
    )
    persons = people(index, article) if rows else {}
    for number, name, body, told, merged, claim in rows:
        numbers = plain.read_numbers(told)
        standing = zip(people_slots(name), (persons[n][0] if n is not None else None for n in numbers), strict=True)
        fact = KINDS[name](**plain.slots(name, body), **dict[str, Any](standing))
        yield Row(number, name, fact, dict(persons[n] for n in numbers if n is not None), merged, claim)


def people(index: Index, article: int) -> dict[int, tuple[Person, str]]:
    """Return the people of an article by the number of their variant: how it tells of them, and their IRI."""
    found = index.rows(
        "SELECT DISTINCT v.id, v.person, p.iri FROM mention m JOIN variant v ON v.id = m.variant"
        " JOIN person p ON p.id = m.person WHERE m.article = ?",
        article,
    )
    return {number: (plain.read_person(person), iri) for number, person, iri in found}


def evidence(telling: Telling) -> str:
    """Return the ends of the IRIs of the sentences of a telling."""
    return " ".join(tail(evidence_iri(telling.article, one)) for one in telling.evidence)


def tail(iri: str) -> str:
    """Return what follows the last slash."""
    return iri.rsplit("/", 1)[-1]
