"""Which of two spellings are one person: the sound key beside exact folding and rapidfuzz.

usage: python bench/names.py NAMES.tsv      (columns: name, other, same)
"""

import csv
import importlib
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
from ontology import names

Measure = Callable[[str, str], float]


def rows(path: Path) -> list[tuple[str, str, bool]]:
    """Read the pairs."""
    with path.open(encoding="utf-8", newline="") as lines:
        return [(r["name"], r["other"], r["same"] == "1") for r in csv.DictReader(lines, delimiter="\t")]


def auc(scored: list[tuple[float, bool]]) -> float:
    """Return the share of (pair, non-pair) that are in the right order."""
    yes, no = [s for s, same in scored if same], [s for s, same in scored if not same]
    return sum((y > n) + 0.5 * (y == n) for y in yes for n in no) / (len(yes) * len(no))


def report(title: str, measure: Measure, threshold: float, pairs: list[tuple[str, str, bool]]) -> None:
    """Print one measure's figures and its errors."""
    begin = time.process_time()
    scored = [(measure(a, b), same) for a, b, same in pairs]
    seconds = time.process_time() - begin
    hits = sum(s >= threshold for s, same in scored if same)
    false = sum(s >= threshold for s, same in scored if not same)
    total = sum(same for _, same in scored)
    print(
        f"{title:12} pairs {hits}/{total}  false {false}/{len(scored) - total}  AUC {auc(scored):.3f}  "
        f"{len(scored) / max(seconds, 1e-9):,.0f} comparisons/s"
    )


def main() -> None:
    """Print a line for each measure, then the sound key's closest calls."""
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


if __name__ == "__main__":
    main()
