"""Workers of a Dask cluster: batches go to its scheduler, which gives a batch whose worker is lost to another.

A Dask scheduler runs whatever it is sent: reach one only in a network that you trust, or by tls:// (docs/large.md).
"""

import contextlib
import hashlib
import sys
import unicodedata
from collections.abc import Sequence
from concurrent.futures import CancelledError, Future
from functools import cache
from importlib import resources
from types import TracebackType
from typing import TYPE_CHECKING, Self

from extract.batches import Batch, Outcome, read_all
from ontology.errors import ArticleError, UsageError
from ontology.facts import Article

if TYPE_CHECKING:
    from distributed import Client

# The package is an extra, and slow to load: 1 s.
# ruff: noqa: PLC0415

TRIES = 2  # so often an article is sent out alone; each time the scheduler tries it on several workers
PATIENCE = 30  # seconds for the scheduler to answer, and for its first worker


class Cluster:
    """The workers of a scheduler; a context manager."""

    def __init__(self, address: str, patience: float = PATIENCE) -> None:
        """Reach a scheduler ("tcp://127.0.0.1:8786"); raises UsageError where that fails, or it has no worker."""
        self.address = address
        self.client = reach(address, patience)
        self.core = self.client.get_executor(pure=False)

    def __enter__(self) -> Self:
        """Return the workers."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Leave the cluster; what is asked for and not read is no longer wanted."""
        self.client.close(timeout=5)

    def begin(self, batch: Batch) -> None:
        """Send a batch out."""
        batch.future = self.core.submit(read_alike, stamp(), batch.articles)

    def finish(self, batch: Batch) -> list[Outcome]:
        """Wait for a batch; one over which several workers were lost is read article by article."""
        from distributed import KilledWorker

        try:
            return self.found(batch.future)
        except KilledWorker:
            return [self.alone(article) for article in batch.articles]

    def alone(self, article: Article) -> Outcome:
        """Read one article: a scheduler counts the loss of a worker against all that waited there."""
        from distributed import KilledWorker

        for _ in range(TRIES):
            try:
                return self.found(self.core.submit(read_alike, stamp(), [article]))[0]
            except KilledWorker:
                continue
        wrong = "could not be read (the workers that read it ended)"
        return ArticleError(article.id, wrong, "please report this with the article; memory may be short")

    def found(self, asked: Future[list[Outcome]]) -> list[Outcome]:
        """Wait for a batch; raises UsageError where the cluster cannot read, or is gone."""
        try:
            return asked.result()
        except (CancelledError, OSError) as error:
            wrong, mend = "the cluster is lost", "start it again, then run the same command again: it goes on"
            raise UsageError(f"--cluster {self.address}", wrong, mend) from error
        except ImportError as error:
            raise UsageError(f"--cluster {self.address}", f"a worker has no banggiao ({error})", INSTALL) from error


INSTALL = "install on each worker the banggiao and the Python that you have here"


def reach(address: str, patience: float) -> "Client":
    """Connect to a scheduler that has a worker; raises UsageError."""
    try:
        from distributed import Client
    except ImportError as error:
        raise UsageError("--cluster", "needs the package distributed", "pip install 'banggiao[cluster]'") from error
    told = f"--cluster {address}"
    try:
        client = Client(address, timeout=patience)
    except (OSError, ValueError) as error:
        mend = "start one (dask scheduler), and name it as it names itself: tcp://HOST:8786"
        raise UsageError(told, "no scheduler answers there", mend) from error
    try:
        client.wait_for_workers(1, timeout=patience)
    except TimeoutError as error:
        client.close()
        raise UsageError(told, "it has no worker", f"start some: dask worker {address} --nthreads 1") from error
    return client


def read_alike(stamp_there: str, articles: Sequence[Article]) -> list[Outcome]:
    """Read a batch on a worker; raises UsageError on one that would read otherwise than who asks."""
    if stamp_there != stamp():
        raise UsageError("--cluster", "a worker has another banggiao or another Python", INSTALL)
    return read_all(articles)


@cache
def stamp() -> str:
    """Return the digest of all that reading depends on: our files, and the Python that runs them."""
    digest = hashlib.sha256(f"{sys.version_info[:2]} {unicodedata.unidata_version}".encode())
    for room in ("extract", "ontology"):
        with contextlib.ExitStack() as stack:
            folder = stack.enter_context(resources.as_file(resources.files(room)))
            for path in sorted(folder.rglob("*")):
                if path.is_file() and path.suffix != ".pyc":
                    digest.update(str(path.relative_to(folder)).encode() + path.read_bytes())
    return digest.hexdigest()
