"""A reader opens the file, finds people, opens ties and reads sentences."""

import acts
import sample
from acts import Open


def test_page_shows_who_is_there(open_page: Open) -> None:
    page = open_page()
    assert "10 sự kiện" not in page.locator("#summary").inner_text()
    assert page.evaluate("() => window.__ready") is True
    shapes = page.evaluate(
        "() => Object.fromEntries(window.__hook.viewer.scene.nodes.map(n =>"
        " [n.type, window.__hook.viewer.network.body.nodes[n.id].options.shape]))"
    )
    assert shapes == {"person": "dot", "party": "square", "city": "diamond", "country": "hexagon"}


def test_person_is_found_without_marks_under_any_spelling(open_page: Open) -> None:
    page = open_page()
    for words in ("khuong sreng", "khuông sơ-reng", "KHUONG SO RENG", "do truong phnom penh"):
        acts.find(page, words)
        assert acts.title(page) in ("Khuong Sreng", "Khuông Sơ-reng")
    acts.find(page, "dang nhan dan")
    assert acts.title(page) == "Đảng Nhân dân Campuchia"


def test_tie_opens_both_meetings_with_their_sentences(open_page: Open) -> None:
    page = open_page()
    acts.find(page, "khuong sreng")
    name = acts.title(page)
    tie = acts.click_tie(page, "Đinh Tiến Dũng", name)
    assert (tie["kind"], tie["count"]) == ("meeting", 2)
    assert len(page.locator("#panel article.card").all()) == 2
    said = acts.quotes(page)
    assert any("27/4/2022" in quote for quote in said)
    assert any("5/9/2022" in quote for quote in said)
    times = page.locator("#panel time").all_inner_texts()
    assert times == ["05/09/2022", "27/04/2022"]
    people = page.locator("#panel .people").first.inner_text()
    assert "Bí thư Thành ủy, Hà Nội" in people


def test_capitals_and_parties_are_tied_by_their_leaders(open_page: Open) -> None:
    page = open_page()
    assert acts.click_tie(page, "Hà Nội", "Phnom Penh")["kind"] == "capitals"
    assert any("27/4/2022" in quote for quote in acts.quotes(page))
    page.keyboard.press("Escape")
    assert acts.click_tie(page, "Đảng Cộng sản Việt Nam", "Đảng Nhân dân Campuchia")["kind"] == "parties"
    assert any("Tô Lâm" in quote for quote in acts.quotes(page))


def test_planned_looks_different_from_done(open_page: Open) -> None:
    page = open_page()
    acts.find(page, "anouphap")
    assert page.locator("#panel .card.planned").count() == 1
    assert "dự kiến" in page.locator("#panel .card.planned").inner_text()


def test_links_are_of_the_web_only(open_page: Open) -> None:
    page = open_page()
    acts.find(page, "to lam")
    assert page.locator("#panel .told footer").count() > 0
    assert page.locator("#panel .told a").count() == 0
    acts.find(page, "khuong sreng")
    links = page.locator("#panel .told a")
    assert {link.get_attribute("href") for link in links.all()} == {"https://example.org/april"}


def test_hostile_strings_are_only_text(open_page: Open) -> None:
    page = open_page()
    acts.find(page, "onerror")
    assert acts.title(page) == sample.HARM.name
    assert acts.quotes(page) == [sample.CLOSING]
    for view in ("matrix", "table", "network"):
        page.click(f"#view-{view}")
        acts.settled(page)
    assert page.locator("img").count() == 0
    assert page.locator("#app script").count() == 0


def test_legend_filters(open_page: Open) -> None:
    page = open_page()
    assert page.evaluate("() => window.__hook.viewer.scene.edges.some(e => e.kind === 'meeting')")
    page.uncheck("#kind-meeting")
    assert not page.evaluate("() => window.__hook.viewer.scene.edges.some(e => e.kind === 'meeting')")
    page.uncheck("#type-person")
    assert not page.evaluate("() => window.__hook.viewer.scene.nodes.some(n => n.type === 'person')")
    acts.settled(page)
    page.check("#kind-meeting")
    page.check("#type-person")
    assert page.evaluate("() => window.__hook.viewer.scene.edges.some(e => e.kind === 'meeting')")


def test_disagreement_stands_side_by_side(open_page: Open) -> None:
    page = open_page()
    acts.find(page, "anouphap")
    apart = page.locator("#panel .apart")
    assert apart.count() == 1
    row = apart.locator("tbody tr").inner_text()
    assert "trực tuyến" in row
    assert "điện đàm" in row
    assert "Tin ngắn" in row
