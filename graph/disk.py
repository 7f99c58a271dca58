"""A store's folder: its version, its lock, and whether its last merge was finished.

The folder holds `version` (one line), `oxigraph/` (the store itself), `index.sqlite` (what is merged, in tables)
and, while claims have been written that are not merged yet, `unmerged`: the ids of their articles. A build
killed there is continued by the next writer.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pyoxigraph as ox

from graph.index.index import Index
from ontology.errors import StoreError

VERSION = "banggiao store 2"


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
        (path / "version").write_text(VERSION + "\n", encoding="utf-8")
        return core


def open_index(path: Path, *, write: bool) -> Index:
    """Open the tables of a store; raises StoreError."""
    with understood(path):
        index = Index(path / "index.sqlite", write=write)
        if not (write or index.whole()):
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
    elif path.is_dir() and {p.name for p in path.iterdir()} - {"oxigraph"}:
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
    """Note that claims of articles wait to be merged; raises StoreError."""
    with understood(path), (path / "unmerged").open("a", encoding="utf-8") as file:
        file.writelines(json.dumps(article) + "\n" for article in articles)


def unmark(path: Path) -> None:
    """Note that nothing waits; raises StoreError."""
    with understood(path):
        (path / "unmerged").unlink(missing_ok=True)


def write(path: Path, lines: Iterable[str]) -> None:
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
    except PermissionError as error:
        raise StoreError(
            str(path), "it may not be read or written", "give yourself the right, or use --store"
        ) from error
    except OSError as error:
        raise StoreError(str(path), *told(error)) from error
    except (RuntimeError, sqlite3.DatabaseError) as error:  # so the engines tell corruption
        wrong = f"it is damaged ({' '.join(str(error).split())})"
        raise StoreError(str(path), wrong, "build it anew in another folder with --store") from error


def told(error: OSError) -> tuple[str, str]:
    """Return what is wrong and its mend."""
    text = " ".join(str(error).split())
    if "lock" in text.lower():
        return "another banggiao is using it", "wait until that one has ended"
    if "No space" in text:
        return "the disk is full", "make room, then run the same command again"
    if "ermission denied" in text or "Read-only" in text:
        return "it may not be read or written", "give yourself the right, or use --store"
    return f"it cannot be used ({text})", "build it anew in another folder with --store"
