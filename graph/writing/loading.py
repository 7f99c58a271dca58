"""What articles say, put into a store: many new ones in bulk, a few or known ones each in a transaction of its own.

A bulk load of less than a million quads is taken in whole or not at all: Oxigraph hands the sorted files of all its
indexes to RocksDB in one `IngestExternalFiles`, which is atomic. So no article is ever half there.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from graph.quads import Quads
from ontology import triples
from ontology.facts import Reading
from ontology.terms import SKOS, article_iri

# A bulk load costs 25 ms and 5 us a quad, a transaction 15 us a quad (122,662 quads, CPU time of one process).
BULK = 5_000
CHUNK = 100_000  # so many quads are described before they are written: 400 articles, 20 MB


@dataclass(frozen=True, slots=True)
class Told:
    """What an article says, as N-Triples: so many lines."""

    reading: Reading
    lines: bytes
    size: int

    @property
    def graph(self) -> ox.NamedNode:
        """Return the named graph of the article."""
        return ox.NamedNode(article_iri(self.reading.article.id))

    def quads(self) -> bytes:
        """Return it as N-Quads: a line of N-Triples has no other end than this one."""
        return self.lines.replace(b" .\n", f" {self.graph} .\n".encode())

    def replacement(self) -> str:
        """Return the one transaction that puts it in place of what the article said before."""
        return f"DROP SILENT GRAPH {self.graph};\nINSERT DATA {{ GRAPH {self.graph} {{\n{self.lines.decode()}}} }}"


def tell(reading: Reading) -> Told:
    """Describe what an article says; raises DataError where a closed list does not have what a fact says."""
    found = dict.fromkeys(triples.reading_triples(reading))
    return Told(reading, lines(found), len(found))


def lines(found: Iterable[ox.Triple]) -> bytes:
    """Write triples as N-Triples."""
    return ox.serialize(found, format=ox.RdfFormat.N_TRIPLES) or b""


def chunks(readings: Iterable[Reading]) -> Iterator[dict[str, Told]]:
    """Yield what articles say, by id, some hundred at a time; of two readings of an article the later counts."""
    told: dict[str, Told] = {}
    size = 0
    for reading in readings:
        told[reading.article.id] = one = tell(reading)
        size += one.size
        if size >= CHUNK:
            yield told
            told, size = {}, 0
    if told:
        yield told


def put(core: Quads, told: Iterable[Told]) -> None:
    """Put what articles say in place of what they said before: each article whole or not at all."""
    fresh: list[Told] = []
    for one in told:
        if core.contains_named_graph(one.graph):
            core.update(one.replacement())
        else:
            fresh.append(one)
    if sum(one.size for one in fresh) > BULK:
        quads = b"".join(one.quads() for one in fresh)
        core.bulk_load(quads, format=ox.RdfFormat.N_QUADS, lenient=True)
    else:
        for one in fresh:
            core.load(one.lines, format=ox.RdfFormat.N_TRIPLES, to_graph=one.graph, lenient=True)


def extend(core: Quads, found: set[ox.Triple]) -> None:
    """Put triples into the default graph, in bulk where they are many.

    Notations come last: where the notation of a concept is found, all that is said of it was put in before.
    """
    put_in = core.bulk_load if len(found) > BULK else core.load
    ordered = sorted(found, key=lambda triple: triple.predicate == SKOS.notation)
    put_in(lines(ordered), format=ox.RdfFormat.N_TRIPLES, lenient=True)
