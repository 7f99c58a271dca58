"""The nodes of the page as columns: who they are, what they are called in both languages, where they lie."""

from collections.abc import Iterable
from typing import Any

from graph.model import Node
from ontology.terms import BASE
from ontology.vocabulary import Vocabulary
from viz.cells import cell
from viz.layout import Spot
from viz.network import island

# Kinds of node without a symbol of their own.
DRAWN_AS = {"formercountry": "country", "region": "province", "polity": "province"}


def short(iri: str) -> str:
    """Return an IRI without the part that all have."""
    return iri.removeprefix(BASE)


def node_columns(nodes: Iterable[Node], spots: dict[str, Spot]) -> dict[str, list[Any]]:
    """Return the columns of the nodes; the spots are whole numbers from the middle of the island."""
    islands = sorted({island(node) for node in nodes})
    number = {code: n for n, code in enumerate(islands)}
    places = [spots.get(node.iri, Spot("", 0, 0)) for node in nodes]
    return {
        "iri": [short(node.iri) for node in nodes],
        "kind": [DRAWN_AS.get(node.kind, node.kind) for node in nodes],
        "name": [node.name for node in nodes],
        "also": [list(node.also) for node in nodes],
        "island": [number[island(node)] for node in nodes],
        "x": [spot.x for spot in places],
        "y": [spot.y for spot in places],
        "islands": [[code, cell(code).x, cell(code).y] for code in islands],
    }


def translations(nodes: Iterable[Node], vocabulary: Vocabulary) -> list[list[Any]]:
    """Return [number, Vietnamese, English] of each node that a scheme names."""
    known = ((n, vocabulary.by_iri(node.iri)) for n, node in enumerate(nodes))
    return [[n, concept.label("vi"), concept.label("en")] for n, concept in known if concept]


def island_names(codes: Iterable[str], vocabulary: Vocabulary) -> dict[str, list[str]]:
    """Return the names of the countries of some ISO codes, in Vietnamese and English."""
    known = {code: vocabulary.find("polities", code) for code in codes}
    return {code: [concept.label("vi"), concept.label("en")] for code, concept in known.items() if concept}
