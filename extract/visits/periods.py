"""When a journey was, of which rank, and how far it has come, as its sentence tells it."""

from collections.abc import Iterator
from typing import NamedTuple

from extract.discourse.circumstances import CLAUSE, Scene, near
from extract.discourse.discourse import country_of
from extract.discourse.sides import polity
from extract.tokens.patterns import Match
from extract.tokens.text import word_key
from ontology.dates import Date
from ontology.facts import Person

RANKS = ("state", "official", "working")
# Units after a goal: a date so near is right beside it, a rank so near is the visit's, a gathering what it is to.
BESIDE, RANKED, GATHERING = 4, 3, 6
# The name of a gathering ends so many units after the goal.
NAMED = 10
# A date so many units into a sentence opens it: "Theo TTXVN, sáng 29/5, …".
OPENING = 4
DAY = len("2022-04-27")
# The longest of 142 visits whose ends are told took eight days; counts in words are below ten.
LONGEST, COUNTED = 15, range(2, 10)


class Period(NamedTuple):
    """When a journey was, as far as one sentence tells it: its first and last day, and how many days it took."""

    start: Date | None = None
    end: Date | None = None
    lasts: int = 0


def period(scene: Scene, match: Match, goal: int, state: str, visitor: Person | None) -> Period:
    """Return when a journey was by its own sentence: the nearest interval of days, or one date as the start.

    A date right after the goal is the visit's, and a month or year right before the visitor; another one must
    be a day, and not that of news about a visit that goes on. A day after "until" is the last.
    """
    first, head, last = stretch(scene, match, visitor)
    own = sorted(dates_of(scene, match.trigger, first, head, last), key=lambda found: abs(found[0] - match.trigger))
    days = duration(scene, match.trigger, last)
    end = next((date for at, date in own if until(scene, at)), None)
    single = [(at, date) for at, date in own if "/" not in date.edtf and not until(scene, at)]
    aims = (goal, match.end - 1, *venues(scene, goal, last))
    start = next((date for at, date in single if any(beside(scene, aim, at) for aim in aims)), None)
    for _, date in own:
        opening, _, closing = date.edtf.partition("/")
        if len(opening) == DAY and brief(opening, closing) and (start is None or start.agrees(Date(opening))):
            return Period(Date(opening), Date(closing))
    heads = (head, match.trigger)
    vague = [date for at, date in single if len(date.edtf) < DAY and any(opens(scene, at, unit) for unit in heads)]
    if start is None and vague:
        start = vague[0]
    over = ended(scene, match.trigger) or near(scene, match.trigger, "lastday", 4)
    if over and start is not None and len(start.edtf) == DAY:
        return Period(None, end or start, days)
    if start is not None or state == "underway":
        return Period(start, end, days)
    told = [d for at, d in single if len(d.edtf) == DAY and (at < head or abs(at - match.trigger) <= CLAUSE)]
    day = told[0] if told else held(scene, match, goal)
    return Period(None, end or day, days) if over else Period(day, end, days)


def venues(scene: Scene, goal: int, last: int) -> Iterator[int]:
    """Yield the units right before a date that name a place in the country of a goal: "… tại Đà Nẵng tháng 11/2017"."""
    land = place(scene, goal)
    yield from (at - 1 for at, _ in dates_in(scene, goal + 1, last) if land and place(scene, at - 1) == land)


def place(scene: Scene, unit: int) -> str | None:
    """Return the country of the place that a unit names."""
    concept = polity(scene, unit)
    return country_of(concept) if concept is not None else None


def held(scene: Scene, match: Match, goal: int) -> Date | None:
    """Return the year that names a gathering which a journey goes to: "dự Hội nghị cấp cao APEC 2017"."""
    last = min(scene.sentence(goal)[1], max(goal, match.end - 1) + NAMED)
    blocs = scene.of_class("bloc")
    for at in range(max(match.trigger, goal), last - 1):
        year = scene.units.words(at + 1, at + 2)
        if scene.units.string[at] in blocs and year.isdigit() and len(year) == len("2017"):
            return Date(year)
    return None


def until(scene: Scene, at: int) -> bool:
    """Tell whether a date is told as an end: "kéo dài đến ngày 22/7"."""
    opening = scene.units.words(at, at + 1).split()[0]
    return scene.lexicon.is_a(word_key(opening), "until") or scene.units.string[before(scene, at)] in scene.of_class(
        "until"
    )


def before(scene: Scene, at: int) -> int:
    """Return the unit before a date, past the word "day" that may open it."""
    return at - 2 if scene.units.string[at - 1] in scene.of_class("days") else at - 1


def beside(scene: Scene, aim: int, at: int) -> bool:
    """Tell whether a date stands right after a unit."""
    return 0 < at - aim <= BESIDE and "&" not in scene.units.string[aim:at]


def duration(scene: Scene, first: int, last: int) -> int:
    """Return how many days the units [first, last) say that something takes: "kéo dài ba ngày"; 0 where they do not."""
    for days in scene.where("days", first=first + 2, last=last):
        at = days - 1
        if scene.units.string[days + 1] == "D":
            continue
        word = word_key(scene.units.words(at, at + 1))
        number = int(word) if word.isdigit() and len(word) <= 2 else 0
        number = number or next((n for n in COUNTED if scene.lexicon.is_a(word, f"count_{n}")), 0)
        if number in range(2, LONGEST):
            return number
    return 0


