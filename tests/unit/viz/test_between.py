"""The relation of two countries is cut out of a graph whole."""

from graph.model import MergedFact, MergedGraph, Node, Tie
from ontology.facts import Meeting, Office, Person, Polity
from viz.between import between

BASE = "https://w3id.org/banggiao/"


def node(name: str, kind: str, country: str) -> Node:
    """Return a node."""
    return Node(f"{BASE}{kind}/{name}", kind, name, (), country)


NODES = (
    node("a", "person", "VNM"),
    node("b", "person", "KHM"),
    node("c", "person", "LAO"),
    node("h", "city", "VNM"),
    node("p", "city", "KHM"),
)
A, B, C, H, P = (one.iri for one in NODES)


def met(one: str, other: str) -> MergedFact:
    """Return a meeting."""
    return MergedFact(
        f"{BASE}meeting/{one[-1]}{other[-1]}",
        "meeting",
        Meeting(Person("x"), Person("y")),
        (("a", one), ("b", other)),
        (),
    )


OFFICE = MergedFact(f"{BASE}office/1", "office", Office(Person("x"), "t", Polity("h")), (("of", H), ("person", A)), ())
OTHER = MergedFact(f"{BASE}office/2", "office", Office(Person("z"), "t"), (("person", C),), ())
TIE = Tie(f"{BASE}tie/1", "capitals", H, P, (met(A, B).iri, f"{BASE}meeting/else"))


def test_facts_of_the_pair_and_offices_of_their_people_stay() -> None:
    cut = between(MergedGraph((), NODES, (met(A, B), met(A, C), OFFICE, OTHER), (TIE,)), "VNM", "KHM")
    assert [fact.iri for fact in cut.facts] == [met(A, B).iri, OFFICE.iri]
    assert [one.name for one in cut.nodes] == ["a", "b", "h", "p"]
    assert [tie.facts for tie in cut.ties] == [(met(A, B).iri,)]


def test_order_of_the_two_does_not_matter() -> None:
    graph = MergedGraph((), NODES, (met(A, B), met(A, C), OFFICE, OTHER), (TIE,))
    assert between(graph, "VNM", "KHM") == between(graph, "KHM", "VNM")
