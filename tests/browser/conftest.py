"""A real Chromium without network: any request, console error, page error or dialog fails the test."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import sample
from acts import Open
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from served import served_store, server  # noqa: F401 -- fixtures

from viz import page as viewer

collect_ignore = ["conftest.py"]  # several files have this name, and none has examples
CHROMIUM = Path("/usr/bin/chromium")
OURS = ("file:", "data:", "blob:", "about:")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if not CHROMIUM.exists():
        pytest.fail("there is no /usr/bin/chromium; mend: apt-get install chromium", pytrace=False)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "graph.html"
    viewer.write(sample.graph(), path)
    return path


class Watch:
    """What no page of ours may do."""

    def __init__(self) -> None:
        self.faults: list[str] = []

    def over(self, context: BrowserContext) -> None:
        context.on("request", lambda r: None if r.url.startswith(OURS) else self.faults.append(f"request {r.url}"))
        context.on(
            "console", lambda m: self.faults.append(f"console {m.text}") if m.type in ("error", "warning") else None
        )
        context.on("weberror", lambda e: self.faults.append(f"error {e.error}"))
        context.on("dialog", lambda d: (self.faults.append(f"dialog {d.message}"), d.dismiss()))


@pytest.fixture
def open_page(browser: Browser, file: Path) -> Iterator[Open]:
    """A function that opens the page: open_page(hash="", width=1600, height=1000, dark=False, path=None)."""
    watch = Watch()
    contexts: list[BrowserContext] = []

    def opened(
        hash_: str = "", width: int = 1600, height: int = 1000, *, dark: bool = False, path: Path = file
    ) -> Page:
        scheme = "dark" if dark else "light"
        context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme, offline=True)
        watch.over(context)
        contexts.append(context)
        page = context.new_page()
        page.goto(path.as_uri() + hash_)
        page.wait_for_selector("html[data-ready]", timeout=20_000)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert not watch.faults
