"""When a journey was, of which rank, and how far it has come, as its sentence tells it."""

from extract.circumstances import CLAUSE, Scene, dates_near, near
from extract.discourse import told
from extract.finders.dates import DateMention
from extract.patterns import Match
from ontology.dates import Date

# A visit that the news tells of without a word for how far it has come: under way, unless another sentence says more.
NEWS = "news"
RANKS = ("state", "official", "working")


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
