"""The site in a browser that reaches this machine alone: the query page, the page of a person, the network."""

from collections.abc import Callable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect

Visit = Callable[..., Page]


@pytest.fixture
def visit(browser: Browser, server: str) -> Iterator[Visit]:
    """A function that opens a path of the site; what it asks of others, and what goes wrong in it, fails the test."""
    faults: list[str] = []
    contexts: list[BrowserContext] = []

    def visited(path: str, width: int = 1200, *, dark: bool = False, faulty: bool = False) -> Page:
        scheme = "dark" if dark else "light"
        context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, locale="vi")
        contexts.append(context)
        ours = (server, "blob:", "data:")
        context.on("request", lambda r: None if r.url.startswith(ours) else faults.append(f"request {r.url}"))
        context.on("weberror", lambda e: faults.append(f"error {e.error}"))
        context.on("dialog", lambda d: (faults.append(f"dialog {d.message}"), d.dismiss()))
        if not faulty:
            context.on("console", lambda m: faults.append(m.text) if m.type in ("error", "warning") else None)
        page = context.new_page()
        page.goto(server + path)
        return page

    yield visited
    for context in contexts:
        context.close()
    assert not faults


def accessible(page: Page) -> None:
    found = Axe().run(page).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []


def test_a_ready_question_is_asked_and_shown_as_table_and_picture(visit: Visit) -> None:
    page = visit("/query")
    page.select_option("#named", "met")
    expect(page.locator("#table tbody tr").first).to_be_visible()
    everybody = page.locator("#table tbody tr").count()
    page.fill("#parameters input[name=person]", "khuong sreng")
    page.click("#parameters button")
    fewer = "all => (n => n > 0 && n < all)(document.querySelectorAll('#table tbody tr').length)"
    page.wait_for_function(fewer, arg=everybody)
    assert "Khuông Sơ-reng" in page.locator("#table").inner_text()
    assert "PREFIX bg:" in page.input_value("#query")
    page.click("#show-picture")
    expect(page.locator("#picture[data-nodes] canvas")).to_be_visible(timeout=15_000)
    assert int(page.get_attribute("#picture", "data-nodes") or 0) > 2
    accessible(page)


def test_a_graph_is_drawn_and_can_be_saved(visit: Visit) -> None:
    page = visit("/query?lang=en")
    page.fill(
        "#query",
        "CONSTRUCT { ?m bg:participant ?p . ?p foaf:name ?n } { ?m bg:participant ?p . ?p foaf:name ?n } LIMIT 40",
    )
    page.press("#query", "Control+Enter")
    expect(page.locator("#status")).to_contain_text("rows")
    page.click("#show-picture")
    expect(page.locator("#picture[data-nodes] canvas")).to_be_visible(timeout=15_000)
    with page.expect_download() as saved:
        page.click("#saves a:text('ttl')")
    assert "foaf:name" in saved.value.path().read_text()


def test_a_wrong_query_is_told_with_its_place(visit: Visit) -> None:
    page = visit("/query?lang=en", faulty=True)  # the browser notes a refused request as an error
    page.fill("#query", "SELECT *\nWHERE { ? ?p ?o }")
    page.click("#run")
    expect(page.locator("#failure")).to_contain_text("line 2")
    assert page.evaluate("document.activeElement.id") == "query"
    assert page.locator("#answer").is_hidden()
    page.fill("#query", "ASK { <a:a> <a:b> <x:img> }")
    page.click("#run")
    expect(page.locator("#table")).to_have_text("No")


@pytest.mark.parametrize("width", [1200, 360])
def test_a_person_is_found_and_read(visit: Visit, width: int) -> None:
    page = visit("/query", width)
    page.fill("input[name=q]", "Khuong Sreng")
    page.press("input[name=q]", "Enter")
    expect(page.locator("h1")).to_have_text("Khuông Sơ-reng")
    assert page.locator("blockquote").count() > 5
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    accessible(page)
    page.click("ul.entries a[href^='/meeting/'] >> nth=0")
    expect(page.locator("p.soft").first).to_have_text("cuộc gặp")
    page.click("header a[hreflang=en]")
    expect(page.locator("p.soft").first).to_have_text("meeting")


def test_the_network_leads_to_the_query_page(visit: Visit) -> None:
    page = visit("/", faulty=True)  # 503 until it is drawn
    page.wait_for_selector("html[data-ready]", timeout=30_000)
    page.click("#ask")
    expect(page.locator("#query")).to_be_visible()
