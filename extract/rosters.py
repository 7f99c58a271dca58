"""Rosters: lists of visits below a heading, each with its date in brackets."""

from collections.abc import Iterator

from extract.circumstances import Scene
from extract.discourse import country_of, told
from extract.finders.dates import DateMention
from extract.journeys import Journey
from ontology.dates import Date
from ontology.facts import Polity, Visit
from ontology.vocabulary import Concept


def roster(scene: Scene) -> Iterator[Journey]:
    """Yield the journeys of a list: "Visits to Laos: President A (5/2010), B (2012)"."""
    string = scene.units.string
    for first, last in scene.bounds:
        colon = string.find(":", first, last)
        goal = destination(scene, first, colon) if colon > 0 else None
        if goal is None:
            continue
        for at in range(colon + 1, last - 2):
            if string[at] not in "PO" or string[at + 1] not in "D(":
                continue
            actor = scene.actor(at)
            person, country = (actor.person, actor.country) if actor is not None else (None, scene.post(at))
            if country is None or country == goal:
                continue
            closing = at + 2 if string[at + 1] == "D" else string.find(")", at, last)
            for inner in range(at + 1, closing):
                mention = scene.concept(inner) if string[inner] == "D" else None
                date = told(scene.discourse, mention) if isinstance(mention, DateMention) else None
                if date is not None:
                    start, _, end = date.edtf.partition("/")
                    until = Date(end) if end else None
                    visit = Visit(person, Polity(goal), Polity(country), Date(start), until, None, "done")
                    yield Journey(visit, goal, at)


def destination(scene: Scene, first: int, last: int) -> str | None:
    """Return the country that a heading of visits names right after its word of travel; "us" is the readers' own."""
    for at in range(first, last - 1):
        if scene.units.string[at] in scene.of_class("travel") + scene.of_class("trip"):
            goal = scene.concept(at + 1)
            if scene.units.string[at + 1] in scene.of_class("us"):
                return scene.discourse.names.home
            return country_of(goal) if isinstance(goal, Concept) else None
    return None
