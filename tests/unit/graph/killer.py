"""Builds stores in processes of their own and kills them: a line of standard input for each, a line of output for it.

`path <tab> file for what is acknowledged <tab> seconds until it is killed` gives `exit status <tab> seconds it lived`.
"""

import os
import signal
import sys
import time
from dataclasses import replace
from functools import cache
from pathlib import Path

import pyoxigraph as ox
from told_examples import gold

from graph import store as stores
from graph.store import GraphStore
from graph.writing import loading
from ontology.facts import Reading

ARTICLES, BATCH = 24, 6


@cache
def readings() -> list[Reading]:
    """Return what articles say; the first of them say less before, which is replaced."""
    told = gold()[:ARTICLES]
    return [*(replace(one, claims=one.claims[::2]) for one in told[::3]), *told]


def build(path: str, noted: str) -> None:
    """Build a store by batches, and note how many readings it has acknowledged."""
    told = readings()
    with GraphStore.open(Path(path), write=True) as store, Path(noted).open("w") as file:
        for start in range(0, len(told), BATCH):
            store.add(told[start : start + BATCH])
            print(start + BATCH, file=file, flush=True)


def main() -> None:
    """Load all that a build needs, then build and kill: a process that is forked here has it already."""
    # All that a build does comes often: merges, bulk loads, and transactions between them.
    stores.BATCH, loading.CHUNK, loading.BULK = 2 * BATCH, 1_500, 800
    GraphStore(ox.Store()).add(readings())
    for line in sys.stdin:
        path, noted, seconds = line.rstrip("\n").split("\t")
        before = time.monotonic()
        pid = os.fork()
        if not pid:
            build(path, noted)
            os._exit(0)
        while not (ended := os.waitpid(pid, os.WNOHANG))[0] and time.monotonic() - before < float(seconds):
            time.sleep(0.001)
        if not ended[0]:
            os.kill(pid, signal.SIGKILL)
            ended = os.waitpid(pid, 0)
        sys.stdout.write(f"{os.waitstatus_to_exitcode(ended[1])}\t{time.monotonic() - before}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
