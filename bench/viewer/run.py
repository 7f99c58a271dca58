"""The viewer measured in a real Chromium, against pyvis as it comes and a plain canvas: python bench/viewer/run.py.

Best of five for the first useful picture. pyvis as it comes draws the same nodes and lines with its own template
and physics; its requests to the network are refused at once and it has 200 seconds. The plain canvas is the floor.
"""

# ruff: noqa: E402 - the project is imported from the folder above, installed or not
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


def ours(browser: Browser, graph: MergedGraph, path: Path) -> None:
    """Print what is measured of our page."""
    started = time.perf_counter()
    viewer.write(graph, path)
    written = time.perf_counter() - started
    first = min(measure.first_picture(browser, path, "nguyen an") for _ in range(5))
    print(f"  ours: written in {written:.1f} s, {path.stat().st_size / 1e6:.2f} MB, first {first:.2f} s,", end=" ")
    print(f"heap {measure.heap(browser, path):.0f} MB")
    for name, (median, slow) in measure.frames(browser, path).items():
        print(f"    {name}: median {median:.1f} ms, 95th {slow:.1f} ms")


def theirs(browser: Browser, name: str, path: Path) -> None:
    """Print when another page has drawn."""
    context = browser.new_context(viewport={"width": 1600, "height": 1000})
    context.route(lambda url: url.startswith("http"), lambda route: route.abort())
    page = context.new_page()
    try:
        page.goto(path.as_uri(), wait_until="commit", timeout=LIMIT * 1000)
        page.wait_for_selector("html[data-drawn]", timeout=LIMIT * 1000)
        said = f"{page.evaluate('() => window.__drawn') / 1000:.2f} s"
    except TooLong:
        said = f"> {LIMIT} s"
    print(f"  {name}: {path.stat().st_size / 1e6:.2f} MB, first {said}")
    context.close()


def main() -> None:
    """Measure each size."""
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for people, facts in SIZES:
            graph = made.graph(people, facts)
            print(f"{people} people, {facts} facts")
            ours(browser, graph, Path(folder, "ours.html"))
            theirs(browser, "plain canvas", plain_canvas(graph, Path(folder, "plain.html")))
            theirs(browser, "pyvis as it comes", as_it_comes(graph, Path(folder, "pyvis.html")))
        browser.close()


if __name__ == "__main__":
    main()
