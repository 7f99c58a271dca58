"""What it costs to hand a store on: the merged graph read from it, then each format written.

Usage: python bench/sharing/measure.py STORE
STORE is a folder that `banggiao build` made, or bench/validate/measure.py: /tmp/validate-10000.
"""

import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from graph.answers import flat
from graph.plover import events
from graph.store import GraphStore
from graph.writing import parquet
from viz import exchange


def measured(name: str, work: Callable[[], object], path: Path | None = None) -> None:
    """Print what some work cost in CPU seconds, the size of what it wrote, and the peak memory so far."""
    start = time.process_time()
    said = work()
    seconds, memory = time.process_time() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    size = f", {path.stat().st_size / 1e6:.1f} MB written" if path else ""
    told = f" ({said})" if isinstance(said, str) else ""
    print(f"{name}: {seconds:.1f} s CPU, peak {memory:.0f} MB{size}{told}", flush=True)


def main() -> None:
    """Measure."""
    with GraphStore.open(Path(sys.argv[1])) as store, tempfile.TemporaryDirectory() as folder:
        names = ("f.parquet", "m.parquet", "n.gexf", "n.graphml", "e.plover.jsonl")
        facts, merged, gexf, graphml, plover = (Path(folder, name) for name in names)
        measured("the merged graph", lambda: (store.merged(), None)[1])
        measured("facts, Parquet", lambda: parquet.write(flat.records(store), facts, merged=False), facts)
        measured(
            "merged facts, Parquet",
            lambda: parquet.write(flat.records(store, merged=True), merged, merged=True),
            merged,
        )
        measured("GEXF", lambda: exchange.gexf(store, gexf), gexf)
        measured("GraphML", lambda: exchange.graphml(store, graphml), graphml)
        measured("PLOVER", lambda: events.write(store, plover), plover)


if __name__ == "__main__":
    main()
