"""Rosters: lists of visits below a heading, each with its dates in brackets."""

from collections.abc import Iterator

from extract.discourse.circumstances import Scene
from extract.discourse.discourse import country_of
from extract.visits.journeys import Journey
from ontology.dates import Date
from ontology.facts import Polity, Visit
from ontology.vocabulary import Concept


def roster(scene: Scene) -> Iterator[Journey]:
    """Yield the journeys of a list: "Visits to Laos: President A (5/2010), B (2012, 2014)"."""
    string = scene.units.string
    for first, last in scene.bounds:
        colon = string.find(":", first, last)
        goal = destination(scene, first, colon) if colon > 0 else None
        if goal is None:
            continue
        for at in range(colon + 1, last - 1):
            if string[at] in "PO":
                yield from entry(scene, at, last, goal)


def entry(scene: Scene, unit: int, last: int, goal: str) -> Iterator[Journey]:
    """Yield the journeys of one entry of a list: one for each of its dates."""
    string, actor = scene.units.string, scene.actor(unit)
    person, country = (actor.person, actor.country) if actor is not None else (None, scene.post(unit))
    opening = next((at for at in range(unit + 1, last) if string[at] in "D(PO,;"), last)
    if country is None or country == goal or opening == last or string[opening] not in "D(":
        return
    gathering = any(sign in scene.of_class("summit") for sign in string[unit:opening])
    for date in days(scene, opening, last):
        start, _, end = date.edtf.partition("/")
        until = Date(end) if end else None
        rank = "other" if gathering else None
        yield Journey(Visit(person, Polity(goal), Polity(country), Date(start), until, rank, "done"), goal, unit)


def days(scene: Scene, first: int, last: int) -> Iterator[Date]:
    """Yield the dates that stand in a row, or in one pair of brackets."""
    string = scene.units.string
    bracket = string[first] == "("
    for at in range(first, last):
        date = scene.date(at)
        if date is not None:
            yield date
        elif string[at] == ")" or not (bracket or string[at] in ",&"):
            return


def destination(scene: Scene, first: int, last: int) -> str | None:
    """Return the country that a heading of visits names right after its word of travel; "us" is the readers' own."""
    for at in range(first, last - 1):
        if scene.units.string[at] in scene.of_class("travel") + scene.of_class("trip"):
            goal = scene.concept(at + 1)
            if scene.units.string[at + 1] in scene.of_class("us"):
                return scene.discourse.names.home
            return country_of(goal) if isinstance(goal, Concept) else None
    return None
