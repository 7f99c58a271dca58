"""Meetings: two named people of different polities met."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.circumstances import Scene, dates_near, when
from extract.discourse import Actor
from extract.frames import DAY, Frame, caption, day, frames, month, place
from extract.patterns import Match
from extract.places import where
from extract.states import state as state_of
from ontology.dates import Date
from ontology.facts import Meeting, Place
from ontology.vocabulary import load


@dataclass(frozen=True, slots=True)
class Telling:
    """A meeting as one sentence tells it, and how surely its day and place are the sentence's own."""

    meeting: Meeting
    unit: int
    dated: int
    placed: int


# How surely a day is a meeting's: guessed for what stands above the news, gone on about, or told by its sentence.
ABOVE, NEXT, OWN = 0, 1, 2
# Nobody is anywhere together who talks from afar.
AFAR = ("call", "online")


def extract(scene: Scene, matches: Sequence[Match]) -> Iterator[tuple[Meeting, int]]:
    """Yield each meeting once: what several sentences say of one pair on one day is one fact."""
    found: dict[tuple[int, int], list[Telling]] = {}
    stands = frames(scene)
    for match in sorted(matches, key=lambda m: m.start):
        for telling, pair in pairs(scene, match, stands):
            told = found.setdefault(pair, [])
            for index, other in enumerate(told):
                if same(other, telling):
                    told[index] = joined(other, telling)
                    break
            else:
                told.append(telling)
            scene.speak(match.trigger)
    for told in found.values():
        for telling in told:
            yield telling.meeting, telling.unit


def pairs(scene: Scene, match: Match, stands: Sequence[Frame]) -> Iterator[tuple[Telling, tuple[int, int]]]:
    """Yield a meeting for each two people of a match who stand on different sides."""
    state = state_of(scene, match, stands)
    if state is None:
        return
    form = str(match.pattern.fixed.get("form"))
    told, dated = when_met(scene, match, stands, state)
    for a in match.slots["a"]:
        for b in match.slots["b"]:
            one, two = scene.actor(a), scene.actor(b)
            if one is None or two is None or not across(one, two):
                continue
            date = told or (of_the_news(scene, match.trigger, one, two) if state != "planned" else None)
            spot, placed = (None, 0) if form in AFAR else where_met(scene, match, stands, date)
            meeting = Meeting(one.person, two.person, date, spot, form, state)  # type: ignore[arg-type]
            pair = (min(id(one), id(two)), max(id(one), id(two)))
            yield Telling(meeting, match.trigger, dated, placed), pair


def when_met(scene: Scene, match: Match, stands: Sequence[Frame], state: str) -> tuple[Date | None, int]:
    """Return the day of a meeting, and how surely it is its: of its sentence, or inherited."""
    date = when(scene, match.trigger)
    if date is None and state != "planned":
        spans = (date for _, date in dates_near(scene, match.trigger) if len(date.edtf.partition("/")[2]) == DAY)
        date = month(next(spans, None))
    if date is not None:
        return date, OWN
    number = scene.units.sentence_of[match.trigger]
    return day(scene, stands[number], number, match.trigger, planned=state == "planned")


def of_the_news(scene: Scene, unit: int, one: Actor, two: Actor) -> Date | None:
    """Return the day of the news for what a headline or caption shows, if the sentence that dates it names both."""
    dated, number = scene.lead_sentence(), scene.units.sentence_of[unit]
    if dated is None or not (number < dated or caption(scene, number)):
        return None
    cast = [scene.actor(at) for at in range(*scene.bounds[dated])]
    return scene.discourse.lead if one in cast and two in cast else None


def where_met(scene: Scene, match: Match, stands: Sequence[Frame], date: Date | None) -> tuple[Place | None, int]:
    """Return the place of a meeting, and how much it says: of its sentence, or of those before it on the same day."""
    spot = where(scene, match.trigger)
    if spot is not None:
        return spot.place, 1 + spot.rank
    inherited = place(scene, stands, scene.units.sentence_of[match.trigger], date, match.trigger)
    return (inherited.place, 1) if inherited is not None else (None, 0)


def across(one: Actor, two: Actor) -> bool:
    """Tell whether two people stand for different polities and hold posts."""
    if (
        one is two
        or one.person is None
        or two.person is None
        or not (one.honoured and two.honoured and (one.titles or two.titles))
    ):
        return False
    return (
        one.country != two.country
        and (one.country is not None or bool(one.titles))
        and (two.country is not None or bool(two.titles))
    )


def same(one: Telling, two: Telling) -> bool:
    """Tell whether two tellings can be of one meeting: of one day, or of a day that is only guessed."""
    ours, theirs = one.meeting.date, two.meeting.date
    return ours is None or theirs is None or ours.agrees(theirs) or ABOVE in (one.dated, two.dated)


def joined(one: Telling, two: Telling) -> Telling:
    """Put two tellings of one meeting together: the weightier form, the surer and more exact date and place.

    Talks that one sentence calls online were online.
    """
    first, second = one.meeting, two.meeting
    weights = {c.notation: int(c.get("weight") or 0) for c in load().concepts("forms")}
    forms = [f for f in (first.form, second.form) if f]
    form = "online" if "online" in forms else max(forms, key=lambda f: weights.get(f, 0), default=None)
    dates = [(t.dated, t.meeting.date.precision(), t.meeting.date) for t in (one, two) if t.meeting.date]
    dated, _, date = max(dates, key=lambda d: d[:2], default=(ABOVE, 0, None))
    state = (
        first.status
        if first.status == second.status
        else "done"
        if "done" in (first.status, second.status)
        else first.status
    )
    placed = max(one, two, key=lambda t: t.placed)
    meeting = Meeting(first.a, first.b, date, placed.meeting.place, form, state)
    return Telling(meeting, two.unit if two.dated > one.dated else one.unit, dated, placed.placed)
