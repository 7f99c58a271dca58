"""GraphStore: add, query, export, remove.

What each article says stands in a named graph of its own; the default graph is the merge of all of
them, kept up to date through the tables of an index (graph/index/index.py). Merging waits until somebody asks,
the store is closed, or many articles wait; those are noted on disk, so that the next writer goes on
where one was killed.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

import oxrdflib
import pyoxigraph as ox
import rdflib

from graph import guard, merged
from graph.index import former
from graph.index.index import Index
from graph.merge import update
from graph.model import MergedGraph
from graph.people import judgements
from graph.people.judgements import Judgement
from graph.place import Folder, Nowhere, Place
from graph.quads import Quads, Result
from graph.server.address import Address
from graph.writing import export, loading
from graph.writing.writer import Writer
from ontology import claims
from ontology.errors import UsageError
from ontology.facts import Article, Reading
from ontology.terms import ARTICLE, DERIVED, PREFIXES, article_id, article_iri

# So many articles are merged at a time: 2,000 cost 3 % less, and 0.15 MB of memory for each that waits.
BATCH = 500


class GraphStore:
    """A store, embedded in a folder or on a SPARQL server; a context manager.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder, GraphStore.open(Path(folder, "s"), write=True) as store:
    ...     store.add([Reading(Article("a.txt", "Hun Sen"), ())])
    ...     bool(store.query("ASK { ?article a schema:NewsArticle }"))
    True
    """

    def __init__(self, core: Quads, place: Place | None = None, *, write: bool = True) -> None:
        """Wrap some quads, and the place where they lie; `open` makes them of a folder or an address."""
        self.core, self.place, self.write = core, place or Nowhere(core), write
        self.waiting: dict[str, Reading | None] = {}
        self.due = False  # something waits that is of no article: a judgement
        self._merged: MergedGraph | None = None
        self._judged: tuple[Judgement, ...] | None = None

    @classmethod
    def open(cls, where: Path | Address, *, write: bool = False) -> Self:
        """Open the store of a folder or a server; raises StoreError where there is none, or it cannot be used."""
        place = place_at(where, write=write)
        store = cls(place.quads, place, write=write)
        if write:
            try:
                store.resume()
            except BaseException:
                place.close()
                raise
        return store

    @property
    def index(self) -> Index:
        """Return the tables; a reader of a server may have to make them first."""
        return self.place.index(self.remake)

    def resume(self) -> None:
        """Go on where a writer was killed; make tables anew that are not whole, or of another vocabulary."""
        with self.place.understood():
            if self.index.current():
                self.due = self.place.unmerged()
                self.waiting = {name: self.reading(name) for name in self.place.waiting()}
                self.settle()
            else:
                self.remake(self.index, graph=not self.place.told())
                self.place.unmark()

    def remake(self, index: Index, *, graph: bool = False) -> None:
        """Make tables anew of what the articles say, with `graph` the default graph too."""
        former.begin(index)
        index.begin()
        if graph:
            for told in (ox.DefaultGraph(), DERIVED):
                self.core.clear_graph(told)
        names = self.names()
        for start in range(0, len(names), BATCH):
            self.merge(index, {name: self.reading(name) for name in names[start : start + BATCH]}, graph=graph)
        former.finish(index)
        index.finish()

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
            self.place.close()
            del self.core

    def close(self) -> None:
        """Merge what waits, and write all to disk."""
        self.settle()
        if self.write:
            with self.place.understood():
                self.core.flush()

    def add(self, readings: Iterable[Reading]) -> None:
        """Add what articles say; the same id replaces. Each article is written whole or not at all."""
        for told in loading.chunks(readings):
            self.wait({article: one.reading for article, one in told.items()})
            with self.place.understood():
                loading.put(self.core, told.values())
            if len(self.waiting) >= BATCH:
                self.settle()

    def remove(self, ids: Iterable[str]) -> None:
        """Remove articles; raises UsageError, and removes none, where one is not in the store."""
        leaving = sorted(set(ids))
        unknown = [article for article in leaving if not self.holds(article)]
        if unknown:
            raise UsageError(", ".join(unknown), "no such article is in the store", "name the ids that it holds")
        if leaving:
            self.wait(dict.fromkeys(leaving))
        with self.place.understood():
            for article in leaving:
                self.core.remove_graph(ox.NamedNode(article_iri(article)))

    def holds(self, article: str) -> bool:
        """Tell whether an article is in the store."""
        return self.core.contains_named_graph(ox.NamedNode(article_iri(article)))

    def load(self, path: Path) -> int:
        """Add all articles of an exported .nq or .trig file and return how many; raises UsageError.

        They are merged by the judgements of this store: an export holds what articles say, not what people have judged.
        """
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
            self._judged = self.place.judged()
        return self._judged

    def judge(self, judged: Iterable[Judgement]) -> None:
        """Add judgements of names; raises UsageError, and adds none, where they contradict those in force."""
        log = (*self.judged(), *judged)
        judgements.check(log)
        self.wait({})
        self.place.judge(log)
        self._judged, self.due = log, True

    def wait(self, changed: Mapping[str, Reading | None]) -> None:
        """Note that what some articles say waits to be merged."""
        self._merged = None
        self.waiting |= changed
        self.place.mark(changed)

    def settle(self) -> None:
        """Bring the default graph to what all claims say: only what they change is merged again and written."""
        if not (self.waiting or self.due):
            return
        with self.place.understood():
            self.merge(self.index, self.waiting, graph=True)
        self.waiting, self.due = {}, False
        self.place.unmark()

    def merge(self, index: Index, readings: Mapping[str, Reading | None], *, graph: bool) -> None:
        """Merge what some articles say into tables, which are kept once the default graph tells it too."""
        changes = update(index, readings, self.judged())
        if graph:
            Writer(self.core, index).write(changes, readings)
            self.place.send()
        index.keep()

    def query(self, sparql: str, *, told: bool = False) -> Result:
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
            return self.core.query(sparql, prefixes=dict(PREFIXES), named_graphs=graphs)
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
        """Return rdflib's face of the same storage, without copying it; of a server's, a copy in memory."""
        self.settle()
        core = self.core
        if not isinstance(core, ox.Store):
            core = ox.Store()
            core.bulk_load(self.core.dump(format=ox.RdfFormat.N_QUADS), format=ox.RdfFormat.N_QUADS)
        return rdflib.Dataset(store=oxrdflib.OxigraphStore(store=core))


def place_at(where: Path | Address, *, write: bool) -> Place:
    """Open a folder, or reach a server; raises StoreError."""
    if isinstance(where, Path):
        return Folder(where, write=write)
    from graph.server.place import Remote  # noqa: PLC0415 - what speaks to servers is loaded for one

    return Remote(where, write=write)
