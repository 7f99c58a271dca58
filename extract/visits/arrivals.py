"""Arrivals: the delegations that a sentence lists by their countries: "nine delegations, of Peru, Mexico and Chile"."""

from collections.abc import Iterator

from extract.discourse.circumstances import Scene, near
from extract.discourse.discourse import country_of
from extract.discourse.sides import COUNTRIES, polity
from extract.tokens.text import word_key
from extract.visits.journeys import Journey
from extract.visits.stages import NEWS
from ontology.facts import Polity, Visit

# Between the word for delegations and their list stands what they are of: "9 đoàn lãnh đạo nền kinh tế thành viên gồm".
LISTED = 12
# A goal stands so many units behind a word of arrival.
GOAL = 4
DAY = len("2022-04-27")


def arrivals(scene: Scene) -> Iterator[Journey]:
    """Yield a journey for each delegation of a list; they go where their sentence, or the one before, says."""
    for number, (first, last) in enumerate(scene.bounds):
        heads = sorted({*scene.mentioned(first, last), *scene.where("delegation", first=first, last=last)})
        found = {unit: senders for unit in heads if len(senders := sent(scene, unit, last)) > 1}
        if not found:
            continue
        told = next((n for n in (number, number - 1) if n >= 0 and aim(scene, *scene.bounds[n])), None)
        goal = aim(scene, *scene.bounds[told]) if told is not None else None
        if told is None or goal is None:
            continue
        for unit in range(first, last):
            alone = scene.units.string[unit] in scene.of_class("delegation") and unit not in found
            for sender in [*found.get(unit, ()), *(listed(scene, unit + 1, last)[:1] if alone else ())]:
                if sender != goal:
                    yield Journey(visit(scene, sender, goal, number, told), goal, unit)


def sent(scene: Scene, unit: int, last: int) -> list[str]:
    """Return the countries of "the delegations of A, B and C" or "the leaders of A and B" at a unit."""
    string, mention = scene.units.string, scene.units.mentions[unit]
    if mention is not None:
        leads = mention.titles and scene.lexicon.is_a(word_key(mention.titles[-1].title), "leaders")
        land = scene.post(unit) if leads and string[unit] == "P" and aim(scene, unit, last) else None
        return list(dict.fromkeys([land, *listed(scene, unit + 1, last)])) if land is not None else []
    plural = string[unit - 1] == "0" or string[unit - 1] in scene.of_class("plural") + scene.of_class("several")
    if string[unit] not in scene.of_class("delegation") or not plural:
        return []
    includes = scene.of_class("includes")
    start = next((u for u in range(unit, min(last, unit + LISTED)) if string[u] in includes), unit)
    return listed(scene, start + 1, last)


def listed(scene: Scene, first: int, last: int) -> list[str]:
    """Return the countries of a list that opens at a unit; what stands in brackets is no part of it."""
    string = scene.units.string
    found: list[str] = []
    depth = 0
    for at in range(first, last):
        depth += (string[at] == "(") - (string[at] == ")")
        known = polity(scene, at)
        if known is not None and known.kind in COUNTRIES and not depth:
            found.append(known.notation)
        elif not depth and string[at] not in ",&)" + scene.of_class("filler"):
            break
    return list(dict.fromkeys(found))


def aim(scene: Scene, first: int, last: int) -> str | None:
    """Return the country that a sentence says somebody comes to, or that welcomes."""
    string = scene.units.string
    comes = scene.of_class("arrive") + scene.of_class("landed")
    for at in range(first, last):
        stop = min(last, at + 1 + GOAL) if string[at] in comes else at
        goal = next((known for u in range(at + 1, stop) if (known := polity(scene, u)) is not None), None)
        if goal is not None:
            return country_of(goal)
    welcome = next((u for u in range(first, last) if string[u] in scene.of_class("welcome")), first)
    hosts = [known for u in range(first, welcome) if (known := polity(scene, u)) is not None]
    return country_of(hosts[-1]) if hosts else None


def visit(scene: Scene, sender: str, goal: str, number: int, told: int) -> Visit:
    """Return the visit of one delegation, as a sentence tells it, or that which tells where it goes.

    Where several come together, there is a gathering.
    """
    days = [date for n in (number, told) for at in range(*scene.bounds[n]) if (date := scene.date(at)) is not None]
    start = next((date for date in days if len(date.edtf) == DAY), None)
    first, last = scene.bounds[number]
    ahead = near(scene, first, "future", 0, last - first)
    return Visit(None, Polity(goal), Polity(sender), start, None, "other", "planned" if ahead else NEWS)
