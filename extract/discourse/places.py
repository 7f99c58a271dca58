"""Where: the places that a sentence names, and which of them is that of its event."""

from collections.abc import Iterator
from typing import NamedTuple

from extract.discourse.circumstances import TERRITORIES, Scene, near
from extract.tokens.text import word_key
from ontology.facts import Place
from ontology.vocabulary import Concept

CITIES = ("City", "Province")
# The better kinds of place last: a country that is named beside a city or a venue says less than they do.
KINDS = ("country", "goal", "venue", "city")
# How many units a venue's name has, a name that no list knows, and what lies between a word of travel and its goal.
VENUE, NAME, GOAL = 6, 4, 7


class Spot(NamedTuple):
    """A place that a sentence names: at which unit, of which kind, and its name."""

    at: int
    kind: str
    place: Place

    @property
    def rank(self) -> int:
        """Return how much it says of where something happened."""
        return KINDS.index(self.kind)


def where(scene: Scene, unit: int) -> Spot | None:
    """Return the place of an event: a city that its sentence names after "at", a venue, a goal, else a country.

    Of several the nearest after the unit counts, else the nearest before it; a goal is one that somebody has
    come to before.
    """
    options = [spot for spot in spots(scene, unit) if spot.kind != "goal" or spot.at < unit]
    best = [spot for spot in options if spot.rank == max(option.rank for option in options)]
    after = [spot for spot in best if spot.at > unit]
    return min(after, key=lambda s: s.at) if after else max(best, key=lambda s: s.at, default=None)


def spots(scene: Scene, unit: int) -> Iterator[Spot]:
    """Yield the places of a unit's sentence in text order."""
    first, last = scene.sentence(unit)
    at_signs = scene.of_class("at")
    for at in scene.where("at", "comes_to", first=first, last=last - 1):
        found = standing(scene, at, last) if scene.units.string[at] in at_signs else reached(scene, at, last)
        if found is not None:
            yield found


def standing(scene: Scene, at: int, last: int) -> Spot | None:
    """Return the place after "at"; a country that somebody visits there is none."""
    place = opened(scene, at + 1, last, "filler", "hall", "spot")
    concept = scene.concept(place)
    if isinstance(concept, Concept) and concept.kind in CITIES:
        return Spot(place, "city", Place(concept.label("vi")))
    if isinstance(concept, Concept) and concept.kind in TERRITORIES:
        goal = any(near(scene, at, name, 3) for name in ("trip", "travel", "rank_working"))
        return None if goal else Spot(place, "country", Place(concept.label("vi")))
    if scene.units.string[place] in scene.of_class("venue") + scene.of_class("body"):
        return venue(scene, place, last)
    return named(scene, place, last)


def opened(scene: Scene, at: int, last: int, *classes: str) -> int:
    """Return the unit after words of some classes."""
    skipped = "".join(scene.of_class(name) for name in classes)
    while at < last - 1 and scene.units.string[at] in skipped:
        at += 1
    return at


def venue(scene: Scene, first: int, last: int) -> Spot:
    """Return a venue by its name as written, or the larger place right after it: "the palace, Phnom Penh"."""
    stop = first + 1
    ends = ",.;:|(-DPO" + "".join(scene.of_class(name) for name in ("at", "aux", "and", "under", "passive"))
    while stop < min(last, first + VENUE) and scene.units.string[stop] not in ends:
        stop += 1
    if stop < last - 1 and scene.units.string[stop] in "," + scene.of_class("at"):
        after = opened(scene, stop + 1, last, "filler")
        concept = scene.concept(after)
        if isinstance(concept, Concept) and concept.kind in CITIES:
            return Spot(first, "city", Place(concept.label("vi")))
        if scene.units.string[stop] != "," and scene.units.string[after] in scene.of_class("venue"):
            return venue(scene, after, last)
    return Spot(first, "venue", Place(scene.units.words(first, stop)))


def named(scene: Scene, first: int, last: int) -> Spot | None:
    """Return a place that no list knows, by its name: "tại làng Panmunjom"."""
    place = opened(scene, first, last, "spot")
    stop = place
    while stop < min(last, place + NAME) and scene.units.string[stop] == "N":
        stop += 1
    words = scene.units.words(place, stop)
    if stop == place or word_key(words.split()[0]) in scene.discourse.names.never:
        return None
    return Spot(place, "city", Place(words))


def reached(scene: Scene, at: int, last: int) -> Spot | None:
    """Return the city that somebody comes to: "đến Hà Nội", "thăm chính thức thủ đô Viêng Chăn"."""
    ends = "PO;:(D" + scene.of_class("at") + scene.of_class("and")
    for there in range(at + 1, min(last, at + GOAL)):
        concept = scene.concept(there)
        if isinstance(concept, Concept) and concept.kind in CITIES:
            return Spot(there, "goal", Place(concept.label("vi")))
        if scene.units.string[there] in ends or isinstance(concept, Concept):
            return None
    return None
