"""Which tellings are of one meeting, and what they say together."""

from typing import NamedTuple

from ontology.facts import Meeting
from ontology.vocabulary import load

# How surely a day is a meeting's: guessed for what stands above the news, gone on about, or told by its sentence.
ABOVE, NEXT, OWN = 0, 1, 2


class Telling(NamedTuple):
    """A meeting as one sentence tells it, and how surely its day and place are the sentence's own."""

    meeting: Meeting
    unit: int
    dated: int
    placed: int


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
    state = status(one, two)
    placed = max(one, two, key=lambda t: (t.placed, weights.get(t.meeting.form or "", 0)))
    meeting = Meeting(first.a, first.b, date, placed.meeting.place, form, state)
    return Telling(meeting, one.unit, dated, placed.placed)


def status(one: Telling, two: Telling) -> str | None:
    """Return how far a meeting has come: a plan with its day outweighs what is said of the meeting without one.

    Else what one sentence tells as done was done.
    """
    states = (one.meeting.status, two.meeting.status)
    if "done" not in states:
        return states[0]
    surest = max(one, two, key=lambda t: t.dated)
    return (
        "planned" if surest.meeting.status == "planned" and surest.dated == OWN and one.dated != two.dated else "done"
    )
