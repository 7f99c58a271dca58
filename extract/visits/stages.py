"""How far a journey has come: planned, under way, done or cancelled, as its sentence tells it.

The stages of one visit's tellings are put together by their order here: what stands later in `STAGES` is surer.
"""

from extract.discourse.circumstances import Scene, bygone, near, status
from extract.finders.dates import DateMention
from extract.tokens.patterns import Match
from extract.tokens.text import word_key
from extract.visits.periods import DAY, Period, beside, dates_in, ended, opens, stretch
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
# A visit of the news lasts a week; one whose last day is so many days behind the news is looked back to.
STALE = 10
HALF_YEAR = 31 * 6
# That nobody has confirmed it stands so close behind a journey.
UNSURE = 5
TODAY = (("day", 0), ("day", -1))


def state_of(scene: Scene, start: int, unit: int, goal: int) -> str | None:
    """Return how far a journey has come by the words before its own; None where it is only hoped for.

    An invitation with an occasion or a day ("mời thăm Việt Nam nhân dịp …") is planned; one made during a visit
    ("lời mời của ông trong chuyến thăm Lào") is none to it.
    """
    state = status(scene, unit)
    if near(scene, goal, "unsure", 0, UNSURE):
        return None
    asked = state is None and near(scene, unit, "invites", 6)
    asked = asked or (state == "done" and scene.units.string[start - 1] in scene.of_class("invites"))
    if not asked or near(scene, unit, "denial", 4):
        return state
    if scene.units.string[unit - 1] in scene.of_class("when"):
        return "done"
    dated = any(len(date.edtf) > 4 for _, date in dates_in(scene, goal + 1, goal + 4))
    return "planned" if dated or any(near(scene, goal, name, 0, 4) for name in ("summit", "occasion")) else None


def stage(scene: Scene, match: Match, visitor: Person | None, when: Period, state: str) -> str:
    """Return the stage of a journey that has a state by the words before it."""
    if state == "cancelled" or called_off(scene, match):
        return "cancelled"
    if state == "planned" and when.start is None and when.end is not None:
        return "underway"
    return plan(scene, match.trigger) if state == "planned" else progress(scene, match, visitor, when)


def progress(scene: Scene, match: Match, visitor: Person | None, when: Period) -> str:
    """Return the stage of a journey that no word calls planned or cancelled."""
    unit, string = match.trigger, scene.units.string
    shift = shifts(scene, match, visitor)
    if shift > 0 or string[unit - 1] in scene.of_class("agrees"):
        return "planned"
    exact = when.start is None or len(when.start.edtf) == DAY
    if exact and (near(scene, unit, "ongoing", 5) or meanwhile(scene, unit)):
        return "underway"
    if shift < 0 or over(scene, match, when):
        return "done"
    if arrived(scene, match) or today(scene, match, visitor):
        return "underway"
    if ahead(scene, match):
        return SOON
    return NEWS if fresh(scene, match, visitor, when.start) else ASIDE


def ahead(scene: Scene, match: Match) -> bool:
    """Tell whether a journey comes after what is told: "trước khi ông thăm Lào", "tiếp đó ông đến Lào".

    "Trước khi đến Lào, ông đã thăm Pháp" tells of the journey to Laos, which may have begun.
    """
    unit, string = match.trigger, scene.units.string
    journeys = scene.of_class("travel") + scene.of_class("trip")
    behind = string[match.end : scene.sentence(unit)[1]]
    first = match.start + any(sign in journeys for sign in behind)
    before = any(sign in scene.of_class("earlier") for sign in string[match.start - 1] + string[first:unit])
    if string[unit - 1] not in scene.of_class("when") and before:
        return True
    span = string[scene.sentence(unit)[0]] + string[match.start : unit]
    return not perfect(scene, unit) and any(sign in scene.of_class("onward") for sign in span)


def plan(scene: Scene, unit: int) -> str:
    """Return the stage of a journey behind a word for what will be: a plan, unless the word is of another deed.

    "Sẽ hội đàm trong chuyến thăm", "hai nước sẽ kỷ niệm, chuyến thăm …" and "sẽ rời Việt Nam" tell no plan to come.
    """
    first, _ = scene.sentence(unit)
    string = scene.units.string
    if string[unit] in scene.of_class("departs"):
        return NEWS
    if string[unit - 1] in scene.of_class("when"):
        return SOON
    comma = string.rfind(",", first, unit)
    apart = (
        comma >= 0 and not near(scene, unit, "future", unit - comma) and string[first] not in scene.of_class("future")
    )
    return SOON if apart and string[unit] in scene.of_class("trip") else "planned"


def called_off(scene: Scene, match: Match) -> bool:
    """Tell whether a visit is said to be cancelled behind its word: "chuyến thăm Lào của ông bị hủy"."""
    last = scene.sentence(match.trigger)[1]
    string, words = scene.units.string, scene.of_class("cancelled")
    stop = next((u for u in range(match.end, last) if string[u] in "P;"), last)
    return string[match.trigger] in scene.of_class("trip") and any(sign in words for sign in string[match.end : stop])


