"""Offices tied to their country, where an article names the country of a post but not the body that it is of."""

from dataclasses import replace

from graph.model import MergedFact, MergedGraph
from ontology.facts import Office


def with_countries(graph: MergedGraph) -> MergedGraph:
    """Return a graph whose offices name the node of their country too, if it has one."""
    lands = {node.country: node.iri for node in graph.nodes if node.kind == "country" and node.country}
    return replace(graph, facts=tuple(with_country(fact, lands) for fact in graph.facts))


def with_country(merged: MergedFact, lands: dict[str, str]) -> MergedFact:
    """Return an office with its country among its nodes; any other fact as it is."""
    if not isinstance(merged.fact, Office) or "country" in dict(merged.nodes):
        return merged
    land = lands.get(merged.fact.country or "")
    return replace(merged, nodes=tuple(sorted({*merged.nodes, ("country", land)}))) if land else merged
