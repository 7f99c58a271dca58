"""Screenshots of the page of data/articles, as readers see it: python bench/viewer/pictures.py [FOLDER [PAGE.html]].

The network, the matrix, the table and a leader whose facts are read, on a laptop and a phone, light and dark: sixteen
PNG files in FOLDER. Without one, only those that the README shows, in docs/pictures. PAGE.html: of another page.
"""

# ruff: noqa: E402 - the project is imported from the folder above, installed or not
import sys
import tempfile
from collections.abc import Callable
from itertools import product
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]

from palette import small
from playwright.sync_api import Browser, sync_playwright

from extract.articles import load
from extract.tally import Tally
from graph.merge import merge
from viz import page as viewer

SIZES = {"wide": (1600, 1000, 1), "phone": (390, 844, 2)}  # the last: how fine the screen is
SCENES = {"network": "#view=network", "matrix": "#view=matrix", "table": "#view=table", "reading": "#view=network"}
THEMES = ("light", "dark")
SHOWN = ("network-wide-light", "reading-wide-dark", "network-phone-dark", "reading-phone-light")
PICK = "name => { const { find, change } = window.__hook.viewer; change({ pick: { node: find(name)[0] } }); }"
WHO = "to lam"


def page_of_examples(folder: Path) -> Path:
    """Write the page of data/articles."""
    path = folder / "graph.html"
    viewer.write(merge(Tally().read(load([ROOT / "data" / "articles"]))), path)
    return path


def shoot(browser: Browser, page_file: Path, folder: Path, wanted: Callable[[str], bool]) -> None:
    """Write the pictures whose names are wanted."""
    folder.mkdir(parents=True, exist_ok=True)
    for scene, size, theme in product(SCENES, SIZES, THEMES):
        name = f"{scene}-{size}-{theme}"
        if wanted(name):
            (folder / f"{name}.png").write_bytes(picture(browser, page_file, (scene, size, theme)))


def picture(browser: Browser, page_file: Path, what: tuple[str, str, str]) -> bytes:
    """Return one screenshot, in English: most who look at a README read that."""
    scene, size, theme = what
    width, height, fine = SIZES[size]
    context = browser.new_context(viewport={"width": width, "height": height}, device_scale_factor=fine)
    page = context.new_page()
    page.goto(f"{page_file.resolve().as_uri()}{SCENES[scene]}&theme={theme}&lang=en")
    page.wait_for_selector("html[data-ready]")
    if scene == "reading":
        page.evaluate(PICK, WHO)
    page.evaluate("() => window.__hook.settled()")
    made = small(context.new_page(), page.screenshot())
    context.close()
    return made


def main() -> None:
    """Read the arguments and shoot."""
    folder = Path(sys.argv[1]) if sys.argv[1:] else ROOT / "docs" / "pictures"
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as place:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        page_file = Path(sys.argv[2]) if sys.argv[2:] else page_of_examples(Path(place))
        shoot(browser, page_file, folder, lambda name: bool(sys.argv[1:]) or name in SHOWN)
        browser.close()


if __name__ == "__main__":
    main()
