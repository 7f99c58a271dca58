"""The files and folders that articles come in."""

import os
import shutil
import sys
import tempfile
import weakref
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Literal, TypeAlias

from extract.sources.entries import PAGES, Lines, OneFile, Source, Unreadable, shown, unreadable
from ontology.errors import ArticleError

IdStyle: TypeAlias = Literal["name", "path"]
SUFFIXES = (".txt", ".jsonl", *PAGES)
STANDARD_INPUT = "standard input"


def sources(path: str, id_style: IdStyle) -> Iterator[Source]:
    """Find what holds articles: a file, each file of a folder in the order of their paths, or `-`."""
    given = Path(path)
    if path == "-":
        yield Lines(STANDARD_INPUT, spooled())
    elif given.is_dir():
        yield from below(given, id_style)
    elif given.suffix.lower() not in SUFFIXES and given.exists():
        yield Unreadable(ArticleError(shown(given), f"is none of {', '.join(SUFFIXES)}", "give it the right ending"))
    else:
        yield source(given, given.name)


def source(path: Path, name: str) -> Source:
    """Make the source that a file's suffix tells."""
    if path.suffix.lower() == ".jsonl":
        return Lines(shown(path), lambda: path.open("rb"))
    return OneFile(path, name)


def below(folder: Path, id_style: IdStyle) -> Iterator[Source]:
    """Walk a folder, sorted; hidden files and other endings are left out."""
    errors: list[OSError] = []
    found = False
    for place, folders, files in os.walk(folder, onerror=errors.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = Path(place, name)
            if path.suffix.lower() in SUFFIXES and not name.startswith("."):
                found = True
                yield source(path, path.relative_to(folder).as_posix() if id_style == "path" else name)
    yield from (Unreadable(unreadable(shown(Path(error.filename)), error)) for error in errors)
    if not found and not errors:
        endings = ", ".join(SUFFIXES)
        yield Unreadable(ArticleError(shown(folder), f"holds no article ({endings})", "name the folder that does"))


def spooled() -> Callable[[], IO[bytes]]:
    """Copy standard input, so that it can be walked twice."""
    copy = tempfile.TemporaryFile()  # noqa: SIM115 -- closed with the last reference to `again`
    shutil.copyfileobj(sys.stdin.buffer, copy)

    def again() -> IO[bytes]:
        copy.seek(0)
        return os.fdopen(os.dup(copy.fileno()), "rb")

    weakref.finalize(again, copy.close)
    return again
