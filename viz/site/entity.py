"""The page of one thing as HTML, made in a worker: there, moved, gone, or never heard of."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.answers import lookup
from graph.index import former
from ontology.errors import UsageError
from ontology.terms import BG
from viz.site import addresses
from viz.site.pages import page
from viz.site.sheet import Entry, Section, Sheet
from viz.site.writer import Writer

if TYPE_CHECKING:
    from graph.store import GraphStore

FOUND, MOVED, GONE, UNKNOWN = 200, 301, 410, 404


@dataclass(frozen=True, slots=True)
class Page:
    """An HTML page with its HTTP status; or, moved, the path to go to."""

    status: int
    html: str = ""
    path: str = ""


def entity(store: "GraphStore", iri: str, language: str, number: int) -> Page:
    """Return the page of a thing."""
    writer = Writer(store, language)
    held = (
        one for one in (*writer.teller.subjects(BG.claim, iri), *writer.teller.whole(iri)) if writer.teller.held(one)
    )
    whole = next(held, None)  # of a claim or a value, the fact
    if whole:
        return Page(MOVED, path=addresses.path(whole) or "/")
    if sheet := writer.sheet(iri, number):
        return Page(FOUND, page("entity.html", language, sheet=sheet, path=addresses.path(iri)))
    return left(store, iri, writer)


def left(store: "GraphStore", iri: str, writer: Writer) -> Page:
    """Return what has become of a thing that is not there."""
    now = former.now(store.index, iri)
    if len(now) == 1:
        return Page(MOVED, path=addresses.path(now[0]) or "/")
    known = bool(former.articles(store.index, iri))
    title = writer.words["gone" if known else "unknown"]
    sections = (Section(writer.words["now"], tuple(writer.gone(now))),) if now else ()
    made = page("entity.html", writer.language, sheet=Sheet(title, "", iri, (), sections), path=None)
    return Page(GONE if known else UNKNOWN, made)


def find(store: "GraphStore", text: str, language: str) -> Page:
    """Return what a name means: its page, a choice of several, or the names that are like it."""
    writer = Writer(store, language)
    try:
        found = lookup.find(store, text, "thing")
    except UsageError as error:
        return Page(UNKNOWN, page("find.html", language, text=text, given=(), mend=error.mend))
    if len(found) == 1 and (path := addresses.path(found[0])):
        return Page(MOVED, path=path)
    entries = tuple(Entry(writer.name(iri, iri), addresses.path(iri)) for iri in found)
    return Page(FOUND, page("find.html", language, text=text, given=entries, mend=""))
