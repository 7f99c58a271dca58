"""Journeys: who travels where, as single sentences tell it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from extract.discourse.circumstances import Scene, near
from extract.discourse.discourse import country_of
from extract.tokens.patterns import Match
from extract.visits.goals import goals, host
from extract.visits.periods import DAY, Period, period, rank
from extract.visits.stages import SOON, stage, state_of
from extract.visits.travellers import Traveller, another, owned, pronoun, travellers
from ontology.dates import Date
from ontology.facts import Person, Polity, Visit
from ontology.vocabulary import Concept, load

# The main successor of a state of before is the same land.
SUCCESSORS = {"SUN": "RUS", "DDR": "DEU"}
# So many lands make a tour: its days are not those of each land.
TOUR = 3
# So many units behind a word of travel say why it is no visit: "rời Lào theo lệnh trục xuất", "sang Lào dự thi".
LEFT = 5


class Journey(NamedTuple):
    """One telling of a visit: the country it goes to, and the unit of its word of travel.

    `post` is of a visitor known by a post alone, whose holder the article never names; `lasts` counts its days.
    """

    visit: Visit
    land: str
    unit: int
    post: bool = False
    lasts: int = 0

    @property
    def who(self) -> Person | str:
        """Return who travels: a person, else the polity that sends."""
        return self.visit.visitor or (self.visit.origin.name if self.visit.origin is not None else "")


def journeys(scene: Scene, matches: Sequence[Match]) -> list[Journey]:
    """Return the journeys that shapes have found, in text order.

    One whose goal is unsaid goes where the same traveller is said to go last before it, else where the host is.
    """
    found = [journey for match in matches for journey in aimed(scene, match)]
    aims = {journey.unit for journey in found}
    goalless = [match for match in matches if match.trigger not in aims and not match.slots.get("destination")]
    told_: dict[Person | str, list[Journey]] = {}
    for journey in sorted(found, key=lambda journey: journey.unit):
        told_.setdefault(journey.who, []).append(journey)
    crosses = scene.of_class("crosses")
    implied = [
        journey
        for match in goalless
        if scene.units.string[match.trigger] in crosses
        for journey in unaimed(scene, match, told_)
    ]
    return sorted([*found, *implied], key=lambda journey: journey.unit)


def aimed(scene: Scene, match: Match) -> Iterator[Journey]:
    """Yield the journeys of a match whose goal is told: each traveller to each goal abroad."""
    if another(scene, match) or not seen(scene, match):
        return
    for traveller in travellers(scene, match):
        aims = list(goals(scene, match, traveller.country))
        lands = [country_of(goal) for _, goal in aims]
        for at, goal in aims:
            for journey in made(scene, match, traveller, at, goal):
                yield leg(journey, lands)


def past(scene: Scene, date: Date | None) -> Date | None:
    """Return a day of what is over: one after the day of publication, its year unsaid, was a year before."""
    published = scene.units.document.article.published
    first, last = (date.earliest() if date is not None else None, published.latest() if published is not None else None)
    if date is None or first is None or last is None or first <= last:
        return date
    return Date(f"{first.year - 1:04d}{date.edtf[4:]}")


def seen(scene: Scene, match: Match) -> bool:
    """Tell whether somebody at an airport has just come there: in a picture of them, or where they are received.

    By whom they are received has not.
    """
    string = scene.units.string
    if string[match.trigger] not in scene.of_class("at"):
        return True
    first, _ = scene.sentence(match.start)
    if near(scene, match.trigger, "glimpsed", LEFT):
        return False
    if any(string[unit - 1] in scene.of_class("by") for unit in match.slots.get("visitor", ())):
        return False
    alone = not any(sign in "PO" for sign in string[first : match.start])
    received = any(near(scene, match.trigger, name, match.trigger - first) for name in ("recv", "welcome"))
    return received or (alone and scene.role(match.trigger) == "caption")


def leg(journey: Journey, lands: Sequence[str | None]) -> Journey:
    """Return a journey as one of several legs: a single day is the start of the first or the end of the last.

    Only the first is under way. The days of a tour of many lands are those of none.
    """
    visit, first, last = journey.visit, journey.land == lands[0], journey.land == lands[-1]
    whole = visit.start is not None and visit.end is not None and len(lands) < TOUR
    start, end = visit.start if first or whole else None, visit.end if last or whole else None
    status = SOON if visit.status == "underway" and not first else visit.status
    if (start, end, status) == (visit.start, visit.end, visit.status):
        return journey
    return journey._replace(visit=replace(visit, start=start, end=end, status=status))


def unaimed(scene: Scene, match: Match, told_: Mapping[Person | str, Sequence[Journey]]) -> Iterator[Journey]:
    """Yield the journeys of a match whose goal is not told, nor some place within a land: "tới một mỏ đất hiếm"."""
    follows, beyond = scene.units.string[match.end], scene.units.string[match.end + 1 : match.end + 2]
    if (follows in scene.of_class("to") and beyond not in ("D", "0")) or any(
        pronoun(scene, unit) for unit in match.slots.get("visitor", ())
    ):
        return
    for traveller in travellers(scene, match):
        known = told_.get(traveller.person or traveller.country, ())
        before = [journey.land for journey in known if journey.unit < match.trigger]
        after = [journey.land for journey in known[:1]]
        owned_ = owned(scene, match.slots["visitor"][0])
        code = next(iter([*before[-1:], *after]), None) or host(scene, match.trigger, traveller.country, main=owned_)
        goal = load().find("polities", code) if code else None
        if goal is not None:
            yield from made(scene, match, traveller, match.trigger, goal)


def at_home(traveller: Traveller, land: str) -> bool:
    """Tell whether a land is the traveller's own, under its name of today too, or one where they are posted."""
    return land in (traveller.country, SUCCESSORS.get(traveller.country)) or land == traveller.seat


def made(scene: Scene, match: Match, traveller: Traveller, at: int, goal: Concept) -> Iterator[Journey]:
    """Yield the journeys of one traveller to one goal, told at a unit: one for each date of a list; none at home."""
    land = country_of(goal)
    state = state_of(scene, match.start, match.trigger, at)
    if state is None or land is None or at_home(traveller, land) or near(scene, match.trigger, "expelled", 0, LEFT):
        return
    if traveller.person is None and near(scene, at, "contest", 0, LEFT):
        return
    days = [date for date in traveller.dates if len(date.edtf) < DAY]
    told_ = [Period(date) for date in days]
    single = told_[0] if told_ else period(scene, match, at, state, traveller.person)
    for when in told_ if len(days) > 1 else [single]:
        told_stage = stage(scene, match, traveller.person, when, state)
        visit = Visit(
            traveller.person,
            Polity(goal.notation if traveller.city else land),
            Polity(traveller.city or traveller.country),
            past(scene, when.start) if told_stage == "done" else when.start,
            past(scene, when.end) if told_stage == "done" else when.end,
            rank(scene, match.trigger, at),
            told_stage,
        )
        yield Journey(visit, land, match.trigger, traveller.post, when.lasts)
