"""Journeys: who travels where, as single sentences and lists tell it."""

from collections.abc import Iterator
from dataclasses import dataclass

from extract.circumstances import Scene, near, status
from extract.discourse import Actor, country_of, told
from extract.finders.dates import DateMention
from extract.patterns import Match
from extract.periods import lasting, period, rank
from extract.sides import written
from ontology.dates import Date
from ontology.facts import Person, Polity, Visit
from ontology.vocabulary import Concept, load


@dataclass(frozen=True, slots=True)
class Journey:
    """One telling of a visit: the country it goes to, and the unit of its word of travel."""

    visit: Visit
    land: str
    unit: int


def journeys(scene: Scene, match: Match) -> Iterator[Journey]:
    """Yield the journeys of a match: each visitor to each goal abroad."""
    state = status(scene, match.trigger)
    if state is None or another(scene, match):
        return
    for person, country, city in visitors(scene, match):
        for d, goal in goals(scene, match, country):
            land = country_of(goal)
            if land is None or land == country:
                continue
            start, end = period(scene, match, d, state)
            lasted = lasting(scene, match.trigger, start, state)
            destination = goal.notation if city else land
            visit = Visit(
                person,
                Polity(destination),
                Polity(city or country),
                start,
                end,
                rank(scene, match.trigger, d),
                lasted,
            )
            yield Journey(visit, land, match.trigger)


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


def goals(scene: Scene, match: Match, country: str) -> Iterator[tuple[int, Concept]]:
    """Yield where a journey goes, with its unit: the goal that the shape names, else the country of who receives."""
    if "destination" in match.slots:
        named = ((d, scene.concept(d)) for d in match.slots["destination"])
        yield from ((d, goal) for d, goal in named if isinstance(goal, Concept))
        return
    first, last = scene.sentence(match.start)
    received = any(near(scene, match.start, name, match.start - first) for name in ("recv", "welcome", "meet", "talks"))
    if received and match.end < last and scene.units.string[match.end] not in "CYK":
        hosts = (scene.actor(unit) for unit in range(first, match.start))
        host = next((a.country for a in hosts if a is not None and a.country not in (None, country)), None)
        goal = load().find("polities", host) if host else None
        if goal is not None:
            yield match.trigger, goal


def guest(scene: Scene, match: Match, unit: int) -> Actor | None:
    """Return who a visitor is; a pronoun that would be at home means the last person before it who would not."""
    actor, mention = scene.actor(unit), scene.units.mentions[unit]
    goal = scene.concept(match.slots["destination"][0]) if "destination" in match.slots else None
    land = country_of(goal) if isinstance(goal, Concept) else None
    if actor is None or mention is None or mention.name or mention.titles or actor.country != land:
        return actor
    first, _ = scene.sentence(unit)
    others = (scene.actor(u) for u in range(unit - 1, first - 1, -1))
    return next((other for other in others if other is not None and other.country not in (None, land)), actor)


def another(scene: Scene, match: Match) -> bool:
    """Tell whether the journey between its word and its goal is said to be of somebody else than the visitor found."""
    if "destination" not in match.slots:
        return False
    before = [v for v in match.slots.get("visitor", ()) if v < match.trigger]
    string, of = scene.units.string, scene.of_class("of")
    if before and any(string[u] in "PO" and string[u - 1] in of for u in range(before[-1] + 2, match.trigger)):
        return True
    whose = scene.of_class("of") + scene.of_class("delegation") + scene.of_class("ledby")
    goal, visitors_ = match.slots["destination"][0], match.slots.get("visitor", ())
    between = [u for u in range(match.trigger + 1, goal) if string[u] in whose]
    return (
        bool(between) and not any(match.trigger < v < goal for v in visitors_) and not near(scene, goal, "invited", 4)
    )


def visitors(scene: Scene, match: Match) -> Iterator[tuple[Person | None, str, str | None]]:
    """Yield who travels, from which country, and from which city where somebody travels for a city.

    A delegation without a named leader is nobody.
    """
    for unit in match.slots.get("visitor", ()):
        actor = guest(scene, match, unit)
        if actor is not None and actor.person is not None and actor.country is not None and actor.honoured:
            yield actor.person, actor.country, actor.city
        elif actor is None and (country := scene.post(unit)) is not None:
            yield None, country, None
    if "visitor" not in match.slots:
        for unit in match.slots.get("origin", ()):
            side = written(scene, unit, unit + 1)
            named = any(s in "PO" for s in scene.units.string[match.start : match.end])
            concept = load().find("polities", side.name) if isinstance(side, Polity) and not named else None
            if concept is not None:
                city = concept.notation if concept.kind in ("City", "Province") else None
                yield None, country_of(concept) or concept.notation, city
