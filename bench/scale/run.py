"""Stores of 1,000 to 100,000 articles: python bench/scale/run.py TEXTS... [--sizes 1,1000,10000,100000] [--folder DIR].

TEXTS are articles as `banggiao build` takes them; others are made of them, with other people and other days. The first
size tells what the start-up costs and one more article in a small store: keep it at 1.
"""

# ruff: noqa: E402 - the project is imported from the folder above, installed or not
import argparse
import shutil
import sys
import tempfile
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[2])]

import pyoxigraph as ox

from bench import made
from bench.scale import measure
from extract.articles import Collection
from graph.store import GraphStore
from ontology.facts import Article

RDFLIB = 10_000  # rdflib is asked up to so many articles: it needs some gigabytes for them


def lines(store: ox.Store, path: Path) -> int:
    """Write the merged graph as N-Triples, and return how many triples it has."""
    store.dump(str(path), format=ox.RdfFormat.N_TRIPLES, from_graph=ox.DefaultGraph())
    with path.open("rb") as file:
        return sum(1 for _ in file)


def one(models: made.Made, size: int, folder: Path, start: float) -> float:
    """Build a store of a size, print what it costs, and return the CPU seconds of its build."""
    texts, path = folder / "texts.jsonl", folder / "store"
    measure.written(models.articles(size), texts)
    spent = measure.building(texts, path)
    with GraphStore.open(path) as store:
        triples, whole = lines(store.core, folder / "merged.nt"), len(store.core)
    print(f"\n{size} articles, {triples:,} merged triples, {whole:,} in all")
    print(f"build             {spent.seconds:.1f} s CPU, peak memory {spent.memory:.0f} MB")
    if size > 1:
        each, read = (spent.seconds - start) / size, measure.reading(models.articles(min(size, measure.READ), size))
        rates = f"{1 / each:.1f} articles/s, {whole / (each * size):,.0f} triples/s"
        print(
            f"beyond start-up   {rates}; reading {read * 1000:.2f} ms, writing {(each - read) * 1000:.2f} ms an article"
        )
    print(f"on disk           {measure.size(path) / size:,.0f} bytes an article")
    more = measure.adding(path, models.articles(measure.ADDED, 10**6))
    print(f"one more article  {more * 1000:.0f} ms CPU, without its reading", flush=True)
    return spent.seconds


def ask(path: Path, folder: Path, size: int) -> None:
    """Print what the questions and the export of a store cost."""
    with GraphStore.open(path) as store:
        triples = lines(store.core, folder / "merged.nt")
        seconds = measure.exporting(store, folder / "merged.ttl")
        print(f"Turtle            {triples / seconds:,.0f} triples/s", flush=True)
        found = list(measure.asking(store, store.core))
    other = {}
    if size <= RDFLIB:
        other = measure.rdflib(folder / "merged.nt", {t: sparql for t, sparql, *_ in found if "GRAPH" not in sparql})
        print(f"rdflib            {other['load']:.0f} s to load, {other['memory']:.0f} MB")
    print(f"{'query':22} {'rows':>8} {'ours ms':>9} {'bare ms':>9} {'rdflib ms':>10}")
    for title, _, count, ours, bare in found:
        theirs = other.get(title, 0)
        told = f"> {measure.LONG * 1000}" if theirs < 0 else f"{theirs * 1000:.0f}" if theirs else ""
        print(f"{title:22} {count:8} {ours * 1000:9.1f} {bare * 1000:9.1f} {told:>10}", flush=True)


def main() -> None:
    """Measure each size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("texts", nargs="+")
    parser.add_argument("--sizes", default="1,1000,10000,100000")
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()))
    given = parser.parse_args()
    models = made.made([article for article in Collection(given.texts, "name") if isinstance(article, Article)])
    start = 0.0
    for size in map(int, given.sizes.split(",")):
        folder = given.folder / f"scale-{size}"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        seconds = one(models, size, folder, start)
        start = start or seconds
        if size > 1:
            ask(folder / "store", folder, size)


if __name__ == "__main__":
    main()
