"""The whole way of a reader: find, read, narrow the time, change language and view, send the link, take away."""

import xml.etree.ElementTree as ET
from pathlib import Path

import acts
from acts import Open
from playwright.sync_api import Page


def narrow_to_may(page: Page) -> None:
    """Move the left handle of the time to May 2022 by keyboard."""
    box = page.locator("#from")
    box.focus()
    for _ in range(60):
        if page.locator("#range").inner_text().startswith("05/2022"):
            return
        page.keyboard.press("ArrowRight")
    raise AssertionError(page.locator("#range").inner_text())


def test_journey(open_page: Open, tmp_path: Path) -> None:
    page = open_page()
    acts.find(page, "khuong sreng")
    acts.click_tie(page, "Đinh Tiến Dũng", acts.title(page))
    assert len(acts.quotes(page)) == 2
    narrow_to_may(page)
    assert [quote[:12] for quote in acts.quotes(page)] == ["Ngày 5/9/202"]
    page.click("#language")
    assert page.locator("html").get_attribute("lang") == "en"
    assert "reception" in page.locator("#panel .what").inner_text()
    page.click("#view-table")
    acts.settled(page)
    assert page.locator("#table tbody tr").count() == 1
    page.click("#view-matrix")
    assert page.locator(".matrix").is_visible()
    page.click("#theme")
    assert page.locator("html").get_attribute("data-theme") == "dark"
    page.click("#link")
    link = page.evaluate("() => window.__hook.viewer.copied")
    other = page.context.new_page()
    other.goto(link)
    other.wait_for_selector("html[data-ready]")
    for one in (page, other):
        acts.settled(one)
    same = (
        "() => [document.documentElement.lang, document.documentElement.dataset.theme,"
        " document.getElementById('range').textContent]"
    )
    assert other.evaluate(same) == page.evaluate(same)
    assert other.locator(".matrix").is_visible()
    assert acts.title(other) == acts.title(page)
    assert acts.quotes(other) == acts.quotes(page)
    other.click("#view-network")
    with other.expect_download() as saved:
        other.click("#save summary")
        other.click("#save-svg")
    saved.value.save_as(tmp_path / "graph.svg")
    picture = ET.parse(tmp_path / "graph.svg").getroot()  # noqa: S314 - our own picture
    assert picture.tag.endswith("svg")
    assert any("Đinh Tiến Dũng" in (text.text or "") for text in picture.iter("{http://www.w3.org/2000/svg}text"))


def test_playing_shows_the_relation_growing(open_page: Open) -> None:
    page = open_page()
    before = page.locator("#range").inner_text()
    page.click("#play")
    page.wait_for_function("before => document.getElementById('range').textContent !== before", arg=before)
    page.click("#play")
    assert page.locator("#play").get_attribute("aria-label") == "Chạy theo thời gian"


def test_undated_facts_are_kept_or_hidden(open_page: Open) -> None:
    page = open_page("#view=table")
    rows = page.locator("#table tbody tr").count()
    page.uncheck("#undated")
    assert page.locator("#table tbody tr").count() < rows


def test_table_sorts_filters_and_copies(open_page: Open) -> None:
    page = open_page("#view=table")
    page.click("th.col-who button")
    names = page.locator("#table td.col-who").all_inner_texts()
    assert names == sorted(names, key=str.casefold) or names[0] < names[-1]
    page.fill("#table-filter", "ban ghi nho")
    page.wait_for_timeout(300)
    assert page.locator("#table tbody tr").count() == 1
    page.click("#table-copy")
    page.wait_for_selector("#toast.on")
    copied = page.evaluate("() => window.__hook.viewer.copied")
    assert copied.count("\r\n") == 2
    assert "Viêng Chăn" in copied


def test_filter_of_the_table_stands_in_the_link(open_page: Open) -> None:
    page = open_page("#view=table&words=ban+ghi+nho")
    assert page.input_value("#table-filter") == "ban ghi nho"
    assert page.locator("#table tbody tr").count() == 1


def test_matrix_marks_what_is_picked_elsewhere(open_page: Open) -> None:
    page = open_page("#view=matrix&lang=en")
    acts.find(page, "khuong sreng")
    marked = page.locator(".matrix td button[aria-pressed=true]")
    assert {one.get_attribute("aria-label").split(":")[0] for one in marked.all()} == {
        "Cambodia – Vietnam",
        "Vietnam – Cambodia",
    }


