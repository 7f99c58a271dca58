"""What a reader does, as small functions over the page."""

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page

Open = Callable[..., Page]


def settled(page: Page) -> None:
    """Wait until all sentences are there."""
    page.evaluate("() => window.__hook.settled()")


def find(page: Page, words: str) -> None:
    """Type into the search box and take the first answer."""
    page.keyboard.press("/")
    page.keyboard.type(words)
    page.keyboard.press("Enter")
    settled(page)


def click_tie(page: Page, first: str, second: str) -> dict[str, Any]:
    """Click the middle of the line between two nodes, and return what the line is."""
    spot: dict[str, Any] = page.evaluate("names => window.__hook.tie(...names)", [first, second])
    page.locator("#canvas").click(position={"x": spot["x"], "y": spot["y"]})
    settled(page)
    return spot


def click_node(page: Page, name: str) -> None:
    """Click a node."""
    spot = page.evaluate("name => window.__hook.node(name)", name)
    page.locator("#canvas").click(position={"x": spot["x"], "y": spot["y"]})
    settled(page)


def title(page: Page) -> str:
    """Return the heading of the reading panel."""
    return page.locator("#panel-title").inner_text()


def quotes(page: Page) -> list[str]:
    """Return the sentences in the reading panel."""
    settled(page)
    return page.locator("#panel blockquote").all_inner_texts()
