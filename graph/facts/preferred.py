"""Which of the values told for a slot is preferred.

The more exact one; then that of more sources; then the earlier published; then the first in sorted order.

A form is preferred by its weight, a status by how far it has come: what is done or signed is not undone by who tells it
late; what was called off is, unless the last who tell of it have it that it is planned or under way again.
The other values stay, each with the tellings that say so.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph import sides
from ontology.dates import Date
from ontology.facts import Body, Place, Polity
from ontology.vocabulary import load

LIFE = ("proposed", "planned", "cancelled", "underway", "done", "established", "signed", "expired")
FINAL = frozenset({"done", "established", "signed", "expired"})
OFF = "cancelled"
NEVER = "~"  # sorts after every date


@dataclass(frozen=True, slots=True)
class Way:
    """One way in which a fact is told: its slots, by how many articles, and when the first and the last appeared."""

    slots: Mapping[str, Any]
    articles: int = 1
    published: str = NEVER
    last: str = ""


def preferred(slot: str, ways: Sequence[Way], twice: Iterable[Sequence[int]] = ()) -> Any:  # noqa: ANN401 a slot's value
    """Return the preferred value of a slot, or None where none tells it; topics add up.

    `twice` are the numbers of the ways of each article that tells a fact in several.
    """
    if slot == "topics":
        return tuple(sorted({topic for way in ways for topic in way.slots[slot]}))
    if slot == "status":
        return state(ways)
    said = [same(way.slots[slot]) for way in ways]
    sources: Counter[Any] = Counter()
    first: dict[Any, str] = {}
    for value, way in zip(said, ways, strict=True):
        if value is not None:
            sources[value] += way.articles
            first[value] = min(first.get(value, NEVER), way.published)
    for own in twice:  # an article is one source of a value, however often it tells it
        told = Counter(said[way] for way in own)
        sources.subtract({value: times - 1 for value, times in told.items() if value is not None})
    if not sources:
        return None
    return min(sources, key=lambda value: (-exactness(slot, value), -sources[value], first[value], repr(value)))


def state(ways: Iterable[Way]) -> str | None:
    """Return how far something has come, as the reports have it in the order in which they appeared.

    >>> off, again = Way({"status": "cancelled"}, last="2023-05-16"), Way({"status": "planned"}, last="2023-05-20")
    >>> state([off, again]), state([off, Way({"status": "planned"}, last="2023-04-25")]), state([off])
    ('planned', 'cancelled', 'cancelled')
    """
    last: dict[str, str] = {}
    for way in ways:
        if way.slots["status"] is not None:
            last[way.slots["status"]] = max(last.get(way.slots["status"], ""), way.last)
    farthest = max(last, key=LIFE.index, default=None)
    on = max((one for one in last if one != OFF), key=LIFE.index, default=None)
    if OFF not in last or on is None or on in FINAL or not (last[OFF] and last[on]):
        return farthest
    return OFF if last[OFF] >= last[on] else on


def exactness(slot: str, value: object) -> int:
    """Tell how exact a value is, as far as exactness decides."""
    if isinstance(value, Date):
        return value.precision()
    if slot == "name":
        return len(str(value).split())
    if slot == "form":
        concept = load().find("forms", str(value))
        return int((concept and concept.get("weight")) or 0)
    return 0


def same(value: object) -> object:
    """Return what equal values of two spellings have in common: the notation of a polity, body or place."""
    if isinstance(value, Polity | Body):
        return sides.canonical(value)
    if isinstance(value, Place):
        concept = sides.concept(value)
        return Place(concept.notation) if concept else value
    if isinstance(value, tuple):
        return tuple(sorted({sides.canonical(side) for side in value}, key=lambda side: (side.name, repr(side))))
    return value
