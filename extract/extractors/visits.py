"""Visits: a named leader travels to another polity."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.circumstances import Scene
from extract.journeys import Journey, journeys, roster
from extract.patterns import Match
from extract.periods import NEWS, RANKS
from ontology.facts import Visit

STATES = (NEWS, "planned", "done", "underway", "cancelled")


def extract(scene: Scene, matches: Sequence[Match]) -> Iterator[tuple[Visit, int]]:
    """Yield each visit once: tellings of one visitor and country whose dates agree are one fact.

    A delegation without a named leader is dropped where somebody named makes the same journey.
    """
    ordered = sorted(matches, key=lambda m: m.start)
    found: dict[tuple[object, str], list[Journey]] = defaultdict(list)
    for telling in [*roster(scene), *(journey for match in ordered for journey in journeys(scene, match))]:
        scene.speak(telling.unit)
        known = found[telling.visit.visitor or telling.visit.origin, telling.land]
        same = next((index for index, other in enumerate(known) if agree(other.visit, telling.visit)), None)
        if same is None:
            known.append(telling)
        else:
            known[same] = replace(known[same], visit=joined(known[same].visit, telling.visit))
    named: dict[tuple[object, str], list[Visit]] = defaultdict(list)
    for known in found.values():
        for one in known:
            if one.visit.visitor:
                named[one.visit.origin, one.land].append(one.visit)
    for known in found.values():
        for one in known:
            if one.visit.visitor or not any(agree(other, one.visit) for other in named[one.visit.origin, one.land]):
                yield settled(one.visit), one.unit


def settled(visit: Visit) -> Visit:
    """Call a visit of the news under way."""
    return replace(visit, status="underway") if visit.status == NEWS else visit


def agree(one: Visit, two: Visit) -> bool:
    """Tell whether two tellings can be of one visit; a journey made is not the one planned."""
    if {one.status, two.status} == {"planned", "done"}:
        return False
    return one.start is None or two.start is None or one.start.agrees(two.start) or inside(one, two) or inside(two, one)


def inside(one: Visit, two: Visit) -> bool:
    """Tell whether one telling's day lies in the interval of the other."""
    if one.start is None or one.end is None or two.start is None:
        return False
    return one.start.edtf <= two.start.edtf <= one.end.edtf


def joined(one: Visit, two: Visit) -> Visit:
    """Put two tellings of one visit together."""
    whole = one if one.end else two if two.end else None
    start = (
        whole.start
        if whole
        else max((d for d in (one.start, two.start) if d), key=lambda d: d.precision(), default=None)
    )
    state = max((one.status or NEWS, two.status or NEWS), key=STATES.index)
    return Visit(one.visitor, one.destination, one.origin, start, one.end or two.end, higher(one.rank, two.rank), state)


def higher(one: str | None, two: str | None) -> str | None:
    """Return the higher of two ranks."""
    order = (*RANKS, "other", None)
    return min(one, two, key=order.index)
