"""GraphStore: add, query, export, remove.

What each article says stands in a named graph of its own; the default graph is the merge of all of
them, kept up to date through the tables of an index (graph/index/index.py). Merging waits until somebody asks,
the store is closed, or many articles wait; those are noted on disk, so that the next writer goes on
where one was killed.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Self, TypeAlias

import oxrdflib
import pyoxigraph as ox
import rdflib

from graph import disk, guard, merged
from graph.index import former
from graph.index.index import Index
from graph.merge import update
from graph.model import MergedGraph
from graph.people import judgements
from graph.people.judgements import Judgement
from graph.writing import export, loading
from graph.writing.writer import Writer
from ontology import claims
from ontology.errors import UsageError
from ontology.facts import Article, Reading
from ontology.terms import ARTICLE, DERIVED, PREFIXES, article_id, article_iri

Term: TypeAlias = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
Result: TypeAlias = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples
BATCH = 2_000  # so many articles are merged at a time: what waits is kept in memory


class GraphStore:
    """An embedded store in a folder; a context manager.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder, GraphStore.open(Path(folder, "s"), write=True) as store:
    ...     store.add([Reading(Article("a.txt", "Hun Sen"), ())])
    ...     bool(store.query("ASK { ?article a schema:NewsArticle }"))
    True
    """

    def __init__(
        self, core: ox.Store, path: Path | None = None, *, write: bool = True, index: Index | None = None
    ) -> None:
        """Wrap a store of Oxigraph and its index; `open` makes them of a folder."""
        self.core, self.path, self.write = core, path, write
        self.index = index or Index()
        self.waiting: dict[str, Reading | None] = {}
        self.due = False  # something waits that is of no article: a judgement
        self._merged: MergedGraph | None = None
        self._judged: tuple[Judgement, ...] | None = None

    @classmethod
    def open(cls, path: Path, *, write: bool = False) -> Self:
        """Open the store of a folder; raises StoreError where there is none to read, or it cannot be used."""
        core = disk.open_core(path, write=write)
        store = cls(core, path, write=write, index=disk.open_index(path, write=write))
        if write:
            store.resume()
        return store

    def resume(self) -> None:
        """Go on where a writer was killed; make tables anew that are not whole, or of another vocabulary."""
        with disk.understood(self.path or Path()):
            if self.index.current():
                self.due = self.path is not None and disk.unmerged(self.path)
                self.waiting = {name: self.reading(name) for name in disk.waiting(self.path or Path())}
                self.settle()
                return
            former.begin(self.index)
            self.index.begin()
            for graph in (ox.DefaultGraph(), DERIVED):
                self.core.clear_graph(graph)
        names = self.names()
        for start in range(0, len(names), BATCH):
            self.waiting = {name: self.reading(name) for name in names[start : start + BATCH]}
            self.settle()
        former.finish(self.index)
        self.index.finish()

    def __enter__(self) -> Self:
        """Return the store."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the store; what has been added is merged, unless something failed."""
        try:
            if kind is None:
                self.close()
        finally:
            self.index.close()
            del self.core

    def close(self) -> None:
        """Merge what waits, and write all to disk."""
        self.settle()
        if self.write:
            with disk.understood(self.path or Path()):
                self.core.flush()

    def add(self, readings: Iterable[Reading]) -> None:
        """Add what articles say; the same id replaces. Each article is written whole or not at all."""
        for told in loading.chunks(readings):
            self.wait({article: one.reading for article, one in told.items()})
            with disk.understood(self.path or Path()):
                loading.put(self.core, told.values())
            if len(self.waiting) >= BATCH:
                self.settle()

    def remove(self, ids: Iterable[str]) -> None:
        """Remove articles; raises UsageError, and removes none, where one is not in the store."""
        leaving = sorted(set(ids))
        unknown = [article for article in leaving if not self.holds(article)]
        if unknown:
            raise UsageError(", ".join(unknown), "no such article is in the store", "name the ids that it holds")
        self.wait(dict.fromkeys(leaving))
        with disk.understood(self.path or Path()):
            for article in leaving:
                self.core.remove_graph(ox.NamedNode(article_iri(article)))

    def holds(self, article: str) -> bool:
        """Tell whether an article is in the store."""
        return self.core.contains_named_graph(ox.NamedNode(article_iri(article)))

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
        yield from (found for name in self.names() if (found := self.reading(name)))

    def names(self) -> list[str]:
        """Return the ids of all articles, sorted."""
        graphs = (graph.value for graph in self.core.named_graphs() if isinstance(graph, ox.NamedNode))
        return sorted(article_id(iri) for iri in graphs if iri.startswith(ARTICLE))

    def reading(self, article: str) -> Reading | None:
        """Return what an article says, or None where it is not in the store."""
        graph = ox.NamedNode(article_iri(article))
        return next(claims.readings(self.core.quads_for_pattern(None, None, None, graph)), None)

    def merged(self) -> MergedGraph:
        """Return the merged graph."""
        self.settle()
        if self._merged is None:
            self._merged = merged.graph(self.index, self.readings())
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
        self.wait({})
        if self.path:
            with disk.understood(self.path):
                disk.write(self.path / judgements.FILE, judgements.lines(log))
        self._judged, self.due = log, True

    def wait(self, changed: Mapping[str, Reading | None]) -> None:
        """Note that what some articles say waits to be merged."""
        self._merged = None
        self.waiting |= changed
        if self.path:
            disk.mark(self.path, changed)

    def settle(self) -> None:
        """Bring the default graph to what all claims say: only what they change is merged again and written."""
        if not (self.waiting or self.due):
            return
        with disk.understood(self.path or Path()):
            changes = update(self.index, self.waiting, self.judged())
            Writer(self.core, self.index).write(changes, self.waiting)
            self.index.keep()
        self.waiting, self.due = {}, False
        if self.path:
            disk.unmark(self.path)

    def query(self, sparql: str, substitutions: dict[ox.Variable, Term] | None = None, *, told: bool = False) -> Result:
        """Ask the default graph; `GRAPH ?article {}` reaches the claims as told.

        With `told`, what follows and nobody tells is not there.

        Raises UsageError for a syntax error, an update, or SERVICE.
        """
        guard.check(sparql)
        self.settle()
        graphs: list[ox.NamedNode | ox.BlankNode] | None = None
        if told:
            graphs = [ox.NamedNode(article_iri(name)) for name in self.names()]
        try:
            return self.core.query(sparql, prefixes=dict(PREFIXES), substitutions=substitutions, named_graphs=graphs)
        except SyntaxError as error:
            raise guard.syntax_error(error, sparql) from error

    def export(self, path: Path, *, told: bool = False) -> None:
        """Write .ttl or .jsonld (the merged graph), .trig or .nq (the whole store); raises UsageError.

        What follows and nobody tells is in it, unless only what is told is asked for.
        """
        self.settle()
        export.write(self.core, path, told=told)

    def turtle(self, *, told: bool = False) -> bytes:
        """Return the merged graph as Turtle."""
        self.settle()
        return export.serialize(self.core, ox.RdfFormat.TURTLE, told=told)

    def dataset(self) -> rdflib.Dataset:
        """Return rdflib's face of the same storage, without copying it."""
        self.settle()
        return rdflib.Dataset(store=oxrdflib.OxigraphStore(store=self.core))
