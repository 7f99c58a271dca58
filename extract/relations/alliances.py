"""Whose partner somebody is said to be: "A and B are C's strategic partners", "A has relations with both B and C"."""

from extract.discourse.circumstances import Scene
from extract.discourse.sides import polity, sides
from ontology.facts import Side
from ontology.vocabulary import Concept

# Units between a partner and whose it is, or what it is said of.
OWNER = 6


def allies(scene: Scene, unit: int) -> list[tuple[Side, ...]]:
    """Return the pairs of "A and B are C's strategic partners", "A has relations with both B and C" at that word."""
    string, (first, last) = scene.units.string, scene.sentence(unit)
    ends = scene.of_class("of") + scene.of_class("with")
    to = next((u for u in range(unit + 1, min(last - 1, unit + OWNER)) if string[u] in ends), None)
    if to is None:
        return []
    others = polities(scene, to + 1, last)
    copula = "-" + "".join(scene.of_class(name) for name in ("is", "lifts", "has"))
    verb = next((u for u in range(unit - 1, max(first, unit - OWNER), -1) if string[u] in copula), None)
    mine = polities_before(scene, first, verb) if verb is not None and others else []
    return [sides(m.notation, o.notation) for m in mine for o in others if m.notation != o.notation]


def polities(scene: Scene, first: int, last: int) -> list[Concept]:
    """Return the polities of a list that opens at a unit: "cả Lào, Campuchia và Thái Lan"."""
    joints = ",-" + "".join(scene.of_class(name) for name in ("and", "filler", "both"))
    found: list[Concept] = []
    for at in range(first, last):
        known = polity(scene, at)
        if known is not None:
            found.append(known)
        elif scene.units.string[at] not in joints:
            break
    return found


def polities_before(scene: Scene, first: int, last: int) -> list[Concept]:
    """Return the polities of the last list that stands in a span of units."""
    at = next((u for u in range(last - 1, first - 1, -1) if polity(scene, u) is not None), None)
    joints = ",-" + "".join(scene.of_class(name) for name in ("and", "filler", "both"))
    while at is not None and at > first and (polity(scene, at - 1) is not None or scene.units.string[at - 1] in joints):
        at -= 1
    return polities(scene, at, last) if at is not None else []
