"""Anniversaries of a relation, and friendship years."""

from collections.abc import Iterator

from extract.circumstances import Scene, near
from extract.finders.dates import DateMention
from extract.parties import between
from extract.sides import parties, states
from ontology.dates import Date
from ontology.facts import Anniversary

OCCASIONS = (
    ("setup", "diplomatic relations"),
    ("treaty", "treaty"),
    ("partner", "partnership"),
    ("victory", "victory"),
)


def extract(scene: Scene) -> Iterator[tuple[Anniversary, int]]:
    """Yield each anniversary once, with the most that the article says of it."""
    found: dict[tuple[object, ...], tuple[Anniversary, int]] = {}
    for fact, unit in (*counted(scene), *named_years(scene)):
        scene.speak(unit)
        place = (fact.parties, fact.years, fact.since if fact.years is None else None)
        known = found.get(place)
        if known is None or (known[0].since is None and fact.since is not None):
            found[place] = (fact, known[1] if known else unit)
    yield from found.values()


def counted(scene: Scene) -> Iterator[tuple[Anniversary, int]]:
    """Yield "55 years of diplomatic relations" where it is marked."""
    string, years = scene.units.string, scene.of_class("years")
    for at in range(len(string) - 1):
        if string[at] != "0" or string[at + 1] not in years:
            continue
        number = scene.units.words(at, at + 1)
        kind = occasion(scene, at + 2)
        if not number.isdigit() or not 1 <= int(number) <= 400 or kind is None or not near(scene, at, "marks", 25):
            continue
        last = scene.sentence(at)[1]
        sides = between(scene, at, min(last, at + 14), last) or parties(scene, at, cities=kind == "other")
        sides = sides if kind == "other" else states(sides)
        if sides:
            yield Anniversary(sides, int(number), kind, since(scene, at, int(number))), at


def occasion(scene: Scene, at: int) -> str | None:
    """Return what an anniversary is of by the words right after the number of years; None where it is no relation."""
    groups = {
        "diplomatic relations": scene.of_class("formal") + scene.of_class("setup"),
        "partnership": "".join(
            scene.of_class(f"level_{n}")
            for n in ("partnership", "comprehensive", "strategic", "comprehensive_strategic")
        ),
        "treaty": scene.of_class("kind_treaty") + scene.of_class("kind_agreement"),
        "victory": scene.of_class("victory"),
    }
    for unit in range(at, at + 5):
        sign = scene.units.string[unit]
        if sign in ",.|;":
            return None
        if sign in scene.of_class("relates"):
            return further(scene, unit, groups["partnership"])
        for kind, wanted in groups.items():
            if sign in wanted:
                return kind
    return None


def further(scene: Scene, unit: int, levels: str) -> str:
    """Return what relations after "set up" are: a partnership, of some field ("defence relations"), else diplomatic."""
    after = scene.units.string[unit + 1 : unit + 3]
    if any(sign in levels for sign in after):
        return "partnership"
    return "other" if after[:1] == "w" or after[:1] == "F" else "diplomatic relations"


def since(scene: Scene, at: int, years: int) -> Date | None:
    """Return the founding date: told in full after an anniversary, or the year it is marked in less the years."""
    _, last = scene.sentence(at)
    for unit in range(at, min(last, at + 22)):
        mention = scene.concept(unit) if scene.units.string[unit] == "D" else None
        if not isinstance(mention, DateMention) or mention.date is None:
            continue
        first = Date(mention.date.edtf.split("/")[0])
        if not first.edtf[:4].isdigit():
            continue
        bracket = (
            scene.units.string[unit - 1] == "("
            or "/" in mention.date.edtf
            or scene.units.words(unit, unit + 1)[:1] == "("
        )
        if bracket or len(first.edtf) == 10:
            return first
        return Date(f"{int(first.edtf) - years:04d}") if len(first.edtf) == 4 else None
    return None


def named_years(scene: Scene) -> Iterator[tuple[Anniversary, int]]:
    """Yield friendship years: "Năm Hữu nghị Việt Nam - Campuchia 2022"."""
    wanted = scene.of_class("friendship")
    string = scene.units.string
    for at, sign in enumerate(string):
        if sign not in wanted:
            continue
        _, last = scene.sentence(at)
        year = next((y for u in range(at + 1, min(last, at + 14)) if (y := year_at(scene, u))), None)
        sides = parties(scene, at)
        if sides:
            yield Anniversary(sides, None, "friendship year", Date(year) if year else None), at


def year_at(scene: Scene, unit: int) -> str | None:
    """Return the year that a unit is, if it is one."""
    concept = scene.concept(unit)
    if isinstance(concept, DateMention) and concept.date is not None and len(concept.date.edtf) == 4:
        return concept.date.edtf
    text = scene.units.words(unit, unit + 1)
    return text if len(text) == 4 and text.isdigit() and text[:2] in ("19", "20") else None
