"""What the rest asks of the quads of a store, embedded (`pyoxigraph.Store`) or on a server (graph/server)."""

from collections.abc import Iterable, Iterator
from typing import IO, Protocol, TypeAlias

import pyoxigraph as ox

Result: TypeAlias = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples
Subject: TypeAlias = ox.NamedNode | ox.BlankNode | ox.Triple
Object: TypeAlias = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
Graph: TypeAlias = ox.NamedNode | ox.BlankNode | ox.DefaultGraph


class Quads(Protocol):
    """Quads in graphs; each method does what pyoxigraph says of it."""

    def quads_for_pattern(
        self,
        subject: Subject | None,
        predicate: ox.NamedNode | None,
        object: Object | None,  # noqa: A002 - pyoxigraph's name
        graph_name: Graph | None = None,
        /,
    ) -> Iterator[ox.Quad]:
        """Yield the quads with some subject, predicate, object and graph."""

    def query(
        self,
        query: str,
        /,
        *,
        prefixes: dict[str, str] | None = None,
        named_graphs: list[ox.NamedNode | ox.BlankNode] | None = None,
    ) -> Result:
        """Answer a query, of no other named graphs than those given; raises SyntaxError."""

    def update(self, update: str, /) -> None:
        """Run an update."""

    def extend(self, quads: Iterable[ox.Quad], /) -> None:
        """Add quads."""

    def load(
        self,
        data: bytes,
        /,
        format: ox.RdfFormat,  # noqa: A002 - pyoxigraph's name
        *,
        to_graph: Graph | None = None,
        lenient: bool = False,
    ) -> None:
        """Add what is written in a format, to one graph where it names none."""

    def bulk_load(
        self,
        data: bytes,
        /,
        format: ox.RdfFormat,  # noqa: A002 - pyoxigraph's name
        *,
        to_graph: Graph | None = None,
        lenient: bool = False,
    ) -> None:
        """Add much that is written in a format; each graph that has a name stands together there."""

    def remove(self, quad: ox.Quad, /) -> None:
        """Take a quad out, if it is there."""

    def remove_graph(self, graph_name: Graph, /) -> None:
        """Take a graph out, if it is there."""

    def clear_graph(self, graph_name: Graph, /) -> None:
        """Take all quads out of a graph."""

    def contains_named_graph(self, graph_name: Graph, /) -> bool:
        """Tell whether there is such a graph."""

    def named_graphs(self) -> Iterator[ox.NamedNode | ox.BlankNode]:
        """Yield the graphs that have names."""

    def dump(
        self,
        output: IO[bytes] | None = None,
        /,
        format: ox.RdfFormat | None = None,  # noqa: A002 - pyoxigraph's name
        *,
        from_graph: Graph | None = None,
    ) -> bytes | None:
        """Return all quads, or one graph, in a format."""

    def flush(self) -> None:
        """Write all that waits to be written."""
