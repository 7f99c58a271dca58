"""B-cubed: how far clusters are those of a gold set, counted for each mention (Bagga and Baldwin 1998)."""

from collections import defaultdict
from collections.abc import Collection, Hashable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Score:
    """The mean over mentions of how pure and how whole the cluster of each is."""

    precision: float
    recall: float
    mentions: int

    @property
    def f1(self) -> float:
        """Return the harmonic mean."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def score(
    gold: Mapping[Hashable, Hashable], system: Mapping[Hashable, Hashable], wanted: Collection[Hashable] | None = None
) -> Score:
    """Return B-cubed of the mentions that both have; `wanted` are those over which the mean is taken.

    >>> score({1: "a", 2: "a", 3: "b"}, {1: "x", 2: "x", 3: "x"})
    Score(precision=0.5555555555555556, recall=1.0, mentions=3)
    """
    shared = [one for one in gold if one in system]
    true, made = (grouped({one: clusters[one] for one in shared}) for clusters in (gold, system))
    counted = [one for one in shared if wanted is None or one in wanted]
    if not counted:
        return Score(0.0, 0.0, 0)
    both = {one: len(true[gold[one]] & made[system[one]]) for one in counted}
    precision = sum(both[one] / len(made[system[one]]) for one in counted) / len(counted)
    recall = sum(both[one] / len(true[gold[one]]) for one in counted) / len(counted)
    return Score(precision, recall, len(counted))


def grouped(clusters: Mapping[Hashable, Hashable]) -> dict[Hashable, set[Hashable]]:
    """Return the mentions of each cluster."""
    found: dict[Hashable, set[Hashable]] = defaultdict(set)
    for mention, cluster in clusters.items():
        found[cluster].add(mention)
    return found


def with_singletons(gold: Mapping[Hashable, Hashable], system: Mapping[Hashable, Hashable]) -> dict[Hashable, Hashable]:
    """Return the system's clusters with each missing mention in a cluster of its own."""
    return {one: system.get(one, ("missing", one)) for one in gold}
