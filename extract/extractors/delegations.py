"""Delegations: a group that travels under a named leader."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from extract.discourse.circumstances import Scene
from extract.discourse.discourse import Actor, country_of
from extract.discourse.sides import COUNTRIES, inside, polity, told
from extract.tokens.patterns import Match
from extract.tokens.text import word_key
from extract.visits.goals import pointed
from ontology.facts import Body, Delegation, Person, Polity, Side, Visit
from ontology.vocabulary import load

# Whom a delegation stands for is told within so many units behind its word.
NEAR = 7


def extract(scene: Scene, matches: Sequence[Match], travels: Sequence[Visit]) -> Iterator[tuple[Delegation, int]]:
    """Yield each delegation once by its leader; it goes where the leader or the delegation does, or stays."""
    found: dict[int, tuple[Delegation, int]] = {}
    for unit, group_, trigger in [*led(scene, matches), *headed(scene)]:
        leader = scene.actor(unit)
        if leader is None or leader.person is None or not leader.honoured:
            continue
        named = origin_of(scene, group_)
        origin = named or home_of(leader)
        goal = next((v.destination for v in travels if v.visitor == leader.person), None)
        goal = goal or next((v.destination for v in travels if not v.visitor and v.origin == home_of(leader)), None)
        goal = goal or where(scene, trigger, leader)
        if origin is not None and (goal is not None or abroad(scene, trigger, leader, named)):
            found.setdefault(id(leader), (Delegation(leader.person, origin, goal), scene.speak(trigger)))
    yield from found.values()


def where(scene: Scene, unit: int, leader: Actor) -> Polity | None:
    """Return the country abroad in which a sentence sets what a delegation does."""
    first, last = scene.sentence(unit)
    string, filler = scene.units.string, scene.of_class("filler")
    for at in range(first, last):
        if string[at] not in scene.of_class("at"):
            continue
        known = polity(scene, next((u for u in range(at + 1, last) if string[u] not in filler), at))
        code = country_of(known) if known is not None else None
        if code not in (None, leader.country):
            return Polity(code)
    return None


def chiefs(scene: Scene, matches: Sequence[Match]) -> dict[Side, set[Person]]:
    """Return who leads the delegations of an article, by whom they stand for and by their country."""
    found: dict[Side, set[Person]] = defaultdict(set)
    for unit, group_, _ in [*led(scene, matches), *headed(scene)]:
        leader = scene.actor(unit)
        if leader is not None and leader.person is not None and leader.honoured:
            for side in (origin_of(scene, group_), home_of(leader)):
                if side is not None:
                    found[side].add(leader.person)
    return found


def led(scene: Scene, matches: Sequence[Match]) -> Iterator[tuple[int, int, int]]:
    """Yield who leads a delegation by a shape: the units of the leader, of the delegation, and of the word for it."""
    for match in matches:
        for unit in leaders(scene, match):
            yield unit, group(scene, match, unit), match.trigger


def headed(scene: Scene) -> Iterator[tuple[int, int, int]]:
    """Yield who leads a delegation by a title: "trưởng đoàn Việt Nam Lê Quốc Phong", "trưởng đoàn là ông A"."""
    heading = scene.of_class("head")
    for unit in scene.people if heading else ():
        mention = scene.units.mentions[unit]
        heads = mention.titles if mention is not None else ()
        if mention is None or not any(scene.lexicon.is_a(word_key(t.head.notation), "head") for t in heads):
            continue
        leader = unit if mention.name else namesake(scene, unit)
        if leader is not None and scene.units.mentions[leader] is not None:
            yield leader, unit, unit


def namesake(scene: Scene, unit: int) -> int | None:
    """Return the unit of who is said to have a title: "the head is Mr A", "Mr A is the head"."""
    string, is_ = scene.units.string, scene.of_class("is")
    first, last = scene.sentence(unit)
    if string[unit - 1] in is_:
        return next((u for u in range(unit - 1, first - 1, -1) if string[u] in "PO"), None)
    verb = next((u for u in range(unit + 1, min(unit + NEAR, last)) if string[u] in is_ + "PO,;"), unit)
    return verb + 1 if string[verb] in is_ else None


def leaders(scene: Scene, match: Match) -> Iterator[int]:
    """Yield the units of who leads: "Mr A met Mr B, who leads a delegation" is about Mr B.

    Of several, only those joined by "and"; nobody leads whom a word of meeting parts from the delegation.
    """
    string, who = scene.units.string, scene.of_class("who")
    apart = "".join(scene.of_class(name) for name in ("with", "meet", "talks", "recv"))
    units = match.slots.get("leader", ())
    for index, unit in enumerate(units):
        if index + 1 < len(units) and "&" not in string[unit : units[index + 1]]:
            continue
        verb = next((u for u in range(unit + 1, match.end) if string[u] in scene.of_class("leads")), unit)
        if string[verb - 1] in who:
            yield next(u for u in range(verb - 1, unit - 1, -1) if u == unit or string[u] in "PO")
        elif not any(sign in apart for sign in string[min(unit, group(scene, match, unit)) + 1 : max(unit, verb)]):
            yield unit


def group(scene: Scene, match: Match, unit: int) -> int:
    """Return the unit of the word for the delegation that a leader leads: the last before "led by", else the next."""
    string, words = scene.units.string, scene.of_class("delegation")
    heads = any(sign in scene.of_class("heads") for sign in string[unit : match.end])
    if heads and string[unit - 1] in scene.of_class("ledby") and string[unit - 2] in "PO":
        return unit - 2
    before = (u for u in range(unit - 1, match.start - 1, -1) if string[u] in words)
    after = (u for u in range(unit + 1, match.end) if string[u] in words + scene.of_class("heads"))
    return next(before, next(after, unit))


def origin_of(scene: Scene, unit: int) -> Side | None:
    """Return whom a delegation at a unit stands for as its own words name it; None where they do not.

    A polity after a word of travel is where it goes, not whom it stands for.
    """
    string, mention, words = scene.units.string, scene.units.mentions[unit], scene.of_class("delegation")
    if mention is not None:
        lands = [land for title in mention.titles for land in title.polities]
        if lands:
            return Polity(lands[-1].notation)
        unit = next((u for u in range(unit - 1, unit - NEAR, -1) if string[u] in words + "|"), unit)
    names = ("travel", "trip", "arrive", "landed", "at", "to", "summit", "includes", "ledby", "with")
    away = "".join(scene.of_class(name) for name in names) + ",.;|PO"
    for at in range(unit + 1, min(unit + 1 + NEAR, scene.sentence(unit)[1])):
        if string[at] in scene.of_class("here"):
            land = pointed(scene, at, "", ())
            return Polity(land.notation) if land is not None else None
        if string[at] in away:
            return None
        known = polity(scene, at)
        if known is not None or string[at] == "B":
            return Polity(known.notation) if known is not None else Body(scene.units.words(at, at + 1))
    return None


def home_of(leader: Actor) -> Side | None:
    """Return whom somebody stands for who leads a delegation that no word names."""
    return Polity(leader.city or leader.country) if leader.country is not None else None


def abroad(scene: Scene, unit: int, leader: Actor, named: Side | None) -> bool:
    """Tell whether a delegation meets another polity: it is named by its state, or another stands in its sentence.

    Of a foreigner's, who is only guessed to be of a state, some polity must be named.
    """
    home = scene.discourse.names.home
    if named == Polity(home) or (
        leader.country != home and (named is not None or inside(scene, *scene.sentence(unit)))
    ):
        return True
    known = (load().find("polities", code) for code in told(scene, *scene.sentence(unit)) - {home, leader.country})
    return any(concept is not None and concept.kind in COUNTRIES for concept in known)
