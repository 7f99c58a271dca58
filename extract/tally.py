"""A build's reading: article by article, with a tally of what was read, what it says, and what was not read."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from extract.batches import Outcome, one_by_one
from ontology.errors import ArticleError, BanggiaoError
from ontology.facts import KINDS, Article, Person, Reading

NAMES = {kind: name for name, kind in KINDS.items()} | {Person: "person"}


@dataclass(slots=True)
class Tally:
    """What a build has done so far: articles read, claims by kind, and what went wrong."""

    articles: int = 0
    told: Counter[str] = field(default_factory=Counter)
    failed: list[BanggiaoError] = field(default_factory=list)

    def read(self, items: Iterable[Article | ArticleError]) -> Iterator[Reading]:
        """Read articles one by one; those that cannot be read are tallied, and the others go on."""
        return self.count(one_by_one(items))

    def count(self, outcomes: Iterable[Outcome]) -> Iterator[Reading]:
        """Count what was read, by whomever, and yield it; what could not be read is tallied."""
        for outcome in outcomes:
            if isinstance(outcome, Reading):
                self.articles += 1
                self.told.update(NAMES[type(claim.fact)] for claim in outcome.claims)
                yield outcome
            else:
                self.failed.append(outcome)

    def summary(self) -> Iterator[str]:
        """Tell the facts by kind, a line each."""
        return (f"  {name:<12}{self.told[name]:>7}" for name in NAMES.values())
