"""axe finds no serious fault, and nothing needs more than the page allows itself."""

from pathlib import Path

import acts
import axe_playwright_python
import pytest
from conftest import Open

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
GRAVE = ("serious", "critical")


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("view", ["network", "matrix", "table"])
def test_no_serious_fault(open_page: Open, view: str, *, dark: bool) -> None:
    page = open_page(f"#view={view}&lang=en", dark=dark)
    acts.find(page, "dinh tien dung")
    page.evaluate(AXE)
    found = page.evaluate("() => axe.run()")
    faults = [
        (f["id"], f["nodes"][0]["html"], f["nodes"][0]["failureSummary"])
        for f in found["violations"]
        if f["impact"] in GRAVE
    ]
    assert faults == []


def test_no_serious_fault_on_a_phone(open_page: Open) -> None:
    page = open_page(width=390, height=844)
    acts.find(page, "dinh tien dung")
    page.evaluate(AXE)
    found = page.evaluate("() => axe.run()")
    assert [fault["id"] for fault in found["violations"] if fault["impact"] in GRAVE] == []


def test_policy_is_strict(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    policy = text.split('Content-Security-Policy" content="', 1)[1].split('"', 1)[0]
    assert policy.startswith("default-src &#39;none&#39;;")
    assert "unsafe" not in policy
    assert "*" not in policy
