"""What else tells that two facts are one, where their keys do not say it alike.

A delegation is known by the visit that it made; a visit of no date by its end, or by the one dated
meeting that its visitor had there; an instrument signed on a day by a shorter form of its name.
Each needs its article to tell exactly one that fits.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from graph import sides
from graph.keys import Block, Key
from graph.model import MergedFact, Telling
from ontology.dates import Date
from ontology.facts import Delegation, Fact, Meeting, Person, Place, Polity, Visit

Keyed = tuple[Telling, Key]
Sign = tuple[str, Date | None]  # what a visit can be known by beside its start, and when that was
Known = tuple[Fact, MergedFact | None]  # what an article tells, and the merged fact if there is one yet


def by_article(found: Iterable[MergedFact]) -> dict[str, list[Known]]:
    """Return the facts that each article tells, with the merged ones."""
    told: dict[str, list[Known]] = defaultdict(list)
    for merged in found:
        for telling in merged.tellings:
            if not isinstance(telling.fact, Person):
                told[telling.article].append((telling.fact, merged))
    return told


def visit_of(delegation: Delegation, told: Iterable[Known]) -> str | None:
    """Return the one visit of its article that a delegation made."""
    goal = delegation.destination
    made = {
        merged.iri
        for visit, merged in told
        if isinstance(visit, Visit)
        and merged
        and visit.visitor == delegation.leader
        and (goal is None or sides.iri(goal) == sides.iri(visit.destination))
    }
    return made.pop() if len(made) == 1 else None


def meeting_of(visit: Visit, told: Sequence[Known]) -> Sign | None:
    """Return the one dated meeting that a visitor had at the destination, where the article tells one visit there."""
    who = (visit.visitor, visit.destination)
    visits = [v for v, _ in told if isinstance(v, Visit) and (v.visitor, v.destination) == who]
    if visit.visitor is None or len(visits) > 1:
        return None
    met = {
        (merged.iri, merged.fact.date)
        for meeting, merged in told
        if isinstance(meeting, Meeting)
        and merged
        and visit.visitor in (meeting.a, meeting.b)
        and isinstance(merged.fact, Meeting)
        and is_day(merged.fact.date)
        and within(merged.fact.place, visit.destination)
    }
    return met.pop() if len(met) == 1 else None


def is_day(date: Date | None) -> bool:
    """Tell whether a date is one day of a known year."""
    return date is not None and date.earliest() is not None and date.earliest() == date.latest()


def within(place: Place | None, destination: Polity) -> bool:
    """Tell whether a place is known to lie in a country, or to be a city."""
    found, goal = sides.concept(place) if place else None, sides.concept(destination)
    return bool(found and goal and (found.iri == goal.iri or sides.country(found) == goal.notation))


def same_visits(found: Sequence[Keyed], meeting: Callable[[Telling], Sign | None]) -> list[Keyed]:
    """Give visits of no start the start of the one visit with the same end or meeting, else the meeting for a key."""
    signs = {telling.claim: signs_of(telling, meeting(telling)) for telling, _ in found}
    starts: dict[tuple[Block, str], set[Date]] = defaultdict(set)
    for telling, key in found:
        if isinstance(telling.fact, Visit) and telling.fact.start:
            for sign, _ in signs[telling.claim]:
                starts[key.block, sign].add(telling.fact.start)
    return [(telling, started(key, signs[telling.claim], starts)) for telling, key in found]


def signs_of(telling: Telling, meeting: Sign | None) -> list[Sign]:
    """Return what a visit can be known by beside its start."""
    end = getattr(telling.fact, "end", None)
    return [sign for sign in ((str(end), end) if end and end.earliest() else None, meeting) if sign]


def started(key: Key, signs: Sequence[Sign], starts: dict[tuple[Block, str], set[Date]]) -> Key:
    """Return the key of a visit with what its signs add."""
    if key.anchored or not signs:
        return key
    for sign, _ in signs:
        known = starts.get((key.block, sign), set())
        if len(known) == 1:
            return replace(key, features=(*known,), anchored=True, dated=True, when=min(known))
    sign, when = signs[-1]
    return replace(key, features=(sign,), anchored=True, dated=True, when=when)


def same_names(found: Sequence[Keyed]) -> list[Keyed]:
    """Give an instrument of a day the one longer name, of another article, that holds all words of its own."""
    days: dict[tuple[Block, Date], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for telling, key in found:
        name, date = key.features
        if isinstance(name, str) and isinstance(date, Date) and is_day(date):
            days[key.block, date][name].add(telling.article)
    return [(telling, longer(key, days)) for telling, key in found]


def longer(key: Key, days: dict[tuple[Block, Date], dict[str, set[str]]]) -> Key:
    """Return the key of an instrument by the longer form of its name, if there is exactly one."""
    name, date = key.features
    if not isinstance(name, str) or not isinstance(date, Date):
        return key
    told = days.get((key.block, date), {})
    mine = set(name.split())
    holding = [
        other
        for other in told
        if mine < set(other.split()) and len(mine) > 2 and not told[other] & told.get(name, set())
    ]
    return replace(key, features=(holding[0], date)) if len(holding) == 1 else key
