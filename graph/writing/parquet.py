"""Flat facts as Parquet: one table of all kinds, whose columns are the same in every file and have types.

A date stands as it is told (EDTF), and as the first and last day that it can mean: what is told to the year alone
spans the year, and no day is made up. `start` and `end` are a visit's; where a quote stands is in `quote_start` and
`quote_end`.
"""

import itertools
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from graph.writing.whole import whole
from ontology.dates import Date
from ontology.errors import UsageError
from ontology.facts import KINDS
from ontology.slots import SEVERAL, SLOTS, Kind

# So many records are one group of rows: what is kept in memory while a file is written.
GROUP = 20_000
# The columns of people, and of every record: what an article says, or what is merged.
PERSON: dict[str, Kind] = {"name": "text", "also": "sides", "country": "code"}
TOLD = ("quote", "quote_start", "quote_end")
MERGED = ("articles", "evidence")

Record = Mapping[str, Any]


def write(records: Iterable[Record], path: Path, *, merged: bool) -> None:
    """Write flat records; raises UsageError where pyarrow is not installed, OSError where it cannot be written."""
    try:
        import pyarrow as pa  # noqa: PLC0415 - an extra, and large
        from pyarrow.parquet import ParquetWriter  # noqa: PLC0415
    except ImportError as error:
        mend = "pip install pyarrow (the extra banggiao[parquet]), or take csv"
        raise UsageError("--format parquet", "needs pyarrow, which is not installed", mend) from error
    columns = schema(merged=merged)
    rows = map(row, records)
    with whole(path) as part, ParquetWriter(part, columns, compression="zstd") as writer:
        for group in iter(lambda: list(itertools.islice(rows, GROUP)), []):
            writer.write_table(pa.Table.from_pylist(group, schema=columns))


def schema(*, merged: bool) -> Any:  # noqa: ANN401 - pyarrow has no types
    """Return the columns and their types."""
    import pyarrow as pa  # noqa: PLC0415

    one = pa.struct([("article", pa.string()), ("quote", pa.string()), ("start", pa.int32()), ("end", pa.int32())])
    named = {"quote_start": pa.int32(), "quote_end": pa.int32(), "articles": pa.list_(pa.string())}
    named["evidence"] = pa.list_(one)
    first = ("fact", "iri") if merged else ("fact", "article", "iri")
    values = [(name, arrow) for name, kind in columns().items() for name, arrow in arrows(name, kind)]
    last = [(name, named.get(name, pa.string())) for name in (MERGED if merged else TOLD)]
    return pa.schema([*((name, pa.string()) for name in first), *values, *last])


def columns() -> dict[str, Kind]:
    """Return what the columns of values hold: those of people, then of each kind of fact in its order."""
    return PERSON | {slot.name: slot.kind for kind in KINDS.values() for slot in SLOTS[kind]}


def arrows(name: str, kind: Kind) -> Iterator[tuple[str, Any]]:
    """Yield the columns of one value: a date has three."""
    import pyarrow as pa  # noqa: PLC0415

    yield name, pa.list_(pa.string()) if kind in SEVERAL else pa.int32() if kind == "number" else pa.string()
    if kind == "date":
        yield from ((f"{name}_{end}", pa.date32()) for end in ("earliest", "latest"))


def row(record: Record) -> dict[str, Any]:
    """Return a record with the values of its kind alone, and the days of its dates.

    >>> found = row({"fact": "visit", "iri": "i", "destination": "LAO", "start": "2022-04", "quote_start": 7})
    >>> found["destination"], found["start"], str(found["start_latest"]), found["quote_start"]
    ('LAO', '2022-04', '2022-04-30', 7)
    """
    kinds = PERSON if record["fact"] == "person" else {s.name: s.kind for s in SLOTS[KINDS[record["fact"]]]}
    found = {name: record.get(name) for name in ("fact", "article", "iri", *kinds, *TOLD, *MERGED)}
    for name, kind in kinds.items():
        told = found[name] if kind == "date" else None
        if told is not None:
            date = Date(told)
            found |= {f"{name}_earliest": date.earliest(), f"{name}_latest": date.latest()}
    return found
