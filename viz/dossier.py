"""The dossier of a relation as a file: HTML or Markdown, by its suffix."""

from datetime import date as Day  # noqa: N812 - a day, beside our own dates
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, select_autoescape

from ontology.errors import UsageError
from viz import files
from viz.brief import Brief, brief, latest
from viz.pack import digest

if TYPE_CHECKING:
    from graph.store import GraphStore

MARKS = str.maketrans({mark: f"\\{mark}" for mark in "\\`*_{}[]<>#|~"})


def write(
    store: "GraphStore", countries: tuple[str, str], path: Path, as_of: Day | None = None, language: str = "vi"
) -> Day:
    """Write the dossier of two countries and return its day: the latest in the store where none is given.

    Raises UsageError for an unknown country, another suffix, or a store that tells no date at all.
    """
    if path.suffix not in (".html", ".md"):
        raise UsageError(str(path), "a dossier is HTML or Markdown", "name a file that ends in .html or .md")
    graph = store.merged()
    day = as_of or latest(graph)
    if day is None:
        raise UsageError("--as-of", "nothing in the store has a date", "give a day")
    text = rendered(brief(graph, *countries, day, language), path.suffix, language)
    path.write_text(text, encoding="utf-8", newline="\n")
    return day


def rendered(made: Brief, suffix: str, language: str) -> str:
    r"""Return a dossier as HTML or Markdown.

    >>> print(rendered(Brief("A <b>", "As of 2022", ()), ".md", "en").splitlines()[0])
    # A \<b\>
    """
    loader = FileSystemLoader(files.FOLDER)
    environment = Environment(
        loader=loader, autoescape=select_autoescape(["html"]), trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["mark"] = lambda text: str(text).translate(MARKS)
    style = files.text("brief.style")
    words = files.data("brief.json")[language]
    page = environment.get_template(f"brief{suffix}")
    return page.render(brief=made, words=words, language=language, style=style, policy=digest(style))
