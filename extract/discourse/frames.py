"""What a sentence inherits: the day and the place that the sentences before it have set."""

from collections.abc import Iterator
from typing import NamedTuple

from extract.discourse.chronology import moved
from extract.discourse.circumstances import CLAUSE, OPENING, Scene, bygone, ending, near
from extract.discourse.places import Spot, spots
from ontology.dates import Date

DAY = len("2022-04-27")
# A sentence without a date goes on about the day of one of the two before it.
NEXT = 2
# A place further down its sentence is part of what is said there, unless one of these words stands with it.
EVENTS = ("talks", "recv", "meet", "welcome", "cochair", "online", "landed", "trip", "travel")
# Several days from one to another open their sentence within so many units.
SPAN = 2
# "Will then meet": a word for what is to come stands so close before what comes.
SOON = 3
# No sentence is so far back.
NEVER = -1_000


class Frame(NamedTuple):
    """Where and when the story stands before a sentence.

    `since` is the sentence that told the day, `on` the day on which the place was told.
    """

    day: Date | None = None
    since: int = NEVER
    planned: bool = False
    spot: Spot | None = None
    on: Date | None = None
    ahead: bool = False


class Frames:
    """The frame of each sentence of an article, as far as they are asked for."""

    def __init__(self, scene: Scene) -> None:
        """Open an article."""
        self.scene = scene
        self.found = [Frame()]

    def __getitem__(self, number: int) -> Frame:
        """Return the frame of a sentence: a day or place told later replaces the one before."""
        while len(self.found) <= number:
            self.found.append(told_by(self.scene, len(self.found) - 1, self.found[-1]))
        return self.found[number]


def told_by(scene: Scene, number: int, frame: Frame) -> Frame:
    """Return the frame after a sentence; a caption sets none, unless it alone dates the news.

    After a sentence about the time before, the text goes on where it was.
    """
    first, last = scene.bounds[number]
    if caption(scene, number) and number != scene.lead_sentence():
        return frame
    if near(scene, first, "nextday", 0, OPENING):
        frame = moving(frame, next_day(frame), number)
    for unit, date in events(scene, number):
        since = NEVER if near(scene, first, "history", 0, last - first) else number
        frame = moving(frame, date, since)._replace(planned=near(scene, unit, "future"))
    place = setting(scene, number)
    coming = ahead(scene, number, going_on=frame.ahead)
    frame = frame._replace(ahead=coming) if coming != frame.ahead else frame
    return frame._replace(spot=place, on=frame.day) if place is not None else frame


def ahead(scene: Scene, number: int, *, going_on: bool) -> bool:
    """Tell whether a sentence tells of a meeting or a journey to come: "will receive", "a ceremony will be held".

    A sentence without a day that goes on about such a plan tells of what is to come too.
    """
    first, last = scene.bounds[number]
    events = scene.where(*EVENTS, first=first, last=last)
    if not events or scene.holds(first, last, "perfect"):
        return False
    return (going_on and "D" not in scene.units.string[first:last]) or any(
        near(scene, unit, "future", SOON, 0)
        or (near(scene, unit, "future", 0, CLAUSE) and near(scene, unit, "occurs", 0, CLAUSE))
        for unit in events
    )


def moving(frame: Frame, day: Date | None, since: int) -> Frame:
    """Return a frame on a new day; a place told with another day is left behind."""
    stays = frame.on is None or day is None or day.agrees(frame.on)
    return Frame(day, since, frame.planned, frame.spot if stays else None, frame.on if stays else None)


def next_day(frame: Frame) -> Date | None:
    """Return the day after that of a frame."""
    return moved(month(frame.day), "day", 1)


def caption(scene: Scene, number: int) -> bool:
    """Tell whether a sentence stands under a picture."""
    return scene.units.document.sentences[number].role == "caption"


def events(scene: Scene, number: int) -> Iterator[tuple[int, Date]]:
    """Yield the days on which a sentence says that something happens: none of history, none told as an end.

    Several days from one to another are one, where they open the sentence.
    """
    first, last = scene.bounds[number]
    for unit, date in scene.dates(first, last):
        if len(date.edtf.split("/")[0]) != DAY or ("/" in date.edtf and unit - first > SPAN):
            continue
        if not ending(scene, unit) and not bygone(scene, date) and scene.units.string[unit - 1] != "(":
            yield unit, date


def setting(scene: Scene, number: int) -> Spot | None:
    """Return the city or venue in which a sentence sets its event."""
    first, last = scene.bounds[number]
    if near(scene, first, "history", 0, last - first) and not any(events(scene, number)):
        return None
    eventful = number == scene.lead_sentence() or opening(scene, number) or scene.where(*EVENTS, first=first, last=last)
    named = [s for s in spots(scene, first) if s.kind != "country" and (eventful or s.at - first < OPENING)]
    return max(named, key=lambda s: (s.rank, -s.at), default=None)


def opening(scene: Scene, number: int) -> bool:
    """Tell whether a sentence opens the text below its headline."""
    sentences = scene.units.document.sentences
    return sentences[number].role == "body" and (number == 0 or sentences[number - 1].role == "headline")


def day(scene: Scene, frame: Frame, number: int, unit: int, *, planned: bool) -> tuple[Date | None, int]:
    """Return the day of an event of whose sentence no date is told, and how surely the text goes on about it.

    "On the same day" is the last one told; a sentence right after a dated one, or one that opens with where it
    happened, is of that day.
    """
    if near(scene, unit, "history", 20, 20) or caption(scene, number):
        return None, 0
    first, _ = scene.sentence(unit)
    if near(scene, first, "nextday", 0, OPENING):
        return next_day(frame), 1
    last = within(scene, number, unit) or frame.day or scene.discourse.lead
    inside = scene.units.string[first] in scene.of_class("at") and unit - first < OPENING
    if near(scene, unit, "sameday", 30, 30):
        return month(last), 1
    if planned == frame.planned and (inside or number - frame.since <= NEXT):
        return month(last), 1
    return None, 0


def place(scene: Scene, stands: Frames, number: int, date: Date | None, unit: int) -> Spot | None:
    """Return the place of an event of whose sentence none is told: where the text stands on its day."""
    frame, dated = stands[number], scene.lead_sentence()
    elsewhere = date is not None and frame.day is not None and not date.agrees(frame.day)
    if near(scene, unit, "history", 20, 20) or elsewhere or caption(scene, number):
        return None
    if frame.spot is not None and (date is None or frame.day is not None):
        return frame.spot
    if dated is None or date is None or date != scene.discourse.lead:
        return None
    return next((spot for n in range(dated, min(dated + NEXT, len(scene.bounds))) if (spot := setting(scene, n))), None)


def within(scene: Scene, number: int, unit: int) -> Date | None:
    """Return the last day that an event's own sentence tells before it."""
    return next((date for at, date in reversed(list(events(scene, number))) if at < unit), None)


def month(date: Date | None) -> Date | None:
    """Return a day, or of several days the month, if it is one.

    >>> month(Date("XXXX-11-04/XXXX-11-05"))
    Date(edtf='XXXX-11')
    """
    first, _, last = date.edtf.partition("/") if date is not None else ("", "", "")
    if not last:
        return date
    return Date(first[:7]) if first[:7] == last[:7] else None
