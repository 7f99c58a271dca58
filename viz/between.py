"""The part of a graph that is the relation of two countries: the facts that tie them, and who stands in those."""

from collections.abc import Iterable

from graph.model import MergedFact, MergedGraph, Node, Tie


def between(graph: MergedGraph, first: str, second: str) -> MergedGraph:
    """Return the relation of two countries, by ISO codes: their common facts, the ties and offices of those in them."""
    lands = {node.iri: node.country for node in graph.nodes}
    shared = {fact.iri for fact in graph.facts if {first, second} <= sides(fact, lands)}
    people = {iri for fact in graph.facts if fact.iri in shared for _, iri in fact.nodes}
    facts = tuple(fact for fact in graph.facts if fact.iri in shared or office_of(fact, people))
    ties = tuple(cut(tie, shared) for tie in graph.ties if {lands.get(tie.a), lands.get(tie.b)} == {first, second})
    return with_nodes(graph, facts, tuple(tie for tie in ties if tie.facts))


def sides(fact: MergedFact, lands: dict[str, str | None]) -> set[str | None]:
    """Return the countries of those who stand in a fact."""
    return {lands.get(iri) for _, iri in fact.nodes}


def office_of(fact: MergedFact, people: set[str]) -> bool:
    """Tell whether a fact is an office of one of some people."""
    return fact.kind == "office" and any(role == "person" and iri in people for role, iri in fact.nodes)


def cut(tie: Tie, facts: set[str]) -> Tie:
    """Return a tie with only some of its facts."""
    return Tie(tie.iri, tie.kind, tie.a, tie.b, tuple(iri for iri in tie.facts if iri in facts))


def with_nodes(graph: MergedGraph, facts: tuple[MergedFact, ...], ties: tuple[Tie, ...]) -> MergedGraph:
    """Return facts and ties with the nodes and articles that they name."""
    named = {iri for fact in facts for _, iri in fact.nodes} | {iri for tie in ties for iri in (tie.a, tie.b)}
    told = {telling.article for fact in facts for telling in fact.tellings}
    articles = tuple(article for article in graph.articles if article.id in told)
    return MergedGraph(articles, only(graph.nodes, named), facts, ties)


def only(nodes: Iterable[Node], named: set[str]) -> tuple[Node, ...]:
    """Return the nodes with some IRIs, in their order."""
    return tuple(node for node in nodes if node.iri in named)
