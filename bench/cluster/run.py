"""How much faster several workers read, and what a batch costs: python bench/cluster/run.py CORPUS.jsonl.

The corpus is read in this process, in one and two processes of ours, and on a Dask cluster of one and two workers
that this starts on loopback. What a batch costs is told by batches of articles without text, which take no reading.
"""

# ruff: noqa: E402 - the project is imported from the folder above, installed or not
import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TypeAlias

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT)]

from extract.articles import load
from extract.batches import ARTICLES, Workers, in_order, one_by_one
from extract.cluster import Cluster
from extract.processes import Processes
from ontology.facts import Article

ROUNDS, EMPTY = 6, 100
Articles: TypeAlias = Sequence[Article]


Way: TypeAlias = Callable[[Articles], Iterator[object]]


def main() -> None:
    """Measure and print a line for each way."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    given = parser.parse_args()
    articles = [one for one in load([given.corpus]) if isinstance(one, Article)]
    signs = sum(len(one.text) for one in articles)
    print(f"{len(articles)} articles of {signs / len(articles):.0f} signs, load {os.getloadavg()[0]:.1f}, wall time")
    empty = [Article(str(number), "") for number in range(EMPTY * ARTICLES)]
    with ExitStack() as stack:
        ways: dict[str, Way] = {"this process": one_by_one}
        for count in (1, 2):
            ways[f"{count} of our own"] = by(stack.enter_context(Processes(count)))
        for count in (1, 2):
            ways[f"{count} of Dask"] = by(stack.enter_context(cluster(count)))
        # Round by round, and of each way the fastest: whatever else the machine does hits all alike.
        rounds = [
            {name: (passed(articles, way), passed(empty, way)) for name, way in ways.items()} for _ in range(ROUNDS)
        ]
    fastest = {name: tuple(map(min, zip(*(one[name] for one in rounds), strict=True))) for name in ways}
    alone = fastest["this process"]
    for name, (seconds, nothing) in fastest.items():
        cost = f"{max(nothing - alone[1], 0) / EMPTY * 1000:6.2f} ms a batch of {ARTICLES}"
        print(f"{name:<16}{len(articles) / seconds:8.1f} articles/s, {alone[0] / seconds:5.2f} times as fast, {cost}")


def by(workers: Workers) -> Way:
    """Return the way of some workers."""
    return lambda articles: in_order(articles, workers)


def passed(articles: Articles, way: Way) -> float:
    """Return the seconds that reading articles takes."""
    start = time.perf_counter()
    for _ in way(articles):
        pass
    return time.perf_counter() - start


@contextmanager
def cluster(count: int) -> Iterator[Cluster]:
    """Start a cluster on loopback."""
    module = (sys.executable, "-m")
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": ROOT}
    port = str(18786 + count)
    address = f"tcp://127.0.0.1:{port}"
    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory())
        options = ("--host", "127.0.0.1", "--no-dashboard")
        commands = [(*module, "distributed.cli.dask_scheduler", "--port", port, *options)]
        worker = (*module, "distributed.cli.dask_worker", address, "--nthreads", "1", "--no-nanny", *options)
        commands += [(*worker, "--local-directory", folder)] * count
        for command in commands:
            running = stack.enter_context(subprocess.Popen(command, **quiet))  # type: ignore[call-overload]
            stack.callback(running.kill)
        workers = stack.enter_context(Cluster(address))
        workers.client.wait_for_workers(count)
        yield workers


if __name__ == "__main__":
    main()
