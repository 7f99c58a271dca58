"""Answering one query in a worker: whole, in the form that was asked for, within the limit of rows."""

import io
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import pyoxigraph as ox

from graph import guard
from graph.serving.negotiation import best
from graph.serving.worker import LimitError
from graph.store import GraphStore
from ontology.errors import UsageError
from ontology.terms import PREFIXES

RESULTS = {
    "application/sparql-results+json": ox.QueryResultsFormat.JSON,
    "application/json": ox.QueryResultsFormat.JSON,
    "application/sparql-results+xml": ox.QueryResultsFormat.XML,
    "application/xml": ox.QueryResultsFormat.XML,
    "text/csv": ox.QueryResultsFormat.CSV,
    "text/tab-separated-values": ox.QueryResultsFormat.TSV,
}
GRAPHS = {
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "application/ld+json": ox.RdfFormat.JSON_LD,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
}


@dataclass(frozen=True, slots=True)
class Query:
    """What somebody asks: SPARQL, the media types that they accept, and the graphs that they name beside it."""

    sparql: str
    accept: str
    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """Bytes of a media type."""

    media: str
    content: bytes


class Lines(io.BytesIO):
    """Takes lines as long as there are not too many."""

    def __init__(self, most: int) -> None:
        """Begin with none."""
        super().__init__()
        self.most, self.count = most, 0

    def write(self, some: Any) -> int:  # noqa: ANN401 - the engine gives bytes
        """Take some bytes; raises LimitError."""
        self.count += some.count(b"\n")
        if self.count > self.most:
            mend = "take them in parts with ORDER BY, LIMIT and OFFSET"
            raise LimitError("the query", "has more rows than one answer may have", mend)
        return super().write(some)


def answer(store: GraphStore, query: Query, rows: int) -> Answer:
    """Answer a query; raises UsageError, and LimitError where it has too many rows or no form of it is accepted."""
    guard.check(query.sparql)
    try:
        found = core(store).query(
            query.sparql,
            prefixes=dict(PREFIXES),
            default_graph=graphs(query.default) if query.default or query.named else None,
            named_graphs=graphs(query.named) if query.default or query.named else None,
        )
    except SyntaxError as error:
        raise guard.syntax_error(error, query.sparql) from error
    if isinstance(found, ox.QueryTriples):
        return of_triples(found, query.accept, rows)
    return of_results(found, query.accept, rows)


def core(store: GraphStore) -> ox.Store:
    """Return the engine of a snapshot, which is embedded."""
    if not isinstance(store.core, ox.Store):
        raise TypeError(type(store.core))
    return store.core


def graphs(iris: Iterable[str]) -> list[Any]:
    """Return graphs by their IRIs; raises UsageError for what is none."""
    try:
        return [ox.NamedNode(iri) for iri in iris]
    except ValueError as error:
        raise UsageError("the graph of the query", "is no IRI", "name it in full, as http://…") from error


def of_results(found: ox.QuerySolutions | ox.QueryBoolean, accept: str, rows: int) -> Answer:
    """Write solutions; they pass through TSV, in which each is one line, so that they can be counted."""
    media = chosen(accept, RESULTS)
    if isinstance(found, ox.QueryBoolean):
        return Answer(media, found.serialize(format=RESULTS[media]) or b"")
    lines = Lines(rows + 1)  # the first names the variables
    found.serialize(lines, format=ox.QueryResultsFormat.TSV)
    table = lines.getvalue()
    if RESULTS[media] != ox.QueryResultsFormat.TSV:
        again = ox.parse_query_results(table, format=ox.QueryResultsFormat.TSV)
        table = again.serialize(format=RESULTS[media]) or b""
    return Answer(media, table)


def of_triples(found: Iterable[ox.Triple], accept: str, rows: int, prefixes: dict[str, str] = PREFIXES) -> Answer:
    """Write triples; they pass through N-Triples, in which each is one line."""
    media = chosen(accept, GRAPHS)
    lines = Lines(rows)
    ox.serialize(found, lines, format=ox.RdfFormat.N_TRIPLES)
    data = lines.getvalue()
    if GRAPHS[media] != ox.RdfFormat.N_TRIPLES:
        triples = ox.parse(data, format=ox.RdfFormat.N_TRIPLES)
        data = ox.serialize(triples, format=GRAPHS[media], prefixes=prefixes) or b""
    return Answer(media, data)


def chosen(accept: str, offered: Iterable[str]) -> str:
    """Return the media type of an answer; raises LimitError where none of ours is accepted."""
    found = best(accept, offered)
    if found is None:
        raise LimitError("Accept", "names nothing that we can give", f"take one of {', '.join(offered)}", 406)
    return found
