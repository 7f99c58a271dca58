"""Which polities or bodies a phrase is about: pairs written together, "between A and B", "the two countries"."""

from extract.circumstances import Scene
from ontology.facts import Body, Polity, Side
from ontology.vocabulary import Concept

POLITY = "polities"


def polity(scene: Scene, unit: int) -> Concept | None:
    """Return the polity of a unit, if it is one."""
    concept = scene.concept(unit)
    return concept if isinstance(concept, Concept) and concept.scheme == POLITY else None


def dyads(scene: Scene, unit: int) -> list[tuple[int, tuple[Concept, Concept]]]:
    """Return the pairs of polities written together in a unit's sentence ("Việt Nam - Lào"), with their place."""
    first, last = scene.sentence(unit)
    joints = "-&" + scene.of_class("and") + scene.of_class("with")
    found: list[tuple[int, tuple[Concept, Concept]]] = []
    for at in range(first, last - 2):
        if scene.units.string[at + 1] not in joints:
            continue
        one, two = polity(scene, at), polity(scene, at + 2)
        if one is not None and two is not None and one.notation != two.notation:
            found.append((at, (one, two)))
    return found


def parties(scene: Scene, unit: int, *, cities: bool = False) -> tuple[Side, ...]:
    """Return the two sides that a phrase at a unit is about, sorted by name; empty where they stay unknown.

    The nearest pair in the sentence; else its only two countries; else those that the article is about,
    with a country that the sentence names among them. With `cities`, "the two capitals" are the article's two.
    """
    first, last = scene.sentence(unit)
    if cities and any(sign in scene.of_class("twocities") for sign in scene.units.string[first:last]) and len(scene.discourse.cities) == 2:
        return sides(*scene.discourse.cities)
    pairs = dyads(scene, unit)
    if pairs:
        _, (one, two) = min(pairs, key=lambda p: abs(p[0] - unit))
        return sides(one.notation, two.notation)
    named = dict.fromkeys(
        c.notation for at in range(first, last) if (c := polity(scene, at)) is not None and c.kind in ("Country", "FormerCountry", "Bloc")
    )
    codes = [*named]
    if len(codes) == 2:
        return sides(*codes)
    main = [*scene.discourse.sides[:2]]
    if len(codes) == 1:
        home = scene.discourse.names.home
        other = home if home != codes[0] and home in scene.discourse.sides else next((c for c in main if c != codes[0]), None)
        return sides(codes[0], other) if other else ()
    if not codes and (pair := pair_before(scene, unit)):
        return pair
    if len(codes) > 2:
        near = sorted((min(abs(at - unit) for at in range(first, last) if (c := polity(scene, at)) and c.notation == n), n) for n in codes)
        return sides(near[0][1], near[1][1])
    return sides(*main) if len(main) == 2 else ()


def pair_before(scene: Scene, unit: int) -> tuple[Side, ...]:
    """Return the pair of polities last written together in the three sentences before, a bloc among them."""
    number = scene.units.sentence_of[unit]
    for earlier in range(number - 1, max(-1, number - 3), -1):
        pairs = dyads(scene, scene.bounds[earlier][0])
        if pairs and any(c.kind == "Bloc" for c in pairs[-1][1]):
            return sides(pairs[-1][1][0].notation, pairs[-1][1][1].notation)
    return ()


def sides(one: str, two: str) -> tuple[Side, ...]:
    """Return two polities in the order of their names."""
    return tuple(Polity(name) for name in sorted((one, two)))


def between(scene: Scene, first: int, last: int) -> tuple[Side, ...]:
    """Return the parties that "between … and …" names in a span of units: bodies as written, polities by notation."""
    string = scene.units.string
    opening = next((u for u in range(first, last) if string[u] in scene.of_class("between")), None)
    if opening is None:
        return ()
    joint = next((u for u in range(opening + 2, last) if string[u] in scene.of_class("and") + scene.of_class("with")), None)
    if joint is None:
        return ()
    return tuple(side for side in (written(scene, opening + 1, joint), written(scene, joint + 1, last)) if side is not None)


def written(scene: Scene, first: int, last: int) -> Side | None:
    """Return a party as written in a span: a ministry or state as its country, a city by name, else a body."""
    known = [c for u in range(first, last) if (c := polity(scene, u)) is not None]
    string = scene.units.string[first:last]
    if known and (last - first <= 2 or string[0] in scene.of_class("ministry")):
        return Polity(known[-1].notation)
    words = scene.units.words(first, last)
    return Body(words) if words[:1].isupper() else None
