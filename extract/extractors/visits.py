"""Visits: a named leader travels to another polity."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from extract.discourse.chronology import moved
from extract.discourse.circumstances import Scene
from extract.tokens.patterns import Match
from extract.visits.arrivals import arrivals
from extract.visits.journeys import Journey, journeys
from extract.visits.periods import DAY, RANKS, brief
from extract.visits.rosters import roster
from extract.visits.stages import ASIDE, SETTLED, STAGES
from ontology.facts import Person, Side, Visit

# How many visits of one traveller to one country are told apart; an article has tens at most.
KEPT = 100


def extract(
    scene: Scene, matches: Sequence[Match], chiefs: Mapping[Side, AbstractSet[Person]]
) -> Iterator[tuple[Visit, int]]:
    """Yield each visit once, with all that its tellings say.

    A delegation without a named leader is dropped where somebody named makes the same journey; it is its leader's
    where the article names one elsewhere.
    """
    tellings: dict[tuple[Person | str, str], list[Journey]] = defaultdict(list)
    for telling in [*roster(scene), *arrivals(scene), *journeys(scene, matches)]:
        scene.speak(telling.unit)
        tellings[telling.who, telling.land].append(telling)
    found = [journey for told in tellings.values() for journey in gathered(told)]
    named: dict[tuple[object, str], list[Visit]] = defaultdict(list)
    for one in found:
        if one.visit.visitor:
            named[one.visit.origin, one.land].append(one.visit)
    kept = [
        one._replace(visit=settled(headed(one, chiefs)))
        for one in found
        if one.visit.visitor or not any(covers(other, one) for other in named[one.visit.origin, one.land])
    ]
    summit = bool(scene.where("summit"))
    for one in convened(kept) if summit else kept:
        yield one.visit, one.unit


def convened(found: Sequence[Journey]) -> Iterator[Journey]:
    """Yield visits, those without a rank as such to a gathering where people of several lands come at a time."""
    coming: dict[tuple[str, str], set[Side | None]] = defaultdict(set)
    for one in found:
        if one.visit.rank in (None, "other"):
            for when in around(one.visit):
                coming[one.land, when].add(one.visit.origin)
    for one in found:
        together = any(len(coming[one.land, when]) > 1 for when in around(one.visit))
        rank = "other" if together and one.visit.rank is None else one.visit.rank
        yield one if rank == one.visit.rank else one._replace(visit=replace(one.visit, rank=rank))


def around(visit: Visit) -> list[str]:
    """Return the days when a visit that is not over begins, the day before and after; "now" for one under way."""
    if visit.status not in ("planned", "underway") or (visit.start is not None and len(visit.start.edtf) < DAY):
        return []
    if visit.start is None:
        return ["now"] if visit.status == "underway" else []
    days = (moved(visit.start, "day", shift) for shift in (-1, 0, 1))
    return [day.edtf for day in days if day is not None]


def headed(one: Journey, chiefs: Mapping[Side, AbstractSet[Person]]) -> Visit:
    """Return a visit with its traveller: of a delegation whose leader is told elsewhere, that leader."""
    leaders = chiefs.get(one.visit.origin, ()) if one.visit.origin is not None else ()
    if one.visit.visitor or one.post or len(leaders) != 1:
        return one.visit
    return replace(one.visit, visitor=next(iter(leaders)))


def gathered(tellings: Sequence[Journey]) -> list[Journey]:
    """Put the tellings of one traveller and country together: those whose dates agree, then those without a date."""
    visits: list[Journey] = []
    for telling in [*(t for t in tellings if t.visit.start), *(t for t in tellings if not t.visit.start)]:
        fits = [index for index, other in enumerate(visits[:KEPT]) if agree(other.visit, telling.visit)]
        if fits:
            best = max(fits, key=lambda index: likeness(visits[index], telling))
            visit = joined(visits[best].visit, telling.visit)
            visits[best] = visits[best]._replace(visit=visit, lasts=visits[best].lasts or telling.lasts)
        else:
            visits.append(telling)
    return [journey._replace(visit=counted(journey.visit, journey.lasts)) for journey in visits]


def likeness(one: Journey, two: Journey) -> tuple[bool, bool]:
    """Tell how well a telling fits a visit: both looked back to, or both of the news; the first one else."""
    over = (one.visit.status == "done") == (two.visit.status == "done")
    return over, one.visit.rank == two.visit.rank


def counted(visit: Visit, days: int) -> Visit:
    """Reckon the end of a visit, or its start, where the other is told and how many days it took."""
    if not days or (visit.start is None) == (visit.end is None):
        return visit
    if visit.start is not None:
        return replace(visit, end=moved(visit.start, "day", days - 1) if len(visit.start.edtf) == DAY else None)
    return replace(visit, start=moved(visit.end, "day", 1 - days))


def covers(named: Visit, one: Journey) -> bool:
    """Tell whether a named visitor's journey is that of a delegation, or of a post, which is somebody else's later."""
    alike = not one.post or (named.status == "planned") == (one.visit.status == "planned")
    return alike and agree(named, one.visit)


def settled(visit: Visit) -> Visit:
    """Say how far a visit has come whose tellings do not."""
    status = SETTLED.get(visit.status or ASIDE, visit.status)
    return visit if status == visit.status else replace(visit, status=status)


def agree(one: Visit, two: Visit) -> bool:
    """Tell whether two tellings can be of one visit; a journey made is not the one planned, or under way."""
    states = {one.status, two.status}
    if states == {"planned", "done"}:
        return False
    if states == {"underway", "done"} and any(
        v.status == "done" and v.start and len(v.start.edtf) < DAY for v in (one, two)
    ):
        return False
    first, second = one.start or one.end, two.start or two.end
    return first is None or second is None or first.agrees(second) or inside(one, two) or inside(two, one)


def inside(one: Visit, two: Visit) -> bool:
    """Tell whether one telling's day lies in the interval of the other, or can be the end of the other's day."""
    day = two.start or two.end
    if one.start is None or day is None or len(one.start.edtf) < DAY:
        return False
    if one.end is None:
        return two.start is None and brief(one.start.edtf, day.edtf)
    return one.start.edtf <= day.edtf <= one.end.edtf


def joined(one: Visit, two: Visit) -> Visit:
    """Put two tellings of one visit together; the one with a rank names its goal, not where it passed."""
    starts = [visit.start for visit in (one, two) if visit.start]
    whole = next((visit.start for visit in (one, two) if visit.end and visit.start), None)
    start = whole or max(starts, key=lambda date: date.precision(), default=None)
    state = max((one.status or ASIDE, two.status or ASIDE), key=STAGES.index)
    goal = two.destination if two.rank and not one.rank else one.destination
    return Visit(one.visitor, goal, one.origin, start, one.end or two.end, higher(one.rank, two.rank), state)


def higher(one: str | None, two: str | None) -> str | None:
    """Return the higher of two ranks."""
    order = (*RANKS, "other", None)
    return min(one, two, key=order.index)
