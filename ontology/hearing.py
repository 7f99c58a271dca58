"""How two readings of a word compare: sound classes, what it costs to hear one as another, the distance of two words.

The classes and costs are data: `schemes/sounds-vi.toml`.
"""

import tomllib
import unicodedata
from functools import cache
from importlib import resources
from itertools import pairwise
from typing import Any, NamedTuple

CLASSES = "aeiouPBFVMTDNGSJCKXHLRW"  # the sound classes of schemes/sounds-vi.toml


class Coded(NamedTuple):
    """One way to read a word: its sound classes as numbers, what it costs not to hear it, and a bound for that."""

    classes: tuple[int, ...]
    weight: float
    bound: float


def compare(mine: Coded, theirs: Coded, least: float) -> float:
    """Return one less the weighted edit distance of two readings, by their length; 0 as soon as it is below `least`."""
    size = max(mine.weight, theirs.weight)
    limit = (1.0 - least) * size + 1e-9
    if not size or abs(mine.bound - theirs.bound) > limit:
        return 0.0
    swaps, silent = costs()
    row = [0.0]
    for b in theirs.classes:
        row.append(row[-1] + silent[b])
    for a in mine.classes:
        gone, swap, left = silent[a], swaps[a], row[0] + silent[a]
        above, row = row, [left]
        for j, b in enumerate(theirs.classes):
            left = min(above[j] + swap[b], above[j + 1] + gone, left + silent[b])
            row.append(left)
        if min(row) > limit:
            return 0.0
    return max(0.0, 1.0 - row[-1] / size)


@cache
def costs() -> tuple[list[list[float]], list[float]]:
    """Return what it costs to hear one class as another, and not to hear it."""
    told = data()["costs"]
    swaps = [[0.0 if a == b else told.get(a + b, told.get(b + a, 1.0)) for b in CLASSES] for a in CLASSES]
    return swaps, [told.get(a + "-", 1.0) for a in CLASSES]


@cache
def bounds() -> list[float]:
    """Return a weight of each class so that the weights of two words differ by no more than it costs to swap them.

    >>> swaps, silent = costs()
    >>> every = [(bounds()[a] - bounds()[b], swaps[a][b]) for a in range(len(silent)) for b in range(len(silent))]
    >>> all(abs(difference) <= cost + 1e-9 for difference, cost in every)
    True
    """
    swaps, found = costs()[0], list(costs()[1])
    for _ in CLASSES:
        found = [min(mine, *(found[b] + swaps[a][b] for b in range(len(CLASSES)))) for a, mine in enumerate(found)]
    return found


def single(classes: str) -> str:
    """Hear a doubled sound once."""
    return classes[:1] + "".join(b for a, b in pairwise(classes) if a != b)


def read(part: str, script: str) -> str:
    """Read the letters of one syllable or word, the longest piece of spelling first."""
    letters = unicodedata.normalize("NFD", part)
    bare = "".join(c for c in letters if not unicodedata.combining(c))
    table, longest = spelling(script)
    heard, at = [], 0
    while at < len(bare):
        size = next((n for n in range(longest, 0, -1) if bare[at : at + n] in table and at + n <= len(bare)), 0)
        heard.append(table[bare[at : at + size]] if size else "")
        at += size or 1
    return "".join(heard)


@cache
def spelling(script: str) -> tuple[dict[str, str], int]:
    """Return a script's pieces of spelling with their sounds, and the length of the longest."""
    table = {**data()["common"], **data()[script]}
    return table, max(map(len, table))


@cache
def data() -> dict[str, dict[str, Any]]:
    """Load the sound classes."""
    text = resources.files("ontology").joinpath("schemes", "sounds-vi.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
