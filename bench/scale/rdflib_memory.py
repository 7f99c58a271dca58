"""What rdflib in memory takes for queries of a graph: queries as JSON on standard input, their seconds as JSON out."""

import json
import resource
import signal
import sys
import time
from types import FrameType

import rdflib


def late(_signal: int, _frame: FrameType | None) -> None:
    """Give up."""
    raise TimeoutError


def main() -> None:
    """Load the graph, ask each query once, and print the seconds of each; -1 for one that takes too long."""
    path, most = sys.argv[1:]
    signal.signal(signal.SIGALRM, late)
    before = time.perf_counter()
    graph = rdflib.Graph().parse(path, format="nt")
    spent = {"load": time.perf_counter() - before}
    for name, sparql in json.load(sys.stdin).items():
        before = time.perf_counter()
        signal.alarm(int(most))
        try:
            list(graph.query(sparql))
            spent[name] = time.perf_counter() - before
        except TimeoutError:
            spent[name] = -1
        signal.alarm(0)
    spent["memory"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    json.dump(spent, sys.stdout)


if __name__ == "__main__":
    main()
