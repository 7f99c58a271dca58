"""Which of a block's tellings are one fact: a partition that depends on the set of them alone.

A block is all that is told of one kind by one key without its date (two people who met, one
visitor and where she went). Inside it the tellings differ by features: dates, names, bodies.
What says less joins what says more, when exactly one does not contradict it; else it stays alone.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby, islice

from graph.model import Feature
from ontology.dates import Date

FUTURE = frozenset({"planned", "proposed"})
JOURNEY = 60  # a visit that an article tells of as under way began at most so many days before
SHOWN = 9  # of what something told too vaguely can be, so many are shown to whoever decides
PAST = frozenset({"underway", "done", "signed", "expired", "established"})


@dataclass(frozen=True, slots=True)
class Told:
    """A telling, by its number, with what it says of the features that tell facts of its block apart.

    `place` is where it stands in its article. `anchored` says that the features are enough to know that two articles
    that tell them tell one fact, `dated` that they say when: what is not anchored joins only what is dated.
    """

    telling: int
    article: str
    place: tuple[int, int, str]
    features: tuple[Feature, ...]
    anchored: bool
    dated: bool = False
    when: Date | None = None
    status: str | None = None
    published: Date | None = None


@dataclass(slots=True)
class Cluster:
    """The tellings of one fact; `place` separates those that nothing else does: which of its article.

    `founders` are the tellings that would be this fact without any other, the rest have joined; `choices` are the
    clusters that a founder could have joined, where that is not clear. One that is known from before has an `iri`.
    """

    features: tuple[Feature, ...]
    anchored: bool
    dated: bool = False
    when: Date | None = None
    place: tuple[str, int] | None = None
    iri: str = ""
    tellings: list[Told] = field(default_factory=list)
    founders: set[int] = field(default_factory=set)
    choices: dict[int, list["Cluster"]] = field(default_factory=dict)
    articles: set[str] = field(default_factory=set)

    def add(self, told: Told) -> None:
        """Take a telling in."""
        self.tellings.append(told)
        self.articles.add(told.article)

    def found(self, told: Told, choices: list["Cluster"]) -> None:
        """Take a telling in that joins no other."""
        self.add(told)
        self.founders.add(told.telling)
        if choices:
            self.choices[told.telling] = choices


def partition(block: Iterable[Told], known: Iterable[Cluster] = ()) -> list[Cluster]:
    """Return the clusters of a block, the most exact first.

    `known` are clusters that other articles have founded: what an article tells is placed by the features of the
    clusters that there are, never by what else joined them.
    """
    ordered = sorted(block, key=lambda told: (-exactness(told.features), repr(told.features), told.article, told.place))
    clusters = {cluster.features: cluster for cluster in known}
    loose: list[Cluster] = []
    for features, same in groupby(ordered, key=lambda told: told.features):
        saying_more = sorted((c for c in clusters.values() if says_more(c.features, features)), key=order)
        staying = list(settle(same, saying_more))
        if staying and staying[0][0].anchored:
            first, _ = staying[0]
            cluster = clusters.setdefault(
                features, Cluster(features, anchored=True, dated=first.dated, when=first.when)
            )
            for told, choices in staying:
                cluster.found(told, choices)
        else:
            loose += alone(staying)
    return [*clusters.values(), *loose]


def settle(same: Iterable[Told], clusters: Sequence[Cluster]) -> Iterator[tuple[Told, list[Cluster]]]:
    """Let the tellings of equal features join the one cluster that agrees; yield the others with their choices."""
    for article, own in groupby(same, key=lambda told: told.article):
        tellings = list(own)
        fitting = (c for c in clusters if article not in c.articles and all(may_join(t, c) for t in tellings))
        found = list(islice(fitting, SHOWN))
        if len(found) == 1 and (tellings[0].anchored or len(tellings) == 1):
            for told in tellings:
                found[0].add(told)
        else:
            yield from ((told, found) for told in tellings)


def alone(staying: Iterable[tuple[Told, list[Cluster]]]) -> Iterator[Cluster]:
    """Make a cluster of each telling that nothing else can be told to be."""
    met: Counter[str] = Counter()
    for told, choices in staying:
        met[told.article] += 1
        place = (told.article, met[told.article])
        cluster = Cluster(told.features, anchored=False, dated=told.dated, when=told.when, place=place)
        cluster.found(told, choices)
        yield cluster


def order(cluster: Cluster) -> str:
    """Return what clusters are sorted by: dates in their order."""
    return repr(cluster.features)


def says_more(more: tuple[Feature, ...], less: tuple[Feature, ...]) -> bool:
    """Tell whether features say all that others say, and more."""
    return exactness(more) > exactness(less) and all(covers(m, s) for m, s in zip(more, less, strict=True))


def may_join(told: Told, cluster: Cluster) -> bool:
    """Tell whether a telling is of a time that a cluster which says more can speak of."""
    if not (told.anchored or cluster.dated):
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
    if told.published is None or told.status is None:
        return True
    if told.status in FUTURE:
        last, first = date.latest(), told.published.earliest()
        return last is None or first is None or last >= first
    begin, end = date.earliest(), told.published.latest()
    if told.status not in PAST or begin is None or end is None:
        return True
    return begin <= end and (told.status != "underway" or (end - (date.latest() or begin)).days <= JOURNEY)


@lru_cache(maxsize=1 << 16)
def exactness(features: tuple[Feature, ...]) -> int:
    """Count how much features say: the digits of a date, as much as a day for anything else."""
    return sum(f.precision() if isinstance(f, Date) else 0 if f is None else 8 for f in features)
