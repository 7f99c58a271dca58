"""A store's folder: its version, its lock, and whether its last merge was finished.

The folder holds `version` (one line), `oxigraph/` (the store itself), `index.sqlite` (what is merged, in tables)
and, while claims have been written that are not merged yet, `unmerged`: the ids of their articles. A build
killed there is continued by the next writer.
"""

import json
import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pyoxigraph as ox

from graph.index.index import Index
from ontology.errors import StoreError

VERSION = "banggiao store 2"
ANEW = "build it anew in another folder with --store"
AGAIN = "then run the same command again"
# What the operating system and the engines say, in our words. An engine that cannot write says so of its own accord:
# what was written before stays whole.
TOLD = (
    (("While lock file", "lock hold", "SQLITE_BUSY"), "another banggiao is using it", "wait until that one has ended"),
    (("No space", "SQLITE_FULL", "quota"), "the disk is full", f"make room, {AGAIN}"),
    (("File too large",), "a file of it may not grow further", f"lift the limit (ulimit -f), {AGAIN}"),
    (("SQLITE_IOERR",), "the disk does not write any more", f"see that it has room and is whole, {AGAIN}"),
    (
        ("ermission denied", "Read-only", "SQLITE_READONLY", "SQLITE_CANTOPEN"),
        "it may not be read or written",
        "give yourself the right, or use --store",
    ),
)


def open_core(path: Path, *, write: bool) -> ox.Store:
    """Open the store of a folder, made anew where a writer finds none; raises StoreError."""
    with understood(path):
        check(path, write=write)
        if not write:
            if unmerged(path):
                raise StoreError(str(path), "a build of it was cut off", "run that build again")
            return ox.Store.read_only(str(path / "oxigraph"))
        path.mkdir(parents=True, exist_ok=True)
        core = ox.Store(str(path / "oxigraph"))
        if not (path / "version").is_file():
            write_whole(path / "version", [VERSION + "\n"])
        return core


def open_index(path: Path, *, write: bool) -> Index:
    """Open the tables of a store; raises StoreError."""
    tables = path / "index.sqlite"
    with understood(path):
        cut = not write and (not tables.is_file() or tables.with_name(tables.name + "-journal").is_file())
        index = Index() if cut else Index(tables, write=write)
        if cut or not (write or index.whole()):
            raise StoreError(str(path), "a build of it was cut off", "run that build again")
        return index


def check(path: Path, *, write: bool) -> None:
    """Refuse a folder that is no store of this version."""
    version = path / "version"
    if version.is_file():
        found = version.read_text(encoding="utf-8", errors="replace").strip()
        if found != VERSION:
            mend = "build the articles into a new folder (--store), or use the banggiao that made it"
            raise StoreError(str(path), f"it is a {found[:60]!r}, not a {VERSION!r}", mend)
    elif path.exists() and not path.is_dir():
        raise StoreError(str(path), "it is a file", "name a folder with --store")
    elif path.is_dir() and {p.name for p in path.iterdir()} - {"oxigraph", "version.new"}:
        raise StoreError(str(path), "it holds other files and no store", "name an empty or new folder with --store")
    elif not write:
        raise StoreError(str(path), "there is no store", "make one with: banggiao build ARTICLES --store " + str(path))


def unmerged(path: Path) -> bool:
    """Tell whether claims wait to be merged."""
    return (path / "unmerged").exists()


def waiting(path: Path) -> list[str]:
    """Return the ids of the articles whose claims wait; one that was cut off while it was noted has none yet."""
    with understood(path):
        text = (path / "unmerged").read_text(encoding="utf-8") if unmerged(path) else ""
    return [json.loads(line) for line in text.split("\n")[:-1]]


def mark(path: Path, articles: Iterable[str]) -> None:
    """Note on disk that claims of articles wait to be merged, before they are written; raises StoreError."""
    with understood(path), (path / "unmerged").open("a", encoding="utf-8") as file:
        file.writelines(json.dumps(article) + "\n" for article in articles)
        file.flush()
        os.fsync(file.fileno())


def unmark(path: Path) -> None:
    """Note that nothing waits; raises StoreError."""
    with understood(path):
        (path / "unmerged").unlink(missing_ok=True)


def write_whole(path: Path, lines: Iterable[str]) -> None:
    """Write a file whole or not at all."""
    fresh = path.with_name(path.name + ".new")
    with fresh.open("w", encoding="utf-8", newline="") as file:
        file.writelines(lines)
    fresh.replace(path)


@contextmanager
def understood(path: Path) -> Iterator[None]:
    """Tell what the operating system refuses in our words; raises StoreError."""
    try:
        yield
    except (OSError, sqlite3.Error, RuntimeError) as error:
        raise StoreError(str(path), *told(error)) from error


def told(error: Exception) -> tuple[str, str]:
    """Return what is wrong and its mend, by what the operating system or an engine says."""
    text = " ".join([*str(error).split(), getattr(error, "sqlite_errorname", "")]).strip()
    for signs, wrong, mend in TOLD:
        if any(sign in text for sign in signs):
            return wrong, mend
    if isinstance(error, OSError):
        return f"it cannot be used ({text})", ANEW
    return f"it is damaged ({text})", ANEW
