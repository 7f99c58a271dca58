"""Where a journey goes: the goal that its words name, the land they point to, or whoever receives the traveller."""

from collections.abc import Iterator, Sequence

from extract.discourse.circumstances import TERRITORIES, Scene, near
from extract.discourse.discourse import country_of
from extract.discourse.sides import polity
from extract.tokens.patterns import Match
from ontology.vocabulary import Concept, load

# Words for a meeting: whoever is its other side is at home where somebody comes to see them.
RECEPTIONS = ("recv", "welcome", "meet", "talks")


def goals(scene: Scene, match: Match, country: str) -> Iterator[tuple[int, Concept]]:
    """Yield where a journey from a country goes, with its unit: what the shape names, or what "this land" points to.

    One that comes to a reception goes to the country of who receives.
    """
    if "destination" in match.slots:
        named = ((d, scene.concept(d)) for d in match.slots["destination"] if reached(scene, match.trigger, d))
        yield from ((d, goal) for d, goal in named if isinstance(goal, Concept))
        return
    pointer = next(
        (u for u in range(match.trigger + 1, match.end) if scene.units.string[u] in scene.of_class("here")), None
    )
    if pointer is not None:
        land = pointed(scene, pointer, country, match.slots.get("visitor", ()))
        if land is not None:
            yield pointer, land
    elif scene.units.string[match.trigger] in scene.of_class("comes") and scene.units.string[match.end] not in "CYK":
        code = receiver(scene, match.start, country)
        goal = load().find("polities", code) if code else None
        if goal is not None:
            yield match.trigger, goal


def reached(scene: Scene, trigger: int, unit: int) -> bool:
    """Tell whether a land is a goal: no land of people who are seen, and nothing that is but done where one comes.

    "Thăm các công dân Việt Nam", "đến biên giới để gặp binh sĩ Mỹ", "tới một mỏ lớn nhất nước này".
    """
    string = scene.units.string
    if string[unit - 1] in scene.of_class("folk"):
        return False
    return trigger > unit or not scene.holds(trigger + 1, unit, "purpose", "here")


def pointed(scene: Scene, unit: int, country: str, visitors: Sequence[int]) -> Concept | None:
    """Return the country that "this land" means: "our land", else the last one named, by itself or with its leader.

    It is no goal for somebody from there.
    """
    if scene.units.string[unit] in scene.of_class("us"):
        return load().find("polities", scene.discourse.names.home)
    first, _ = scene.sentence(max(0, scene.sentence(unit)[0] - 2))
    for at in range(unit - 1, first - 1, -1):
        if at in visitors and scene.units.string[at] == "P":
            continue
        known, actor = polity(scene, at), scene.actor(at)
        code = (
            country_of(known) if known is not None and known.kind in TERRITORIES else actor.country if actor else None
        )
        if code is not None:
            return load().find("polities", code) if code != country else None
    return None


def receiver(scene: Scene, unit: int, country: str) -> str | None:
    """Return the country that receives somebody from another, or whose leader does, named before a unit."""
    first, _ = scene.sentence(unit)
    if not any(near(scene, unit, name, unit - first) for name in RECEPTIONS):
        return None
    for at in range(first, unit):
        known, actor = polity(scene, at), scene.actor(at)
        code = actor.country if actor is not None else country_of(known) if known is not None else None
        if code not in (None, country):
            return code
    return None


def host(scene: Scene, unit: int, country: str, *, main: bool) -> str | None:
    """Return the country where somebody from a country is a guest, where no word names it.

    That of who meets them in the sentence, else with `main` the article's other main side.
    """
    first, last = scene.sentence(unit)
    if any(near(scene, unit, name, unit - first, last - unit) for name in RECEPTIONS):
        others = (scene.actor(at) for at in range(first, last))
        code = next((a.country for a in others if a is not None and a.country not in (None, country)), None)
        if code is not None:
            return code
    mains = scene.discourse.sides[:2]
    return next((code for code in mains if code != country), None) if main and country in mains else None
