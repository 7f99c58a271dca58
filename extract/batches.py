"""Articles read by several workers at once: they go out in batches, and what they say comes back in their order.

However many there are, no more than a window of batches is held in memory.
"""

import threading
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from typing import Protocol, TypeAlias

from extract import reader
from ontology.errors import ArticleError, BanggiaoError
from ontology.facts import Article, Reading

Item: TypeAlias = Article | ArticleError
Outcome: TypeAlias = Reading | BanggiaoError

# What a batch costs beside its reading is 1 to 5 ms (bench/cluster); 25 articles take 150 ms to read.
ARTICLES, SIGNS = 25, 200_000
# So many batches are out at once: while what was read is being written, there is more to read.
WINDOW = 80
LOCK = threading.Lock()  # a cluster's worker may have several threads, and reading gains nothing from them


@dataclass(slots=True, eq=False)
class Batch:
    """Some articles on their way: what is read of them comes by `future`."""

    items: list[Item]
    number: int = 0
    future: Future[list[Outcome]] = field(default_factory=Future)

    @property
    def articles(self) -> list[Article]:
        """Return what is to be read: not what could not be loaded."""
        return [item for item in self.items if isinstance(item, Article)]


class Workers(Protocol):
    """What reads batches of articles somewhere else."""

    def begin(self, batch: Batch) -> None:
        """Send a batch out."""

    def finish(self, batch: Batch) -> list[Outcome]:
        """Wait for a batch, whatever happens to the workers that read it."""


def attempt(article: Article) -> Outcome:
    """Read one article; whatever goes wrong in it, the others go on."""
    try:
        return reader.read(article)
    except BanggiaoError as error:
        return error
    except Exception as error:  # noqa: BLE001 -- one article's trouble must not stop the others
        wrong = f"could not be read ({type(error).__name__}: {error})"
        return ArticleError(article.id, wrong, "please report this with the article")


def one_by_one(items: Iterable[Item]) -> Iterator[Outcome]:
    """Read articles in this process; what could not be loaded is given back as it is."""
    return (attempt(item) if isinstance(item, Article) else item for item in items)


def read_all(articles: Sequence[Article]) -> list[Outcome]:
    """Read a batch in a worker; texts are not sent back, since they are known where the batch came from."""
    with LOCK:
        return [without_text(attempt(article)) for article in articles]


def without_text(outcome: Outcome) -> Outcome:
    """Let go of the text of an article that was read."""
    return replace(outcome, article=replace(outcome.article, text="")) if isinstance(outcome, Reading) else outcome


def in_order(items: Iterable[Item], workers: Workers) -> Iterator[Outcome]:
    """Yield what each article says, or why it could not be read, in the order of the articles."""
    out: deque[Batch] = deque()
    for batch in cut(items):
        workers.begin(batch)
        out.append(batch)
        while out and (len(out) >= WINDOW or out[0].future.done()):
            yield from finished(out, workers)
    while out:
        yield from finished(out, workers)


def finished(out: deque[Batch], workers: Workers) -> Iterator[Outcome]:
    """Take the first batch off, and put what was read, with its text, beside what could not be loaded."""
    read = iter(workers.finish(out[0]))
    for item in out.popleft().items:
        outcome = next(read) if isinstance(item, Article) else item
        yield replace(outcome, article=item) if isinstance(outcome, Reading) and isinstance(item, Article) else outcome


def cut(items: Iterable[Item]) -> Iterator[Batch]:
    """Cut articles into batches, by number and by length.

    >>> [len(batch.items) for batch in cut(Article(str(n), "") for n in range(60))]
    [25, 25, 10]
    """
    batch = Batch([])
    signs = 0
    for item in items:
        batch.items.append(item)
        signs += len(item.text) if isinstance(item, Article) else 0
        if len(batch.items) >= ARTICLES or signs >= SIGNS:
            yield batch
            batch, signs = Batch([], batch.number + 1), 0
    if batch.items:
        yield batch
