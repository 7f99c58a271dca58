"""Where a mention or report of the gold set stands in a merged graph: the node of a person, or the fact, if any."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from bench.identity.halves import Row
from graph import sides
from graph.model import MergedFact, MergedGraph, Telling
from graph.parts import side_nodes
from ontology import names
from ontology.facts import Body, Person, Polity
from ontology.vocabulary import load


def bare(name: str) -> str:
    """Return a name without marks, hyphens and spaces."""
    return names.fold(name.replace("-", " ")).replace(" ", "")


class Graph:
    """A merged graph by article: who is called how there, and which facts are told where."""

    def __init__(self, graph: MergedGraph) -> None:
        """Index what each article tells."""
        self.people: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        self.facts: dict[str, list[tuple[MergedFact, Telling]]] = defaultdict(list)
        for node in graph.nodes:
            for telling in node.tellings:
                if isinstance(telling.fact, Person):
                    self.people[telling.article][node.iri] |= {telling.fact.name, *telling.fact.also}
        for fact in graph.facts:
            for telling in fact.tellings:
                self.facts[telling.article].append((fact, telling))

    def person(self, article: str, name: str) -> str | None:
        """Return the node of the one whom an article calls so: by the same name, else the same without marks."""
        called = self.people.get(article, {})
        for key in (names.exact, bare):
            found = sorted(iri for iri, own in called.items() if key(name) in set(map(key, own)))
            if found:
                return found[0]
        return None

    def fact(self, report: Row, kind: str, codes: list[str | None], years: int | None = None) -> str | None:
        """Return the fact of a kind and sides that a sentence of an article tells; none there, the only one."""
        fitting = [
            (fact, telling)
            for fact, telling in self.facts.get(report["article"], ())
            if fact.kind == kind
            and (years is None or getattr(telling.fact, "years", None) == years)
            and self.fits(report, codes, fact, telling)
        ]
        there = [(fact, telling) for fact, telling in fitting if overlap(report, telling) > 0]
        if there:
            return max(there, key=lambda pair: (overlap(report, pair[1]), pair[0].iri))[0].iri
        only = {fact.iri for fact, _ in fitting}
        return only.pop() if len(only) == 1 else None

    def fits(self, report: Row, codes: list[str | None], fact: MergedFact, telling: Telling) -> bool:
        """Tell whether a fact is of the two sides of a report."""
        stands = {iri for _, iri in fact.nodes}
        lands = {iri for own in (fact.nodes, side_nodes(telling.fact)) for _, iri in own}  # type: ignore[arg-type]
        whole = set(countries(lands))
        for name, code in zip(report["sides"], codes, strict=True):
            if code is None:
                who = self.person(report["article"], name)
                if who not in stands and not sided(name) & (lands | whole):
                    return False
            elif not (sided(code) | sided(name)) & (lands | whole):
                return False
        return True


def sided(name: str) -> set[str]:
    """Return what a name of a polity or body can mean."""
    return {sides.iri(Polity(name)), sides.iri(Body(name))}


def countries(iris: Iterable[str]) -> Iterator[str]:
    """Yield the country of each polity that lies in one."""
    for iri in iris:
        concept = load().by_iri(iri)
        code = sides.country(concept) if concept else None
        if code:
            yield sides.iri(Polity(code))


def overlap(report: Row, telling: Telling) -> int:
    """Return how many characters of a report's sentence stand in those of a telling."""
    own: list[Any] = [min(report["end"], e.end) - max(report["start"], e.start) for e in telling.evidence]
    return max(0, *own) if own else 0
