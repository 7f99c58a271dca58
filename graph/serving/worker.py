"""One process that answers: it opens the snapshot, then does what it is asked, one thing at a time.

What takes too long or too much memory ends the process, whatever it is doing: the engine cannot be interrupted
from Python. The alarm is the operating system's, so that it rings even when the server is gone.
"""

import contextlib
import gc
import os
import resource
import signal
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from graph.store import GraphStore
from ontology.errors import BanggiaoError

MIB = 1 << 20
NICE = 5  # the server itself, which only passes on, comes first


@dataclass(frozen=True, slots=True)
class Limits:
    """What one answer may take: seconds, MiB of memory beyond what an idle process has, rows."""

    seconds: float = 10.0
    memory: int = 1024
    rows: int = 100_000


class LimitError(BanggiaoError):
    """An answer would take more than it may, or cannot be given; `status` is its HTTP status."""

    def __init__(self, what: str, wrong: str, mend: str, status: int = 422) -> None:
        """Keep the status beside the three parts."""
        super().__init__(what, wrong, mend)
        self.status = status

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle the status too."""
        return type(self), (self.what, self.wrong, self.mend, self.status)


def work(path: Path, limits: Limits, line: Connection) -> None:
    """Answer what comes over a line until it is closed; what a function returns or raises of ours goes back."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C reaches the whole group; the server ends us
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    os.nice(NICE)
    with GraphStore.open(path) as store, contextlib.suppress(EOFError, OSError):
        bound(limits.memory)
        gc.freeze()
        while True:
            function, arguments = line.recv()
            signal.setitimer(signal.ITIMER_REAL, limits.seconds)
            answer = answered(store, limits, function, arguments)
            signal.setitimer(signal.ITIMER_REAL, 0)
            line.send(answer)


def answered(store: GraphStore, limits: Limits, function: Callable[..., Any], arguments: tuple[Any, ...]) -> Any:  # noqa: ANN401 - any
    """Return what a function says of a store, or the error of ours that it raises."""
    try:
        return function(store, *arguments)
    except BanggiaoError as error:
        return error
    except MemoryError:
        return too_large(limits)
    except Exception:  # noqa: BLE001 - it is told on the server's side, and nothing of it to who has asked
        traceback.print_exc()
        return LimitError("the server", "failed at this", "see what it wrote where it was started", 500)


def too_large(limits: Limits) -> LimitError:
    """Return that memory does not suffice."""
    wrong = f"takes more than the {limits.memory} MiB of memory that it may"
    return LimitError("the query", wrong, "ask for less, and sort or count less of it")


def bound(memory: int) -> None:
    """Allow so many MiB more than there are."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    size = pages * resource.getpagesize() + memory * MIB
    resource.setrlimit(resource.RLIMIT_AS, (size, size))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
