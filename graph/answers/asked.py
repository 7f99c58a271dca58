"""What answers SPARQL: all that questions, lookups and explanations need of a store."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol, TypeAlias

import pyoxigraph as ox

Result: TypeAlias = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples


class Asked(Protocol):
    """A store, as far as it answers."""

    def query(self, sparql: str, /) -> Result:
        """Answer a query."""


class Teller(Protocol):
    """A store that can leave out what follows and nobody tells."""

    def query(self, sparql: str, /, *, told: bool) -> Result:
        """Answer a query."""


@dataclass(frozen=True, slots=True)
class OnlyTold:
    """A store that answers by what is told alone."""

    store: Teller

    def query(self, sparql: str, /) -> Result:
        """Answer a query."""
        return self.store.query(sparql, told=True)


def rows(store: Asked, sparql: str) -> Iterator[dict[str, str]]:
    """Yield the rows of a SELECT: the text of each value by its variable."""
    answer = store.query(sparql)
    if not isinstance(answer, ox.QuerySolutions):
        raise TypeError(sparql)
    names = [variable.value for variable in answer.variables]
    for row in answer:
        terms = ((name, row[name]) for name in names)
        yield {name: term.value for name, term in terms if isinstance(term, ox.NamedNode | ox.Literal)}
