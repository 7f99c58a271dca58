"""What is taken away: Turtle that the graph itself holds, CSV with sentences, a PNG."""

from pathlib import Path

import acts
import pytest
import sample
from acts import Open
from playwright.sync_api import Page
from rdflib import Graph

from graph.writing.description import describe_merged


def saved(page: Page, kind: str, folder: Path) -> Path:
    """Press one of the save buttons and return the file."""
    with page.expect_download() as download:
        page.click("#save summary")
        page.click(f"#save-{kind}")
    path = folder / f"saved.{kind}"
    download.value.save_as(path)
    return path


def test_turtle_says_only_what_the_graph_says(open_page: Open, tmp_path: Path) -> None:
    whole = Graph().parse(data="".join(f"{quad} .\n" for quad in triples()), format="nt")
    taken = Graph().parse(saved(open_page(), "ttl", tmp_path), format="turtle")
    assert len(taken) > 80
    assert set(taken) <= set(whole)


def triples() -> list[str]:
    """Return the merged graph as N-Triples statements, without their ends."""
    return [f"{quad.subject} {quad.predicate} {quad.object}" for quad in describe_merged(sample.graph())]


def test_csv_has_the_sentences_of_the_selection(open_page: Open, tmp_path: Path) -> None:
    page = open_page()
    acts.find(page, "anouphap")
    lines = saved(page, "csv", tmp_path).read_text(encoding="utf-8-sig").splitlines()
    assert lines[0].startswith("Ngày,Loại,Ai,Với")
    assert any("dự kiến" in line and "2023" in line for line in lines)


@pytest.mark.parametrize("view", ["network", "matrix", "table"])
def test_pictures_from_any_view(open_page: Open, tmp_path: Path, view: str) -> None:
    page = open_page(f"#view={view}")
    assert saved(page, "png", tmp_path).read_bytes().startswith(b"\x89PNG")
    page.click(f"#view-{view}")
    assert "Khu" in saved(page, "svg", tmp_path).read_text(encoding="utf-8")
