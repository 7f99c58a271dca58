"""Measurements in a real Chromium: first useful picture, frames while moving, file and heap."""

import statistics
import time
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

FRAMES = """async (move) => {
  const times = []; let last = performance.now();
  for (let n = 0; n < 90; n += 1) {
    move(n); await new Promise(requestAnimationFrame);
    const now = performance.now(); times.push(now - last); last = now;
  }
  return times;
}"""


def first_picture(browser: Browser, path: Path, query: str, hash_: str = "") -> float:
    """Return seconds from opening a file to labels and ties drawn and a search answered."""
    page = opened(browser, path, hash_)
    seconds = page.evaluate(
        "query => { const start = performance.now(); window.__hook.viewer.find(query);"
        " return (window.__hook.first() + performance.now() - start) / 1000; }",
        query,
    )
    page.context.close()
    return float(seconds)


def opened(browser: Browser, path: Path, hash_: str = "") -> Page:
    """Return a page that is ready."""
    page = browser.new_context(viewport={"width": 1600, "height": 1000}).new_page()
    page.goto(path.as_uri() + hash_, wait_until="commit")
    page.wait_for_selector("html[data-ready]", timeout=30_000)
    return page


def frames(browser: Browser, path: Path) -> dict[str, tuple[float, float]]:
    """Return median and 95th percentile in milliseconds of frames while panning, zooming and dragging."""
    page = opened(browser, path, "#view=network")
    box = page.locator("#canvas").bounding_box()
    assert box is not None  # noqa: S101
    found = {name: watched(page, action, box) for name, action in (("pan", pan), ("zoom", zoom), ("drag", drag))}
    page.context.close()
    return found


def watched(page: Page, action: Any, box: Any) -> tuple[float, float]:  # noqa: ANN401 - a callable of playwright's own types
    """Return median and 95th percentile of frames while an action goes on."""
    page.evaluate(
        "() => { window.__times = []; let last = performance.now(); window.__on = true; const step = () => {"
        " const now = performance.now(); window.__times.push(now - last); last = now;"
        " if (window.__on) requestAnimationFrame(step); }; requestAnimationFrame(step); }"
    )
    action(page, box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    times = sorted(page.evaluate("() => { window.__on = false; return window.__times.slice(2); }"))
    return statistics.median(times), times[int(len(times) * 0.95)]


def pan(page: Page, x: float, y: float) -> None:
    """Drag the empty canvas about."""
    page.mouse.move(20 + x / 2, y * 1.7)
    page.mouse.down()
    for n in range(60):
        page.mouse.move(20 + x / 2 + n * 3, y * 1.7 - n * 2)
        time.sleep(0.012)
    page.mouse.up()


def zoom(page: Page, x: float, y: float) -> None:
    """Zoom in and out with the wheel."""
    page.mouse.move(x, y)
    for n in range(60):
        page.mouse.wheel(0, -60 if n < 30 else 60)
        time.sleep(0.012)


def drag(page: Page, _x: float, _y: float) -> None:
    """Drag the strongest node."""
    at = page.evaluate(
        "() => { const { scene, network } = window.__hook.viewer;"
        " const [best] = [...scene.nodes].sort((a, b) => b.weight - a.weight);"
        " const spot = network.canvasToDOM(network.getPosition(best.id));"
        " const box = document.getElementById('canvas').getBoundingClientRect();"
        " return [spot.x + box.left, spot.y + box.top]; }"
    )
    page.mouse.move(*at)
    page.mouse.down()
    for n in range(60):
        page.mouse.move(at[0] + n, at[1] + n)
        time.sleep(0.012)
    page.mouse.up()


def heap(browser: Browser, path: Path) -> float:
    """Return megabytes of the page's heap once it is ready and swept."""
    page = opened(browser, path)
    session = page.context.new_cdp_session(page)
    session.send("HeapProfiler.collectGarbage")
    used = session.send("Runtime.getHeapUsage")["usedSize"] / 1e6
    page.context.close()
    return float(used)
