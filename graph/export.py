"""A store's quads as a file: sorted, with the same prefixes, so that equal stores give equal bytes."""

import os
from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox

from ontology.errors import UsageError
from ontology.terms import PREFIXES

WHOLE = {".trig": ox.RdfFormat.TRIG, ".nq": ox.RdfFormat.N_QUADS}
MERGED = {".ttl": ox.RdfFormat.TURTLE, ".jsonld": ox.RdfFormat.JSON_LD}


def write(core: ox.Store, path: Path) -> None:
    """Write a store as the file's suffix says; raises UsageError for another suffix, or where it may not be written."""
    if path.suffix not in WHOLE | MERGED:
        wrong = f"{path.suffix or 'no suffix'!r} is no format that we write"
        raise UsageError(str(path), wrong, f"end it in one of {', '.join(sorted(WHOLE | MERGED))}")
    graph = None if path.suffix in WHOLE else ox.DefaultGraph()
    data = serialize(core.quads_for_pattern(None, None, None, graph), (WHOLE | MERGED)[path.suffix])
    try:
        part = path.with_name(path.name + ".part")
        part.write_bytes(data)
        os.replace(part, path)  # noqa: PTH105 - atomic: never half a file under the name
    except OSError as error:
        raise UsageError(
            str(path), f"it cannot be written ({error.strerror})", "name a file in a writable folder"
        ) from error


def serialize(quads: Iterable[ox.Quad], form: ox.RdfFormat) -> bytes:
    """Return quads, sorted, in a format."""
    ordered = sorted(quads, key=order)
    if form == ox.RdfFormat.N_QUADS:
        return dump(ordered, form)
    if form == ox.RdfFormat.TRIG:
        return sorted_prefixes(dump(ordered, form, prefixes=PREFIXES))
    triples = [quad.triple for quad in ordered]
    return (
        sorted_prefixes(dump(triples, form, prefixes=PREFIXES)) if form == ox.RdfFormat.TURTLE else dump(triples, form)
    )


def dump(
    rows: Iterable[ox.Quad] | Iterable[ox.Triple], form: ox.RdfFormat, prefixes: dict[str, str] | None = None
) -> bytes:
    """Return quads or triples in a format, in the order given."""
    return ox.serialize(rows, format=form, prefixes=prefixes) or b""


def sorted_prefixes(data: bytes) -> bytes:
    """Sort the lines that declare prefixes: the serializer's order changes from run to run."""
    lines = data.split(b"\n", len(PREFIXES))
    return b"\n".join([*sorted(lines[: len(PREFIXES)]), b"", *lines[len(PREFIXES) :]])


def order(quad: ox.Quad) -> tuple[str, str, str, str]:
    """Return what quads are sorted by: graph (the default one first), subject, predicate, object."""
    graph = quad.graph_name.value if isinstance(quad.graph_name, ox.NamedNode) else ""
    return graph, str(quad.subject), quad.predicate.value, str(quad.object)
