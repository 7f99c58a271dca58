"""The viewer measured in a real Chromium, against pyvis as it comes and a plain canvas: python bench/viewer/run.py.

Best of five for the first useful picture, of the page as it opens and of its network. pyvis as it comes draws the same
nodes and lines with its own template and physics; its requests to the network are refused at once and it has 200
seconds. The plain canvas is the floor. Prints the table of README.md; its figures hold on an otherwise idle machine.
"""

# ruff: noqa: E402 - the project is imported from the folder above, installed or not
import math
import os
import sys
import tempfile
import time
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parent)]

import made
import measure
from others import as_it_comes, plain_canvas
from playwright.sync_api import Browser, sync_playwright
from playwright.sync_api import TimeoutError as TooLong

from graph.model import MergedGraph
from viz import page as viewer

SIZES = ((200, 500), (2_000, 6_000), (50_000, 200_000))
LIMIT = 200
RUNS = 5
HEADS = ("people / facts", "page", "written", "file", "first picture", "its network", "heap", "pan", "zoom", "drag")


def ours(browser: Browser, graph: MergedGraph, path: Path) -> list[str]:
    """Return what is measured of our page."""
    started = time.perf_counter()
    viewer.write(graph, path)
    written = time.perf_counter() - started
    firsts = [best(browser, path, hash_) for hash_ in ("", "#view=network")]
    heap = f"{measure.heap(browser, path):.0f} MB"
    moving = [f"{median:.0f}; {slow:.0f} ms" for median, slow in measure.frames(browser, path).values()]
    return ["banggiao", f"{written:.1f} s", size(path), *firsts, heap, *moving]


def best(browser: Browser, path: Path, hash_: str) -> str:
    """Return the quickest first picture of some."""
    return f"{min(measure.first_picture(browser, path, 'nguyen an', hash_) for _ in range(RUNS)):.2f} s"


def theirs(browser: Browser, name: str, path: Path) -> list[str]:
    """Return when another page has drawn: the quickest of some times, if it is quick."""
    first = drawn(browser, path)
    if first < 10:
        first = min(first, *(drawn(browser, path) for _ in range(RUNS - 1)))
    return [name, "", size(path), f"> {LIMIT} s" if first > LIMIT else f"{first:.2f} s"]


def drawn(browser: Browser, path: Path) -> float:
    """Return the seconds until another page has drawn; infinite where it does not within the limit."""
    context = browser.new_context(viewport={"width": 1600, "height": 1000})
    context.route(lambda url: url.startswith("http"), lambda route: route.abort())
    page = context.new_page()
    try:
        page.goto(path.as_uri(), wait_until="commit", timeout=LIMIT * 1000)
        page.wait_for_selector("html[data-drawn]", timeout=LIMIT * 1000)
        return float(page.evaluate("() => window.__drawn")) / 1000
    except TooLong:
        return math.inf
    finally:
        context.close()


def size(path: Path) -> str:
    """Return how large a file is."""
    return f"{path.stat().st_size / 1e6:.2f} MB"


def row(cells: list[str]) -> str:
    """Return a row of the table, filled up."""
    return f"| {' | '.join([*cells, *[''] * (len(HEADS) - len(cells))])} |"


def main() -> None:
    """Measure each size."""
    print(row(list(HEADS)), row(["---"] * len(HEADS)), sep="\n", flush=True)
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for people, facts in SIZES:
            graph = made.graph(people, facts)
            name = f"{people:,} / {facts:,}"
            print(row([name, *ours(browser, graph, Path(folder, "ours.html"))]), flush=True)
            for other, draw in (("plain canvas", plain_canvas), ("pyvis as it comes", as_it_comes)):
                print(row([name, *theirs(browser, other, draw(graph, Path(folder, "other.html")))]), flush=True)
        print(f"\nChromium {browser.version}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} at the end")
        browser.close()


if __name__ == "__main__":
    main()
