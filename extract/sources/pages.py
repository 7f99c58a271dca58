"""HTML pages: the main text with captions, the title, the date and the address; no menus or teasers."""

from dataclasses import dataclass
from typing import Any

import lxml.html
import trafilatura
from lxml.etree import LxmlError
from trafilatura.settings import Document

from extract.sources.records import WEB_ADDRESS
from ontology.dates import Date
from ontology.errors import ArticleError

# What the page itself declares, not what stands somewhere in it; bounds of our own, since the
# library's are today's date, and no clock may change what is read.
DATES: dict[str, Any] = {
    "extensive_search": False,
    "original_date": True,
    "min_date": "1900-01-01",
    "max_date": "2199-12-31",
}


@dataclass(frozen=True, slots=True)
class Page:
    """What of a page is an article."""

    text: str
    title: str | None
    published: Date | None
    url: str | None
    source: str | None


def read(html: str, where: str) -> Page:
    """Take the article out of a page; raises ArticleError if there is none.

    The headline is the first line of the text, each paragraph and each caption a line of its own.
    """
    try:
        found = trafilatura.bare_extraction(
            tree(html), include_comments=False, with_metadata=True, date_extraction_params=DATES
        )
    except (LxmlError, ValueError, RecursionError) as error:
        raise ArticleError(where, f"cannot be read as HTML ({error})", "save the page again") from error
    text = (found.text or "").strip() if isinstance(found, Document) else ""
    if not isinstance(found, Document) or not text:
        raise ArticleError(where, "has no main text that could be found", "save the article's text as .txt")
    title = clean(found.title)
    if title and not text.startswith(title):
        text = f"{title}\n\n{text}"
    url = found.url if found.url and WEB_ADDRESS.fullmatch(found.url) else None
    return Page(text, title, Date(found.date) if found.date else None, url, clean(found.sitename))


def tree(html: str) -> lxml.html.HtmlElement:
    """Parse a page; captions become paragraphs, since the library drops every figure's caption."""
    parser = lxml.html.HTMLParser(encoding="utf-8", huge_tree=True)
    root = lxml.html.document_fromstring(html.encode(), parser=parser)
    for caption in list(root.iter("figcaption")):
        caption.tag = "p"
    for figure in list(root.iter("figure")):
        figure.tag = "div"
    return root


def clean(words: str | None) -> str | None:
    """Bring what a page says of itself to one line; None if it says nothing."""
    return " ".join(words.split()) or None if words else None
