"""Meetings: two named people of different polities met."""

from collections.abc import Iterator, Sequence

from extract.circumstances import Scene, near, status, when, where
from extract.discourse import Actor
from extract.patterns import Match
from ontology.dates import Date
from ontology.facts import Meeting
from ontology.vocabulary import load


def extract(scene: Scene, matches: Sequence[Match]) -> Iterator[tuple[Meeting, int]]:
    """Yield each meeting once: what several sentences say of one pair on one day is one fact."""
    found: dict[tuple[int, int], list[tuple[Meeting, int]]] = {}
    for match in sorted(matches, key=lambda m: m.start):
        for meeting, pair in pairs(scene, match):
            told = found.setdefault(pair, [])
            for index, (other, unit) in enumerate(told):
                if same_day(other.date, meeting.date):
                    told[index] = (joined(other, meeting), unit)
                    break
            else:
                told.append((meeting, match.trigger))
            scene.speak(match.trigger)
    for told in found.values():
        yield from told


def pairs(scene: Scene, match: Match) -> Iterator[tuple[Meeting, tuple[int, int]]]:
    """Yield a meeting for each two people of a match who stand on different sides."""
    state = status(scene, match.trigger)
    if state is None:
        return
    planned = state == "planned"
    date = when(scene, match.trigger, inherit=not planned and sameday(scene, match.trigger))
    place = where(scene, match.trigger)
    if place is None and date is not None and date == scene.discourse.lead and state == "done":
        place = scene.news_place()
    for a in match.slots["a"]:
        for b in match.slots["b"]:
            one, two = scene.actor(a), scene.actor(b)
            if one is None or two is None or not across(one, two):
                continue
            meeting = Meeting(one.person, two.person, date, place, str(match.pattern.fixed.get("form")), state)  # type: ignore[arg-type]
            yield meeting, (min(id(one), id(two)), max(id(one), id(two)))


def sameday(scene: Scene, unit: int) -> bool:
    """Tell whether a sentence without a date is of the day of the news: it says so, or goes on about the meeting."""
    if near(scene, unit, "history", 20, 20):
        return False
    lead = scene.lead_sentence()
    number = scene.units.sentence_of[unit]
    first, _ = scene.sentence(unit)
    inside = scene.units.string[first] in scene.of_class("at") and unit - first < 5
    return inside or near(scene, unit, "sameday", 30, 30) or (lead is not None and 0 <= number - lead <= 2)


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


def same_day(one: Date | None, two: Date | None) -> bool:
    """Tell whether two tellings can be of one day."""
    return one is None or two is None or one.agrees(two)


def joined(one: Meeting, two: Meeting) -> Meeting:
    """Put two tellings of one meeting together: the weightier form, the more exact date, the first place.

    Talks that one sentence calls online were online.
    """
    weights = {c.notation: int(c.get("weight") or 0) for c in load().concepts("forms")}
    forms = [f for f in (one.form, two.form) if f]
    form = "online" if "online" in forms else max(forms, key=lambda f: weights.get(f, 0), default=None)
    date = max((d for d in (one.date, two.date) if d), key=lambda d: d.precision(), default=None)
    state = one.status if one.status == two.status else "done" if "done" in (one.status, two.status) else one.status
    return Meeting(one.a, one.b, date, one.place or two.place, form, state)
