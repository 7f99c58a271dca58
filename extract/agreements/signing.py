"""Whether an instrument is signed, proposed or expired, and when it was signed."""

from extract.agreements.instruments import Instrument
from extract.discourse.circumstances import Scene, near
from extract.discourse.discourse import told
from extract.finders.dates import DateMention
from extract.relations.founding import anniversary, count, years
from ontology.dates import Date

OPENING = 5
# Units after a name in which its date still stands: "… được ký ngày 5/10".
AFTER = 5
# Units before an instrument in which a word tells its status, and before that word in which it is only wished for.
NEAREST, EARLY = 10, 8
# Units of a list, or between a year that opens a sentence and its verb.
LISTED = 25


def denied(scene: Scene, found: Instrument) -> bool:
    """Tell whether an instrument is said not to be, or only thought of."""
    formally = found.at > 0 and scene.units.string[found.at - 1] in scene.of_class("rank_official")
    verb = found.kind in ("statement", "declaration") and formally  # "chính thức tuyên bố chấm dứt chiến tranh"
    return verb or near(scene, found.at, "denial", 3) or near(scene, found.at, "condition", 6)


def status(scene: Scene, found: Instrument) -> str | None:
    """Return signed, proposed or expired by the nearest word that tells; None where none does."""
    at, string = found.anchor, scene.units.string
    first = scene.sentence(at)[0]
    drafts, signs = scene.of_class("drafts"), scene.of_class("signs")
    early = drafts + scene.of_class("future") + scene.of_class("hope")
    left = next((u for u in range(at - 1, max(first - 1, at - 3), -1) if string[u] in scene.of_class("leaves")), None)
    if near(scene, found.at, "expires", 2, 16):
        return "expired"
    if left is not None:
        return None if wished(scene, left, early) else "expired"
    reach = LISTED if near(scene, at, "includes", 4) else NEAREST
    for unit in range(at - (at == found.at), max(first - 1, at - reach), -1):
        if string[unit] in scene.of_class("carries"):
            return "signed"
        if string[unit] in drafts:
            return "proposed"
        if string[unit] in signs:
            return "proposed" if wished(scene, unit, early) else "signed"
    return coming(scene, found)


def wished(scene: Scene, verb: int, early: str) -> bool:
    """Tell whether a verb of signing is only wished for or planned: by the words before it, and before its clause.

    "Ông sẽ hội đàm với chủ nhà, ký kết một …": the plan is told once for both verbs.
    """
    string, first = scene.units.string, scene.sentence(verb)[0]
    start = max(first, verb - EARLY)
    comma = string.rfind(",", first, verb)
    if comma == verb - 1:
        planned = any(sign in scene.of_class("future") for sign in string[max(first, verb - LISTED) : verb])
        return planned or any(sign in early for sign in string[start:verb])
    return any(sign in early for sign in string[max(start, comma + 1) : verb])


def coming(scene: Scene, found: Instrument) -> str | None:
    """Return what the words after a name say of its signing: "… sẽ được ký", "khi … được ký kết", "… đã được ký"."""
    string, last = scene.units.string, scene.sentence(found.at)[1]
    span = string[found.stop : min(last, found.stop + AFTER)]
    inks, drafts, future = (scene.of_class(name) for name in ("inks", "drafts", "future"))
    clause = span.partition(",")[0]
    if not any(sign in inks + future for sign in span) and not any(sign in drafts for sign in clause):
        return None
    signed = next((at for at, sign in enumerate(span) if sign in inks), len(span))
    when = found.at > 0 and string[found.at - 1] in scene.of_class("once")
    hoped = when and (near(scene, found.at, "future", LISTED) or near(scene, found.at, "hope", LISTED))
    return "proposed" if hoped or any(sign in drafts + future for sign in span[: signed + 1]) else "signed"


def date(scene: Scene, found: Instrument) -> Date | None:
    """Return the day of signing: told with the name, else with the verb, else of the news where it is of that day.

    Without a word of signing in the sentence a date is of something else.
    """
    at = found.at
    counting = count(scene, at)
    if counting is not None and near(scene, counting, "marks", at - scene.sentence(at)[0]):
        return anniversary(scene, counting, years(scene, counting) or 0)
    own = dated(scene, found)
    if own is not None:
        return own
    first, last = scene.sentence(found.anchor)
    if not near(scene, found.anchor, "inks", found.anchor - first, last - found.anchor):
        return None
    verb = found.verb if found.verb is not None else at
    day = nearest(scene, verb, found)
    return day or year(scene, verb) or (scene.discourse.lead if ofthe_day(scene, found) else None)


def dated(scene: Scene, found: Instrument) -> Date | None:
    """Return the date that a name holds or that follows it: "năm 2011", "(11/1957)", "được ký ngày 5/10".

    A date up to which it holds, or from which, is none, nor is the time for which it holds.
    """
    at, stop, string = found.at, found.stop, scene.units.string
    last = scene.sentence(at)[1]
    other, ends = scene.of_class("until") + scene.of_class("effect"), scene.of_class("and")
    for unit in range(at, min(last, stop + AFTER)):
        if unit >= stop and (string[unit] in ";:" + ends or (string[unit] == "," and string[unit + 1] != "D")):
            break
        known = on(scene, unit)
        if known is None or any(sign in other for sign in string[max(at, unit - 2) : unit]):
            continue
        if "/" not in known.edtf:
            return known
    return None


def nearest(scene: Scene, verb: int, found: Instrument) -> Date | None:
    """Return the day or month that stands nearest to a verb of signing; in a list, not one of the items before."""
    first, last = scene.sentence(verb)
    units = range(first, verb if found.listed else last)
    effect = scene.of_class("effect")
    units_ = (u for u in units if not any(sign in effect for sign in scene.units.string[max(first, u - 2) : u]))
    known = [(abs(unit - verb), unit, date) for unit in units_ if (date := on(scene, unit)) is not None]
    days = [told_ for told_ in known if "/" not in told_[2].edtf and len(told_[2].edtf) > len("2018")]
    return min(days, key=lambda told_: told_[:2])[2] if days else None


def on(scene: Scene, unit: int) -> Date | None:
    """Return the date that a unit is, if it is one."""
    mention = scene.concept(unit) if scene.units.string[unit] == "D" else None
    return told(scene.discourse, mention) if isinstance(mention, DateMention) else None


def year(scene: Scene, verb: int) -> Date | None:
    """Return the year that opens the clause of a verb of signing: "Năm 1977, hai nước đã ký …"."""
    string, first = scene.units.string, scene.sentence(verb)[0]
    for unit in range(verb - 1, max(first - 1, verb - LISTED), -1):
        if string[unit] == ";":
            return None
        known = on(scene, unit)
        if known is not None:
            return known if len(known.edtf) == len("2018") else None
    return None


def ofthe_day(scene: Scene, found: Instrument) -> bool:
    """Tell whether a signing is of the day of the news: after the talks or the session, or before witnesses."""
    at, string = found.anchor, scene.units.string
    first = scene.sentence(at)[0]
    opening = string[first : min(at + 1, first + OPENING)]
    session = any(sign in scene.of_class("talks") + scene.of_class("session") for sign in opening)
    return (session or near(scene, at, "witness", at - first)) and not near(scene, at, "history", 20)
