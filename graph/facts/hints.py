"""What else tells that two facts are one, where their keys do not say it alike.

A delegation is known by the visit that it made; a visit of no date by its end, or by the one dated
meeting that its visitor had there; an instrument signed on a day by a shorter form of its name.
Each needs its article to tell exactly one that fits.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from graph import sides
from graph.facts.keys import Key
from ontology.dates import Date
from ontology.facts import Delegation, Fact, Meeting, Place, Polity, Visit


class Sign(NamedTuple):
    """What a visit can be known by beside its start, and when that was."""

    text: str
    when: Date | None


class Known(NamedTuple):
    """A fact as its article tells it, with the merged one: its IRI, and when and where that was."""

    fact: Fact
    iri: str
    date: Date | None = None
    place: Place | None = None


def visit_of(delegation: Delegation, told: Iterable[Known]) -> str | None:
    """Return the one visit of its article that a delegation made."""
    goal = delegation.destination
    made = {
        known.iri
        for known in told
        if isinstance(known.fact, Visit)
        and known.fact.visitor == delegation.leader
        and (goal is None or sides.iri(goal) == sides.iri(known.fact.destination))
    }
    return made.pop() if len(made) == 1 else None


def signs_of(visit: Visit, visits: Sequence[Visit], meetings: Iterable[Known]) -> tuple[Sign, ...]:
    """Return what a visit can be known by beside its start."""
    meeting = meeting_of(visit, visits, meetings)
    ended = Sign(str(visit.end), visit.end) if visit.end and visit.end.earliest() else None
    return tuple(sign for sign in (ended, meeting) if sign)


def meeting_of(visit: Visit, visits: Sequence[Visit], meetings: Iterable[Known]) -> Sign | None:
    """Return the one dated meeting that a visitor had at the destination, where the article tells one visit there."""
    who = (visit.visitor, visit.destination)
    if visit.visitor is None or sum((v.visitor, v.destination) == who for v in visits) > 1:
        return None
    met = {
        Sign(known.iri, known.date)
        for known in meetings
        if isinstance(known.fact, Meeting)
        and visit.visitor in (known.fact.a, known.fact.b)
        and is_day(known.date)
        and within(known.place, visit.destination)
    }
    return met.pop() if len(met) == 1 else None


def is_day(date: Date | None) -> bool:
    """Tell whether a date is one day of a known year."""
    return date is not None and date.earliest() is not None and date.earliest() == date.latest()


def within(place: Place | None, destination: Polity) -> bool:
    """Tell whether a place is known to lie in a country, or to be a city."""
    found, goal = sides.concept(place) if place else None, sides.concept(destination)
    return bool(found and goal and (found.iri == goal.iri or sides.country(found) == goal.notation))


def started(key: Key, signs: Sequence[Sign], starts: Callable[[str], set[Date]]) -> Key:
    """Return the key of a visit of no start: by the one start of those with the same end or meeting, else by that.

    `starts` gives the starts that are told with a sign.
    """
    if key.anchored or not signs:
        return key
    for sign in signs:
        known = starts(sign.text)
        if len(known) == 1:
            return replace(key, features=(*known,), anchored=True, dated=True, when=min(known))
    text, when = signs[-1]
    return replace(key, features=(text,), anchored=True, dated=True, when=when)


def longer(key: Key, told: Mapping[str, set[str]]) -> Key:
    """Return the key of an instrument of a day by the one longer name, of another article, that holds all its words.

    `told` are the articles that tell each name on that day.
    """
    name, date = key.features
    if not isinstance(name, str):
        return key
    mine = set(name.split())
    holding = [
        other
        for other in told
        if mine < set(other.split()) and len(mine) > 2 and not told[other] & told.get(name, set())
    ]
    return replace(key, features=(holding[0], date)) if len(holding) == 1 else key
