"""Above what can be drawn at once: countries first, then a country, a pair, or a person with their neighbours."""

import sys
from pathlib import Path

import acts
import pytest
from acts import Open

from viz import page as viewer

sys.path.insert(0, str(Path(__file__).parents[2] / "bench" / "viewer"))
import made

DRAWN = "() => window.__hook.viewer.scene.nodes.length"
MODE = "() => window.__hook.viewer.scene.mode"


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("large") / "large.html"
    viewer.write(made.graph(600, 3000), path)
    return path


def test_opens_with_the_matrix_of_countries(open_page: Open, large: Path) -> None:
    page = open_page(path=large)
    assert page.locator(".matrix").is_visible()
    page.locator(".matrix td button").first.click()
    assert " – " in acts.title(page)
    page.click("#view-network")
    assert page.evaluate(MODE) == "sides"
    assert 2 <= page.evaluate(DRAWN) <= 60


def test_overview_then_country_then_person_then_more(open_page: Open, large: Path) -> None:
    page = open_page("#view=network&lang=en", path=large)
    assert page.evaluate(MODE) == "overview"
    spot = page.evaluate(
        "() => { const { scene, network } = window.__hook.viewer; const n = scene.nodes[0];"
        " return network.canvasToDOM(network.getPosition(n.id)); }"
    )
    page.locator("#canvas").click(position=spot)
    assert page.evaluate(MODE) == "sides"
    assert page.evaluate(DRAWN) == 60
    page.click("#more")
    assert page.evaluate(DRAWN) == 120
    acts.find(page, "city afg")
    assert page.evaluate(MODE) == "around"
    assert page.evaluate(DRAWN) <= 61
    acts.settled(page)
    assert acts.quotes(page)


def test_every_scene_can_be_read(open_page: Open, large: Path) -> None:
    page = open_page("#view=network&more=9", path=large)
    for words in ("afghanistan", "party of afg", "city ago"):
        acts.find(page, words)
        assert page.evaluate(DRAWN) <= 250


def test_state_of_a_large_page_comes_back(open_page: Open, large: Path) -> None:
    page = open_page("#view=network", path=large)
    acts.find(page, "city afg")
    page.click("#link")
    link = page.evaluate("() => window.__hook.viewer.copied")
    other = open_page(link[link.index("#") :], path=large)
    assert acts.title(other) == acts.title(page)
    assert other.evaluate(DRAWN) == page.evaluate(DRAWN)
