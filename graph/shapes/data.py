"""What shapes ask of a graph: the instances of a class, and the values at the end of a path."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import TypeAlias

import pyoxigraph as ox

from graph.answers.asked import Asked
from ontology.terms import RDF, RDFS

Term: TypeAlias = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
Path: TypeAlias = tuple[str, ...]
NOTHING: frozenset[Term] = frozenset()


class Data:
    """The default graph of a store, asked in SPARQL: nothing is copied but what one shape looks at."""

    def __init__(self, store: Asked) -> None:
        """Keep the store at hand."""
        self.store = store
        self.known: dict[str, frozenset[Term]] = {}

    def instances(self, cls: str) -> frozenset[Term]:
        """Return the instances of a class, and of the classes that the graph places below it."""
        if cls not in self.known:
            found = (self.select(f"SELECT ?a {{ ?a {RDF.type} <{name}> }}") for name in self.classes(cls))
            self.known[cls] = frozenset(term for rows in found for (term,) in rows)
        return self.known[cls]

    def values(self, targets: Iterable[str], path: Path) -> Mapping[Term, set[Term]]:
        """Return the values at the end of a path from each instance of some classes; those without are left out."""
        found: dict[Term, set[Term]] = defaultdict(set)
        steps = "/".join(f"<{step}>" for step in path)
        for name in sorted({name for target in targets for name in self.classes(target)}):
            for focus, value in self.select(f"SELECT ?a ?b {{ ?a {RDF.type} <{name}> . ?a {steps} ?b }}"):
                found[focus].add(value)
        return found

    def classes(self, cls: str) -> set[str]:
        """Return a class, and those below it."""
        found, waiting = {cls}, [cls]
        while waiting:
            new = self.below.get(waiting.pop(), set()) - found
            found |= new
            waiting += new
        return found

    @cached_property
    def below(self) -> Mapping[str, set[str]]:
        """The classes right below each class, as the graph says."""
        found: dict[str, set[str]] = defaultdict(set)
        for lower, upper in self.select(f"SELECT ?a ?b {{ ?a {RDFS.subClassOf} ?b }}"):
            if isinstance(lower, ox.NamedNode) and isinstance(upper, ox.NamedNode):
                found[upper.value].add(lower.value)
        return found

    def select(self, sparql: str) -> Iterator[tuple[Term, ...]]:
        """Yield the rows of a query."""
        answer = self.store.query(sparql)
        if not isinstance(answer, ox.QuerySolutions):
            raise TypeError(sparql)
        for row in answer:
            yield tuple(term for term in row if term is not None)
