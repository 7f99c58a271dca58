"""What validating costs in a store of some size: ours, and beside it pyshacl, the reference, on the same graph.

Usage: python bench/validate/measure.py TEXTS... [--size 10000] [--reference] [--folder DIR]
TEXTS are articles as `banggiao build` takes them; others are made of them, with other names and days.
A store that lies in the folder is taken as it is. Some 500 persons then lose their names, 500 meetings a participant.
"""

import argparse
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox

sys.path.insert(0, str(Path(__file__).parents[2]))

from bench import made
from extract.articles import Collection
from extract.reader import read
from graph.answers.validation import SHAPES, validate
from graph.store import GraphStore
from ontology.facts import Article
from ontology.terms import PREFIXES

BREAK = """
DELETE { ?x foaf:name ?y } WHERE { { SELECT ?x { ?x a foaf:Person } LIMIT 500 } ?x foaf:name ?y } ;
DELETE { ?x bg:participant ?y }
WHERE { { SELECT ?x (MIN(?z) AS ?y) { ?x a bg:Meeting ; bg:participant ?z } GROUP BY ?x LIMIT 500 } }
"""


def build(path: Path, texts: list[str], size: int) -> None:
    """Build the store."""
    models = made.made([one for one in Collection(texts, "name") if isinstance(one, Article)])
    with GraphStore.open(path, write=True) as store:
        store.add(map(read, models.articles(size)))


def measured(name: str, work: Callable[[], int]) -> None:
    """Print what some work found, what it cost, and the peak memory of the process so far."""
    cpu, wall = time.process_time(), time.perf_counter()
    found = work()
    cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{name}: {found} found; {cpu:.1f} s CPU, {wall:.1f} s wall, {memory:.0f} MB", flush=True)


def reference(store: GraphStore) -> int:
    """Return how many results pyshacl has: the graph is copied into rdflib first."""
    import pyshacl  # noqa: PLC0415 - so that its memory is not ours
    import rdflib  # noqa: PLC0415
    from rdflib.namespace import RDF, SH  # noqa: PLC0415

    found = store.query("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }")
    lines = ox.serialize(found, format=ox.RdfFormat.N_TRIPLES) or b""  # type: ignore[arg-type]
    data = rdflib.Graph().parse(data=lines, format="nt")
    _, results, _ = pyshacl.validate(data, shacl_graph=rdflib.Graph().parse(SHAPES))
    return len(set(results.subjects(RDF.type, SH.ValidationResult)))


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("texts", nargs="+")
    parser.add_argument("--size", type=int, default=10_000)
    parser.add_argument("--reference", action="store_true")
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()))
    given = parser.parse_args()
    path = given.folder / f"validate-{given.size}"
    if not path.exists():
        build(path, given.texts, given.size)
    with GraphStore.open(path, write=True) as store:
        triples = sum(1 for _ in store.core.quads_for_pattern(None, None, None, ox.DefaultGraph()))
        print(f"{given.size} articles, {triples} triples in the default graph")
        measured("the store as built", lambda: len(validate(store)))
        store.core.update("".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items()) + BREAK)
        measured("500 names and 500 participants gone", lambda: len(validate(store)))
        if given.reference:
            measured("pyshacl on the same", lambda: reference(store))


if __name__ == "__main__":
    main()
