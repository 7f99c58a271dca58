"""Anniversaries of a relation, and friendship years."""

from collections.abc import Iterator

from extract.circumstances import Scene, near
from extract.finders.dates import DateMention
from extract.sides import parties
from ontology.dates import Date
from ontology.facts import Anniversary

OCCASIONS = (("setup", "diplomatic relations"), ("treaty", "treaty"), ("partner", "partnership"), ("victory", "victory"))


def extract(scene: Scene) -> Iterator[tuple[Anniversary, int]]:
    """Yield each anniversary once, with the most that the article says of it."""
    found: dict[tuple[object, ...], tuple[Anniversary, int]] = {}
    for fact, unit in (*counted(scene), *named_years(scene)):
        place = (fact.parties, fact.years, fact.of, fact.since if fact.years is None else None)
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
        if not number.isdigit() or not 1 <= int(number) <= 400 or kind is None or not near(scene, at, "marks", 8):
            continue
        sides = parties(scene, at)
        if sides:
            yield Anniversary(sides, int(number), kind, since(scene, at)), at


def occasion(scene: Scene, at: int) -> str | None:
    """Return what an anniversary is of by the words right after the number of years; None where it is no relation."""
    groups = {
        "diplomatic relations": scene.of_class("setup"),
        "partnership": "".join(scene.of_class(f"level_{n}") for n in ("partnership", "comprehensive", "strategic", "comprehensive_strategic")),
        "treaty": scene.of_class("kind_treaty") + scene.of_class("kind_agreement"),
        "victory": scene.of_class("victory"),
    }
    for sign in scene.units.string[at : at + 5]:
        if sign in ",.|;":
            return None
        for kind, wanted in groups.items():
            if sign in wanted:
                return kind
    return None


def since(scene: Scene, at: int) -> Date | None:
    """Return the founding date in brackets after an anniversary."""
    _, last = scene.sentence(at)
    for unit in range(at, min(last, at + 22)):
        mention = scene.concept(unit) if scene.units.string[unit] == "D" else None
        if isinstance(mention, DateMention) and mention.date is not None:
            first = Date(mention.date.edtf.split("/")[0])
            year = first.edtf[:4]
            if year.isdigit():
                return first
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
