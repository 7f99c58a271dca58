"""The values that are told for the slots of a fact: which there are, who tells each, and whether all can hold.

A slot that all tell alike needs no more than the fact's own evidence. Where a slot is told in several ways, each of
these is kept with its own; so are the states that something goes through.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations
from typing import Any

from graph import sides
from graph.facts.preferred import NEVER, OFF, Way, same
from graph.index import plain
from ontology.dates import Date
from ontology.facts import KINDS, Place
from ontology.slots import SLOTS, Slot
from ontology.terms import mint

# What makes a fact that fact, or adds up: it is not told in several ways.
KEYS = frozenset({"title", "parties", "kind", "level", "years", "topics"})
CHOICES = frozenset({"rank", "country", "of"})  # of these one excludes the other
HAPPENED = frozenset({"underway", "done"})


def slots(kind: str) -> tuple[str, ...]:
    """Return the slots of a kind beside those of people, in their order."""
    return tuple(slot.name for slot in SLOTS[KINDS[kind]] if slot.kind != "person")


@cache
def told_slots(kind: str) -> tuple[Slot, ...]:
    """Return the slots of a kind that can be told in several ways.

    >>> [slot.name for slot in told_slots("meeting")]
    ['date', 'place', 'form', 'status']
    """
    keys = KEYS | ({"destination"} if kind == "visit" else {"origin"} if kind == "delegation" else set())
    return tuple(slot for slot in SLOTS[KINDS[kind]] if slot.kind != "person" and slot.name not in keys)


def slot(kind: str, name: str) -> Slot:
    """Return a slot of a kind by its name."""
    return next(one for one in SLOTS[KINDS[kind]] if one.name == name)


def several(kind: str, ways: Iterable[Way]) -> dict[str, list[Any]]:
    """Return the values of each slot that is told in more than one."""
    those = list(ways)
    found = {slot.name: distinct(slot.name, those) for slot in told_slots(kind)}
    return {slot: said for slot, said in found.items() if len(said) > 1}


def distinct(slot: str, ways: Iterable[Way]) -> list[Any]:
    """Return the values that are told for a slot, each once, in order."""
    said = {same(way.slots[slot]) for way in ways} - {None}
    return sorted(said, key=repr)


def reported(slot: str, ways: Iterable[Way]) -> Iterator[tuple[str, str]]:
    """Yield each value of a slot, as it is written, with the day on which it was first reported."""
    first: dict[str, str] = {}
    for way in ways:
        if (said := key(slot, way.slots)) is not None:
            first[said] = min(first.get(said, NEVER), way.published)
    yield from ((value, "" if day == NEVER else day) for value, day in sorted(first.items()))


def key(slot: str, said: Mapping[str, Any]) -> str | None:
    """Return the value of a slot as it is written, the same for two spellings of one thing."""
    value = same(said[slot])
    return None if value is None else plain.written(plain.plain(value))


def iri(fact: str, slot: str, value: str) -> str:
    """Return the IRI of a value of a fact, as it is written."""
    return mint("value", fact, slot, value, words=slot)


def disputed(slot: str, said: Sequence[Any]) -> bool:
    """Tell whether not all values of a slot can hold.

    >>> disputed("date", [Date("2022-04-27"), Date("2022-04")]), disputed("date", [Date("2022-04-27"), Date("2022-05")])
    (False, True)
    """
    return any(not agree(slot, a, b) for a, b in combinations(said, 2))


def agree(slot: str, a: object, b: object) -> bool:
    """Tell whether two values of a slot can both hold; a status that goes on is no dispute."""
    if isinstance(a, Date) and isinstance(b, Date):
        return a.agrees(b)
    if isinstance(a, Place) and isinstance(b, Place):
        return within(a, b) or within(b, a)
    if slot == "status":
        return not (OFF in (a, b) and HAPPENED & {a, b})
    return slot not in CHOICES


def within(place: Place, other: Place) -> bool:
    """Tell whether a place can be within another: a venue of unknown place can be anywhere.

    >>> within(Place("Phnom Penh"), Place("KHM")), within(Place("Phnom Penh"), Place("VNM"))
    (True, False)
    """
    here, there = sides.concept(place), sides.concept(other)
    return here is None or (there is not None and sides.country(here) == there.notation)
