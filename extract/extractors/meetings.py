"""Meetings: two named people of different polities met."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from extract.discourse.circumstances import Scene, dates_near, status, when
from extract.discourse.discourse import Actor
from extract.discourse.frames import DAY, Frames, caption, day, month, place
from extract.discourse.holders import same_post
from extract.discourse.places import where
from extract.finders.people import PersonMention
from extract.meetings.couples import Couple, couples, named_before
from extract.meetings.deputies import deputy, guest
from extract.meetings.states import state
from extract.meetings.tellings import ABOVE, OWN, Telling, joined, same
from extract.tokens.patterns import Match
from ontology.dates import Date
from ontology.facts import Meeting, Place

# Who is meant by a pronoun or a post alone stands at most so many sentences before.
RECENT = 3
# Nobody is anywhere together who talks from afar.
# A post of no more words tells no body: "Chủ tịch"; "Chủ tịch Hội đồng châu Âu" does.
BARE = 3
AFAR = ("call", "online")


class Event(NamedTuple):
    """What a sentence tells at a unit: a meeting of a form, how far it has come, and who met.

    It is `known` from a sentence before that this one goes on about.
    """

    unit: int
    form: str
    state: str
    pairs: tuple[tuple[Actor, Actor], ...]
    known: bool = False


def extract(scene: Scene, matches: Sequence[Match]) -> Iterator[tuple[Meeting, int]]:
    """Yield each meeting once: what several sentences say of one pair on one day is one fact."""
    found: dict[tuple[int, int], list[Telling]] = {}
    stands = Frames(scene)
    for event in events(scene, matches, stands):
        scene.speak(event.unit)
        for one, two in event.pairs:
            told = telling(scene, event, one, two, stands)
            known = found.setdefault((min(id(one), id(two)), max(id(one), id(two))), [])
            for index, other in enumerate(known):
                if same(other, told):
                    known[index] = joined(other, told)
                    break
            else:
                known.append(told)
    for known in found.values():
        for told in known:
            yield told.meeting, told.unit


def events(scene: Scene, matches: Sequence[Match], stands: Frames) -> Iterator[Event]:
    """Yield what each shape tells, and each sentence about "the two leaders", in text order."""
    told: list[tuple[int, Actor, Actor]] = []
    sources: list[Match | Couple] = [*matches, *couples(scene)]
    for source in sorted(sources, key=lambda s: s.start):
        event = shaped(scene, source, stands, told) if isinstance(source, Match) else paired(scene, source, told)
        if event is not None and event.pairs:
            told.extend((event.unit, *pair) for pair in event.pairs)
            yield event


def shaped(scene: Scene, match: Match, stands: Frames, told: Sequence[tuple[int, Actor, Actor]]) -> Event | None:
    """Return what a match of a shape tells: each two people of it who stand on different sides met."""
    far = state(scene, match, stands)
    if "a" in match.slots and "b" in match.slots:
        actors = [opposed(scene, a, b) for a in match.slots["a"] for b in match.slots["b"]]
    else:
        hosts = [scene.actor(unit) for name in match.slots for unit in match.slots[name]]
        welcome = scene.units.string[match.trigger] in scene.of_class("parades")
        actors = [
            (guest(scene, match, host) if welcome else deputy(scene, match, host, told), host)
            for host in hosts
            if host is not None
        ]
    pairs = tuple((a, b) for a, b in actors if a is not None and b is not None and across(a, b))
    return Event(match.trigger, str(match.pattern.fixed.get("form")), far, pairs) if far is not None else None


def opposed(scene: Scene, a: int, b: int) -> tuple[Actor | None, Actor | None]:
    """Return two people who meet; one without a name is somebody else where both would be of one side."""
    one, two = scene.actor(a), scene.actor(b)
    if one is None or two is None or one.country != two.country:
        return one, two
    return another(scene, a, two) or one, another(scene, b, one) or two


def another(scene: Scene, unit: int, other: Actor) -> Actor | None:
    """Return the last person before a unit without a name whom it can mean, and who meets the other one."""
    mention = scene.units.mentions[unit]
    if mention is None or mention.name:
        return None
    number = scene.units.sentence_of[unit]
    first, _ = scene.bounds[max(0, number - RECENT)]
    for at in range(unit - 1, first - 1, -1):
        actor = scene.actor(at)
        if actor is not None and across(actor, other) and means(mention, actor):
            return actor
    return None


def means(mention: PersonMention, actor: Actor) -> bool:
    """Tell whether a mention without a name can mean somebody: a pronoun anybody, a post who holds it."""
    return not mention.titles or any(same_post(mention.titles[-1], own) for own, _ in actor.titles)


def paired(scene: Scene, couple: Couple, told: Sequence[tuple[int, Actor, Actor]]) -> Event | None:
    """Return what is told of a couple, who are known from the sentences before."""
    far, pair = status(scene, couple.start), named_before(scene, couple, told)
    pairs = (pair,) if pair is not None and across(*pair) else ()
    return Event(couple.start, couple.form, far, pairs, couple.known) if far is not None else None


def telling(scene: Scene, event: Event, one: Actor, two: Actor, stands: Frames) -> Telling:
    """Return what an event tells of two people who met."""
    date, dated = when_met(scene, event.unit, stands, event.state)
    if date is None and event.state != "planned":
        date = of_the_news(scene, event.unit, one, two)
    spot, placed = (None, 0) if event.form in AFAR else where_met(scene, event.unit, stands, date)
    assert one.person is not None  # noqa: S101  across() has asked
    assert two.person is not None  # noqa: S101
    meeting = Meeting(one.person, two.person, date, spot, event.form, event.state)
    return Telling(meeting, event.unit, ABOVE if event.known else dated, placed)


def when_met(scene: Scene, unit: int, stands: Frames, state: str) -> tuple[Date | None, int]:
    """Return the day of a meeting, and how surely it is its: of its sentence, or inherited."""
    date = when(scene, unit)
    if date is None and state != "planned":
        spans = (date for _, date in dates_near(scene, unit) if len(date.edtf.partition("/")[2]) == DAY)
        date = month(next(spans, None))
    if date is not None:
        return date, OWN
    number = scene.units.sentence_of[unit]
    return day(scene, stands[number], number, unit, planned=state == "planned")


def of_the_news(scene: Scene, unit: int, one: Actor, two: Actor) -> Date | None:
    """Return the day of the news for what a headline or caption shows, if the sentence that dates it names both."""
    dated, number = scene.lead_sentence(), scene.units.sentence_of[unit]
    if dated is None or not (number < dated or caption(scene, number)):
        return None
    cast = [scene.actor(at) for at in range(*scene.bounds[dated])]
    return scene.discourse.lead if one in cast and two in cast else None


def where_met(scene: Scene, unit: int, stands: Frames, date: Date | None) -> tuple[Place | None, int]:
    """Return the place of a meeting, and how much it says: of its sentence, or of those before it on the same day."""
    spot = where(scene, unit)
    if spot is not None:
        return spot.place, 1 + spot.rank
    inherited = place(scene, stands, scene.units.sentence_of[unit], date, unit)
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
    return one.country != two.country and placed(one) and placed(two)


def placed(actor: Actor) -> bool:
    """Tell whether somebody is of a country, or holds a post of state or of a body: a chairman may be a school's."""
    return actor.country is not None or any(
        title.polities or title.bodies or title.lands or title.head.get("of") == "state" or len(words) > BARE
        for title, _ in actor.titles
        if (words := title.title.split())
    )
