"""The gold set of identity: clusters of mentions and reports, hard pairs, and which half each is in.

What is locked is only ever scored: its errors are not printed, and nothing is tuned on it.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
HALVES = ("open", "locked")
Row = Mapping[str, Any]


def half(identifier: str) -> str:
    """Return the half of a cluster, by the parity of the SHA-256 of its id.

    >>> half("p001"), half("p002")
    ('locked', 'open')
    """
    return HALVES[int(hashlib.sha256(identifier.encode()).hexdigest(), 16) % 2]


def half_of_pair(pair: Row, homes: Mapping[tuple[Any, ...], str]) -> str:
    """Return the half of a hard pair: locked where either side stands in a locked cluster, else by its id."""
    known = {homes[key] for key in map(place, (pair["a"], pair["b"])) if key in homes}
    return "locked" if "locked" in known else half(pair["id"])


def place(mention: Row) -> tuple[Any, ...]:
    """Return what finds a mention of a person, or a report of an event, again."""
    return (mention["article"], mention["name"]) if "name" in mention else (mention["article"], mention["start"])


def mentions(clusters: Iterable[Row]) -> Iterator[tuple[str, Row]]:
    """Yield each mention or report with the id of its cluster."""
    for cluster in clusters:
        yield from ((cluster["id"], one) for one in cluster.get("mentions", cluster.get("reports", ())))


def gold(name: str) -> list[Row]:
    """Return the clusters of people or events, or the pairs, of both halves; what the annotator doubted is left out."""
    found: list[Row] = []
    for side in HALVES:
        with (HERE / side / f"{name}.jsonl").open(encoding="utf-8") as lines:
            found += [sure(json.loads(line)) | {"half": side} for line in lines]
    return [row for row in found if not row.get("doubt")]


def sure(row: Row) -> dict[str, Any]:
    """Return a row without the mentions or reports that are in doubt."""
    kept = {name: [one for one in row[name] if not one.get("doubt")] for name in ("mentions", "reports") if name in row}
    return {**row, **kept}
