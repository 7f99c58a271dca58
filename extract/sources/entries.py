"""What one file holds: an article, a page, or JSON Lines with many; each can be walked twice."""

import codecs
import contextlib
import functools
import hashlib
import os
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO, Protocol

from extract.sources import decoding, records
from ontology.errors import ArticleError
from ontology.facts import Article

PAGES = (".html", ".htm")


@dataclass(frozen=True, slots=True)
class Entry:
    """One article to be had: where it stands and how to load it; `digest` where it is known before."""

    id: str
    where: str
    load: Callable[[], Article]
    digest: str | None = None


class Source(Protocol):
    """Something that holds articles; it can be walked more than once."""

    def entries(self) -> Iterator[Entry | ArticleError]:
        """Walk its articles, and what of it cannot be read."""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file or folder that cannot be read."""

    error: ArticleError

    def entries(self) -> Iterator[Entry | ArticleError]:
        """Give the error."""
        yield self.error


@dataclass(frozen=True, slots=True)
class OneFile:
    """A text or a page: one article a file."""

    path: Path
    id: str

    def entries(self) -> Iterator[Entry | ArticleError]:
        """Give the one article, unread as yet."""
        try:
            yield Entry(records.identifier(self.id, shown(self.path)), shown(self.path), self.article)
        except ArticleError as error:
            yield error

    def article(self) -> Article:
        """Read it; raises ArticleError."""
        where = shown(self.path)
        is_page = self.path.suffix.lower() in PAGES
        most = decoding.MOST_PAGE_CHARACTERS if is_page else decoding.MOST_CHARACTERS
        try:
            size = self.path.stat().st_size
            if size > most * decoding.BYTES_EACH:
                raise decoding.too_long(where, f"{size:,} bytes", most)
            text = decoding.decode(self.path.read_bytes(), where, most)
        except OSError as error:
            raise unreadable(where, error) from error
        if is_page:
            return page(self.id, text, where)
        return hashed(records.article({"id": self.id, "text": text}, where))


@dataclass(frozen=True, slots=True)
class Lines:
    """JSON Lines: one article a line, from a file or from standard input."""

    name: str
    opened: Callable[[], IO[bytes]]

    def entries(self) -> Iterator[Entry | ArticleError]:
        """Walk the lines."""
        try:
            with self.opened() as stream, utf8(stream) as encoded:
                for number, line in records.lines(encoded):
                    yield entry(line, f"{self.name}:{number}")
        except OSError as error:
            yield unreadable(self.name, error)
        except UnicodeDecodeError:
            yield ArticleError(self.name, "is cut off or damaged UTF-16", decoding.AS_UTF8)


def entry(line: bytes | None, where: str) -> Entry | ArticleError:
    """Make an entry of one line of JSON."""
    try:
        data = records.record(line, where)
        article = hashed(records.article(data, where))
    except ArticleError as error:
        return error
    return Entry(article.id, where, lambda: article, article.digest)


def page(name: str, html: str, where: str) -> Article:
    """Make an article of an HTML page; its text is kept, since the file does not show it as it is."""
    from extract.sources import pages  # noqa: PLC0415 -- loading what reads pages takes a second

    found = pages.read(html, where)
    text = decoding.checked(found.text, where)
    article = records.article({"id": name, "text": text, "title": found.title}, where)
    published = found.published or article.published
    return hashed(replace(article, published=published, url=found.url, source=found.source, keep=True))


def hashed(article: Article) -> Article:
    """Add the digest of the text."""
    return replace(article, digest=hashlib.sha256(article.text.encode()).hexdigest())


@contextlib.contextmanager
def utf8(stream: IO[bytes]) -> Iterator[IO[bytes]]:
    """Give a stream of UTF-8: the stream itself, or a copy of one whose byte-order mark says UTF-16."""
    head = stream.read(4)
    stream.seek(0)
    if decoding.mark(head) != "utf-16":
        yield stream
        return
    reader = codecs.getreader("utf-16")(stream)
    with tempfile.TemporaryFile() as copy:
        for chunk in iter(functools.partial(reader.read, 1 << 20), ""):
            copy.write(chunk.encode())
        copy.seek(0)
        yield copy


def shown(path: Path) -> str:
    r"""Show a path in a message, whatever its bytes are (b"\xff" as \xff)."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def unreadable(where: str, error: OSError) -> ArticleError:
    """Say why the system does not let us read something."""
    if isinstance(error, FileNotFoundError):
        return ArticleError(where, "does not exist", "check the path")
    if isinstance(error, PermissionError):
        return ArticleError(where, "may not be read by you", "give yourself the right to (chmod u+rX)")
    return ArticleError(where, f"cannot be read ({error.strerror or error})", "check the file")
