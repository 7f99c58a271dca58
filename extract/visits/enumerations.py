"""Enumerations: several travellers behind a word of travel, each with own dates: "visits by A in 2007, B in 2008"."""

from extract.discourse.circumstances import Scene
from extract.discourse.discourse import told
from extract.finders.dates import DateMention
from extract.tokens.patterns import Match
from ontology.dates import Date

# How many travellers or dates one enumeration holds; a longer one is no sentence.
LONGEST = 50
YEAR = 4
# Words between what is enumerated and its dates: "2 lần vào những năm 1958 và 1964".
BEHIND = 5


def listed(scene: Scene, match: Match) -> list[tuple[int, list[Date]]]:
    """Return the units of the visitors of a match, each with the dates that stand right after it.

    Behind the word of travel, a list of two without "and" or dates is none: "với chuyến thăm của Thủ tướng, Đại sứ
    Nguyễn Văn An cho biết" has one visitor. Dates behind the last one are of all, one each where there are as many.
    """
    units = match.slots.get("visitor", ())
    if not units or units[0] < match.trigger:
        dates = dates_after(scene, match.end)[0] if units else []
        return shared([(unit, []) for unit in units], dates) if len(dates) > 1 else [(unit, []) for unit in units]
    if scene.units.string[units[0] - 1] not in scene.of_class("of") + scene.of_class("delegation"):
        return [(units[0], [])]
    found: list[tuple[int, list[Date]]] = []
    joined, at = False, units[0]
    while len(found) < LONGEST:
        dates, end = dates_after(scene, at + 1)
        found.append((at, dates))
        following, linked = next_item(scene, end)
        if following is None:
            break
        joined, at = joined or linked, following
    dated = [dates for _, dates in found if dates]
    if len(dated) == 1 and found[-1][1]:
        return shared(found, found[-1][1])
    return found if joined or len(dated) > 1 else found[:1]


def shared(items: list[tuple[int, list[Date]]], dates: list[Date]) -> list[tuple[int, list[Date]]]:
    """Give the dates behind a list to its items: one each where there are as many, else all to each."""
    if len(items) == len(dates):
        return [(unit, [date]) for (unit, _), date in zip(items, dates, strict=True)]
    return [(unit, dates) for unit, _ in items]


def next_item(scene: Scene, at: int) -> tuple[int | None, bool]:
    """Return the person that an enumeration goes on with at a unit, and whether an "and" leads to it."""
    string = scene.units.string
    first, last = at, scene.sentence(at)[1] if at < len(string) else at
    while at < min(last, first + 2) and string[at] in ",&":
        at += 1
    if at == first or at >= last or string[at] not in "PO":
        return None, False
    return at, "&" in string[first:at]


def dates_after(scene: Scene, at: int) -> tuple[list[Date], int]:
    """Return the dates that stand in a row at a unit, or few words behind it, and where the row ends.

    "năm 2001 và 2007" are two years.
    """
    string = scene.units.string
    dates: list[Date] = []
    end, last = at, scene.sentence(at)[1] if at < len(string) else at
    opening = next((u for u in range(at, min(last, at + BEHIND)) if string[u] in ",;&()POD"), at)
    at = opening if string[opening] == "D" else at
    while at < last and len(dates) < LONGEST and (date := dated(scene, at, again=bool(dates))) is not None:
        dates.append(date)
        end = at = at + 1
        while at < last and string[at] in ",&":
            at += 1
    return dates, end


def dated(scene: Scene, at: int, *, again: bool) -> Date | None:
    """Return the single date of a unit; behind another date a year may stand alone."""
    mention = scene.concept(at) if scene.units.string[at] == "D" else None
    if isinstance(mention, DateMention):
        date = told(scene.discourse, mention)
        return date if date is not None and "/" not in date.edtf else None
    word = scene.units.words(at, at + 1)
    return Date(word) if again and len(word) == YEAR and word.isdigit() else None
