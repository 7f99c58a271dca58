"""Which of the values told for a slot is preferred.

The more exact one; then that of more sources; then the earlier published; then the first in sorted order.

A status is preferred by how far it has come, a form by its weight. The other values stay with their tellings.
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
NEVER = "~"  # sorts after every date


@dataclass(frozen=True, slots=True)
class Way:
    """One way in which a fact is told: its slots, by how many articles, and when the first of them appeared."""

    slots: Mapping[str, Any]
    articles: int = 1
    published: str = NEVER


def preferred(slot: str, ways: Sequence[Way], twice: Iterable[Sequence[int]] = ()) -> Any:  # noqa: ANN401 a slot's value
    """Return the preferred value of a slot, or None where none tells it; topics add up.

    `twice` are the numbers of the ways of each article that tells a fact in several.
    """
    if slot == "topics":
        return tuple(sorted({topic for way in ways for topic in way.slots[slot]}))
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


def exactness(slot: str, value: object) -> int:
    """Tell how exact a value is, as far as exactness decides."""
    if isinstance(value, Date):
        return value.precision()
    if slot == "name":
        return len(str(value).split())
    if slot == "status":
        return LIFE.index(str(value)) if value in LIFE else -1
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
