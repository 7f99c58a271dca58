"""When a journey was, of which rank, and how far it has come, as its sentence tells it."""

from collections.abc import Iterator

from extract.circumstances import CLAUSE, Scene, near
from extract.discourse import told
from extract.finders.dates import DateMention
from extract.patterns import Match
from ontology.dates import Date
from ontology.facts import Person

RANKS = ("state", "official", "working")
# A date so many units after a goal is right beside it; a gathering so many after it is what the journey is to.
BESIDE, GATHERING = 4, 4
# A date so many units into a sentence opens it: "Theo TTXVN, sáng 29/5, …".
OPENING = 4
DAY = len("2022-04-27")


def period(
    scene: Scene, match: Match, goal: int, state: str, visitor: Person | None
) -> tuple[Date | None, Date | None]:
    """Return start and end that the sentence gives: the nearest interval of days, or one date as the start.

    A date right after the goal is the visit's, and a month or year right before the visitor; another one must
    be a day, and not that of news about a visit that goes on.
    """
    before, head, after = stretch(scene, match, visitor)
    own = sorted(dates_of(scene, before, head, after), key=lambda found: abs(found[0] - match.trigger))
    for _, date in own:
        first, _, last = date.edtf.partition("/")
        if len(first) == DAY and brief(first, last):
            return Date(first), Date(last)
    single = [(at, date) for at, date in own if "/" not in date.edtf]
    ends = (goal, match.end - 1)
    beside = next((date for at, date in single if any(0 < at - end <= BESIDE for end in ends)), None)
    if beside is None:
        heads = (head, match.trigger)
        vague = ((at, date) for at, date in single if len(date.edtf) < DAY)
        beside = next((date for at, date in vague if any(opens(scene, at, head) for head in heads)), None)
    if beside is not None:
        return beside, None
    days = [date for at, date in single if len(date.edtf) == DAY and abs(at - match.trigger) <= CLAUSE]
    if days and near(scene, match.trigger, "ended", 4):
        return None, days[0]
    return (days[0], None) if days and state != "underway" else (None, None)


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
    between = string[at + 1 : start]
    own = between != "," or string[at - 1] in ",;:" or at - scene.sentence(at)[0] <= OPENING
    return at < start <= at + 3 and own and all(sign in "," + scene.of_class("when") for sign in between)


def leads(scene: Scene, at: int, start: int) -> bool:
    """Tell whether but places stand between a date and a unit: "Chiều 8/9, tại Moskva, …", not "Hôm 8/9 ông nói …"."""
    string = scene.units.string
    apart = "(" + scene.of_class("at") + scene.of_class("hours")
    at += 1
    while at < start - 1:
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
    others = "".join(scene.of_class(name) for name in ("travel", "trip", "since")) + "P;"
    after = next((u for u in range(match.end, last) if string[u] in others), last)
    head = match.start
    for unit in range(match.start - 1, first - 1, -1):
        actor = scene.actor(unit)
        if actor is not None and actor.person == visitor:
            head = unit
        elif string[unit] in others:
            return unit, head, after
    return first, head, after


def dates_of(scene: Scene, first: int, head: int, last: int) -> Iterator[tuple[int, Date]]:
    """Yield the dates of a stretch that can be of the journey that begins at its head, with their units.

    A date right after "since" is that of something before it; one before the head opens the clause.
    """
    string, past = scene.units.string, scene.of_class("since")
    for at, date in dates_in(scene, first, last):
        if string[at - 1] not in past and (at >= head or opens(scene, at, head) or leads(scene, at, head)):
            yield at, date


def dates_in(scene: Scene, first: int, last: int) -> Iterator[tuple[int, Date]]:
    """Yield the dates of the units [first, last), with their units, as far as they are in one sentence."""
    for at in range(first, min(last, scene.sentence(first)[1])):
        mention = scene.concept(at) if scene.units.string[at] == "D" else None
        date = told(scene.discourse, mention) if isinstance(mention, DateMention) else None
        if date is not None:
            yield at, date


def rank(scene: Scene, trigger: int, goal: int) -> str | None:
    """Return the rank by the words around the travel and its goal; travel to a gathering is another kind."""
    for name in RANKS:
        if near(scene, max(trigger, goal), f"rank_{name}", abs(goal - trigger), 3):
            return name
    return "other" if near(scene, max(trigger, goal), "summit", abs(goal - trigger), GATHERING) else None
