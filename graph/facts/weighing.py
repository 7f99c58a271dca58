"""What the graph says of a fact, out of all that its tellings say: the state of a fact in the tables."""

import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from graph.facts import values
from graph.facts.deriving import Deriving
from graph.facts.preferred import NEVER, Way, preferred
from graph.index import plain
from graph.index.index import Index
from graph.index.tellings import people_slots
from graph.model import Derived
from ontology.facts import KINDS, Fact, Person


@dataclass(frozen=True, slots=True)
class State:
    """What the graph says of a fact: the IRIs of its people, its slots, and what it ties.

    `told` are all values of the slots that are told in several, each with the day on which it was first reported
    ("" where that is unsaid); `disputed` are the slots of which not all can hold; `choices` are facts that it
    may be one with; `derived` is what follows and nobody tells.
    """

    people: tuple[str, ...]
    slots: str
    ties: tuple[tuple[str, str, str], ...]
    told: tuple[tuple[str, str, str], ...] = ()
    disputed: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    derived: tuple[Derived, ...] = ()

    def shared(self) -> tuple[tuple[tuple[str, str, str], ...], set[str]]:
        """Return what all articles that tell the fact are linked to besides: ties, and values of slots."""
        return self.ties, {slot for slot, *_ in self.told}

    def text(self) -> str:
        """Write it."""
        derived = [(one.slot, one.first, one.last, one.rests) for one in self.derived]
        return plain.written([self.people, self.slots, self.ties, self.told, self.disputed, self.choices, derived])


@lru_cache(maxsize=1 << 12)
def read(text: str) -> State:
    """Read a state."""
    people, slots, ties, told, disputed, choices, derived = json.loads(text)
    ends, said = (tuple(map(tuple, one)) for one in (ties, told))
    follows = tuple(Derived(slot, first, last, tuple(rests)) for slot, first, last, rests in derived)
    return State(tuple(people), slots, ends, said, tuple(disputed), tuple(choices), follows)


def weigh(index: Index, iri: str, deriving: Deriving) -> tuple[State | None, State | None]:
    """Write the state of a fact anew; take out the fact that nobody tells. Return it as it was and as it is."""
    (state,) = index.one("SELECT state FROM fact WHERE iri = ?", iri) or ("",)
    before = read(state) if state else None
    one = index.one("SELECT kind, people, article FROM telling WHERE fact = ? LIMIT 1", iri)
    if one is None:
        index.run("DELETE FROM fact WHERE iri = ?", iri)
        return before, None
    kind, people, article = one
    found, twice = ways(index, iri, kind)
    several = values.several(kind, found)
    disputed = tuple(slot for slot, those in several.items() if values.disputed(slot, those))
    told = tuple((slot, value, first) for slot in several for value, first in values.reported(slot, found))
    said = {slot: preferred(slot, found, twice) for slot in values.slots(kind)}
    slots = plain.written([plain.plain(value) for value in said.values()])
    follows = deriving.derive(iri, kind, said)
    now = State(standing(index, people, article), slots, ties(index, iri), told, disputed, choices(index, iri), follows)
    if now != before:
        index.run("UPDATE fact SET state = ? WHERE iri = ?", now.text(), iri)
    return before, now


def state(index: Index, iri: str) -> State:
    """Return the state of a fact; an empty one of what is no fact yet."""
    (said,) = index.one("SELECT state FROM fact WHERE iri = ?", iri) or ("",)
    return read(said) if said else State((), "", ())


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


def ways(index: Index, iri: str, kind: str) -> tuple[list[Way], list[list[int]]]:
    """Return the ways in which a fact is told, and the numbers of those of each article that tells it in several."""
    rows = index.rows(
        "SELECT s.body, COUNT(DISTINCT t.article), MIN(a.published), MAX(a.published), t.slots FROM telling t"
        " JOIN slots s ON s.id = t.slots JOIN article a ON a.id = t.article WHERE t.fact = ? GROUP BY t.slots",
        iri,
    )
    found = [
        Way(plain.slots(kind, body), articles, first or NEVER, last or "") for body, articles, first, last, _ in rows
    ]
    numbers = {number: way for way, (*_, number) in enumerate(rows)}
    return found, several(index, iri, numbers) if len(rows) > 1 else []


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


def choices(index: Index, iri: str) -> tuple[str, ...]:
    """Return the facts that a fact may be one with, as its tellings have it."""
    rows = index.texts("SELECT DISTINCT choices FROM telling WHERE fact = ? AND choices > ''", iri)
    return tuple(sorted({one for row in rows for one in json.loads(row)}))


def fact(kind: str, state: State, people: Mapping[str, Person]) -> Fact:
    """Return the fact of a state; `people` are the canonical persons by IRI."""
    names = people_slots(kind)
    nobody = dict.fromkeys(names) if not state.people else dict(zip(names, map(people.get, state.people), strict=True))
    values: dict[str, Any] = {**plain.slots(kind, state.slots), **nobody}
    return KINDS[kind](**values)
