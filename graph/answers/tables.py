"""Answers and flat records as text: a table to look at, CSV, JSON."""

import csv
import functools
import io
import itertools
import json
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from typing import Any, TypeAlias

import pyoxigraph as ox

from graph.answers import silence
from ontology.errors import UsageError
from ontology.facts import KINDS, Person
from ontology.terms import BASE

# A sentence has 180 characters in the median: a table of them is no table. CSV and JSON hold it whole.
WIDEST_CELL = 40
Answer: TypeAlias = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples
Record: TypeAlias = Mapping[str, Any]


def table(answer: Answer) -> str:
    """Write an answer as aligned columns, to be looked at; ASK as yes or no, CONSTRUCT as Turtle."""
    if isinstance(answer, ox.QueryBoolean):
        return "yes\n" if answer else "no\n"
    if isinstance(answer, ox.QueryTriples):
        return text(answer.serialize(format=ox.RdfFormat.TURTLE))
    names = [variable.value for variable in answer.variables]
    rows = [[shown(solution[name]) for name in names] for solution in answer]
    return aligned(names, rows) + f"({len(rows)} row{'s'[: len(rows) != 1]})\n"


def comma_separated(answer: Answer) -> str:
    """Write an answer as CSV, as SPARQL 1.1 lays down; raises UsageError for CONSTRUCT."""
    if isinstance(answer, ox.QueryTriples):
        raise UsageError("--format csv", "holds no triples", "take table (Turtle) or json (JSON-LD)")
    if isinstance(answer, ox.QueryBoolean):
        return "true\n" if answer else "false\n"
    return text(answer.serialize(format=ox.QueryResultsFormat.CSV))


def json_text(answer: Answer) -> str:
    """Write an answer as SPARQL 1.1 JSON results; CONSTRUCT as JSON-LD."""
    if isinstance(answer, ox.QueryTriples):
        return text(answer.serialize(format=ox.RdfFormat.JSON_LD)) + "\n"
    return text(answer.serialize(format=ox.QueryResultsFormat.JSON)) + "\n"


def text(data: bytes | None) -> str:
    """Decode what the engine has written."""
    return (data or b"").decode()


def aligned(names: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Lay rows out in columns under their names.

    >>> print(aligned(["a", "year"], [["Hà Nội", "2022"], ["Huế", "2021"]]), end="")
    a       year
    ------  ----
    Hà Nội  2022
    Huế     2021
    """
    widths = [max(map(width, column)) for column in zip(names, *rows, strict=True)]
    lines = [names, ["-" * size for size in widths], *rows]
    return "".join("  ".join(map(padded, line, widths)).rstrip() + "\n" for line in lines)


def width(words: str) -> int:
    """Count the places that words take on a terminal: none for marks, two for wide signs."""
    return sum(
        0 if unicodedata.combining(sign) else 2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in words
    )


def padded(words: str, size: int) -> str:
    """Fill words with spaces up to a width."""
    return words + " " * (size - width(words))


def shown(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | None) -> str:
    """Show a term on one line: what a literal says, an IRI of ours by its local name; long ones are cut."""
    if term is None:
        return ""
    said = " ".join((str(term) if isinstance(term, ox.Triple) else term.value).split())
    if isinstance(term, ox.NamedNode):
        return said.removeprefix(BASE)
    return said if len(said) <= WIDEST_CELL else said[: WIDEST_CELL - 1] + "…"


def json_lines(records: Iterable[Record]) -> Iterator[str]:
    """Write flat records as JSON Lines."""
    for record in records:
        yield json.dumps(record, ensure_ascii=False) + "\n"


def csv_lines(records: Iterable[Record]) -> Iterator[str]:
    """Write flat records as CSV with one column for each field of any kind; lists are joined by `; `."""
    kept = list(records)
    used = {name for record in kept for name in record}
    columns = [name for name in dict.fromkeys([*columns_known(), *sorted(used)]) if name in used]
    yield from csv_rows(columns, kept)


def csv_rows(columns: Sequence[str], records: Iterable[Record]) -> Iterator[str]:
    r"""Write the columns of records as CSV, each line as its record comes.

    >>> list(csv_rows(["a", "b"], [{"a": 1, "b": ["x", "y"]}]))
    ['a,b\n', '1,x; y\n']
    """
    line = io.StringIO()
    writer = csv.writer(line, lineterminator="\n")
    for row in itertools.chain([columns], ([cell(record.get(name)) for name in columns] for record in records)):
        writer.writerow(row)
        yield line.getvalue()
        line.seek(0)
        line.truncate()


def columns_known() -> Iterator[str]:
    """Walk the names of columns in the order in which they are written."""
    yield from ("fact", "article", "iri")
    for kind in (*KINDS.values(), Person):
        yield from (part.name for part in fields(kind))
    yield from ("quote", "quote_start", "quote_end", "start", "end")


def cell(value: object) -> str:
    """Write a value into a cell.

    >>> cell(["VNM", "KHM"]), cell(55), cell(None)
    ('VNM; KHM', '55', '')
    """
    if value is None:
        return ""
    if isinstance(value, str | int):
        return str(value)
    if isinstance(value, Sequence):
        return "; ".join(map(cell, value))
    return json.dumps(value, ensure_ascii=False)


def silent(form: str) -> Callable[[Iterable[Record]], Iterator[str]]:
    """Return what writes silences as they come, in a format; raises UsageError for another than csv and jsonl."""
    if form not in FLAT:
        raise UsageError(f"silence: .{form}", "is no kind of file that is written", f"take one of {', '.join(FLAT)}")
    return json_lines if form == "jsonl" else functools.partial(csv_rows, silence.COLUMNS)


ANSWER: dict[str, Callable[[Answer], str]] = {"table": table, "csv": comma_separated, "json": json_text}
FLAT: dict[str, Callable[[Iterable[Record]], Iterator[str]]] = {"jsonl": json_lines, "csv": csv_lines}
