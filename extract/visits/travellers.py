"""Who travels: the people, posts and delegations of a telling, for a country or a city; and whose a journey is not."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from extract.discourse.circumstances import Scene, near
from extract.discourse.discourse import Actor, country_of
from extract.discourse.nationality import union
from extract.discourse.parties import party
from extract.discourse.sides import inside, polity
from extract.tokens.patterns import Match
from extract.tokens.text import word_key
from extract.visits.enumerations import listed
from ontology.dates import Date
from ontology.facts import Person
from ontology.vocabulary import Concept, load

# Whose a journey is stands within so many units after its goal: "chuyến thăm Lào lần này của ông Nguyễn Văn An".
OWNER = 4
# For whom a delegation travels stands within so many units before its leader.
SENDER = 8


class Traveller(NamedTuple):
    """Who travels: a person or, without one, a delegation or a post; for a country, or for a city of it."""

    person: Person | None
    country: str
    city: str | None = None
    post: bool = False
    seat: str | None = None
    dates: tuple[Date, ...] = ()


def travellers(scene: Scene, match: Match) -> Iterator[Traveller]:
    """Yield who travels; a delegation without a named leader is nobody."""
    for unit, dates in listed(scene, match):
        actor = guest(scene, match, unit)
        land = union(actor) or actor.country if actor is not None else None
        if actor is not None and along(scene, match, unit, actor):
            continue
        if actor is not None and actor.person is not None and land is not None and actor.honoured:
            yield Traveller(
                actor.person, land, actor.city or town(scene, unit), seat=seat(scene, unit), dates=tuple(dates)
            )
        elif actor is None and (country := scene.post(unit)) is not None:
            yield Traveller(None, country, post=titled(scene, unit), dates=tuple(dates))
    if "visitor" not in match.slots:
        left = scene.of_class("departs")
        for unit in (u for u in match.slots.get("origin", ()) if scene.units.string[u - 1] not in left):
            side = party(scene, unit, unit + 1)
            named = any(s in "PO" for s in scene.units.string[match.start : match.end])
            concept = load().find("polities", side.state) if side and side.state and not named else None
            if concept is not None:
                city = concept.notation if concept.kind in ("City", "Province") else None
                yield Traveller(None, country_of(concept) or concept.notation, city)


def town(scene: Scene, unit: int) -> str | None:
    """Return the city whose post somebody has at a unit: "the then mayor of Vientiane", "Hanoi's, led by its mayor"."""
    mention = scene.units.mentions[unit]
    titles = [title for title in mention.titles if title.head.kind != "Style"] if mention is not None else []
    if not titles or any(title.head.get("of") == "state" for title in titles):
        return None
    cities = [p.notation for p in titles[-1].polities if p.kind in ("City", "Province")]
    if cities or titles[-1].head.get("of") != "city" or scene.units.string[unit - 1] not in scene.of_class("ledby"):
        return cities[0] if cities else None
    first = max(scene.sentence(unit)[0], unit - SENDER)
    senders = [polity(scene, at) for at in range(first, unit)]
    return next((p.notation for p in senders if p is not None and p.kind in ("City", "Province")), None)


def along(scene: Scene, match: Match, unit: int, actor: Actor) -> bool:
    """Tell whether somebody only comes along: the wife of a leader, named beside him, or "with her husband"."""
    heads = {word_key(title.head.notation) for title, _ in actor.titles if title.head.kind != "Style"}
    if not heads or not all(scene.lexicon.is_a(head, "consort") for head in heads):
        return False
    return len(match.slots.get("visitor", ())) > 1 or scene.holds(unit, max(unit, match.trigger), "husband")


def seat(scene: Scene, unit: int) -> str | None:
    """Return the country to which an envoy is posted: "Đại sứ Lào tại Việt Nam"."""
    mention = scene.units.mentions[unit]
    posts = (
        [title for title in mention.titles if scene.lexicon.is_a(word_key(title.head.notation), "envoy")]
        if mention is not None
        else []
    )
    sent = {polity.notation for title in posts for polity in title.polities}
    seats = (country_of(known) for known in inside(scene, unit, unit + 1) if known.notation not in sent)
    return next(seats, None) if posts else None


def pronoun(scene: Scene, unit: int) -> bool:
    """Tell whether somebody is meant by a word such as "he" alone."""
    mention = scene.units.mentions[unit]
    return mention is not None and not mention.name and not mention.titles


def titled(scene: Scene, unit: int) -> bool:
    """Tell whether a post is one that a single person holds, and no mere "leader"."""
    mention = scene.units.mentions[unit]
    return mention is not None and bool(mention.titles) and mention.titles[-1].head.kind != "Style"


def guest(scene: Scene, match: Match, unit: int) -> Actor | None:
    """Return who a visitor is; what somebody is said to be ("the first president to visit") means that somebody.

    A pronoun that would be at home means the last person before it who would not.
    """
    actor, string = scene.actor(unit), scene.units.string
    mention = scene.units.mentions[unit]
    if mention is not None and not mention.name and unit and string[unit - 1] in scene.of_class("is"):
        return subject(scene, unit)
    goal = scene.concept(match.slots["destination"][0]) if match.slots.get("destination") else None
    land = country_of(goal) if isinstance(goal, Concept) else None
    if actor is None or not pronoun(scene, unit) or actor.country != land:
        return actor
    first, _ = scene.sentence(unit)
    others = (scene.actor(u) for u in range(unit - 1, first - 1, -1))
    return next((other for other in others if other is not None and other.country not in (None, land)), actor)


def subject(scene: Scene, unit: int) -> Actor | None:
    """Return the last subject of a sentence before a unit."""
    first, _ = scene.sentence(unit)
    at = next((u for u in range(unit - 1, first - 1, -1) if scene.units.string[u] == "P"), None)
    return scene.actor(at) if at is not None else None


def another(scene: Scene, match: Match) -> bool:
    """Tell whether the journey is said to be of somebody else than the visitor found."""
    visitors = match.slots.get("visitor", ())
    if not visitors:
        return False
    if visitors[0] > match.trigger:
        return not owned(scene, visitors[0]) and subject(scene, match.trigger) is not None
    return possessed(scene, match, visitors[-1]) or disowned(scene, match, visitors) or met(scene, match, visitors[-1])


def met(scene: Scene, match: Match, visitor: int) -> bool:
    """Tell whether somebody is but met by a traveller: "hội đàm với ông B trước khi tới Lào", "… và thăm Lào"."""
    string, turns = scene.units.string, scene.of_class("earlier") + scene.of_class("after")
    if string[visitor] != "O":
        return False
    joined = string[visitor + 1] == "&" and string[visitor - 1] in scene.of_class("with")
    return joined or any(sign in turns for sign in string[visitor : match.trigger])


def owned(scene: Scene, unit: int) -> bool:
    """Tell whether a person stands right after "of" or "led by"."""
    whose = scene.of_class("of") + scene.of_class("delegation") + scene.of_class("ledby")
    return scene.units.string[unit - 1] in whose


def possessed(scene: Scene, match: Match, visitor: int) -> bool:
    """Tell whether another person is named as whose the journey is: "Mr A spoke of the visit to Laos of Mr B"."""
    string, of = scene.units.string, scene.of_class("of")
    if any(string[u] in "PO" and string[u - 1] in of for u in range(visitor + 2, match.trigger)):
        return True
    _, last = scene.sentence(visitor)
    for at in range(match.end, min(match.end + OWNER, last - 1)):
        if string[at] in of:
            mine, owner = scene.actor(visitor), scene.actor(at + 1)
            return string[at + 1] in "PO" and not pronoun(scene, at + 1) and (owner is None or owner is not mine)
        if string[at] in ",;":
            break
    return False


def disowned(scene: Scene, match: Match, visitors: Sequence[int]) -> bool:
    """Tell whether a word for somebody else stands between a word of travel and its goal."""
    if not match.slots.get("destination"):
        return False
    whose = scene.of_class("of") + scene.of_class("delegation") + scene.of_class("ledby")
    goal = match.slots["destination"][0]
    between = any(sign in whose for sign in scene.units.string[match.trigger + 1 : goal])
    return between and not any(match.trigger < v < goal for v in visitors) and not near(scene, goal, "invited", 4)
