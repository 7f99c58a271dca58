"""What two sides spoke of: found by search, chosen in the legend or on a card, shown in the table, kept in a link."""

import acts
from acts import Open
from playwright.sync_api import Page

FACTS = "() => window.__hook.viewer.factsOf(null).length"


def chosen(page: Page) -> list[str]:
    """Return what the view is narrowed to."""
    return [text.removesuffix(" ×") for text in page.locator("#chosen button").all_inner_texts()]


def test_search_finds_a_topic_and_narrows_every_view(open_page: Open) -> None:
    page = open_page("#lang=en")
    whole = page.evaluate(FACTS)
    acts.find(page, "education")
    assert chosen(page) == ["education and training"]
    assert page.evaluate(FACTS) == 1 < whole
    assert page.evaluate("() => window.__hook.viewer.scene.nodes.length") < 10
    page.click("#view-table")
    acts.settled(page)
    assert page.locator("#table td.col-topics").all_inner_texts() == ["education and training, trade"]
    page.click("#view-matrix")
    assert page.locator(".matrix td button").count() == 2
    page.click("#chosen button")
    assert page.evaluate(FACTS) == whole
    assert not page.locator("#chosen").is_visible()


def test_topic_is_found_without_marks_and_kept_in_the_link(open_page: Open) -> None:
    page = open_page()
    acts.find(page, "thuong mai")
    page.click("#link")
    link = page.evaluate("() => window.__hook.viewer.copied")
    assert "topics=trade" in link
    other = open_page(link[link.index("#") :])
    assert chosen(other) == ["thương mại"]
    assert other.locator("#topics input:checked").count() == 1


def test_topic_on_a_card_is_a_way_to_all_that_speak_of_it(open_page: Open) -> None:
    page = open_page()
    acts.find(page, "khuong sreng")
    page.get_by_role("button", name="thương mại", exact=True).click()
    assert chosen(page) == ["thương mại"]
    assert acts.title(page) == "Sự kiện mới nhất"


def test_histogram_follows_what_is_chosen(open_page: Open) -> None:
    page = open_page()
    bars = "() => [...document.querySelectorAll('#bars rect')].filter(bar => Number(bar.getAttribute('height'))).length"
    before = page.evaluate(bars)
    page.check("#topics input")
    assert page.evaluate(bars) == 1 < before
