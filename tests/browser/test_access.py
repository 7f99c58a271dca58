"""axe finds no serious fault, and nothing needs more than the page allows itself."""

from pathlib import Path

import acts
import axe_playwright_python
import pytest
from acts import Open
from playwright.sync_api import Page

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
GRAVE = ("serious", "critical")


def grave_faults(page: Page) -> list[tuple[str, str, str]]:
    """Return what axe finds to be serious or worse: rule, element, what to mend."""
    page.evaluate(AXE)
    found = page.evaluate("() => axe.run()")
    return [
        (f["id"], f["nodes"][0]["html"], f["nodes"][0]["failureSummary"])
        for f in found["violations"]
        if f["impact"] in GRAVE
    ]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("view", ["network", "matrix", "table"])
def test_no_serious_fault(open_page: Open, view: str, language: str, *, dark: bool) -> None:
    page = open_page(f"#view={view}&lang={language}&countries=VNM.KHM", dark=dark)
    assert grave_faults(page) == []
    acts.find(page, "dinh tien dung")
    assert grave_faults(page) == []


def test_no_serious_fault_while_searching_on_a_phone(open_page: Open) -> None:
    page = open_page(width=390, height=844)
    acts.find(page, "dinh tien dung")
    assert grave_faults(page) == []
    page.click("#panel-close")
    page.click("#menu")
    page.fill("#search", "hop tac")
    page.wait_for_timeout(300)
    assert grave_faults(page) == []


def test_focus_is_seen_wherever_the_tab_key_leads(open_page: Open) -> None:
    page = open_page("#view=table")
    places = set()
    for _ in range(60):
        page.keyboard.press("Tab")
        place, outline = page.evaluate(
            "() => { const it = document.activeElement, style = getComputedStyle(it);"
            " return [it.id || it.textContent, style.outlineStyle + parseFloat(style.outlineWidth)]; }"
        )
        assert place
        assert outline == "solid3", place
        places.add(place)
    assert {"search", "view-network", "language", "kind-meeting", "play", "from", "table-filter"} <= places


def test_policy_is_strict(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    policy = text.split('Content-Security-Policy" content="', 1)[1].split('"', 1)[0]
    assert policy.startswith("default-src &#39;none&#39;;")
    assert "unsafe" not in policy
    assert "*" not in policy
