"""Screenshots of a page as readers see it: python bench/viewer/pictures.py GRAPH.html FOLDER [WORDS].

Wide and narrow, light and dark, each view; with WORDS, what a search for them opens.
"""

import sys
from itertools import product
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

SIZES = {"wide": (1600, 1000), "phone": (390, 844)}


def shoot(browser: Browser, page_file: Path, folder: Path, words: str) -> None:
    """Write a picture for each size, light and view."""
    for (size, (width, height)), theme, view in product(
        SIZES.items(), ("light", "dark"), ("network", "matrix", "table")
    ):
        context = browser.new_context(
            viewport={"width": width, "height": height}, device_scale_factor=2 if width < 500 else 1
        )
        page = context.new_page()
        page.goto(f"{page_file.resolve().as_uri()}#view={view}&theme={theme}")
        page.wait_for_selector("html[data-ready]")
        if words:
            page.evaluate(
                "words => { const v = window.__hook.viewer; v.change({pick: {node: v.find(words)[0]}}); }", words
            )
        page.evaluate("() => window.__hook.settled()")
        page.screenshot(path=folder / f"{view}-{size}-{theme}.png")
        context.close()


def main() -> None:
    """Read the arguments and shoot."""
    page_file, folder = Path(sys.argv[1]), Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        shoot(browser, page_file, folder, " ".join(sys.argv[3:]))
        browser.close()


if __name__ == "__main__":
    main()
