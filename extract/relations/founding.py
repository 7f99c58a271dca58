"""When a relation began: by the date of its founding, or by an anniversary less the years that it counts."""

from extract.discourse.circumstances import Scene
from extract.discourse.discourse import told
from extract.finders.dates import DateMention
from ontology.dates import Date

# An anniversary counts no more years than this; the longest in the gold of eleven draws counts 210.
MOST = 400
# A number between these, after "since", is a year.
EARLIEST, LATEST = 1800, 2099
# Units between a count of years and what it counts ("45 năm ngày hai nước thiết lập …"), between it and the date in
# brackets after it, and between the date of marking and it.
COUNTED, BRACKET, MARKED = 5, 22, 16
# Units between a relation and its date: right after it, after a word of founding that follows it, and before it.
AFTER, FOUNDED, BEFORE = 9, 14, 25


def years(scene: Scene, unit: int) -> int | None:
    """Return the number of years that a unit opens, if it opens a count: "55 năm"."""
    string = scene.units.string
    if unit + 1 >= len(string) or string[unit + 1] not in scene.of_class("years"):
        return None
    text = scene.units.words(unit, unit + 1)
    return int(text) if text.isdigit() and len(text) < len("1000") and 1 <= int(text) <= MOST else None


def count(scene: Scene, at: int) -> int | None:
    """Return the unit of the count of years that a relation at a unit is the end of: "10 năm quan hệ đối tác"."""
    first, string = scene.sentence(at)[0], scene.units.string
    for unit in range(at - 2, max(first - 1, at - COUNTED - 2), -1):
        if string[unit + 1] in ",;:":
            return None
        if years(scene, unit) is not None:
            return unit
    return None


def anniversary(scene: Scene, at: int, number: int) -> Date | None:
    """Return the date that a count of years at a unit counts from.

    It is told in full after it ("(24/6/1967 - 24/6/2022)"), else it is the year in which the anniversary is
    marked less the years: after the count, else before it.
    """
    first, last = scene.sentence(at)
    shared = False
    for unit in range(at, min(last, at + BRACKET)):
        if scene.units.string[unit] in ",;:":
            break
        shared = shared or (unit > at + 1 and years(scene, unit) is not None)
        date = known(scene, unit)
        if date is None:
            continue
        start, _, end = date.edtf.partition("/")
        opened = "(" in (scene.units.string[unit - 1], scene.units.words(unit, unit + 1)[:1])
        if opened or end or len(start) == len("2018-04-27"):
            if shared:
                break  # the date of the next count
            return Date(start)
        return less(start, number)
    for unit in range(at - 1, max(first - 1, at - MARKED), -1):
        date = known(scene, unit)
        if date is not None:
            founding = "/" in date.edtf or scene.units.string[unit - 1] in scene.of_class("founds")
            return None if founding else less(date.edtf, number)
    return None


def less(edtf: str, number: int) -> Date:
    """Return the year that lies so many years before a date."""
    return Date(f"{int(edtf[:4]) - number:04d}")


def known(scene: Scene, unit: int) -> Date | None:
    """Return the date of a unit, if it is one that tells its year; "từ 1975" is one without a word for it."""
    if scene.units.string[unit] == "0" and scene.units.string[unit - 1] in scene.of_class("from") + scene.of_class(
        "to"
    ):
        text = scene.units.words(unit, unit + 1)
        return Date(text) if text.isdigit() and EARLIEST <= int(text) <= LATEST else None
    mention = scene.concept(unit) if scene.units.string[unit] == "D" else None
    date = told(scene.discourse, mention) if isinstance(mention, DateMention) else None
    return date if date is not None and date.edtf[:4].isdigit() else None


def began(scene: Scene, at: int) -> Date | None:
    """Return the date on which the relation that a unit names began, where its sentence tells."""
    counting = count(scene, at)
    if counting is not None:
        return anniversary(scene, counting, years(scene, counting) or 0)
    left = scene.units.string[at - 1] in scene.of_class("from")  # "from a strategic partnership to …"
    return after(scene, at) or (None if left else before(scene, at))


def after(scene: Scene, at: int) -> Date | None:
    """Return the date that follows a relation: right after it, or after "… được thiết lập" in the next clause."""
    string, last = scene.units.string, scene.sentence(at)[1]
    end = min(last, at + AFTER)
    unit = at + 1
    while unit < end:
        if string[unit] in ";:":
            return None
        if string[unit] in scene.of_class("founds"):
            end = min(last, unit + FOUNDED)
        elif string[unit] == "," and not follows(scene, unit, last):
            return None
        date = known(scene, unit)
        if date is not None:
            return date if "/" not in date.edtf else None
        unit += 1
    return None


def follows(scene: Scene, comma: int, last: int) -> bool:
    """Tell whether what follows a comma still tells of the relation: a word of founding, or a date alone."""
    string = scene.units.string
    if any(sign in scene.of_class("founds") for sign in string[comma + 1 : comma + 4]):
        return True
    at = comma + (2 if string[comma + 1] in scene.of_class("to") else 1)
    return string[at] == "D" and (at + 1 >= last or string[at + 1] in ",.;|)")


def before(scene: Scene, at: int) -> Date | None:
    """Return the date before a relation that a verb between them says to have been taken to it: "In 2013, they raised".

    "Từ tháng 3/2014, hai nước là …" needs no such verb.
    """
    string, first = scene.units.string, scene.sentence(at)[0]
    verbs = scene.of_class("lifts") + scene.of_class("founds") + scene.of_class("formal") + scene.of_class("relates")
    lifted = string[at] in verbs
    talked, inks = (
        "".join(scene.of_class(name) for name in ("drafts", "toward", "hope", "denial")),
        scene.of_class("inks"),
    )
    for unit in range(at - 1, max(first - 1, at - BEFORE), -1):
        if string[unit] == ";":
            return None
        lifted = lifted or string[unit] in verbs
        date = known(scene, unit)
        if date is not None:
            span = string[unit:at]
            if any(sign in talked for sign in span) and not any(sign in inks for sign in span):
                return None
            start = scene.units.words(unit, unit + 1).split()[0].lower()
            since = string[unit - 1] in scene.of_class("from") or scene.lexicon.is_a(start, "from")
            return date if (lifted or since) and "/" not in date.edtf else None
    return None
