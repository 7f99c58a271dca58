"""A store's quads as a file: sorted, with the same prefixes, so that equal stores give equal bytes."""

from pathlib import Path
from typing import TypeAlias

import pyoxigraph as ox

from graph.quads import Quads
from graph.writing.whole import whole
from ontology.errors import UsageError
from ontology.terms import DERIVED, PREFIXES

WHOLE = {".trig": ox.RdfFormat.TRIG, ".nq": ox.RdfFormat.N_QUADS}
MERGED = {".ttl": ox.RdfFormat.TURTLE, ".jsonld": ox.RdfFormat.JSON_LD}
Graph: TypeAlias = ox.NamedNode | ox.BlankNode | ox.DefaultGraph


def write(core: Quads, path: Path, *, told: bool = False) -> None:
    """Write a store as the file's suffix says; raises UsageError for another suffix, or where it may not be written."""
    if path.suffix not in WHOLE | MERGED:
        wrong = f"{path.suffix or 'no suffix'!r} is no format that we write"
        raise UsageError(str(path), wrong, f"end it in one of {', '.join(sorted(WHOLE | MERGED))}")
    data = serialize(core, (WHOLE | MERGED)[path.suffix], told=told)
    try:
        with whole(path) as part:
            part.write_bytes(data)
    except OSError as error:
        raise UsageError(
            str(path), f"it cannot be written ({error.strerror})", "name a file in a writable folder"
        ) from error


def serialize(core: Quads, form: ox.RdfFormat, *, told: bool = False) -> bytes:
    """Return a store in a format: lines of N-Quads are dumped and sorted, then written in that format.

    A format without graphs holds the merged graph, and what follows of it unless only what is told is asked for.
    """
    whole = form in WHOLE.values()
    graphs = [graph for graph in sorted(core.named_graphs(), key=str) if whole or graph == DERIVED]
    kept = [ox.DefaultGraph(), *(graph for graph in graphs if not (told and graph == DERIVED))]
    found = [line for graph in kept for line in of_graph(core, graph, named=whole)]
    data = b"".join(found if form == ox.RdfFormat.TRIG else sorted(found))
    if form == ox.RdfFormat.N_QUADS:
        return data
    quads = ox.parse(data, format=ox.RdfFormat.N_QUADS)
    if form == ox.RdfFormat.JSON_LD:
        return ox.serialize(quads, format=form) or b""
    return sorted_prefixes(ox.serialize(quads, format=form, prefixes=PREFIXES) or b"")


def of_graph(core: Quads, graph: Graph, *, named: bool) -> list[bytes]:
    """Return the sorted lines of N-Quads of one graph, with its name unless they are to stand in the default graph."""
    found = sorted(lines(core.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=graph)))
    if isinstance(graph, ox.DefaultGraph) or not named:
        return found
    end = f"{graph} .\n".encode()
    return [line[: -len(b".\n")] + end for line in found]


def lines(data: bytes | None) -> list[bytes]:
    """Split at line feeds alone: no other sign ends a line of N-Quads."""
    return [line + b"\n" for line in (data or b"").split(b"\n") if line]


def sorted_prefixes(data: bytes) -> bytes:
    """Sort the lines that declare prefixes: the serializer's order changes from run to run."""
    found = data.split(b"\n", len(PREFIXES))
    return b"\n".join([*sorted(found[: len(PREFIXES)]), b"", *found[len(PREFIXES) :]])
