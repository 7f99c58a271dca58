"""How well the reader must read the example articles: floors under its figures, which only rise.

The floors stand in floors.json: F1 of people and of each kind of fact, their slots, and the mean, rounded down to
two digits: of data/articles against data/gold.jsonl, and, where the evaluation kit lies beside this project, of its
seeds and of the articles drawn for first looks ("seeds visit f1", "drawn visit f1"). A test fails below one.

    python bench/quality/floors.py            what is reached beside its floor
    python bench/quality/floors.py --raise    lift each floor to what is reached; none is lowered
    python bench/quality/floors.py --lower    pin what is reached, lower too: a change to be argued for
"""

import argparse
import json
import math
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any, TypeAlias

sys.path.insert(0, str(Path(__file__).parents[2]))
from bench.quality.counting import KEYS, Counts, Record, macro, score, topics, total
from bench.quality.score import load
from extract import articles, reader
from ontology.facts import Article, Person, Reading

ROOT = Path(__file__).parents[2]
FILE = Path(__file__).parent / "floors.json"
# Articles that are not ours to keep, with their gold: the kit's own, and what was annotated for first looks.
KIT = ROOT.parent / "shared"
KIT_SETS = (
    ("seeds", KIT / "eval" / "seeds.texts.jsonl", (KIT / "eval" / "seeds.gold.jsonl",)),
    ("drawn", KIT / "corpus" / "diplomacy.jsonl", tuple((FILE.parent / "annotations").glob("*.jsonl"))),
)
Floors: TypeAlias = dict[str, float]


def reached() -> Floors:
    """Read all articles that have gold and return the figures, by name: "meeting f1", "meeting slots", "macro f1"."""
    gold = load(ROOT / "data" / "gold.jsonl")
    read = told(ROOT / "data" / "articles", gold)
    found = figures(score(gold, read)) | {"topics f1": topics(gold, read).f1}
    for name, texts, sheets in KIT_SETS:
        if texts.is_file():
            gold = [line for sheet in sorted(sheets) for line in load(sheet)]
            found |= {f"{name} {figure}": value for figure, value in figures(score(gold, told(texts, gold))).items()}
    return found


def told(texts: Path, gold: Iterable[Record]) -> list[Record]:
    """Read those articles of a file or folder that have gold, and return what they say."""
    wanted = {line["id"] for line in gold}
    found = (item for item in articles.load([texts]) if isinstance(item, Article) and item.id in wanted)
    return list(records(reader.read(article) for article in found))


def figures(counts: Mapping[str, Counts]) -> Floors:
    """Name the figures of a score."""
    every = total(dict(counts))
    named = {f"{kind} f1": counts[kind].f1 for kind in ("person", *KEYS)}
    named |= {f"{kind} slots": counts[kind].accuracy or 0.0 for kind in KEYS}
    return named | {"all f1": every.f1, "all slots": every.accuracy or 0.0, "macro f1": macro(dict(counts))}


def records(readings: Iterable[Reading]) -> Iterator[Record]:
    """Write readings as flat records, without a graph: what the reader says, not what merging makes of it."""
    for reading in readings:
        for claim in reading.claims:
            kind = type(claim.fact).__name__.lower()
            said = {field.name: plain(getattr(claim.fact, field.name)) for field in fields(claim.fact)}
            also = {"also": list(claim.fact.also)} if isinstance(claim.fact, Person) else {}
            yield {"fact": kind, "article": reading.article.id, **said, **also}


def plain(value: Any) -> Any:  # noqa: ANN401  a slot holds a name, a date, a number or a list of names
    """Write a slot's value as flat records do: names, EDTF, lists of names."""
    if isinstance(value, tuple):
        return [plain(one) for one in value]
    return getattr(value, "name", getattr(value, "edtf", value))


def floor(figure: float) -> float:
    """Round down to two digits; what a hair keeps from the next digit counts as that digit.

    >>> floor(0.876), floor(0.29)
    (0.87, 0.29)
    """
    return math.floor(100 * figure + 1e-9) / 100


def pinned() -> Floors:
    """Return the floors as they stand in the file; none where there is no file yet."""
    return dict(json.loads(FILE.read_text(encoding="utf-8"))) if FILE.is_file() else {}


def raised(floors: Floors, figures_: Floors, *, lower: bool) -> Floors:
    """Return the floors lifted to what is reached; with `lower`, exactly what is reached.

    >>> raised({"office f1": 0.9, "visit f1": 0.5}, {"office f1": 0.876, "visit f1": 0.619}, lower=False)
    {'office f1': 0.9, 'visit f1': 0.61}
    """
    least = {} if lower else floors
    return {**floors, **{name: max(floor(figure), least.get(name, 0.0)) for name, figure in figures_.items()}}


def below(floors: Floors, figures_: Floors) -> list[str]:
    """Say which figures are below their floor; those of a kit that is not here are not.

    >>> below({"visit f1": 0.9}, {"visit f1": 0.619})
    ['visit f1 is 0.619, its floor 0.90']
    """
    absent = tuple(f"{name} " for name, texts, _ in KIT_SETS if not texts.is_file())
    return [
        f"{name} is {figures_.get(name, 0.0):.3f}, its floor {least:.2f}"
        for name, least in floors.items()
        if figures_.get(name, 0.0) < least and not (absent and name.startswith(absent))
    ]


def main() -> None:
    """Print the figures beside their floors, and move the floors if asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    moved = parser.add_mutually_exclusive_group()
    moved.add_argument("--raise", action="store_true", dest="up", help="lift floors to what is reached")
    moved.add_argument("--lower", action="store_true", help="pin what is reached, even where it is lower")
    given = parser.parse_args()
    floors, now = pinned(), reached()
    for name, figure in now.items():
        print(f"{name:20} {figure:.3f}  floor {floors.get(name, 0.0):.2f}")
    if given.up or given.lower:
        FILE.write_text(json.dumps(raised(floors, now, lower=given.lower), indent=1) + "\n", encoding="utf-8")
    sys.exit("\n".join(below(pinned(), now)) or None)


if __name__ == "__main__":
    main()
