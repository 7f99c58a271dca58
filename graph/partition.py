"""Which of a block's tellings are one fact: a partition that depends on the set of them alone.

A block is all that is told of one kind by one key without its date (two people who met, one
visitor and where she went). Inside it the tellings differ by features: dates, names, bodies.
What says less joins what says more, when exactly one does not contradict it; else it stays alone.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import TypeAlias

from graph.model import Telling
from ontology.dates import Date

Feature: TypeAlias = str | int | Date | None
FUTURE = frozenset({"planned", "proposed"})
JOURNEY = 60  # a visit that an article tells of as under way began at most so many days before
PAST = frozenset({"underway", "done", "signed", "expired", "established"})


@dataclass(frozen=True, slots=True)
class Told:
    """A telling with what it says of the features that tell facts of its block apart.

    `anchored` says that the features are enough to know that two articles that tell them tell one fact,
    `dated` that they say when: what is not anchored joins only what is dated.
    """

    telling: Telling
    features: tuple[Feature, ...]
    anchored: bool
    dated: bool = False
    when: Date | None = None
    published: Date | None = None

    def order(self) -> tuple[str, int, int, str]:
        """Return where it stands: by article, then in text order."""
        first = self.telling.evidence[0] if self.telling.evidence else None
        return (self.telling.article, first.start if first else 0, first.end if first else 0, self.telling.claim)


@dataclass(slots=True)
class Cluster:
    """The tellings of one fact; `place` separates those that nothing else does: which of its article."""

    features: tuple[Feature, ...]
    anchored: bool
    dated: bool = False
    when: Date | None = None
    place: tuple[str, int] | None = None
    tellings: list[Told] = field(default_factory=list)
    articles: set[str] = field(default_factory=set)

    def add(self, told: Told) -> None:
        """Take a telling in."""
        self.tellings.append(told)
        self.articles.add(told.telling.article)


def partition(block: Iterable[Told]) -> list[Cluster]:
    """Return the clusters of a block, the most exact first."""
    ordered = sorted(block, key=lambda told: (-exactness(told.features), repr(told.features), *told.order()))
    clusters: list[Cluster] = []
    for features, same in groupby(ordered, key=lambda told: told.features):
        clusters += alone(features, settle(list(same), tuple(clusters)))
    return clusters


def settle(same: Sequence[Told], clusters: Sequence[Cluster]) -> list[Told]:
    """Let the tellings of equal features join the one cluster that agrees; return those that stay."""
    staying: list[Told] = []
    for article, own in groupby(same, key=lambda told: told.telling.article):
        tellings = list(own)
        found = [c for c in clusters if article not in c.articles and all(may_join(t, c) for t in tellings)]
        if len(found) == 1 and (tellings[0].anchored or len(tellings) == 1):
            for told in tellings:
                found[0].add(told)
        else:
            staying += tellings
    return staying


def alone(features: tuple[Feature, ...], staying: Sequence[Told]) -> list[Cluster]:
    """Make clusters of those that joined none: one if their features say enough, else one each."""
    if not staying:
        return []
    anchored = staying[0].anchored
    clusters = [
        Cluster(features, anchored, staying[0].dated, staying[0].when) for _ in range(1 if anchored else len(staying))
    ]
    met: Counter[str] = Counter()
    for n, told in enumerate(staying):
        clusters[0 if anchored else n].add(told)
        met[told.telling.article] += 1
        if not anchored:
            clusters[n].place = (told.telling.article, met[told.telling.article])
    return clusters


def may_join(told: Told, cluster: Cluster) -> bool:
    """Tell whether a cluster says all that the telling says and more, and at a time that it can speak of."""
    if (
        not (told.anchored or cluster.dated)
        or not cluster.anchored
        or not all(covers(c, t) for c, t in zip(cluster.features, told.features, strict=True))
    ):
        return False
    return cluster.when is None or timely(told, cluster.when)


def covers(more: Feature, less: Feature) -> bool:
    """Tell whether every digit that `less` states stands in `more` too.

    >>> covers(Date("2022-04-27"), Date("XXXX-04-27")), covers(Date("2022-04"), Date("XXXX-04-27"))
    (True, False)
    """
    if isinstance(more, Date) and isinstance(less, Date):
        return more.agrees(less) and all(
            len(m) >= len(s) and all(y in ("X", x) for x, y in zip(m, s, strict=False))
            for m, s in zip(ends(more), ends(less), strict=True)
        )
    return less is None or more == less


def ends(date: Date) -> tuple[str, str]:
    """Return both ends of an interval, or a date twice."""
    first, _, last = date.edtf.partition("/")
    return first, last or first


def timely(told: Told, date: Date) -> bool:
    """Tell whether an article of its publication date can tell this status of something of this date."""
    status = getattr(told.telling.fact, "status", None)
    if told.published is None or status is None:
        return True
    if status in FUTURE:
        last, first = date.latest(), told.published.earliest()
        return last is None or first is None or last >= first
    begin, end = date.earliest(), told.published.latest()
    if status not in PAST or begin is None or end is None:
        return True
    return begin <= end and (status != "underway" or (end - (date.latest() or begin)).days <= JOURNEY)


def exactness(features: tuple[Feature, ...]) -> int:
    """Count how much features say: the digits of a date, as much as a day for anything else."""
    return sum(f.precision() if isinstance(f, Date) else 0 if f is None else 8 for f in features)