def over(scene: Scene, match: Match, when: Period) -> bool:
    """Tell whether the text looks back to a journey: by its words, or by a date that is not of the news."""
    unit, start, end = match.trigger, when.start, when.end
    string, comes = scene.units.string, scene.units.string[unit] in scene.of_class("landed")
    just = string[unit - 1] in scene.of_class("just") and not comes
    recent = near(scene, unit, "recently", 0, 5)
    if elsewhere(scene, unit, start, end) or ended(scene, unit) or just or recent or (start and bygone(scene, start)):
        return True
    done = (end is not None and perfect(scene, unit) and not comes) or string[match.start - 1] in scene.of_class(
        "after"
    )
    now = reference(scene)
    if start is not None and now is not None and len(start.edtf) == DAY and start.edtf[5:7] == now.edtf[5:7]:
        return done
    looks_back = not comes and near(scene, unit, "history", 20, 20)
    before = string[unit - 1] not in scene.of_class("earlier") and near(scene, unit, "earlier", 14)
    return looks_back or done or (before and perfect(scene, unit))


def perfect(scene: Scene, unit: int) -> bool:
    """Tell whether a word such as "has" stands right before a journey's own, or one word before that."""
    return near(scene, unit - 1, "perfect", 1)


def reference(scene: Scene) -> Date | None:
    """Return the day of the news: that of publication, else the first one told."""
    published = scene.units.document.article.published
    return published if published is not None and len(published.edtf) == DAY else scene.discourse.lead


def elsewhere(scene: Scene, unit: int, start: Date | None, end: Date | None) -> bool:
    """Tell whether a journey's dates are no news: a month or year alone, or days long before those of the news.

    Days that the opening tells are the news.
    """
    now = reference(scene)
    opening = scene.units.sentence_of[unit] < OPENING
    if start is None or len(start.edtf) < DAY:
        return start is not None
    if now is None:
        return start.edtf[:4].isdigit() and not opening
    if opening and scene.units.document.article.published is None and start.edtf[:4] in ("XXXX", now.edtf[:4]):
        return False
    if len({start.edtf[:4], now.edtf[:4]} - {"XXXX"}) > 1:
        return True
    behind = min(days_between(date, now) for date in (start, end) if date is not None)
    return behind > STALE


def days_between(one: Date, two: Date) -> int:
    """Return about how many days the second date is after the first, in a year of months of 31 days."""
    first, second = (int(date.edtf[5:7]) * 31 + int(date.edtf[8:10]) for date in (one, two))
    return (second - first + HALF_YEAR) % (2 * HALF_YEAR) - HALF_YEAR


def shifts(scene: Scene, match: Match, visitor: Person | None) -> int:
    """Return whether a journey is told in months or years before the day of writing (-1), after it (1) or neither.

    "Tháng 11 tới" is to come; "ba năm sau" counts from elsewhere.
    """
    first, _, last = stretch(scene, match, visitor)
    string, coming = scene.units.string, scene.of_class("upcoming")
    clear = ",.;)|" + scene.of_class("at")
    if scene.holds(first, last, "soon"):
        return 1
    for at in scene.where("date", first=first, last=last):
        mention = scene.concept(at)
        counted = scene.lexicon.is_a(word_key(scene.units.words(at - 1, at)), "count")
        if not isinstance(mention, DateMention) or counted:
            continue
        if mention.relative is not None and mention.relative[0] != "day" and mention.relative[1]:
            return mention.relative[1]
        if string[at + 1] in coming and string[at + 2] in clear:
            return 1
    return 0


def arrived(scene: Scene, match: Match) -> bool:
    """Tell whether a traveller is said to have come, or to begin the visit."""
    return scene.units.string[match.trigger] in scene.of_class("arrived") or near(scene, match.trigger, "opens", 2)


def today(scene: Scene, match: Match, visitor: Person | None) -> bool:
    """Tell whether a journey is told of today or yesterday."""
    first, head, last = stretch(scene, match, visitor)
    for at in range(first, last):
        mention = scene.concept(at) if scene.units.string[at] == "D" else None
        if isinstance(mention, DateMention) and mention.relative in TODAY and owns(scene, at, head, match.end):
            return True
    return False


def meanwhile(scene: Scene, unit: int) -> bool:
    """Tell whether something happens today on a journey: "trong chuyến thăm Lào, Thủ tướng hôm nay hội kiến …"."""
    first, last = scene.sentence(unit)
    opening = scene.units.string[unit - 1] in scene.of_class("when") and unit - first <= 1
    mentions = (scene.concept(at) for at in scene.where("date", first=unit, last=last)) if opening else ()
    return any(isinstance(mention, DateMention) and mention.relative == TODAY[0] for mention in mentions)


def owns(scene: Scene, at: int, head: int, end: int) -> bool:
    """Tell whether a date is of the journey that a head begins: it opens it, stands within or right behind it."""
    return opens(scene, at, head) or head <= at < end or beside(scene, end - 1, at)


def fresh(scene: Scene, match: Match, visitor: Person | None, start: Date | None) -> bool:
    """Tell whether a journey is of the news: it has a day of its month, or it or its visitor stands in the opening."""
    now = reference(scene)
    if start is not None and len(start.edtf) == DAY and (now is None or days_between(start, now) <= STALE):
        return True
    if scene.units.sentence_of[match.trigger] < OPENING:
        return True
    actor = next((a for a in scene.discourse.actors if a.person == visitor), None) if visitor is not None else None
    sentences = scene.units.document.sentences
    return actor is not None and actor.first < sentences[min(OPENING, len(sentences)) - 1].last
