"""GraphStore: add, query, export, remove.

What each article says stands in a named graph of its own; the default graph is the merge of all of
them. Merging waits until somebody asks or the store is closed; claims that wait are marked on disk,
so that a build that was killed is continued by the next one.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Self, TypeAlias

import oxrdflib
import pyoxigraph as ox
import rdflib

from graph import disk, export, guard, judgements
from graph.description import describe_merged
from graph.judgements import Judgement
from graph.merge import merge
from graph.model import MergedGraph
from ontology import claims, triples
from ontology.errors import UsageError
from ontology.facts import Article, Reading
from ontology.terms import PREFIXES, article_iri

Term: TypeAlias = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
Result: TypeAlias = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples
BULK = 100_000  # so many quads are loaded in bulk: three times as fast, but not one transaction


class GraphStore:
    """An embedded store in a folder; a context manager.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder, GraphStore.open(Path(folder, "s"), write=True) as store:
    ...     store.add([Reading(Article("a.txt", "Hun Sen"), ())])
    ...     bool(store.query("ASK { ?article a schema:NewsArticle }"))
    True
    """

    def __init__(self, core: ox.Store, path: Path | None = None, *, write: bool = True) -> None:
        """Wrap a store of Oxigraph; `open` makes one of a folder."""
        self.core, self.path, self.write = core, path, write
        self._waiting = path is not None and disk.unmerged(path)
        self._readings: dict[str, Reading] | None = None
        self._merged: MergedGraph | None = None
        self._judged: tuple[Judgement, ...] | None = None

    @classmethod
    def open(cls, path: Path, *, write: bool = False) -> Self:
        """Open the store of a folder; raises StoreError where there is none to read, or it cannot be used."""
        return cls(disk.open_core(path, write=write), path, write=write)

    def __enter__(self) -> Self:
        """Return the store."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the store; what has been added is merged, unless something failed."""
        if kind is None:
            self.close()
        del self.core

    def close(self) -> None:
        """Merge what waits, and write all to disk."""
        self.settle()
        if self.write:
            with disk.understood(self.path or Path()):
                self.core.flush()

    def add(self, readings: Iterable[Reading]) -> None:
        """Add what articles say; the same id replaces. Each article is written whole or not at all."""
        fresh = {reading.article.id: reading for reading in readings}
        held = self.held()
        described = {key: list(triples.describe(fresh[key])) for key in sorted(fresh)}
        self.wait()
        with disk.understood(self.path or Path()):
            for article in sorted(fresh.keys() & held.keys()):
                self.core.update(replacement(article, described.pop(article)))
            self.core.extend(quad for quads in described.values() for quad in quads)
        held.update(fresh)

    def remove(self, ids: Iterable[str]) -> None:
        """Remove articles; raises UsageError, and removes none, where one is not in the store."""
        leaving, held = sorted(set(ids)), self.held()
        unknown = [article for article in leaving if article not in held]
        if unknown:
            raise UsageError(", ".join(unknown), "no such article is in the store", "name the ids that it holds")
        self.wait()
        with disk.understood(self.path or Path()):
            for article in leaving:
                self.core.remove_graph(ox.NamedNode(article_iri(article)))
                del held[article]

    def load(self, path: Path) -> int:
        """Add all articles of an exported .nq or .trig file and return how many; raises UsageError."""
        if path.suffix not in export.WHOLE:
            raise UsageError(str(path), "it is no export of a whole store", "name a .nq or .trig file")
        try:
            found = list(claims.readings(ox.parse(path=str(path), format=export.WHOLE[path.suffix])))
        except (SyntaxError, OSError) as error:
            wrong = f"it cannot be read ({' '.join(str(error).split())})"
            raise UsageError(str(path), wrong, "export it again") from error
        self.add(found)
        return len(found)

    def articles(self) -> tuple[Article, ...]:
        """Return the articles by id; their text only where it is kept."""
        return tuple(reading.article for reading in self.readings())

    def readings(self) -> Iterator[Reading]:
        """Yield what each article says, by id."""
        held = self.held()
        return (held[article] for article in sorted(held))

    def held(self) -> dict[str, Reading]:
        """Return what each article says by id, read from the store once."""
        if self._readings is None:
            graphs = (self.core.quads_for_pattern(None, None, None, name) for name in self.core.named_graphs())
            self._readings = {r.article.id: r for quads in graphs for r in claims.readings(quads)}
        return self._readings

    def merged(self) -> MergedGraph:
        """Return the merged graph."""
        if self._merged is None:
            self._merged = merge(self.held().values(), self.judged())
        return self._merged

    def judged(self) -> tuple[Judgement, ...]:
        """Return what people have judged of names, oldest first; raises DataError."""
        if self._judged is None:
            self._judged = judgements.load(self.path / judgements.FILE) if self.path else ()
        return self._judged

    def judge(self, judged: Iterable[Judgement]) -> None:
        """Add judgements of names; raises UsageError, and adds none, where they contradict those in force."""
        log = (*self.judged(), *judged)
        judgements.check(log)
        self.wait()
        if self.path:
            with disk.understood(self.path):
                disk.write(self.path / judgements.FILE, judgements.lines(log))
        self._judged = log

    def wait(self) -> None:
        """Note that claims wait to be merged."""
        self._merged, self._waiting = None, True
        if self.path:
            disk.mark(self.path, waiting=True)

    def settle(self) -> None:
        """Make the default graph the merge of all claims, if any wait: only what changed is written."""
        if not self._waiting:
            return
        new = set(describe_merged(self.merged()))
        with disk.understood(self.path or Path()):
            old = set(self.core.quads_for_pattern(None, None, None, ox.DefaultGraph()))
            for quad in old - new:
                self.core.remove(quad)
            coming = sorted(new - old, key=export.order)
            (self.core.bulk_extend if len(coming) > BULK else self.core.extend)(coming)
        if self.path:
            disk.mark(self.path, waiting=False)
        self._waiting = False

    def query(self, sparql: str, substitutions: dict[ox.Variable, Term] | None = None) -> Result:
        """Ask the default graph; `GRAPH ?article {}` reaches the claims as told.

        Raises UsageError for a syntax error, an update, or SERVICE.
        """
        guard.check(sparql)
        self.settle()
        try:
            return self.core.query(sparql, prefixes=dict(PREFIXES), substitutions=substitutions)
        except SyntaxError as error:
            raise guard.syntax_error(error, sparql) from error

    def export(self, path: Path) -> None:
        """Write .ttl or .jsonld (the default graph), .trig or .nq (the whole store); raises UsageError."""
        self.settle()
        export.write(self.core, path)

    def turtle(self) -> bytes:
        """Return the default graph as Turtle."""
        self.settle()
        return export.serialize(self.core, ox.RdfFormat.TURTLE)

    def dataset(self) -> rdflib.Dataset:
        """Return rdflib's face of the same storage, without copying it."""
        self.settle()
        return rdflib.Dataset(store=oxrdflib.OxigraphStore(store=self.core))


def replacement(article: str, quads: Iterable[ox.Quad]) -> str:
    """Return the one transaction that puts new claims of an article (its id) in place of the old."""
    graph = ox.NamedNode(article_iri(article))
    lines = " .\n".join(f"{quad.subject} {quad.predicate} {quad.object}" for quad in quads)
    return f"DROP SILENT GRAPH {graph};\nINSERT DATA {{ GRAPH {graph} {{\n{lines}\n}} }}"
