"""Who is tied to whom."""

from graph.model import MergedFact, MergedGraph, Node, Tie
from ontology.facts import Agreement, Office, Person, Polity, Visit
from viz.network import ends, weave
from viz.offices import with_countries

BASE = "https://w3id.org/banggiao/"
MAN = Node(f"{BASE}person/m", "person", "M", (), "VNM")
LAND = Node(f"{BASE}scheme/polities/vnm", "country", "VNM", (), "VNM")
CITY = Node(f"{BASE}scheme/polities/h", "city", "H", (), "VNM")
BLOC = Node(f"{BASE}scheme/polities/b", "bloc", "B")
GUEST = Person("M")


def merged(kind: str, fact: Office | Visit | Agreement, *nodes: tuple[str, str]) -> MergedFact:
    """Return a fact."""
    return MergedFact(f"{BASE}{kind}/1", kind, fact, tuple(sorted(nodes)), ())


def test_visit_without_a_visitor_starts_where_it_comes_from() -> None:
    visit = merged("visit", Visit(None, Polity("H")), ("origin", LAND.iri), ("destination", CITY.iri))
    assert list(ends(visit)) == [(LAND.iri, CITY.iri)]


def test_each_two_parties_are_tied() -> None:
    parties = [("party", iri) for iri in (LAND.iri, CITY.iri, BLOC.iri)]
    assert len(list(ends(merged("agreement", Agreement((), "treaty"), *parties)))) == 3


def test_office_of_no_named_body_ties_its_country() -> None:
    office = merged("office", Office(GUEST, "T", None, "VNM"), ("person", MAN.iri))
    graph = with_countries(MergedGraph((), (MAN, LAND), (office,), ()))
    assert list(weave(graph).edges()) == [(MAN.iri, LAND.iri)]


def test_office_of_a_city_does_not_tie_its_country() -> None:
    office = merged("office", Office(GUEST, "T", Polity("H"), "VNM"), ("person", MAN.iri), ("of", CITY.iri))
    graph = with_countries(MergedGraph((), (MAN, LAND, CITY), (office,), ()))
    assert list(weave(graph).edges()) == [(MAN.iri, CITY.iri)]


def test_islands_and_ties() -> None:
    graph = MergedGraph((), (CITY, LAND, BLOC), (), (Tie("t", "capitals", CITY.iri, LAND.iri, ()),))
    woven = weave(graph)
    assert woven.nodes[BLOC.iri]["island"] == "+"
    assert woven.edges[CITY.iri, LAND.iri, "t"]["kind"] == "capitals"
