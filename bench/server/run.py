"""What a SPARQL server costs instead of a folder: python bench/server/run.py TEXTS... [--sizes 1000,4000].

Articles made of them, with other names and days (bench/made.py), are read, then built into a folder and onto
`oxigraph serve`, which this starts on loopback; then one more article is added, the graph is dumped, and the index
made anew as on another machine.
"""

import argparse
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import psutil

sys.path.insert(0, str(Path(__file__).parents[2]))

from bench import made
from extract.articles import load
from extract.reader import read
from graph.server.address import Address
from graph.store import GraphStore
from graph.writing import export
from ontology.facts import Article, Reading

BATCH = 2_000
Where = Path | Address


def main() -> None:
    """Measure each size and print a line for each thing that is done."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("texts", nargs="+")
    parser.add_argument("--sizes", default="1000,4000")
    given = parser.parse_args()
    sizes = [int(size) for size in given.sizes.split(",")]
    models = made.made([one for one in load(given.texts) if isinstance(one, Article)])
    readings = [read(one) for one in models.articles(max(sizes) + 1)]
    for size in sizes:
        print(f"{size} articles, load {os.getloadavg()[0]:.1f}: seconds; CPU here, CPU of the server", flush=True)
        with tempfile.TemporaryDirectory() as folder:
            os.environ["BANGGIAO_CACHE"] = f"{folder}/cache"
            with oxigraph(Path(folder, "data")) as (address, process):
                here = measured("folder", Path(folder, "store"), None, readings, size)
                there = measured("server", address, process, readings, size)
            same = "the same bytes" if here == there else "OTHER BYTES"
            print(f"  both are {same}: {len(here) / size:.0f} an article as N-Quads; on disk:")
            for name in ("store", "data", "cache"):
                files = (path.stat().st_size for path in Path(folder, name).rglob("*") if path.is_file())
                print(f"    {name} {sum(files) / size:.0f} bytes an article", flush=True)


def measured(name: str, where: Where, server: psutil.Process | None, readings: Sequence[Reading], size: int) -> bytes:
    """Print what building, adding, dumping and making the index anew cost; return the graph as N-Quads."""

    def build() -> None:
        with GraphStore.open(where, write=True) as store:
            for start in range(0, size, BATCH):
                store.add(readings[start : min(start + BATCH, size)])

    def add() -> None:
        with GraphStore.open(where, write=True) as store:
            store.add([readings[size]])

    def dump() -> None:
        with GraphStore.open(where) as store:
            out.append(b"".join(sorted(export.lines(store.core.dump(format=export.WHOLE[".nq"])))))

    def index() -> None:
        with GraphStore.open(where) as store:
            store.index.rows("SELECT 1")

    out: list[bytes] = []
    told(f"{name}: build", build, server)
    told(f"{name}: one more", add, server)
    told(f"{name}: dump", dump, server)
    if server:
        os.environ["BANGGIAO_CACHE"] += "-other"
        told(f"{name}: index anew", index, server)
    return out[0]


def told(what: str, do: Callable[[], None], server: psutil.Process | None) -> None:
    """Do something and print its seconds: in all, of CPU here, of CPU of the server."""
    there, cpu, wall = spent(server), time.process_time(), time.perf_counter()
    do()
    wall, cpu, there = time.perf_counter() - wall, time.process_time() - cpu, spent(server) - there
    print(f"  {what:<20}{wall:9.2f} s;{cpu:9.2f}{there:9.2f}", flush=True)


def spent(server: psutil.Process | None) -> float:
    """Return the CPU seconds that a server has spent."""
    return sum(server.cpu_times()[:2]) if server else 0.0


@contextmanager
def oxigraph(folder: Path) -> Iterator[tuple[Address, psutil.Process]]:
    """Run a server on loopback."""
    program = Path(sys.executable).with_name("oxigraph")
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    command = [program, "serve", "-l", str(folder), "-b", f"127.0.0.1:{port}"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as running:
        time.sleep(1)
        try:
            yield Address(f"http://127.0.0.1:{port}"), psutil.Process(running.pid)
        finally:
            running.kill()


if __name__ == "__main__":
    main()
