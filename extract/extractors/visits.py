"""Visits: a named leader travels to another polity."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.circumstances import CLAUSE, Scene, dates_near, near, status
from extract.discourse import Actor, country_of, told
from extract.finders.dates import DateMention
from extract.patterns import Match
from extract.sides import written
from ontology.dates import Date
from ontology.facts import Person, Polity, Visit
from ontology.vocabulary import Concept, load

# A visit that the news tells of without a word for how far it has come: under way, unless another sentence says more.
NEWS = "news"
STATES = (NEWS, "planned", "done", "underway", "cancelled")
RANKS = ("state", "official", "working")


def extract(scene: Scene, matches: Sequence[Match]) -> Iterator[tuple[Visit, int]]:
    """Yield each visit once: tellings of one visitor and country whose dates agree are one fact.

    A delegation without a named leader is dropped where somebody named makes the same journey.
    """
    found: dict[tuple[object, str], list[tuple[Visit, int]]] = {}
    ordered = sorted(matches, key=lambda m: m.start)
    told_ = [(visit, land, match.trigger) for match in ordered for visit, land in visits(scene, match)]
    for visit, land, at in [*roster(scene), *told_]:
        scene.speak(at)
        known = found.setdefault((visit.visitor or visit.origin, land), [])
        for index, (other, unit) in enumerate(known):
            if agree(other, visit):
                known[index] = (joined(other, visit), unit)
                break
        else:
            known.append((visit, at))
    named = [(v, land) for (_, land), known in found.items() for v, _ in known if v.visitor]
    for (_, land), known in found.items():
        for visit, unit in known:
            same = (goal == land and v.origin == visit.origin and agree(v, visit) for v, goal in named)
            if visit.visitor or not any(same):
                yield settled(visit), unit


def settled(visit: Visit) -> Visit:
    """Call a visit of the news under way."""
    return replace(visit, status="underway") if visit.status == NEWS else visit


def visits(scene: Scene, match: Match) -> Iterator[tuple[Visit, str]]:
    """Yield the visits of a match with the country they go to: each visitor to each goal abroad."""
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
            yield (
                Visit(
                    person,
                    Polity(destination),
                    Polity(city or country),
                    start,
                    end,
                    rank(scene, match.trigger, d),
                    lasted,
                ),
                land,
            )


def roster(scene: Scene) -> Iterator[tuple[Visit, str, int]]:
    """Yield the visits of a list, with their country and unit: "Visits to Laos: President A (5/2010), B (2012)"."""
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
                    yield Visit(person, Polity(goal), Polity(country), Date(start), until, None, "done"), goal, at


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


def lasting(scene: Scene, unit: int, start: Date | None, state: str) -> str:
    """Return whether a visit that took place is over or that of the news: over where the text looks back to it."""
    if state not in ("done", "underway"):
        return state
    looks_back = near(scene, unit, "history", 20, 20) or ended(scene, unit, 8, 2)
    vague = start is not None and len(start.edtf) < 10
    lead = scene.discourse.lead
    elsewhere = (
        start is not None and lead is not None and start.edtf[:7] != lead.edtf[:7] and start.edtf[5:7] != lead.edtf[5:7]
    )
    return "done" if looks_back or vague or elsewhere else state if state == "underway" else NEWS


def ended(scene: Scene, unit: int, before: int, after: int = 0) -> bool:
    """Tell whether a journey is said to be over; "left Washington for Hiroshima" opens one."""
    return not near(scene, unit, "landed", 0) and near(scene, unit, "ended", before, after)


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


def period(scene: Scene, match: Match, goal: int, state: str) -> tuple[Date | None, Date | None]:
    """Return start and end that the sentence gives: the nearest interval of days, or one date as the start.

    A date right after the goal is the visit's, and a month or year right before the visitor; another one must
    be a day, and not that of news about a visit that goes on.
    """
    near_dates = dates_near(scene, match.trigger)
    for _, date in near_dates:
        first, _, last = date.edtf.partition("/")
        if last and len(first) == 10:
            return Date(first), Date(last)
    beside = date_after(scene, goal) or date_after(scene, match.end - 1) or date_before(scene, match.start)
    if beside is not None:
        return beside, None
    days = [date for d, date in near_dates if len(date.edtf) == 10 and d <= CLAUSE]
    if days and ended(scene, match.trigger, 4):
        return None, days[0]
    return (days[0], None) if days and state != "underway" else (None, None)


def date_after(scene: Scene, unit: int) -> Date | None:
    """Return the date that stands within four units after a unit, in its clause."""
    _, last = scene.sentence(unit)
    for at in range(unit + 1, min(last, unit + 5)):
        if scene.units.string[at] in ";PO":
            return None
        mention = scene.concept(at) if scene.units.string[at] == "D" else None
        if isinstance(mention, DateMention):
            date = told(scene.discourse, mention)
            return date if date is not None and "/" not in date.edtf else None
    return None


def date_before(scene: Scene, unit: int) -> Date | None:
    """Return the month or year that opens the clause right before a unit: "In June 2017, the premier visited"."""
    first, _ = scene.sentence(unit)
    at = unit - 1 - (unit > first and scene.units.string[unit - 1] == ",")
    mention = scene.concept(at) if at >= first and scene.units.string[at] == "D" else None
    date = told(scene.discourse, mention) if isinstance(mention, DateMention) else None
    return date if date is not None and len(date.edtf) < 10 else None


def rank(scene: Scene, trigger: int, goal: int) -> str | None:
    """Return the rank by the words around the travel and its goal; travel to a gathering is another kind."""
    for name in RANKS:
        if near(scene, max(trigger, goal), f"rank_{name}", abs(goal - trigger), 3):
            return name
    return "other" if near(scene, goal, "summit", 0, 6) else None


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
