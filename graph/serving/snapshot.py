"""A snapshot of a store's folder, which builds that run meanwhile do not touch.

The files of Oxigraph that hold data are never changed once they are written, so they are linked, not copied: a
snapshot takes no room and no time. It lies in the store's folder, or, where that may not be written, in the
system's folder for temporary files. `Store.backup` of a store that is opened to be read would lose what a killed
build has left in its log.
"""

import contextlib
import fcntl
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path

from graph import disk
from ontology.errors import StoreError

PREFIX = "serving-"
BEGUN = ("CURRENT", "MANIFEST-*", "OPTIONS-*", "*.log")


@contextlib.contextmanager
def snapshot(path: Path) -> Iterator[Path]:
    """Make a snapshot of a store, which is gone afterwards; raises StoreError where there is no store to read."""
    disk.open_core(path, write=False)  # so that what is wrong with it is told once, here
    disk.open_index(path, write=False).close()
    clear(path)
    place = path if os.access(path, os.W_OK) else Path(tempfile.gettempdir())
    with tempfile.TemporaryDirectory(prefix=f"{PREFIX}{os.getpid()}-", dir=place) as folder:
        with disk.understood(path), unwritten(path):
            copy(path, Path(folder))
        yield Path(folder)


def copy(path: Path, folder: Path) -> None:
    """Copy a store into a new folder."""
    core = folder / "oxigraph"
    core.mkdir()
    for file in (path / "oxigraph").glob("*.sst"):
        link(file, core / file.name)
    for file in (file for pattern in BEGUN for file in (path / "oxigraph").glob(pattern)):
        shutil.copyfile(file, core / file.name)
    for file in (path / "version", *path.glob("*.tsv")):
        shutil.copyfile(file, folder / file.name)
    with (
        contextlib.closing(sqlite3.connect(f"file:{path / 'index.sqlite'}?mode=ro", uri=True)) as tables,
        contextlib.closing(sqlite3.connect(folder / "index.sqlite")) as copied,
    ):
        tables.backup(copied)


def link(file: Path, other: Path) -> None:
    """Give a file another name; copy it where the file system cannot."""
    try:
        other.hardlink_to(file)
    except OSError:
        shutil.copyfile(file, other)


@contextlib.contextmanager
def unwritten(path: Path) -> Iterator[None]:
    """Keep builds away for a moment; raises StoreError where one runs."""
    with (path / "oxigraph" / "LOCK").open("rb") as file:
        try:
            fcntl.lockf(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise StoreError(str(path), "another banggiao is writing it", "wait until that one has ended") from error
        yield


def clear(path: Path) -> None:
    """Remove snapshots that servers have left that were killed."""
    for folder in path.glob(f"{PREFIX}*-*"):
        process = folder.name.removeprefix(PREFIX).partition("-")[0]
        if not Path("/proc", process).exists():
            shutil.rmtree(folder, ignore_errors=True)
