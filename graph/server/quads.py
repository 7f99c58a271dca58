"""The quads of a store that stands on a SPARQL server; what is written waits and goes out in batches.

Whoever reads sees what waits: what is to be put in is sent before, what is to be taken out is left out of the answer.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby, islice
from typing import IO, cast

import pyoxigraph as ox
from urllib3.exceptions import HTTPError

from graph import guard
from graph.quads import Graph, Object, Result, Subject
from graph.server.protocol import DEFAULT, ROWS, Server
from ontology.errors import StoreError
from ontology.terms import DERIVED, SCHEMA

# Quads of one operation, and signs of one request, which takes the server some 100 ms.
QUADS, SIGNS = 2_000, 2_000_000
ARTICLES = f"SELECT ?g {{ GRAPH ?g {{ ?g a {SCHEMA.NewsArticle} }} }}"


class RemoteQuads:
    """Quads on a server; other graphs there than ours are left alone."""

    def __init__(self, server: Server) -> None:
        """Begin with nothing that waits."""
        self.server = server
        self.waiting: list[str] = []
        self.signs = 0
        self.unsent: set[Graph | None] = set()  # the graphs that what waits changes; None may be any
        self.gone: dict[ox.Quad, None] = {}  # to be taken out

    def quads_for_pattern(
        self,
        subject: Subject | None,
        predicate: ox.NamedNode | None,
        object: Object | None,  # noqa: A002 - pyoxigraph's name
        graph_name: Graph | None = None,
    ) -> Iterator[ox.Quad]:
        """Yield the quads of one graph, else the default graph, with some subject, predicate and object."""
        graph = graph_name or DEFAULT
        if self.unsent & {graph, None}:
            self.send()
        if subject is predicate is object is None:
            data = self.server.graph(graph)
        else:
            terms = (("s", subject), ("p", predicate), ("o", object))
            pattern = " ".join(str(term or f"?{name}") for name, term in terms)
            data = self.server.query(f"CONSTRUCT {{ {pattern} }} WHERE {{ {in_graph(graph, [pattern])} }}").data
        yield from (quad for quad in parsed(data, graph) if quad not in self.gone)

    def query(
        self,
        query: str,
        *,
        prefixes: dict[str, str] | None = None,
        named_graphs: list[ox.NamedNode | ox.BlankNode] | None = None,
    ) -> Result:
        """Answer a query; raises SyntaxError as the embedded engine tells it, whatever the server is.

        Where only some named graphs count and the query asks others than they are called, it is answered here, by a
        copy of them: the protocol cannot name a default graph without a name.
        """
        ox.Store().query(query, prefixes=prefixes)
        self.flush()
        if named_graphs is not None and asks_graphs(query):
            return self.copy([DEFAULT, *named_graphs]).query(query, prefixes=prefixes)
        head = " ".join(f"PREFIX {name}: <{iri}>" for name, iri in (prefixes or {}).items())
        answer = self.server.query(f"{head} {query}")
        if answer.headers.get("Content-Type", "").startswith(ROWS):
            return ox.parse_query_results(answer.data, format=ox.QueryResultsFormat.JSON)
        held = ox.Store()
        held.extend(parsed(answer.data, DEFAULT))
        return held.query("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }")

    def copy(self, graphs: Iterable[Graph]) -> ox.Store:
        """Return some graphs in memory."""
        copy = ox.Store()
        for graph in graphs:
            copy.load(self.server.graph(graph), format=ox.RdfFormat.N_TRIPLES, to_graph=graph, lenient=True)
        return copy

    def update(self, update: str) -> None:
        """Run an update, later."""
        self.wait(update, None)

    def wait(self, update: str, graph: Graph | None) -> None:
        """Let an update of a graph, or of any, wait until there is enough for a request."""
        self.waiting.append(update)
        self.unsent.add(graph)
        self.signs += len(update)
        if self.signs > SIGNS:
            self.send()

    def extend(self, quads: Iterable[ox.Quad]) -> None:
        """Add quads, later: what a named graph holds together whole or not at all."""
        for graph, lines in pieces(self.staying(quads)):
            self.wait(f"INSERT DATA {{ {in_graph(graph, lines)} }}", graph)

    def load(
        self,
        data: bytes,
        format: ox.RdfFormat,  # noqa: A002 - pyoxigraph's name
        *,
        to_graph: Graph | None = None,
        lenient: bool = False,
    ) -> None:
        """Add what is written in a format, later."""
        quads = ox.parse(data, format=format, lenient=lenient)
        self.extend(quads if to_graph is None else (in_named(quad, to_graph) for quad in quads))

    bulk_load = load

    def staying(self, quads: Iterable[ox.Quad]) -> Iterator[ox.Quad]:
        """Yield quads that are to be there, whatever was to be taken out before."""
        for quad in quads:
            self.gone.pop(quad, None)
            yield quad

    def remove(self, quad: ox.Quad) -> None:
        """Take a quad out, later; those who ask before do not see it."""
        self.gone[quad] = None

    def remove_graph(self, graph_name: Graph) -> None:
        """Take a graph out, later."""
        self.wait(f"DROP SILENT GRAPH {graph_name}", graph_name)

    def clear_graph(self, graph_name: Graph) -> None:
        """Take all quads out of a graph, later."""
        what = "DEFAULT" if isinstance(graph_name, ox.DefaultGraph) else f"GRAPH {graph_name}"
        self.wait(f"CLEAR SILENT {what}", graph_name)

    def contains_named_graph(self, graph_name: Graph) -> bool:
        """Tell whether there is such a graph."""
        if graph_name in self.unsent:
            self.send()
        return self.server.ask(f"ASK {{ GRAPH {graph_name} {{ ?s ?p ?o }} }}")

    def named_graphs(self) -> Iterator[ox.NamedNode | ox.BlankNode]:
        """Yield the graphs of articles, and that of what follows."""
        self.flush()
        for (graph,) in self.rows(ARTICLES):
            if isinstance(graph, ox.NamedNode):
                yield graph
        if self.contains_named_graph(DERIVED):
            yield DERIVED

    def dump(
        self,
        output: IO[bytes] | None = None,
        format: ox.RdfFormat | None = None,  # noqa: A002 - pyoxigraph's name
        *,
        from_graph: Graph | None = None,
    ) -> bytes | None:
        """Return all our quads, or one graph, in a format."""
        self.flush()
        if from_graph is not None:
            return ox.serialize(parsed(self.server.graph(from_graph), DEFAULT), output, format)
        graphs = [DEFAULT, *self.named_graphs()]
        found = (quad for graph in graphs for quad in parsed(self.server.graph(graph), graph))
        return ox.serialize(found, output, format)

    def rows(self, query: str) -> Iterator[ox.QuerySolution]:
        """Yield the rows of a query as they come; raises StoreError where the answer is cut off."""
        answer = self.server.query(query, stream=True)
        try:
            found = ox.parse_query_results(cast("IO[bytes]", answer), format=ox.QueryResultsFormat.JSON)
            if isinstance(found, ox.QuerySolutions):
                yield from found
        except (HTTPError, OSError, SyntaxError) as error:
            raise StoreError(self.server.address, "its answer was cut off", "run the same command again") from error
        finally:
            answer.release_conn()

    def flush(self) -> None:
        """Send all that waits; what was taken out last goes first, for it goes because of what went before it.

        So a writer that is cut off finds the reason again.
        """
        for graph, lines in pieces(reversed(self.gone)):
            self.wait(f"DELETE DATA {{ {in_graph(graph, lines)} }}", graph)
        self.gone = {}
        self.send()

    def send(self) -> None:
        """Send what is to be put in, many operations a request."""
        while self.waiting:
            some, signs = 0, 0
            while some < len(self.waiting) and signs < SIGNS:
                signs += len(self.waiting[some])
                some += 1
            self.server.update(";\n".join(self.waiting[:some]))
            del self.waiting[:some]
        self.signs = 0
        self.unsent = set()


def asks_graphs(query: str) -> bool:
    """Tell whether a query may ask a named graph.

    >>> asks_graphs("SELECT ?graph { ?s ?p 'GRAPH' }"), asks_graphs("ASK { graph ?g { ?s ?p ?o } }")
    (False, True)
    """
    return "GRAPH" in guard.words(query)


def parsed(triples: bytes, graph: Graph) -> Iterator[ox.Quad]:
    """Yield triples written as N-Triples, as quads of a graph."""
    for quad in ox.parse(triples, format=ox.RdfFormat.N_TRIPLES, lenient=True):
        yield in_named(quad, graph)


def in_named(quad: ox.Quad, graph: Graph) -> ox.Quad:
    """Return a quad as one of another graph."""
    return ox.Quad(quad.subject, quad.predicate, quad.object, graph)


def pieces(quads: Iterable[ox.Quad]) -> Iterator[tuple[Graph, list[str]]]:
    """Yield the lines of each graph, those of an article together, as they come together."""
    for graph, those in groupby(quads, key=lambda quad: quad.graph_name):
        size = QUADS if graph in (DEFAULT, DERIVED) else None
        while lines := [f"{quad.subject} {quad.predicate} {quad.object} ." for quad in islice(those, size)]:
            yield graph, lines


def in_graph(graph: Graph, lines: Iterable[str]) -> str:
    """Write triples of a graph for an update or a query."""
    together = "\n".join(lines)
    return together if isinstance(graph, ox.DefaultGraph) else f"GRAPH {graph} {{ {together} }}"
