"""Relations: the formal level of the relation of two polities."""

from collections.abc import Iterator

from extract.circumstances import Scene, near
from extract.finders.dates import DateMention
from extract.sides import dyads, parties, states, supported
from ontology.dates import Date
from ontology.facts import Polity, Relation, Side

LEVELS = {
    "level_comprehensive_strategic": "comprehensive strategic partnership",
    "level_strategic": "strategic partnership",
    "level_comprehensive": "comprehensive partnership",
    "level_special": "special relationship",
    "level_sister": "sister cities",
    "setup": "diplomatic relations",
}


def extract(scene: Scene) -> Iterator[tuple[Relation, int]]:
    """Yield each level of each pair once, with the date it began where one sentence gives it."""
    found: dict[tuple[tuple[Side, ...], str], tuple[Relation, int]] = {}
    instruments = scene.of_class("kind_agreement") + scene.of_class("kind_treaty")
    for name, level in LEVELS.items():
        wanted = scene.of_class(name)
        for at, sign in enumerate(scene.units.string):
            if sign not in wanted or (
                level == "diplomatic relations" and (near(scene, at, "marks", 10) or not begins(scene, at))
            ):
                continue
            if at > 0 and scene.units.string[at - 1] in instruments:
                continue
            sister = level == "sister cities"
            sides = towns(scene, at) if sister else states(parties(scene, at))
            denied = near(scene, at, "denial", 4) or near(scene, at, "condition", 8)
            if denied or len(set(sides)) < 2 or not supported(scene, at, sides):
                continue
            if level == "special relationship" and not special(scene, sides):
                continue
            ahead = near(scene, at, "future", 8) or near(scene, at, "hope", 8)
            state = "proposed" if ahead and near(scene, at, "lifts", 6) else "established"
            fact = Relation(sides, level, since(scene, scene.speak(at)), state)
            known = found.get((sides, level))
            if known is None or (known[0].since is None and fact.since is not None):
                found[sides, level] = (fact, at)
    highest = "comprehensive strategic partnership"
    outgrown = {
        sides for (sides, level), (fact, _) in found.items() if level == highest and fact.status == "established"
    }
    for (sides, level), (fact, at) in found.items():
        if not (level == "strategic partnership" and sides in outgrown and fact.since is None):
            yield fact, at


def towns(scene: Scene, at: int) -> tuple[Side, ...]:
    """Return the two towns or provinces that a sentence twins, else the article's two."""
    pairs = [(place, pair) for place, pair in dyads(scene, at) if all(c.kind in ("City", "Province") for c in pair)]
    if not pairs:
        return parties(scene, at, cities=True)
    _, (one, two) = min(pairs, key=lambda p: abs(p[0] - at))
    return tuple(Polity(name) for name in sorted((one.notation, two.notation)))


def special(scene: Scene, sides: tuple[Side, ...]) -> bool:
    """Tell whether a "special relationship" is a formal level: that of the readers' country with a few others."""
    names = {side.name for side in sides}
    return scene.discourse.names.home in names and bool(names & scene.discourse.names.special)


def begins(scene: Scene, at: int) -> bool:
    """Tell whether diplomatic relations are said to be set up: the words are complete, and no other level follows."""
    if scene.units.string[at] in scene.of_class("formal"):
        return True
    after = scene.units.string[at + 1]
    ends = ",.|;()D" + "".join(scene.of_class(c) for c in ("with", "between", "and", "raises"))
    return scene.units.string[at] in scene.of_class("relates") and after in ends


def since(scene: Scene, at: int) -> Date | None:
    """Return the date that follows the level within its clause."""
    _, last = scene.sentence(at)
    for unit in range(at + 1, min(last, at + 9)):
        if scene.units.string[unit] in ",;":
            return None
        mention = scene.concept(unit) if scene.units.string[unit] == "D" else None
        if (
            isinstance(mention, DateMention)
            and mention.date is not None
            and "/" not in mention.date.edtf
            and mention.date.edtf[:4].isdigit()
        ):
            return mention.date
    return None
