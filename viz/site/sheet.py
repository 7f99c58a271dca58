"""What stands on the page of one thing: rows of what is said of it, and entries with their sentences."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    """A text, and the path to what it names where that has a page."""

    text: str
    path: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """What is said under one label."""

    label: str
    values: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence; the article in which it stands, by name and path; its address on the web."""

    text: str
    name: str
    path: str
    url: str | None


@dataclass(frozen=True, slots=True)
class Entry:
    """One statement with the sentences behind it; `more` is how many articles beyond them say so."""

    text: str
    path: str | None = None
    date: str = ""
    planned: bool = False
    quotes: tuple[Quote, ...] = ()
    more: int = 0


@dataclass(frozen=True, slots=True)
class Section:
    """Entries under a heading."""

    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The whole page; `pages` is how many there are of a long one."""

    title: str
    kind: str
    iri: str
    rows: tuple[Row, ...]
    sections: tuple[Section, ...]
    page: int = 1
    pages: int = 1
