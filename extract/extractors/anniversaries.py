"""Anniversaries of a relation, and friendship years."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from extract.agreements.signatories import between
from extract.discourse.circumstances import Scene, near
from extract.discourse.sides import COUNTRIES, parties, polity, sides, states, supported
from extract.relations.founding import anniversary, known, years
from ontology.dates import Date
from ontology.facts import Anniversary, Relation, Side

LEVELS = ("partnership", "dialogue", "comprehensive", "strategic", "comprehensive_strategic")
# Units after a count of years in which what it counts stands, and before it in which a word of marking does.
OCCASION, MARKS = 5, 25
# A friendship year is told so many units after its name, or before it.
NAMED, TOLD = 14, 12


def extract(scene: Scene, relations: Iterable[Relation] = ()) -> Iterator[tuple[Anniversary, int]]:
    """Yield each anniversary once, with the most that the article says of it.

    `relations` are those of the article: an anniversary of one began when it did.
    """
    found: dict[tuple[object, ...], tuple[Anniversary, int]] = {}
    began = {
        (r.parties, "diplomatic relations" if r.level == "diplomatic relations" else "partnership"): r.since
        for r in relations
        if r.since
    }
    for fact, unit in (*counted(scene), *named_years(scene), *exchanged_years(scene)):
        scene.speak(unit)
        place = (frozenset(fact.parties), fact.years)
        told, first = found.get(place, (fact, unit))
        dates = (fact.since, told.since, began.get((fact.parties, fact.of or "")))
        since = exact([date for date in dates if date is not None])
        found[place] = (replace(told, since=since), first)
    yield from found.values()


def exact(dates: Sequence[Date]) -> Date | None:
    """Return the first of several dates, or one that says the same more exactly."""
    return max((d for d in dates if d.agrees(dates[0])), key=lambda d: d.precision(), default=None)


def counted(scene: Scene) -> Iterator[tuple[Anniversary, int]]:
    """Yield "55 years of diplomatic relations" where it is marked."""
    for at in (unit - 1 for unit in scene.where("years")):
        number = years(scene, at)
        kind = occasion(scene, at + 2) if number is not None else None
        if number is None or kind is None or not near(scene, at, "marks", MARKS):
            continue
        last = scene.sentence(at)[1]
        both = joined(scene, at) if kind == "joins" else between(scene, at, min(last, at + NAMED), last)
        both = both or parties(scene, at, cities=kind == "other")
        kind = "other" if kind == "joins" else kind
        both = both if kind == "other" else states(both)
        if both and (kind != "victory" or supported(scene, at, both)):
            yield Anniversary(both, number, kind, anniversary(scene, at, number)), at


def occasion(scene: Scene, at: int) -> str | None:
    """Return what an anniversary is of by the words right after the number of years; None where it is no relation."""
    partnership = "".join(scene.of_class(f"level_{name}") for name in LEVELS)
    groups = {
        "partnership": partnership,
        "diplomatic relations": scene.of_class("formal") + scene.of_class("setup"),
        "treaty": scene.of_class("kind_treaty") + scene.of_class("kind_agreement"),
        "victory": scene.of_class("victory"),
        "joins": scene.of_class("joins"),
        "other": scene.of_class("ties"),
    }
    for unit in range(at, at + OCCASION):
        sign = scene.units.string[unit]
        if sign in ",.|;":
            return None
        if sign in scene.of_class("relates"):
            return further(scene, unit, partnership)
        for kind, wanted in groups.items():
            if sign in wanted:
                return kind
    return None


def further(scene: Scene, unit: int, levels: str) -> str:
    """Return what relations after "set up" are: a partnership, of some field ("defence relations"), else diplomatic."""
    after = scene.units.string[unit + 1 : unit + 3]
    if any(sign in levels for sign in after):
        return "partnership"
    field_ = "wF" + scene.of_class("instrument") + scene.of_class("rank_official")
    return "other" if after[:1] in field_ else "diplomatic relations"


def joined(scene: Scene, at: int) -> tuple[Side, ...]:
    """Return who joined what: "40 năm Việt Nam gia nhập Liên hợp quốc"."""
    units = range(at, min(scene.sentence(at)[1], at + NAMED))
    known_ = [concept for unit in units if (concept := polity(scene, unit)) is not None]
    country = next((c.notation for c in known_ if c.kind in COUNTRIES), None)
    bloc = next((c.notation for c in known_ if c.kind == "Bloc"), None)
    return sides(country, bloc) if country and bloc else ()


def named_years(scene: Scene) -> Iterator[tuple[Anniversary, int]]:
    """Yield friendship years: "Năm Hữu nghị Việt Nam - Campuchia 2022"."""
    for at in scene.where("friendship"):
        both = parties(scene, at)
        if both:
            yield Anniversary(both, None, "friendship year", year_of(scene, at)), at


def exchanged_years(scene: Scene) -> Iterator[tuple[Anniversary, int]]:
    """Yield a year of one country in another: "Năm Việt Nam tại Nga"."""
    string, at_signs = scene.units.string, scene.of_class("at")
    for at in scene.where("years"):
        opened = scene.units.words(at, at + 1)[:1].isupper() or string[at - 1 : at] in {"(", *scene.of_class("and")}
        if at + 3 >= len(string) or string[at + 2] not in at_signs or not opened:
            continue
        guest, host = polity(scene, at + 1), polity(scene, at + 3)
        if guest is not None and host is not None and at > scene.sentence(at)[0]:
            yield Anniversary(sides(guest.notation, host.notation), None, "friendship year", year_of(scene, at)), at


def year_of(scene: Scene, at: int) -> Date | None:
    """Return the year or years of a friendship year: the next after its name, else the last before it."""
    first, last = scene.sentence(at)
    units = [*range(at + 1, min(last, at + NAMED)), *range(at - 1, max(first - 1, at - TOLD), -1)]
    return next((year for unit in units if (year := year_at(scene, unit)) is not None), None)


def year_at(scene: Scene, unit: int) -> Date | None:
    """Return the year that a unit is, or the years, if it is one."""
    date = known(scene, unit)
    if date is not None and all(len(part) == len("2018") for part in date.edtf.split("/")):
        return date
    text = scene.units.words(unit, unit + 1)
    return Date(text) if len(text) == len("2018") and text.isdigit() and text[:2] in ("19", "20") else None
