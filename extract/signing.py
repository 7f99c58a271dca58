"""Whether an instrument is signed, proposed or expired, and when it was signed."""

from extract.circumstances import Scene, dates_near, near
from extract.discourse import told
from extract.finders.dates import DateMention
from extract.instruments import Instrument
from ontology.dates import Date

OPENING = 5
# Units after a name in which its date still stands: "… được ký ngày 5/10".
AFTER = 5


def denied(scene: Scene, found: Instrument) -> bool:
    """Tell whether an instrument is said not to be, or only thought of."""
    return near(scene, found.at, "denial", 3) or near(scene, found.at, "condition", 6)


def status(scene: Scene, found: Instrument) -> str | None:
    """Return signed, proposed or expired by the nearest word before an instrument that tells; None where none does."""
    at = found.at
    if near(scene, at, "expires", 2, 16) or near(scene, at, "leaves", 2):
        return "expired"
    first, _ = scene.sentence(at)
    string, drafts, signs = scene.units.string, scene.of_class("drafts"), scene.of_class("signs")
    early = drafts + scene.of_class("future") + scene.of_class("hope")
    for unit in range(at - 1, max(first - 1, at - 10), -1):
        if string[unit] in scene.of_class("carries"):
            return "signed"
        if string[unit] in drafts:
            return "proposed"
        if string[unit] in signs:
            return "proposed" if any(s in early for s in string[max(first, unit - 4) : unit]) else "signed"
    return None


def date(scene: Scene, found: Instrument) -> Date | None:
    """Return the day of signing: the first date within or right after the name, else the nearest before it.

    Without a word of signing in the sentence a date is of something else. What is signed after the talks, or
    before witnesses, is signed on the day of the news. Of an anniversary's interval the start is the day.
    """
    at, stop = found.at, found.stop
    first, last = scene.sentence(at)
    for unit in range(at, min(last, stop + AFTER)):
        if unit > stop and scene.units.string[unit] in ";:":
            break
        if scene.units.string[unit - 1] in scene.of_class("to"):
            continue  # "a joint vision up to 2030"
        mention = scene.concept(unit) if scene.units.string[unit] == "D" else None
        if isinstance(mention, DateMention) and (known := told(scene.discourse, mention)) is not None:
            start, _, end = known.edtf.partition("/")
            return Date(start) if not end or near(scene, at, "marks", at - first) else None
    if not near(scene, at, "inks", at - first, last - at):
        return None
    dates = [date for d, date in dates_near(scene, at) if "/" not in date.edtf and len(date.edtf) > 4]
    talks = any(sign in scene.of_class("talks") for sign in scene.units.string[first : min(at, first + OPENING)])
    of_the_day = (talks or near(scene, at, "witness", at - first)) and not near(scene, at, "history", 20)
    return dates[0] if dates else scene.discourse.lead if of_the_day else None
