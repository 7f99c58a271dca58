"""Relations: the formal level of the relation of two polities."""

from collections.abc import Iterator
from dataclasses import dataclass

from extract.agreements.signatories import between, signers
from extract.discourse.circumstances import CLAUSE, Scene, near
from extract.discourse.sides import parties, polity, states, supported
from extract.relations.alliances import allies
from extract.relations.founding import began, count
from ontology.dates import Date
from ontology.facts import Relation, Side

LEVELS = {
    "level_comprehensive_strategic": "comprehensive strategic partnership",
    "level_strategic": "strategic partnership",
    "level_comprehensive": "comprehensive partnership",
    "level_dialogue": "partnership",
    "level_special": "special relationship",
    "level_sister": "sister cities",
    "setup": "diplomatic relations",
}
HIGHEST, OUTGROWN = "comprehensive strategic partnership", "strategic partnership"
# Units between "raise" and the level that is raised to.
LIFTED = 6
# Units between a word of hope and that verb, and between a word of marking and a count of years.
AHEAD, MARKS = 8, 25


@dataclass(slots=True)
class Told:
    """A level as told so far; `status` is None while no sentence says whether it is set up or only wished for."""

    unit: int
    since: Date | None = None
    status: str | None = None


def extract(scene: Scene) -> Iterator[tuple[Relation, int]]:
    """Yield each level of each pair once, with the date it began where a sentence gives it."""
    found: dict[tuple[tuple[Side, ...], str], Told] = {}
    for at, level, sides in levels(scene):
        told = found.setdefault((sides, level), Told(scene.speak(at)))
        state = status(scene, at)
        date = began(scene, at) if state != "proposed" else None
        state = "established" if date is not None else state
        told.status = state if told.status in (None, "proposed") and state is not None else told.status
        told.since = max((d for d in (told.since, date) if d), key=lambda d: d.precision(), default=None)
    grown = {sides for (sides, level), told in found.items() if level == HIGHEST and told.status != "proposed"}
    for (sides, level), told in found.items():
        if not (level == OUTGROWN and sides in grown and told.since is None):
            yield Relation(sides, level, told.since, told.status or "established"), told.unit


def levels(scene: Scene) -> Iterator[tuple[int, str, tuple[Side, ...]]]:
    """Yield each mention of a formal level with the two sides that have it."""
    known = {sign: level for name, level in LEVELS.items() for sign in scene.of_class(name)}
    for at in scene.where(*LEVELS):
        level = known[scene.units.string[at]]
        if not formal(scene, at, level):
            continue
        for sides in [towns(scene, at)] if level == "sister cities" else pairs(scene, at):
            if len(set(sides)) < 2 or (level == "special relationship" and not special(scene, sides)):
                continue
            if supported(scene, at, sides) or scene.units.string[at + 1] in scene.of_class("founds"):
                yield at, level, sides


def pairs(scene: Scene, at: int) -> list[tuple[Side, ...]]:
    """Return the pairs of states that a level is of: one, or more where several are said to be partners of one."""
    return [states(pair) for pair in allies(scene, at) or [parties(scene, at)]]


def formal(scene: Scene, at: int, level: str) -> bool:
    """Tell whether a mention is of a level that two have: no anniversary, no instrument, no kind of partner."""
    string = scene.units.string
    if near(scene, at, "denial", 4) or near(scene, at, "condition", 8) or near(scene, at, "instance", LIFTED):
        return False
    if level == "diplomatic relations":
        counting = count(scene, at)
        marked = near(scene, at, "marks", 10) if counting is None else near(scene, counting, "marks", MARKS)
        return begins(scene, at) and not marked and not sought(scene, at)
    before = string[at - 1] if at > 0 else "|"
    if before in scene.of_class("kind_agreement") + scene.of_class("kind_treaty"):
        return level == "sister cities"
    several = "".join(scene.of_class(name) for name in ("several", "plural", "indefinite"))
    named = string[at - 2] in scene.of_class("is") and string[at + 1] not in scene.of_class("and")
    return before not in several or (named and before not in scene.of_class("indefinite"))


def sought(scene: Scene, at: int) -> bool:
    """Tell whether relations are but what somebody is after: "nhằm thiết lập quan hệ", "có cơ hội bình thường hóa"."""
    return near(scene, at, "purpose", 2) or near(scene, at, "chance", 3)


def status(scene: Scene, at: int) -> str | None:
    """Return whether a level is set up or only wished for, by the words before it; None where none tells.

    "From a comprehensive to a strategic partnership": the first is had, the second may still be to come.
    """
    string, first = scene.units.string, scene.sentence(at)[0]
    if (at > first and string[at - 1] in scene.of_class("from")) or count(scene, at) is not None:
        return "established"
    verbs, whole = scene.of_class("lifts"), scene.of_class("formal") + scene.of_class("relates")
    verb = next((u for u in range(at - 1, max(first - 1, at - LIFTED - 1), -1) if string[u] in verbs), None)
    verb = at if string[at] in whole else verb
    if verb is None:
        return "proposed" if near(scene, at, "toward", 3) else None
    ahead = "".join(scene.of_class(name) for name in ("future", "hope", "toward"))
    if any(sign in ahead for sign in string[max(first, verb - AHEAD) : at]):
        return "proposed"
    done = scene.of_class("aux") + scene.of_class("by")
    return "established" if any(sign in done for sign in string[max(first, verb - 3) : verb]) else None


def towns(scene: Scene, at: int) -> tuple[Side, ...]:
    """Return the two towns or provinces that a sentence twins."""
    first, last = scene.sentence(at)
    sides = (
        next(iter(allies(scene, at)), ())
        or between(scene, at, min(last, at + CLAUSE), last)
        or signers(scene, at, at, at + 1)
    )
    if not sides and any(sign in scene.of_class("twocities") for sign in scene.units.string[first:last]):
        sides = parties(scene, at, cities=True)
    return sides if sides != states(sides) or not states_only(sides) else ()


def states_only(sides: tuple[Side, ...]) -> bool:
    """Tell whether a side is a country: countries are no sister cities."""
    return any(len(side.name) == len("VNM") and side.name.isupper() for side in sides)


def special(scene: Scene, sides: tuple[Side, ...]) -> bool:
    """Tell whether a "special relationship" is a formal level: that of the readers' country with a few others."""
    names = {side.name for side in sides}
    return scene.discourse.names.home in names and bool(names & scene.discourse.names.special)


def begins(scene: Scene, at: int) -> bool:
    """Tell whether diplomatic relations are said to be set up: the words are complete, and no other level follows."""
    string = scene.units.string
    if string[at] in scene.of_class("formal"):
        return True
    after = string[at + 1]
    if any(sign in scene.of_class("founds") for sign in string[at : at + CLAUSE]):
        return True
    if at > 1 and string[at - 1] in scene.of_class("has") and polity(scene, at - 2) is not None:
        return after in scene.of_class("with")
    ends = ",.|;()D" + "".join(scene.of_class(c) for c in ("with", "between", "and", "raises"))
    return string[at] in scene.of_class("relates") and after in ends
