"""Who reads the articles: this process, several of this machine, or a cluster."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from extract.batches import Item, Outcome, in_order, one_by_one
from ontology.errors import UsageError

# Each way is loaded when it is taken.
# ruff: noqa: PLC0415


@contextmanager
def reading(items: Iterable[Item], workers: int = 1, cluster: str | None = None) -> Iterator[Iterator[Outcome]]:
    """Open what yields what each article says, or why it could not be read, in their order; raises UsageError.

    >>> from ontology.facts import Article
    >>> with reading([Article("a.txt", "Hun Sen")]) as outcomes:
    ...     [outcome.article.id for outcome in outcomes]
    ['a.txt']
    """
    if cluster and workers > 1:
        raise UsageError("--workers", "is of this machine, --cluster of others", "give one of them")
    if cluster:
        from extract.cluster import Cluster

        with Cluster(cluster) as those:
            yield in_order(items, those)
    elif workers > 1:
        from extract.processes import Processes

        with Processes(workers) as those:
            yield in_order(items, those)
    else:
        yield one_by_one(items)
