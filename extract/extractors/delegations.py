"""Delegations: a group that travels under a named leader."""

from collections.abc import Iterator, Sequence

from extract.circumstances import Scene
from extract.discourse import Actor
from extract.patterns import Match
from extract.sides import polity, told
from ontology.facts import Body, Delegation, Polity, Side, Visit


def extract(scene: Scene, matches: Sequence[Match], travels: Sequence[Visit]) -> Iterator[tuple[Delegation, int]]:
    """Yield each delegation once by its leader; it goes where the leader's first visit goes."""
    found: dict[int, tuple[Delegation, int]] = {}
    for match in matches:
        for unit in match.slots.get("leader", ()):
            leader = scene.actor(unit)
            origin = origin_of(scene, match, leader) if leader is not None else None
            if leader is None or leader.person is None or origin is None:
                continue
            goal = next((v.destination for v in travels if v.visitor == leader.person), None)
            first, last = scene.sentence(match.trigger)
            at_home = leader.country == scene.discourse.names.home and goal is None
            if at_home and not told(scene, first, last) - {leader.country, origin.name}:
                continue
            found.setdefault(id(leader), (Delegation(leader.person, origin, goal), scene.speak(match.trigger)))
    yield from found.values()


def origin_of(scene: Scene, match: Match, leader: Actor | None) -> Side | None:
    """Return whom the delegation stands for: as named in the match, else the leader's country.

    A polity after a word of travel is where it goes, not whom it stands for.
    """
    away = (
        scene.of_class("travel")
        + scene.of_class("arrive")
        + scene.of_class("at")
        + scene.of_class("to")
        + scene.of_class("summit")
        + ","
    )
    for unit in match.slots.get("origin", ()):
        opening = next(
            (u for u in range(unit - 1, match.start - 1, -1) if scene.units.string[u] in scene.of_class("delegation")),
            unit,
        )
        if any(sign in away for sign in scene.units.string[opening:unit]):
            break
        known = polity(scene, unit)
        return Polity(known.notation) if known is not None else Body(scene.units.words(unit, unit + 1))
    if leader is None or leader.country is None:
        return None
    return Polity(leader.city or leader.country)
