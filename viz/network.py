"""Who is tied to whom, by what and how often: the merged graph as a networkx graph."""

import itertools
from collections.abc import Iterator
from typing import TYPE_CHECKING

import networkx as nx

from graph.model import MergedFact, MergedGraph, Node
from viz import files
from viz.offices import with_countries

if TYPE_CHECKING:
    from graph.store import GraphStore

BLOCS = "+"  # the island of blocs and of bodies of several states
NOWHERE = "?"  # the island of those whose country no article tells


def network(store: "GraphStore") -> "nx.MultiGraph[str]":
    """Return the network of everything in a store."""
    return weave(with_countries(store.merged()))


def weave(graph: MergedGraph) -> "nx.MultiGraph[str]":
    """Return a node for each person, polity and body, and an edge for each pair that a fact or tie joins.

    Nodes carry `kind`, `name` and `island`; the key of an edge is the IRI of its fact or tie, and it
    carries `kind`: one of the seven facts, or capitals, parties, countries.
    """
    woven: nx.MultiGraph[str] = nx.MultiGraph()
    for node in graph.nodes:
        woven.add_node(node.iri, kind=node.kind, name=node.name, island=island(node))
    for fact in graph.facts:
        for a, b in ends(fact):
            if a in woven and b in woven:
                woven.add_edge(a, b, key=fact.iri, kind=fact.kind)
    for tie in graph.ties:
        if tie.a in woven and tie.b in woven:
            woven.add_edge(tie.a, tie.b, key=tie.iri, kind=tie.kind)
    return woven


def island(node: Node) -> str:
    """Return on which island a node lies: the code of its country, or that of blocs, or of nobody's country."""
    return node.country or (BLOCS if node.kind == "bloc" else NOWHERE)


def ends(fact: MergedFact) -> Iterator[tuple[str, str]]:
    """Yield the pairs of nodes between which a fact is drawn, as `assets/ends.json` says.

    The script of the page reads the same file, so both draw the same lines.
    """
    first, second = files.data("ends.json")[fact.kind]
    mine, theirs = standing(fact, first), standing(fact, second)
    pairs = itertools.combinations(mine, 2) if first == second else itertools.product(mine, theirs)
    return (pair for pair in pairs if pair[0] != pair[1])


def standing(fact: MergedFact, roles: str) -> list[str]:
    """Return the nodes in the first of some roles ("of|country") that anyone stands in."""
    for role in roles.split("|"):
        if found := [iri for name, iri in fact.nodes if name == role]:
            return found
    return []
