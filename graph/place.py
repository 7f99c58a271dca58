"""Where a store lies: its quads, its index, which articles wait to be merged, and what people have judged."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Protocol, TypeAlias

import pyoxigraph as ox

from graph import disk
from graph.index.index import Index
from graph.people import judgements
from graph.people.judgements import Judgement
from graph.quads import Quads
from ontology.errors import StoreError

Remake: TypeAlias = Callable[[Index], None]  # makes an index anew of what the articles say


class Place(Protocol):
    """What a store needs of the place where it lies."""

    @property
    def quads(self) -> Quads:
        """Return the quads."""

    def index(self, remake: Remake) -> Index:
        """Return the index; it may have to be made anew first."""

    def told(self) -> bool:
        """Tell whether the default graph tells what the articles say, though the index has to be made anew."""

    def understood(self) -> AbstractContextManager[None]:
        """Return what tells in our words what goes wrong within; raises StoreError."""

    def unmerged(self) -> bool:
        """Tell whether something waits to be merged."""

    def waiting(self) -> list[str]:
        """Return the ids of the articles that wait to be merged."""

    def mark(self, articles: Iterable[str]) -> None:
        """Note that articles wait to be merged."""

    def unmark(self) -> None:
        """Note that nothing waits."""

    def judged(self) -> tuple[Judgement, ...]:
        """Return what people have judged, oldest first; raises DataError."""

    def judge(self, log: Sequence[Judgement]) -> None:
        """Keep what people have judged, in place of what was kept before."""

    def send(self) -> None:
        """See to it that what was written of the default graph is not lost: the index is kept after that."""

    def close(self) -> None:
        """Let go of the place, after all is written or after something failed."""


class Nowhere:
    """Memory: nothing is kept."""

    quads: Quads

    def __init__(self, quads: Quads) -> None:
        """Take the quads."""
        self.quads = quads
        self._index = Index()

    def index(self, _remake: Remake) -> Index:
        """Return the index."""
        return self._index

    def told(self) -> bool:
        """Tell that there is nothing to be told."""
        return False

    def understood(self) -> AbstractContextManager[None]:
        """Let whatever goes wrong pass."""
        return nullcontext()

    def unmerged(self) -> bool:
        """Tell that nothing waits from before."""
        return False

    def waiting(self) -> list[str]:
        """Return nothing."""
        return []

    def mark(self, articles: Iterable[str]) -> None:
        """Note nothing."""

    def unmark(self) -> None:
        """Note nothing."""

    def judged(self) -> tuple[Judgement, ...]:
        """Return nothing."""
        return ()

    def judge(self, log: Sequence[Judgement]) -> None:
        """Keep nothing."""

    def send(self) -> None:
        """Do nothing: an embedded store is written in the order in which it is told."""

    def close(self) -> None:
        """Let go of the tables."""
        self._index.close()


class Folder(Nowhere):
    """A folder of this machine: see graph/disk.py."""

    def __init__(self, path: Path, *, write: bool) -> None:
        """Open it; raises StoreError where there is none to read, or it cannot be used."""
        self.path = path
        self.quads = disk.open_core(path, write=write)
        self._index = disk.open_index(path, write=write)
        self.trusted = write

    def index(self, _remake: Remake) -> Index:
        """Return the index; raises StoreError where another version made it, which only a writer can mend."""
        if not self.trusted and not self._index.current():
            raise StoreError(str(self.path), "another version of banggiao made it", "build any of its articles again")
        self.trusted = True
        return self._index

    def understood(self) -> AbstractContextManager[None]:
        """Return what tells in our words what goes wrong within; raises StoreError."""
        return disk.understood(self.path)

    def unmerged(self) -> bool:
        """Tell whether something waits to be merged."""
        return disk.unmerged(self.path)

    def waiting(self) -> list[str]:
        """Return the ids of the articles that wait to be merged."""
        return disk.waiting(self.path)

    def mark(self, articles: Iterable[str]) -> None:
        """Note that articles wait to be merged."""
        disk.mark(self.path, articles)

    def unmark(self) -> None:
        """Note that nothing waits."""
        disk.unmark(self.path)

    def judged(self) -> tuple[Judgement, ...]:
        """Return what people have judged, oldest first; raises DataError."""
        return judgements.load(self.path / judgements.FILE)

    def judge(self, log: Sequence[Judgement]) -> None:
        """Keep what people have judged, in place of what was kept before."""
        with self.understood():
            disk.write_whole(self.path / judgements.FILE, judgements.lines(log))

    def send(self) -> None:
        """Flush the default graph: what the index counts as written is on the disk before it."""
        self.quads.flush()

    def close(self) -> None:
        """Let go of the folder, so that others can use it."""
        super().close()
        self.quads = ox.Store()
