"""Articles out of files and folders: each id once, the good ones whatever the others are.

A first walk finds the ids that two different texts claim; the second reads. So an article is held
in memory one at a time, however many there are.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from extract.sources.entries import Entry, Source
from extract.sources.files import IdStyle, sources
from ontology.errors import ArticleError
from ontology.facts import Article

__all__ = ["Collection", "load"]


def load(paths: Iterable[str | Path], id_style: IdStyle = "name") -> Iterator[Article | ArticleError]:
    """Walk the articles in files and folders (`-`: JSON Lines on standard input), in their order.

    Those that cannot be read are given as the ArticleError that says why. The id of a text or page
    is its file name, or with `id_style="path"` its path below the folder given.
    """
    return iter(Collection(paths, id_style))


class Collection:
    """The articles of some files and folders; its length counts them before they are read."""

    def __init__(self, paths: Iterable[str | Path], id_style: IdStyle = "name") -> None:
        """Walk the files once, to find the ids that two different texts claim."""
        self.sources: list[Source] = [source for path in paths for source in sources(str(path), id_style)]
        self.entries = 0
        self.conflicts: dict[str, ArticleError] = {}
        self.broken: set[str] = set()
        first: dict[str, Entry] = {}
        for entry in self.walk():
            self.entries += 1
            if isinstance(entry, ArticleError):
                continue
            other = first.setdefault(entry.id, lean(entry))
            if other.where != entry.where:
                self.compare(first, other, entry)

    def compare(self, first: dict[str, Entry], other: Entry, entry: Entry) -> None:
        """Note a conflict if two entries with one id have different texts."""
        one, two = digest(other), digest(entry)
        if one is None:
            first[entry.id] = lean(entry)  # the other cannot be read, and will say so
        elif two is None:
            self.broken.add(entry.where)  # it shall say so, though another has its id
        elif one != two:
            wrong = f"has the id {entry.id!r}, which has another text in {other.where}"
            mend = "give each its own id (--id path helps for folders); neither is read"
            self.conflicts.setdefault(entry.id, ArticleError(entry.where, wrong, mend))

    def walk(self) -> Iterator[Entry | ArticleError]:
        """Walk the entries of all sources."""
        for source in self.sources:
            yield from source.entries()

    def __len__(self) -> int:
        """Count the articles, those that cannot be read and repetitions too."""
        return self.entries

    def __iter__(self) -> Iterator[Article | ArticleError]:
        """Read the articles, each id once."""
        seen: set[str] = set()
        for entry in self.walk():
            if isinstance(entry, ArticleError):
                yield entry
            elif entry.id not in seen or entry.where in self.broken:
                read = self.conflicts.get(entry.id) or attempt(entry)
                if entry.id in self.conflicts or isinstance(read, Article):
                    seen.add(entry.id)
                yield read


def lean(entry: Entry) -> Entry:
    """Let go of a text that is in memory already, where its digest is enough."""
    return entry if entry.digest is None else Entry(entry.id, entry.where, gone, entry.digest)


def gone() -> Article:
    """Stand in for a text that was let go."""
    raise AssertionError


def digest(entry: Entry) -> str | None:
    """Return the digest of an entry's text; None if it cannot be read."""
    if entry.digest is not None:
        return entry.digest
    read = attempt(entry)
    return read.digest if isinstance(read, Article) else None


def attempt(entry: Entry) -> Article | ArticleError:
    """Load an entry, or return what is wrong with it."""
    try:
        return entry.load()
    except ArticleError as error:
        return error
