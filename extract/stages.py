"""How far a journey has come: planned, under way, done or cancelled, as its sentence tells it.

The stages of one visit's tellings are put together by their order here: what stands later in `STAGES` is surer.
"""

from extract.circumstances import Scene, near, status
from extract.finders.dates import DateMention
from extract.patterns import Match
from extract.periods import DAY, dates_in, stretch
from extract.text import word_key
from ontology.dates import Date
from ontology.facts import Person

# Told beside the news, of somebody whom its opening does not name: done, unless another sentence says more.
ASIDE = "aside"
# Spoken of before it is made: planned, unless another sentence tells of it as news.
SOON = "soon"
# Told by the news without a word for how far it has come: under way.
NEWS = "news"
STAGES = (ASIDE, SOON, NEWS, "planned", "done", "underway", "cancelled")
SETTLED = {ASIDE: "done", SOON: "planned", NEWS: "underway"}
# The headline and the first two sentences name whose news it is: of 91 visits told without a word for how far they
# had come, 48 of the 66 whose visitor stands there were under way, and 15 of the other 25 were over.
OPENING = 3


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


def stage(scene: Scene, match: Match, visitor: Person | None, days: tuple[Date | None, Date | None], state: str) -> str:
    """Return the stage of a journey that has a state by the words before it."""
    during = scene.units.string[match.trigger - 1] in scene.of_class("when")
    if state == "planned":
        departs = scene.units.string[match.trigger] in scene.of_class("departs")
        return NEWS if departs else SOON if during else state
    shift = shifts(scene, match, visitor)
    if state == "cancelled" or shift > 0:
        return "cancelled" if state == "cancelled" else "planned"
    if shift < 0 or over(scene, match, days):
        return "done"
    if near(scene, match.trigger, "ongoing", 5) or arrived(scene, match):
        return "underway"
    if not during and match.start and scene.units.string[match.start - 1] in scene.of_class("earlier"):
        return SOON
    return NEWS if fresh(scene, match, visitor, days[0]) else ASIDE


def over(scene: Scene, match: Match, days: tuple[Date | None, Date | None]) -> bool:
    """Tell whether the text looks back to a journey: by its words, or by a date that is not of the news."""
    unit, (start, end) = match.trigger, days
    if elsewhere(scene, start, end) or ended(scene, unit):
        return True
    lead = scene.discourse.lead
    if start is not None and lead is not None and len(start.edtf) == DAY and start.edtf[5:7] == lead.edtf[5:7]:
        return end is not None and perfect(scene, unit)
    looks_back = near(scene, unit, "history", 20, 20) or near(scene, unit, "recently", 0, 5)
    before = scene.units.string[unit - 1] not in scene.of_class("earlier") and near(scene, unit, "earlier", 14)
    return looks_back or (before and perfect(scene, unit)) or (end is not None and perfect(scene, unit))


def perfect(scene: Scene, unit: int) -> bool:
    """Tell whether a word such as "has" stands right before a journey's own, or one word before that."""
    return near(scene, unit - 1, "perfect", 1)


def elsewhere(scene: Scene, start: Date | None, end: Date | None) -> bool:
    """Tell whether a journey's dates are no news: a month or year alone, another month's days, an earlier year's."""
    if start is None:
        return False
    lead = scene.discourse.lead
    if len(start.edtf) < DAY:
        return True
    if lead is None:
        return False
    months = {date.edtf[5:7] for date in (start, end) if date is not None}
    years = {start.edtf[:4], lead.edtf[:4]} - {"XXXX"}
    return lead.edtf[5:7] not in months or len(years) > 1


def shifts(scene: Scene, match: Match, visitor: Person | None) -> int:
    """Return whether a journey is told in months or years before the day of writing (-1), after it (1) or neither.

    "Tháng 11 tới" is to come; "ba năm sau" counts from elsewhere.
    """
    first, _, last = stretch(scene, match, visitor)
    string, coming = scene.units.string, scene.of_class("upcoming")
    clear = ",.;)|" + scene.of_class("at")
    for at in range(first, last):
        mention = scene.concept(at) if string[at] == "D" else None
        counted = scene.lexicon.is_a(word_key(scene.units.words(at - 1, at)), "count")
        if not isinstance(mention, DateMention) or counted:
            continue
        if mention.relative is not None and mention.relative[0] != "day" and mention.relative[1]:
            return mention.relative[1]
        if string[at + 1] in coming and string[at + 2] in clear:
            return 1
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


def arrived(scene: Scene, match: Match) -> bool:
    """Tell whether a traveller is said to have come, or to begin the visit."""
    return scene.units.string[match.trigger] in scene.of_class("landed") or near(scene, match.trigger, "opens", 2)


def fresh(scene: Scene, match: Match, visitor: Person | None, start: Date | None) -> bool:
    """Tell whether a journey is of the news: it has a day of its month, or it or its visitor stands in the opening."""
    lead = scene.discourse.lead
    if lead is not None and start is not None and len(start.edtf) == DAY and start.edtf[5:7] == lead.edtf[5:7]:
        return True
    if scene.units.sentence_of[match.trigger] < OPENING:
        return True
    actor = next((a for a in scene.discourse.actors if a.person == visitor), None) if visitor is not None else None
    sentences = scene.units.document.sentences
    return actor is not None and actor.first < sentences[min(OPENING, len(sentences)) - 1].last
