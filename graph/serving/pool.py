"""Processes that answer from a snapshot; one that is ended by its limits is replaced.

An answer that has taken a moment of processor time is long. Half of the processes may be at long ones; another is
ended, and begun again once there is room, so that short ones always find a process that is free.
"""

import asyncio
import contextlib
import os
import signal
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from multiprocessing import get_context
from multiprocessing.context import ForkServerContext
from multiprocessing.forkserver import set_forkserver_preload
from pathlib import Path
from typing import Any

from graph.serving.worker import LimitError, Limits, too_large, work
from ontology.errors import BanggiaoError

LONG = 0.5  # processor seconds after which an answer is a long one
TICKS = os.sysconf("SC_CLK_TCK")
PATIENCE = 10.0  # seconds to wait for a process
WORKERS = 4
PRELOADED = ["__main__", "graph.serving.worker", "graph.serving.answering"]


class Worker:
    """A process, and the line to it."""

    def __init__(self, path: Path, limits: Limits, context: ForkServerContext) -> None:
        """Start it."""
        self.limits = limits
        self.line, other = context.Pipe()
        self.process = context.Process(target=work, args=(path, limits, other), daemon=True)
        self.process.start()
        other.close()

    def ask(self, function: Callable[..., Any], arguments: tuple[Any, ...]) -> Any:  # noqa: ANN401 - any
        """Return the answer; raises LimitError where the process ended instead, or what it has raised."""
        try:
            self.line.send((function, arguments))
            answer = self.line.recv()
        except (EOFError, OSError) as error:
            raise self.ended() from error
        if isinstance(answer, BanggiaoError):
            raise answer
        return answer

    def ended(self) -> LimitError:
        """Return why the process has ended."""
        self.process.join()
        if self.process.exitcode == -signal.SIGALRM:
            wrong = f"was not answered within {self.limits.seconds:g} seconds"
            return LimitError("the query", wrong, "ask for less: name what you look for, or count parts of it", 504)
        if self.process.exitcode == -signal.SIGKILL:
            return LimitError("the server", "was stopped at this", "ask again in a moment", 503)
        return too_large(self.limits)

    def used(self) -> float:
        """Return how much processor time it has taken, in seconds; none where it has ended."""
        try:
            said = Path(f"/proc/{self.process.pid}/stat").read_text(encoding="utf-8").rpartition(") ")[2].split()
        except OSError:
            return 0.0
        return (int(said[11]) + int(said[12])) / TICKS

    def end(self) -> None:
        """End the process at once."""
        self.process.kill()
        self.process.join()
        self.line.close()


class Pool:
    """Some processes over one snapshot; used within one running event loop."""

    def __init__(self, path: Path, limits: Limits, workers: int = WORKERS, preload: tuple[str, ...] = ()) -> None:
        """Start the processes; `preload` are modules that they need."""
        self.path, self.limits = path, limits
        self.context = get_context("forkserver")
        set_forkserver_preload([*PRELOADED, *preload])
        self.threads = ThreadPoolExecutor(workers)
        self.all = {self.started() for _ in range(workers)}
        self.idle: asyncio.Queue[Worker] = asyncio.Queue()
        for worker in self.all:
            self.idle.put_nowait(worker)
        self.long = asyncio.Semaphore(max(1, workers // 2))

    def started(self) -> Worker:
        """Start a process."""
        return Worker(self.path, self.limits, self.context)

    async def run(self, function: Callable[..., Any], *arguments: Any) -> Any:  # noqa: ANN401 - any
        """Return what a function of a module says, given the store and what follows; raises what it raises of ours.

        Raises LimitError where it takes too much, or nobody is free for long.
        """
        worker, asked = await self.begun(function, arguments)
        if not await self.is_long(worker, asked):
            return asked.result()
        if not self.long.locked():
            async with self.long:
                return await finished(asked)
        worker.process.kill()
        await asyncio.wait([asked])
        asked.exception()  # it is known
        async with self.room(self.long):
            return await finished((await self.begun(function, arguments))[1])

    async def begun(
        self, function: Callable[..., Any], arguments: tuple[Any, ...]
    ) -> "tuple[Worker, asyncio.Future[Any]]":
        """Ask a process that is free."""
        async with self.patient():
            worker = await self.idle.get()
        asked = asyncio.get_running_loop().run_in_executor(self.threads, worker.ask, function, arguments)
        asked.add_done_callback(lambda _: self.free(worker))
        return worker, asked

    async def is_long(self, worker: Worker, asked: "asyncio.Future[Any]") -> bool:
        """Wait until an answer is there, or turns out to be long."""
        before = worker.used()
        while not asked.done() and worker.used() - before < LONG:
            await asyncio.wait([asked], timeout=LONG / 2)
        return not asked.done()

    @contextlib.asynccontextmanager
    async def room(self, places: asyncio.Semaphore) -> AsyncIterator[None]:
        """Hold one of some places; raises LimitError where none is to be had."""
        async with self.patient():
            await places.acquire()
        try:
            yield
        finally:
            places.release()

    @contextlib.asynccontextmanager
    async def patient(self) -> AsyncIterator[None]:
        """Wait, but not for ever; raises LimitError."""
        try:
            async with asyncio.timeout(PATIENCE):
                yield
        except TimeoutError as error:
            raise LimitError("the server", "is busy", "ask again in a moment", 503) from error

    def free(self, worker: Worker) -> None:
        """Take back a process, or put another in its place where it has ended."""
        if worker.process.exitcode is not None and worker in self.all:
            self.all.remove(worker)
            worker.end()
            worker = self.started()
            self.all.add(worker)
        self.idle.put_nowait(worker)

    def close(self) -> None:
        """End all processes."""
        for worker in self.all:
            worker.end()
        self.all = set()
        self.threads.shutdown()


async def finished(asked: "asyncio.Future[Any]") -> Any:  # noqa: ANN401 - any
    """Return an answer when it is there; who stops to wait for it does not stop it."""
    await asyncio.wait([asked])
    return asked.result()
