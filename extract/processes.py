"""Workers that are processes of this machine; one that is killed is replaced, and what it had is read again."""

import contextlib
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from ctypes import c_int64
from multiprocessing import resource_tracker
from multiprocessing.sharedctypes import RawArray, Synchronized
from types import TracebackType
from typing import Any, Self, TypeAlias

from extract.batches import Batch, Outcome, read_all
from ontology.errors import ArticleError, UsageError
from ontology.facts import Article

Read: TypeAlias = Callable[[Sequence[Article]], list[Outcome]]
TRIES = 2  # so many processes may end over one article, each reading nothing else
LOSSES = 3  # so often all processes may be lost with nothing read between
SPAWN = multiprocessing.get_context("spawn")  # the same on every system, and safe beside threads


class Pool:
    """Some processes, and which batch each is reading: when one ends, all are lost, and it tells over what."""

    def __init__(self, count: int) -> None:
        """Start them; an interrupt is for us alone to hear."""
        self.reading = RawArray(c_int64, [-1] * count)
        given = (SPAWN.Value("i", 0), self.reading)
        self.core = ProcessPoolExecutor(count, SPAWN, initializer=ready, initargs=given)
        try:
            with unheard():
                for _ in range(count):
                    self.core.submit(os.getpid)  # each process starts when something is asked of it
        except BaseException:
            self.close()
            raise

    def send(self, read: Read, articles: Sequence[Article], number: int = 0) -> Future[list[Outcome]]:
        """Ask for a batch; one that cannot be asked for, since a process has ended, is lost at once."""
        try:
            return self.core.submit(noted, read, number, articles)
        except BrokenProcessPool as error:
            lost: Future[list[Outcome]] = Future()
            lost.set_exception(error)
            return lost

    def close(self) -> None:
        """Let what is being read be read, and end the processes."""
        self.core.shutdown(cancel_futures=True)


class Processes:
    """Workers that are processes; a context manager."""

    def __init__(self, count: int, read: Read = read_all) -> None:
        """Start so many; `read` is what they do with a batch, a function that can be imported."""
        self.count, self.read = count, read
        self.pool = Pool(count)
        self.out: dict[int, Batch] = {}
        self.suspects: set[int] = set()  # the batches that were being read when a process ended
        self.losses = 0

    def __enter__(self) -> Self:
        """Return the workers."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the processes."""
        self.pool.close()

    def begin(self, batch: Batch) -> None:
        """Send a batch out."""
        self.out[batch.number] = batch
        batch.future = self.pool.send(self.read, batch.articles, batch.number)

    def finish(self, batch: Batch) -> list[Outcome]:
        """Wait for a batch; raises UsageError where processes end whatever they are given."""
        while batch.number not in self.suspects:
            try:
                found = batch.future.result()
            except BrokenProcessPool:
                self.renew()
            else:
                break
        else:
            self.suspects.discard(batch.number)
            found = list(self.apart(batch.articles))
        del self.out[batch.number]
        self.losses = 0
        return found

    def renew(self) -> None:
        """Start new processes and ask them for all that was lost, save what the old ones may have ended over."""
        self.losses += 1
        if self.losses > LOSSES:
            wrong = "the processes end before they have read anything"
            raise UsageError(f"--workers {self.count}", wrong, "use fewer; memory may be short")
        self.pool.close()
        self.suspects |= {number for number in self.pool.reading if number in self.out}
        self.pool = Pool(self.count)
        for number, batch in self.out.items():
            if number not in self.suspects and not read(batch.future):
                self.begin(batch)

    def apart(self, articles: Sequence[Article]) -> Iterator[Outcome]:
        """Read articles one by one, in a process that reads nothing else."""
        pool = Pool(1)
        try:
            for article in articles:
                outcome: Outcome | None = None
                for _ in range(TRIES):
                    try:
                        (outcome,) = pool.send(self.read, [article]).result()
                        break
                    except BrokenProcessPool:
                        pool.close()
                        pool = Pool(1)
                yield outcome or ended(article)
        finally:
            pool.close()


def ended(article: Article) -> ArticleError:
    """Tell that no process survives an article."""
    wrong = f"could not be read (the process that read it ended, {TRIES} times)"
    return ArticleError(article.id, wrong, "please report this with the article; memory may be short")


def read(future: Future[list[Outcome]]) -> bool:
    """Tell whether a batch has been read."""
    return future.done() and not future.cancelled() and future.exception() is None


def ready(places: "Synchronized[int]", reading: Any) -> None:  # noqa: ANN401 -- an array of ctypes has no type
    """Make a new process ready: it takes its place, hears no interrupt, and ends when the one that asks does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with places.get_lock():
        MINE.update(place=places.value, reading=reading)
        places.value += 1
    threading.Thread(target=leave_with_parent, daemon=True).start()


MINE: dict[str, Any] = {}  # a process's place, and where all note what they are reading


def noted(read: Read, number: int, articles: Sequence[Article]) -> list[Outcome]:
    """Read a batch, noted as long as it is being read: should this process end, it is known over what."""
    place, reading = MINE["place"], MINE["reading"]
    reading[place] = number
    found = read(articles)
    reading[place] = -1
    return found


def leave_with_parent() -> None:
    """End this process when the one that asks has ended, however that ended."""
    parent = multiprocessing.parent_process()
    if parent:
        parent.join()
    os._exit(1)


@contextlib.contextmanager
def unheard() -> Iterator[None]:
    """Start processes that hear no interrupt of the terminal from their first moment on; we hear it when they have.

    What is blocked here is blocked in them too. The tracker of what processes share is started first, since that lifts
    the block.
    """
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
