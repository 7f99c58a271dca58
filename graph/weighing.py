"""What the graph says of a fact, out of all that its tellings say: the state of a fact in the tables."""

import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graph import plain
from graph.index import Index
from graph.preferred import NEVER, Way, preferred
from graph.tellings import people_slots
from ontology.facts import KINDS, Fact, Person
from ontology.slots import SLOTS


@dataclass(frozen=True, slots=True)
class State:
    """What the graph says of a fact: the IRIs of its people, its slots, and what it ties."""

    people: tuple[str, ...]
    slots: str
    ties: tuple[tuple[str, str, str], ...]

    def text(self) -> str:
        """Write it."""
        return plain.written([self.people, self.slots, self.ties])


def read(text: str) -> State:
    """Read a state."""
    people, slots, ties = json.loads(text)
    return State(tuple(people), slots, tuple((kind, a, b) for kind, a, b in ties))


def weigh(index: Index, iri: str) -> tuple[State | None, State | None]:
    """Write the state of a fact anew; take out the fact that nobody tells. Return it as it was and as it is."""
    (said,) = index.one("SELECT state FROM fact WHERE iri = ?", iri) or ("",)
    before = read(said) if said else None
    one = index.one("SELECT kind, people, article FROM telling WHERE fact = ? LIMIT 1", iri)
    if one is None:
        index.run("DELETE FROM fact WHERE iri = ?", iri)
        return before, None
    kind, people, article = one
    now = State(standing(index, people, article), slots(index, iri, kind), ties(index, iri))
    if now != before:
        index.run("UPDATE fact SET state = ? WHERE iri = ?", now.text(), iri)
    return before, now


def slots_of(index: Index, iri: str, kind: str) -> Mapping[str, Any]:
    """Return what the graph says of a fact beside its people; nothing of what is no fact yet."""
    (said,) = index.one("SELECT state FROM fact WHERE iri = ?", iri) or ("",)
    return plain.slots(kind, read(said).slots) if said else {}


def standing(index: Index, people: str, article: int) -> tuple[str, ...]:
    """Return the IRIs of the people of a telling, sorted where they have no order."""
    found = [
        row[0]
        for number in plain.read_numbers(people)
        if number is not None
        for row in index.rows(
            "SELECT p.iri FROM mention m JOIN person p ON p.id = m.person"
            " WHERE m.variant = ? AND m.article = ? LIMIT 1",
            *(number, article),
        )
    ]
    return tuple(sorted(found))


def slots(index: Index, iri: str, kind: str) -> str:
    """Return the preferred values of the slots of a fact, as they are written."""
    rows = index.rows(
        "SELECT s.body, COUNT(DISTINCT t.article), MIN(a.published), t.slots FROM telling t"
        " JOIN slots s ON s.id = t.slots JOIN article a ON a.id = t.article WHERE t.fact = ? GROUP BY t.slots",
        iri,
    )
    ways = [Way(plain.slots(kind, body), articles, published or NEVER) for body, articles, published, _ in rows]
    twice = several(index, iri, {number: way for way, (*_, number) in enumerate(rows)}) if len(rows) > 1 else []
    those = [slot.name for slot in SLOTS[KINDS[kind]] if slot.kind != "person"]
    return plain.written([plain.plain(preferred(slot, ways, twice)) for slot in those])


def several(index: Index, iri: str, numbers: dict[int, int]) -> list[list[int]]:
    """Return the numbers of the ways of each article that tells a fact in several."""
    found: dict[int, list[int]] = defaultdict(list)
    for article, slots in index.rows(
        "SELECT DISTINCT article, slots FROM telling WHERE fact = ? AND article IN"
        " (SELECT article FROM telling WHERE fact = ? GROUP BY article HAVING COUNT(DISTINCT slots) > 1)",
        *(iri, iri),
    ):
        found[article].append(numbers[slots])
    return list(found.values())


def ties(index: Index, iri: str) -> tuple[tuple[str, str, str], ...]:
    """Return what a fact ties, as its tellings have it."""
    rows = index.rows(
        "SELECT DISTINCT d.kind, d.a, d.b FROM telling t JOIN tied d ON d.telling = t.id WHERE t.fact = ?", iri
    )
    return tuple(sorted((kind, a, b) for kind, a, b in rows))


def fact(kind: str, state: State, people: Mapping[str, Person]) -> Fact:
    """Return the fact of a state; `people` are the canonical persons by IRI."""
    names = people_slots(kind)
    nobody = dict.fromkeys(names) if not state.people else dict(zip(names, map(people.get, state.people), strict=True))
    values: dict[str, Any] = {**plain.slots(kind, state.slots), **nobody}
    return KINDS[kind](**values)
