"""Copy an annotation of identity into this folder: ids, names, places and verdicts; no sentence and no remark.

usage: python bench/identity/copying.py FOLDER      (people.jsonl, events.jsonl, pairs.jsonl)
"""

import json
import sys
from collections.abc import Iterable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))
from bench.identity.halves import HALVES, HERE, Row, half, half_of_pair, mentions, place

KEPT = {"id", "kind", "type", "codes", "years", "mentions", "reports", "a", "b", "same", "doubt"}


def main() -> None:
    """Copy what is in a folder."""
    folder = Path(sys.argv[1])
    people, events, pairs = (read(folder / f"{name}.jsonl") for name in ("people", "events", "pairs"))
    told = [(place(one), half(cluster)) for cluster, one in mentions([*people, *events])]
    homes = dict(sorted(told, key=lambda pair: pair[1] == "locked"))  # one sentence can tell two events
    for name, rows in (("people", people), ("events", events)):
        write(name, ((half(row["id"]), row) for row in rows))
    write("pairs", ((half_of_pair(row, homes), row) for row in pairs))


def read(path: Path) -> list[Row]:
    """Read a file of annotation."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def write(name: str, rows: Iterable[tuple[str, Row]]) -> None:
    """Write rows to their halves."""
    kept = [(side, {key: value for key, value in row.items() if key in KEPT}) for side, row in rows]
    for side in HALVES:
        path = HERE / side / f"{name}.jsonl"
        path.parent.mkdir(exist_ok=True)
        path.write_text(
            "".join(json.dumps(row, ensure_ascii=False) + "\n" for own, row in kept if own == side), encoding="utf-8"
        )


if __name__ == "__main__":
    main()
