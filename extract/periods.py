"""When a journey was, of which rank, and how far it has come, as its sentence tells it."""

from collections.abc import Iterator

from extract.circumstances import CLAUSE, Scene, near, status
from extract.discourse import told
from extract.finders.dates import DateMention
from extract.patterns import Match
from ontology.dates import Date
from ontology.facts import Person

# A visit that the news tells of without a word for how far it has come: under way, unless another sentence says more.
NEWS = "news"
RANKS = ("state", "official", "working")
# A date so many units after a goal is right beside it; a gathering so many after it is what the journey is to.
BESIDE, GATHERING = 4, 4
# A date so many units into a sentence opens it: "Theo TTXVN, sáng 29/5, …".
OPENING = 4
DAY = len("2022-04-27")


def state_of(scene: Scene, unit: int, goal: int) -> str | None:
    """Return how far a journey has come by the words before its own; None where it is only hoped for.

    An invitation with an occasion or a day ("mời thăm Việt Nam nhân dịp …") is planned; one made during a visit
    ("lời mời của ông trong chuyến thăm Lào") is none to it.
    """
    state = status(scene, unit)
    if state is not None or not near(scene, unit, "invites", 6) or near(scene, unit, "denial", 4):
        return state
    if scene.units.string[unit - 1] in scene.of_class("when"):
        return "done"
    dated = any(len(date.edtf) > 4 for _, date in dates_in(scene, goal + 1, goal + 4))
    return "planned" if dated or any(near(scene, goal, name, 0, 4) for name in ("summit", "occasion")) else None


def lasting(scene: Scene, unit: int, start: Date | None, state: str) -> str:
    """Return whether a visit that took place is over or that of the news: over where the text looks back to it."""
    if state not in ("done", "underway"):
        return state
    looks_back = near(scene, unit, "history", 20, 20) or ended(scene, unit, 8, 2)
    vague = start is not None and len(start.edtf) < DAY
    lead = scene.discourse.lead
    elsewhere = (
        start is not None and lead is not None and start.edtf[:7] != lead.edtf[:7] and start.edtf[5:7] != lead.edtf[5:7]
    )
    return "done" if looks_back or vague or elsewhere else state if state == "underway" else NEWS


def ended(scene: Scene, unit: int, before: int, after: int = 0) -> bool:
    """Tell whether a journey is said to be over; "left Washington for Hiroshima" opens one."""
    return not near(scene, unit, "landed", 0) and near(scene, unit, "ended", before, after)


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
    if days and ended(scene, match.trigger, 4):
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