def ended(scene: Scene, unit: int) -> bool:
    """Tell whether a journey is said to be over: "kết thúc chuyến thăm Lào", but no other place stands between."""
    first, _ = scene.sentence(unit)
    string, words = scene.units.string, scene.of_class("ended")
    for at in range(unit, max(first, unit - 5) - 1, -1):
        if string[at] in words:
            return string[unit] not in scene.of_class("landed")
        if string[at] in ",;CYKP":
            return False
    return False


def brief(first: str, last: str) -> bool:
    """Tell whether an interval can be a visit: one of days within two months that follow each other.

    >>> brief("2018-03-25", "2018-04-02"), brief("1967-06-24", "2022-06-24")
    (True, False)
    """
    return len(last) == DAY and (int(last[5:7]) - int(first[5:7])) % 12 <= 1 and first[:4] in (last[:4], "XXXX")


def opens(scene: Scene, at: int, start: int) -> bool:
    """Tell whether a date opens the clause that a unit begins: "In June 2017, the premier visits", "in 2013 when he".

    Before a comma it must open its own clause too, or it ends the one before.
    """
    string = scene.units.string
    between = string[at + 1 : start].removeprefix(")")
    behind = string[at - 1] if string[at - 1] in ",;:PO" else string[at - 2]
    own = between != "," or behind in ",;:" or at - scene.sentence(at)[0] <= OPENING
    return at < start <= at + 4 and own and not between.strip("," + scene.of_class("when"))


def leads(scene: Scene, at: int, start: int) -> bool:
    """Tell whether but places stand between a date and a unit: "Chiều 8/9, tại Moskva, …", not "Hôm 8/9 ông nói …"."""
    string = scene.units.string
    apart = "()" + "".join(scene.of_class(name) for name in ("at", "hours", "lastday", "is"))
    at += 1
    while at < start and string[at:start] not in scene.of_class("itself"):
        if string[at] not in apart and string[at] != ",":
            return False
        stop = at if string[at] == "," else string.find(",", at, start)
        at = stop + 1 if stop >= 0 else start
    return True


def stretch(scene: Scene, match: Match, visitor: Person | None) -> tuple[int, int, int]:
    """Return the units [first, last) around a journey where no other person or journey stands, and where it begins.

    It begins with the first mention of the visitor there.
    """
    first, last = scene.sentence(match.start)
    string = scene.units.string
    others = scene.of_class("travel") + scene.of_class("trip") + scene.of_class("since") + "P;"
    lasts = scene.of_class("lasts")
    after = next((u for u in range(match.end, last) if string[u] in others and string[u + 1] not in lasts), last)
    head = match.start
    for unit in range(match.start - 1, first - 1, -1):
        actor = scene.actor(unit)
        if actor is not None and actor.person == visitor:
            head = unit
        elif string[unit] in others:
            return unit, head, after
    return first, head, after


def dates_of(scene: Scene, unit: int, first: int, head: int, last: int) -> Iterator[tuple[int, Date]]:
    """Yield the dates of a stretch that can be of the journey that begins at its head, with their units.

    A date right after "since" is that of something before it, one after "and" that of the next deed; one before the
    head opens the clause.
    """
    string, others = scene.units.string, scene.of_class("since") + "&"
    for at, date in dates_in(scene, first, last):
        apart = string[before(scene, at)] in others or (at > unit and deed(scene, unit, at))
        if not apart and (at >= head or opens(scene, at, head) or leads(scene, at, head)):
            yield at, date


def deed(scene: Scene, unit: int, at: int) -> bool:
    """Tell whether a date opens what somebody did on a journey: "Tiếp tục chuyến thăm Lào, sáng 5/3, ông A hội đàm".

    Who has just arrived or is on the first day does that on the day of coming.
    """
    string = scene.units.string
    opening = "," in string[at - 2 : at] and string[at + 1 : at + 3].lstrip(",").startswith("P")
    return opening and string[unit] not in scene.of_class("arrived") and not near(scene, unit, "firstday", 3)


def dates_in(scene: Scene, first: int, last: int) -> Iterator[tuple[int, Date]]:
    """Return the dates of the units [first, last), with their units, as far as they are in one sentence."""
    return scene.dates(first, min(last, scene.sentence(first)[1]))


def rank(scene: Scene, trigger: int, goal: int) -> str | None:
    """Return the rank by the words around the travel and its goal; travel to a gathering is another kind.

    What stands behind the next word of travel is of that.
    """
    first, last = min(trigger, goal), max(trigger, goal)
    others = scene.of_class("travel") + scene.of_class("trip")
    string, stop = scene.units.string, scene.sentence(trigger)[1]
    stop = next((u for u in range(last + 1, min(stop, last + 1 + GATHERING)) if string[u] in others), stop)
    for name in RANKS:
        if scene.holds(first, min(stop, last + 1 + RANKED), f"rank_{name}"):
            return name
    return "other" if scene.holds(first, min(stop, last + 1 + GATHERING), "summit") else None
