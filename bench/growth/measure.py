"""What merging costs as a store grows: a build of n articles, and one more article after it.

Usage: python bench/growth/measure.py TEXTS... [--sizes 0,1000,10000,100000] [--folder DIR]
TEXTS are articles as `banggiao build` takes them; copies with other names and days are made of what is read in them.
"""

import argparse
import resource
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from bench.growth.made import copies
from extract.articles import Collection
from extract.reader import read
from graph.store import GraphStore
from ontology.facts import Article, Reading

ADDED = 15  # so many single articles are added, each by a writer of its own; the middle one counts
BATCH = 2_000


def build(path: Path, readings: Sequence[Reading], size: int) -> float:
    """Build a store of some size and return the CPU seconds."""
    before = time.process_time()
    with GraphStore.open(path, write=True) as store:
        for start in range(0, size, BATCH):
            store.add(copies(readings, min(BATCH, size - start), start))
    return time.process_time() - before


def add(path: Path, readings: Sequence[Reading], start: int) -> tuple[float, float]:
    """Add single articles, take each out again, and return the middle CPU and wall seconds of adding one."""
    spent: list[tuple[float, float]] = []
    for one in copies(readings, ADDED, start):
        cpu, wall = time.process_time(), time.perf_counter()
        with GraphStore.open(path, write=True) as store:
            store.add([one])
        spent.append((time.process_time() - cpu, time.perf_counter() - wall))
        with GraphStore.open(path, write=True) as store:
            store.remove([one.article.id])
    middle = (statistics.median(cpu for cpu, _ in spent), statistics.median(wall for _, wall in spent))
    print("  each (ms CPU):", *(f"{cpu * 1000:.0f}" for cpu, _ in spent))
    return middle


def main() -> None:
    """Measure each size and print a line for it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("texts", nargs="+")
    parser.add_argument("--sizes", default="0,1000,10000,100000")
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()))
    given = parser.parse_args()
    readings = [read(one) for one in Collection(given.texts, "name") if isinstance(one, Article)]
    for size in map(int, given.sizes.split(",")):
        path = given.folder / f"growth-{size}"
        shutil.rmtree(path, ignore_errors=True)
        seconds = build(path, readings, size)
        cpu, wall = add(path, readings, 10**6)
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        each = f"{seconds / size * 1000:.2f} ms an article" if size else ""
        print(
            f"{size:7} articles: built in {seconds:.1f} s CPU {each}; one more {cpu * 1000:.0f} ms CPU,"
            f" {wall * 1000:.0f} ms wall; {memory:.0f} MB",
            flush=True,
        )


if __name__ == "__main__":
    main()
