"""Which of two spellings are one person: the sound key beside exact folding and rapidfuzz; and how fast.

usage: python bench/names.py NAMES.tsv [PEOPLE]      (columns: name, other, same; so many people are resolved)
"""

import csv
import importlib
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

sys.path.insert(0, str(Path(__file__).parents[1]))
from graph.model import Telling
from graph.people.doubts import doubts
from graph.people.resolver import Resolver
from graph.people.spellings import Mention
from ontology import authority, names
from ontology.facts import Person

Measure = Callable[[str, str], float]
T = TypeVar("T")
POSTS = 30  # so many posts are shared by the people of a country


def rows(path: Path) -> list[tuple[str, str, bool]]:
    """Read the pairs."""
    with path.open(encoding="utf-8", newline="") as lines:
        return [(r["name"], r["other"], r["same"] == "1") for r in csv.DictReader(lines, delimiter="\t")]


def auc(scored: list[tuple[float, bool]]) -> float:
    """Return the share of (pair, non-pair) that are in the right order."""
    yes, no = [s for s, same in scored if same], [s for s, same in scored if not same]
    return sum((y > n) + 0.5 * (y == n) for y in yes for n in no) / (len(yes) * len(no))


def report(title: str, measure: Measure, threshold: float, pairs: list[tuple[str, str, bool]]) -> None:
    """Print one measure's figures."""
    scored = [(measure(a, b), same) for a, b, same in pairs]
    hits = sum(s >= threshold for s, same in scored if same)
    false = sum(s >= threshold for s, same in scored if not same)
    total = sum(same for _, same in scored)
    print(f"{title:12} pairs {hits}/{total}  false {false}/{len(scored) - total}  AUC {auc(scored):.3f}")


def crowd(size: int, respelt: list[str]) -> list[Mention]:
    """Return people of made-up names: words of names that the authority file knows, a fifth of them respelt."""
    draw = random.Random(1)  # noqa: S311 - no secret, the same each time
    known = authority.people().people
    latin = sorted({word for one in known for name in one.names for word in name.split() if not names.marked(word)})
    countries = sorted({one.country for one in known if one.country})
    found: dict[Person, Mention] = {}
    while len(found) < size:
        words = draw.sample(respelt if draw.random() < 0.2 else latin, draw.choice((2, 2, 3)))
        who, number = Person(" ".join(words), (), draw.choice(countries)), str(len(found))
        posts = frozenset({(f"post {draw.randrange(POSTS)}", "")})
        found[who] = Mention(Telling(number, number, who, ()), who, posts)
    return list(found.values())


def speed(mentions: list[Mention]) -> None:
    """Print how many names of one block are compared in a second, and how long it takes to resolve all."""
    blocks: dict[tuple[str, str], list[str]] = {}
    for mention in mentions[:20_000]:
        for block in names.blocks(mention.person.name):
            blocks.setdefault((block, ""), []).append(mention.person.name)
    draw = random.Random(2)  # noqa: S311 - no secret, the same each time
    pairs = [(draw.choice(held), draw.choice(held)) for held in blocks.values() for _ in range(10_000)]
    for name, other in pairs[::10]:
        names.alike(name, other)
    seconds, _ = timed(lambda: [names.alike(name, other) for name, other in pairs])
    print(f"{len(pairs) / seconds:,.0f} comparisons/s of names that begin with one sound")
    resolver = Resolver(mentions)
    seconds, found = timed(resolver.resolve)
    print(f"{len(mentions):,} names resolved to {len(found.nodes):,} people in {seconds:.0f} s")
    seconds, doubtful = timed(lambda: doubts(resolver, {}))
    print(f"{len(doubtful):,} doubtful pairs found in {seconds:.0f} s")


def timed(work: Callable[[], T]) -> tuple[float, T]:
    """Do some work and return the seconds of the processor with its result."""
    begin = time.process_time()
    result = work()
    return max(time.process_time() - begin, 1e-9), result


def main() -> None:
    """Print a line for each measure, the sound key's closest calls, and its speed."""
    pairs = rows(Path(sys.argv[1]))
    report("sound key", names.similarity, names.ALIKE, pairs)
    report("folding", lambda a, b: float(names.fold(a) == names.fold(b)), 1, pairs)
    try:
        ratio = importlib.import_module("rapidfuzz.fuzz").ratio
        report("rapidfuzz", lambda a, b: ratio(names.fold(a), names.fold(b)) / 100, 0.75, pairs)
    except ModuleNotFoundError:
        print("rapidfuzz    not installed")
    for score, a, b, same in sorted((names.similarity(a, b), a, b, same) for a, b, same in pairs):
        if abs(score - names.ALIKE) < 0.15 or (score >= names.ALIKE) != same:
            print(f"{score:.2f} {'same' if same else 'not '} {a} / {b}")
    speed(crowd(int(sys.argv[2]) if len(sys.argv) > 2 else 2_000, sorted({w for _, b, _ in pairs for w in b.split()})))


if __name__ == "__main__":
    main()
