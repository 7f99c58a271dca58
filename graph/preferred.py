"""Which of the values told for a slot is preferred.

The more exact one; then that of more sources; then the earlier published; then the first in sorted order.

A status is preferred by how far it has come, a form by its weight. The other values stay with their tellings.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from graph import sides
from graph.model import Telling
from ontology.dates import Date
from ontology.facts import Article, Body, Place, Polity
from ontology.vocabulary import load

LIFE = ("proposed", "planned", "cancelled", "underway", "done", "established", "signed", "expired")


def preferred(slot: str, tellings: Iterable[Telling], articles: Mapping[str, Article]) -> Any:  # noqa: ANN401 a slot's value
    """Return the preferred value of a slot, or None where none tells it; topics add up."""
    if slot == "topics":
        return tuple(sorted({topic for telling in tellings for topic in getattr(telling.fact, slot)}))
    sources: dict[Any, set[str]] = defaultdict(set)
    for telling in tellings:
        value = getattr(telling.fact, slot)
        if value is not None:
            sources[same(value)].add(telling.article)
    if not sources:
        return None
    return min(sources, key=lambda value: rank(slot, value, sources[value], articles))


def rank(slot: str, value: object, told: set[str], articles: Mapping[str, Article]) -> tuple[Any, ...]:
    """Order values: the smallest is preferred."""
    published = min((str(articles[a].published or "~") for a in told), default="~")
    return (-exactness(slot, value), -len(told), published, repr(value))


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