def test_matrix_opens_a_pair(open_page: Open) -> None:
    page = open_page("#view=matrix&lang=en")
    page.get_by_role("button", name="Cambodia – Vietnam").first.click()
    acts.settled(page)
    assert set(acts.title(page).split(" – ")) == {"Cambodia", "Vietnam"}
    assert page.locator("#panel article").count() > 3
    page.get_by_role("button", name="Capitals").click()
    page.get_by_role("button", name="Hanoi – Phnom Penh").or_(
        page.get_by_role("button", name="Phnom Penh – Hanoi")
    ).first.click()
    assert "Phnom Penh" in acts.title(page)


def test_keyboard_alone(open_page: Open) -> None:
    page = open_page()
    page.focus("#canvas")
    page.keyboard.press("ArrowRight")
    first = acts.title(page)
    page.keyboard.press("ArrowLeft")
    assert acts.title(page) != first
    page.keyboard.press("Enter")
    assert page.evaluate("() => document.activeElement.id") == "panel-body"
    page.keyboard.press("Escape")
    assert acts.title(page) == "Sự kiện mới nhất"
    page.keyboard.press("3")
    assert page.locator("#table").is_visible()
    page.keyboard.press("2")
    assert page.locator("#matrix").is_visible()


def test_focus_is_never_lost(open_page: Open) -> None:
    page = open_page()
    focused = "() => document.activeElement.id || document.activeElement.getAttribute('aria-label')"
    acts.find(page, "khuong sreng")
    page.locator(".tie").first.focus()
    page.keyboard.press("Enter")
    assert page.evaluate(focused) == "panel-body"
    page.keyboard.press("Escape")
    assert page.evaluate(focused) == "canvas"
    page.focus("#kind-visit")
    page.keyboard.press("Space")
    assert page.evaluate(focused) == "kind-visit"
    page.keyboard.press("3")
    page.focus("#sort-date")
    page.keyboard.press("Enter")
    assert page.evaluate(focused) == "sort-date"
    page.keyboard.press("2")
    page.locator(".matrix td button").first.focus()
    page.keyboard.press("Enter")
    assert "–" in page.evaluate(focused)
    page.check("#topics input")
    page.locator("#chosen button").focus()
    page.keyboard.press("Enter")
    assert page.evaluate(focused) == "matrix"


def test_node_stays_where_it_is_dragged(open_page: Open) -> None:
    page = open_page()
    where = "() => window.__hook.node('Hun Sen')"
    spot, box = page.evaluate(where), page.locator("#canvas").bounding_box()
    page.mouse.move(spot["x"] + box["x"], spot["y"] + box["y"])
    page.mouse.down()
    page.mouse.move(spot["x"] + box["x"] + 60, spot["y"] + box["y"] + 30, steps=6)
    page.mouse.up()
    assert abs(page.evaluate(where)["x"] - spot["x"] - 60) < 10
    on_plane = (
        "() => { const { scene, network, name } = window.__hook.viewer;"
        " return network.getPosition(scene.nodes.find(({ node }) => name(node) === 'Hun Sen').id); }"
    )
    dragged = page.evaluate(on_plane)
    acts.click_node(page, "Hun Sen")
    assert acts.title(page) == "Hun Sen"
    assert page.evaluate(on_plane) == dragged


def test_menu_of_files_closes_by_keyboard(open_page: Open) -> None:
    page = open_page()
    page.focus("#save summary")
    page.keyboard.press("Enter")
    assert page.locator("#save-csv").is_visible()
    page.keyboard.press("Escape")
    assert not page.locator("#save-csv").is_visible()
    assert page.evaluate("() => document.activeElement.tagName") == "SUMMARY"


def test_phone(open_page: Open) -> None:
    page = open_page(width=390, height=844)
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
    assert page.locator("#head").bounding_box()["height"] < 60
    page.click("#menu")
    page.fill("#search", "khuong sreng")
    page.keyboard.press("Enter")
    acts.settled(page)
    assert page.locator("#panel").is_visible()
    assert acts.quotes(page)
    page.click("#panel-close")
    assert not page.locator("#panel").is_visible()
