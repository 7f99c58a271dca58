"""Who stands for a delegation named without its leader ("it called on the president"), or is welcomed unnamed."""

from collections.abc import Sequence

from extract.discourse.circumstances import TERRITORIES, Scene, near
from extract.discourse.discourse import Actor, country_of
from extract.tokens.patterns import Match
from ontology.vocabulary import Concept

# A delegation's leader is named at most so many sentences before.
BACK = 8
# A guest at most so many.
RECENT = 3
# "Led by X", "X leads": the word stands so many units from the leader.
BESIDE = 3


def deputy(scene: Scene, match: Match, other: Actor, told: Sequence[tuple[int, Actor, Actor]]) -> Actor | None:
    """Return who led the delegation of a match to somebody: the last leader named, else the last who met others."""
    code = origin(scene, match)
    number = scene.units.sentence_of[match.trigger]
    first, _ = scene.bounds[max(0, number - BACK)]
    leaders = [scene.actor(at) for at in range(match.start - 1, first - 1, -1) if heads(scene, at)]
    guests = [actor for unit, *pair in reversed(told) if unit >= first for actor in pair]
    known = (actor for actor in (*leaders, *guests) if actor is not None)
    return next((a for a in known if a.country != other.country and code in (None, a.country)), None)


def guest(scene: Scene, match: Match, host: Actor) -> Actor | None:
    """Return whom somebody welcomes who "chaired the welcome": the last one of another side that is named before."""
    first, last = scene.sentence(match.trigger)
    if any(sign in scene.of_class("delegation") + "PO" for sign in scene.units.string[match.trigger : last]):
        return None
    first, _ = scene.bounds[max(0, scene.units.sentence_of[match.trigger] - RECENT)]
    known = (scene.actor(at) for at in range(match.start - 1, first - 1, -1))
    return next((a for a in known if a is not None and a.country != host.country), None)


def heads(scene: Scene, unit: int) -> bool:
    """Tell whether somebody leads a delegation, or comes with one."""
    joined = scene.units.string[unit + 1] in scene.of_class("and") and near(scene, unit, "delegation", 0, BESIDE)
    return joined or near(scene, unit, "leads", 0, BESIDE)


def origin(scene: Scene, match: Match) -> str | None:
    """Return the country that a delegation is told to be of."""
    for unit in range(match.start, match.end):
        concept = scene.concept(unit)
        if isinstance(concept, Concept) and concept.kind in TERRITORIES:
            return country_of(concept)
    return None
