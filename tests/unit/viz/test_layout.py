"""Positions: the same for the same articles, and islands that only their own articles move."""

from dataclasses import replace

from graph.model import MergedFact, MergedGraph, Node
from ontology.facts import Meeting, Person
from viz.cells import cell, known
from viz.layout import HIGH, WIDE, layout
from viz.network import weave

BASE = "https://w3id.org/banggiao/"


def person(name: str, country: str) -> Node:
    """Return a person of a country."""
    return Node(f"{BASE}person/{name}", "person", name, (), country)


def meeting(a: str, b: str) -> MergedFact:
    """Return a meeting of two people."""
    nodes = (("a", f"{BASE}person/{a}"), ("b", f"{BASE}person/{b}"))
    return MergedFact(f"{BASE}meeting/{a}-{b}", "meeting", Meeting(Person(a), Person(b)), nodes, ())


def graph(people: list[Node], facts: list[MergedFact]) -> MergedGraph:
    """Return a graph of people and facts."""
    return MergedGraph((), tuple(sorted(people, key=lambda n: n.iri)), tuple(sorted(facts, key=lambda f: f.iri)), ())


ASIA = [person("a", "VNM"), person("b", "KHM"), person("c", "KHM"), person("d", "LAO")]
MET = [meeting("a", "b"), meeting("a", "c"), meeting("a", "d")]


def test_order_does_not_matter() -> None:
    one = graph(ASIA, MET)
    other = replace(one, nodes=one.nodes[::-1], facts=one.facts[::-1])
    assert layout(weave(one)) == layout(weave(other))


def test_another_article_moves_no_island_that_it_does_not_touch() -> None:
    before = layout(weave(graph(ASIA, MET)))
    more = [person("e", "FRA"), person("f", "VNM")]
    after = layout(weave(graph(ASIA + more, [*MET, meeting("e", "f")])))
    untouched = [iri for iri, spot in before.items() if spot.island in ("KHM", "LAO")]
    assert untouched
    assert {iri: before[iri] for iri in untouched} == {iri: after[iri] for iri in untouched}


def test_no_two_countries_share_a_place() -> None:
    cells = [(x, y) for place in known().values() for x, y in covered(place)]
    assert len(cells) == len(set(cells))
    assert len(known()) > 240


def covered(place: object) -> list[tuple[float, float]]:
    """Return the cells that an island covers."""
    x, y, width, height = (getattr(place, name) for name in ("x", "y", "width", "height"))
    return [(x - width / 2 + i, y - height / 2 + j) for i in range(width) for j in range(height)]


def test_islands_stay_in_their_cells() -> None:
    crowd = [person(f"p{n:03}", "KHM") for n in range(120)]
    room = cell("KHM")
    for spot in layout(weave(graph(crowd, []))).values():
        assert abs(spot.x) <= room.width * WIDE / 2
        assert abs(spot.y) <= room.height * HIGH / 2


def test_people_do_not_lie_on_each_other() -> None:
    crowd = [person(f"p{n:02}", "VNM") for n in range(40)]
    spots = layout(weave(graph(crowd, []))).values()
    assert len({(spot.x, spot.y) for spot in spots}) == len(crowd)
