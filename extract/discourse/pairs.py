"""Polities that a sentence writes together: "Việt Nam - Lào", "Mỹ, Nga và Trung Quốc"; and those that make no pair."""

from extract.discourse.circumstances import Scene
from ontology.vocabulary import Concept

# Classes of small words between "with" and a polity: "với lãnh đạo hai nước Nga và Trung Quốc".
SMALL = ("leaders", "twosides", "filler", "plural", "ministry")


def dyads(scene: Scene, unit: int) -> list[tuple[int, tuple[Concept, Concept]]]:
    """Return the pairs of polities written together in a unit's sentence ("Việt Nam - Lào"), with their place."""
    found = ((at, pair) for at, pair in coupled(scene, *scene.sentence(unit)) if not behind_with(scene, at))
    return [(at, pair) for at, pair in found if not listed(scene, at)]


def groups(scene: Scene, unit: int) -> list[tuple[int, tuple[Concept, ...]]]:
    """Return the pairs of a unit's sentence, and its longer lists whole: "Mỹ, Nga và Trung Quốc"."""
    found = ((at, pair) for at, pair in coupled(scene, *scene.sentence(unit)) if not behind_with(scene, at))
    return [(at, (*listed(scene, at), *pair)) for at, pair in found]


def coupled(scene: Scene, first: int, last: int) -> list[tuple[int, tuple[Concept, Concept]]]:
    """Return every two polities that a hyphen or "and" joins in the units [first, last), with their place."""
    joints, filler = "-&" + scene.of_class("and") + scene.of_class("with"), scene.of_class("filler")
    found: list[tuple[int, tuple[Concept, Concept]]] = []
    for at, one in scene.lands(first, last - 2):
        if scene.units.string[at + 1] not in joints:
            continue
        second = at + 2
        while second < last - 1 and scene.units.string[second] in filler:
            second += 1
        two = scene.polities.get(second)
        if two is not None and one.notation != two.notation:
            found.append((at, (one, two)))
    return found


def listed(scene: Scene, at: int) -> list[Concept]:
    """Return the polities of a list before "A and B" at a unit; what stands in brackets is no part of it."""
    string, first = scene.units.string, scene.sentence(at)[0]
    found: list[Concept] = []
    while string[at + 1] != "-" and at - 2 >= first and string[at - 1] == ",":
        opened = max(first, string.rfind("(", first, at - 1)) if string[at - 2] == ")" else at - 1
        known = scene.polities.get(opened - 1)
        if known is None:
            break
        at = opened - 1
        found.insert(0, known)
    return found


def behind_with(scene: Scene, at: int) -> bool:
    """Tell whether "A and B" at a unit are those with whom a third has to do: "với lãnh đạo hai nước Nga và Lào"."""
    string, first = scene.units.string, scene.sentence(at)[0]
    small, start = "".join(scene.of_class(name) for name in SMALL), at - 1
    while start > first and (string[start] in small or nameless(scene, start)):
        start -= 1
    return string[at + 1] != "-" and start > first and string[start] in scene.of_class("with")


def nameless(scene: Scene, unit: int) -> bool:
    """Tell whether a unit is a post without a name: "lãnh đạo" of two lands."""
    mention = scene.units.mentions[unit]
    return mention is not None and not mention.name


def partners(scene: Scene, at: int, stop: int) -> bool:
    """Tell whether units name two polities with whom a third has to do: "với lãnh đạo Nga và Trung Quốc"."""
    return any(behind_with(scene, place) for place, _ in coupled(scene, at, min(stop + 1, scene.sentence(at)[1])))


def local(pair: tuple[Concept, ...]) -> bool:
    """Tell whether a pair is of two towns or provinces: "đường sắt Lào Cai - Hà Khẩu" joins no two states."""
    return all(c.kind in ("City", "Province") and not c.get("isCapital") for c in pair)
