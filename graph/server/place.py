"""A store on a server: quads and judgements lie there; the index, and what waits to be merged, in a folder here.

The index can be made anew of what stands there: it is trusted where its revision is that of the server, or where
we are the ones who were writing when something cut us off.
"""

import fcntl
import os
import sqlite3
import uuid
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from graph import disk
from graph.index.index import Index, stamp
from graph.people import judgements
from graph.people.judgements import Judgement
from graph.place import Remake
from graph.server import notes
from graph.server.address import Address
from graph.server.notes import JUDGED, MADE_WITH, REVISION, WRITER, Notes
from graph.server.protocol import Server
from graph.server.quads import RemoteQuads
from ontology.errors import StoreError

TABLES = ("index.sqlite", "index.sqlite-journal", "unmerged", "revision")


class Remote:
    """A store on a server, with its folder here."""

    def __init__(self, address: Address, *, write: bool) -> None:
        """Reach it; raises StoreError where there is none to read, it cannot be used, or another is writing to it."""
        self.address, self.folder, self.write = address, address.folder(), write
        server = Server(address)
        self.notes = Notes(server)
        self.quads = RemoteQuads(server)
        self.clean = True  # whoever wrote last has ended well
        self._index: Index | None = None
        with disk.understood(self.folder):
            self.folder.mkdir(parents=True, exist_ok=True)
            self.lock = os.open(self.folder / "lock", os.O_CREAT | os.O_RDWR)
        try:
            (self.begin if write else self.look)()
        except BaseException:
            os.close(self.lock)
            raise

    def look(self) -> None:
        """Make ready to read."""
        self.hold(fcntl.LOCK_SH | fcntl.LOCK_NB)
        if not self.notes.get(MADE_WITH):
            raise StoreError(
                self.address, "there is no store", f"make one: banggiao build ARTICLES --store {self.address}"
            )
        if self.notes.get(WRITER):
            wrong = "a build is writing to it, or was cut off"
            raise StoreError(self.address, wrong, "wait until it has ended, or run that build again")

    def begin(self) -> None:
        """Make ready to write: as the one who was cut off here, or as a new one."""
        self.hold(fcntl.LOCK_EX | fcntl.LOCK_NB)
        if not self.notes.get(MADE_WITH):
            self.notes.make()
        before = self.kept("writer")
        if before and before == self.notes.get(WRITER):
            return
        writer = notes.name()
        self.keep("writer", writer)
        if self.notes.get(WRITER) and os.environ.get(notes.TAKE_OVER):
            self.notes.note({WRITER: writer})
            self.clean = False
        self.notes.take(writer)
        if not (self.clean and self.current()):
            self.forget()

    def hold(self, how: int) -> None:
        """Lock the folder here; raises StoreError where another process holds it."""
        try:
            fcntl.flock(self.lock, how)
        except OSError as error:
            raise StoreError(self.address, "another banggiao is using it", "wait until that one has ended") from error

    def current(self) -> bool:
        """Tell whether the index here is that of what stands there."""
        return self.kept("revision") == self.notes.get(REVISION)

    def forget(self) -> None:
        """Let go of an index that is not to be trusted."""
        for name in TABLES:
            (self.folder / name).unlink(missing_ok=True)

    def kept(self, name: str) -> str:
        """Return what a file of the folder holds, or ""."""
        path = self.folder / name
        return path.read_text(encoding="utf-8") if path.exists() else ""

    def keep(self, name: str, text: str) -> None:
        """Write a file of the folder, whole or not at all."""
        with disk.understood(self.folder):
            disk.write_whole(self.folder / name, [text])

    def index(self, remake: Remake) -> Index:
        """Return the index, for a reader made anew where it is not current."""
        if self._index is None:
            with self.understood():
                self._index = Index(self.folder / "index.sqlite") if self.write else self.reading(remake)
        return self._index

    def reading(self, remake: Remake) -> Index:
        """Return the index for a reader: one at a time makes it anew."""
        self.hold(fcntl.LOCK_EX)
        if not self.current():
            self.forget()
            index = Index(self.folder / "index.sqlite")
            remake(index)
            index.close()
            self.keep("revision", self.notes.get(REVISION))
        self.hold(fcntl.LOCK_SH)
        return Index(self.folder / "index.sqlite", write=False)

    def told(self) -> bool:
        """Tell whether the default graph there tells what the articles say, with this version's vocabulary."""
        return self.clean and self.notes.get(MADE_WITH) == stamp()

    @contextmanager
    def understood(self) -> Iterator[None]:
        """Tell what goes wrong within in our words; raises StoreError."""
        try:
            with disk.understood(self.folder):
                yield
        except StoreError as error:
            if isinstance(error.__cause__, sqlite3.DatabaseError):
                mend = "delete this folder: it is made anew of what stands on the server"
                raise StoreError(str(self.folder), error.wrong, mend) from error
            raise

    def unmerged(self) -> bool:
        """Tell whether something waits to be merged."""
        return disk.unmerged(self.folder)

    def waiting(self) -> list[str]:
        """Return the ids of the articles that wait to be merged."""
        return disk.waiting(self.folder)

    def mark(self, articles: Iterable[str]) -> None:
        """Note that articles wait to be merged."""
        disk.mark(self.folder, articles)

    def unmark(self) -> None:
        """Note that nothing waits."""
        disk.unmark(self.folder)

    def judged(self) -> tuple[Judgement, ...]:
        """Return what people have judged, oldest first; raises DataError."""
        text = self.notes.get(JUDGED)
        return tuple(judgements.parse(text, str(self.address))) if text else ()

    def judge(self, log: Sequence[Judgement]) -> None:
        """Keep what people have judged, there, in place of what was kept before."""
        self.notes.note({JUDGED: "".join(judgements.lines(log))})

    def send(self) -> None:
        """Send what waits to be written: the index is kept after that."""
        self.quads.flush()

    def close(self) -> None:
        """Let others write, if all is merged; what is not, the next one who writes from here goes on with."""
        try:
            if self.write and not self.unmerged() and self._index and self._index.current():
                revision = uuid.uuid4().hex
                self.keep("revision", revision)
                self.notes.note({MADE_WITH: stamp(), REVISION: revision, WRITER: ""})
                (self.folder / "writer").unlink(missing_ok=True)
        finally:
            if self._index:
                self._index.close()
            os.close(self.lock)
