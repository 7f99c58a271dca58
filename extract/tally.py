"""A build's reading: article by article, with a tally of what was read, what it says, and what was not read."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from extract import reader
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
        for item in items:
            reading = attempt(item) if isinstance(item, Article) else item
            if isinstance(reading, Reading):
                self.articles += 1
                self.told.update(NAMES[type(claim.fact)] for claim in reading.claims)
                yield reading
            else:
                self.failed.append(reading)

    def summary(self) -> Iterator[str]:
        """Tell the facts by kind, a line each."""
        return (f"  {name:<12}{self.told[name]:>7}" for name in NAMES.values())


def attempt(article: Article) -> Reading | BanggiaoError:
    """Read one article; whatever goes wrong in it, the others go on."""
    try:
        return reader.read(article)
    except BanggiaoError as error:
        return error
    except Exception as error:  # noqa: BLE001 -- one article's trouble must not stop the others
        wrong = f"could not be read ({type(error).__name__}: {error})"
        return ArticleError(article.id, wrong, "please report this with the article")
