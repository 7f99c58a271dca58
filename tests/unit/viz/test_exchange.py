"""The network as GEXF and GraphML: other readers take it back, and no day is more exact than told."""

import datetime as dt
import itertools
import sys
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree as ET

import networkx as nx
import pyoxigraph as ox
import pytest

from graph.model import MergedFact, MergedGraph, Node, Tie
from graph.store import GraphStore
from ontology.dates import Date
from ontology.facts import Meeting, Person, Polity, Relation, Visit
from viz import exchange
from viz.network import ends, weave
from viz.offices import with_countries

sys.path.append(str(Path(__file__).parents[1] / "graph"))

from told_examples import gold

BASE = "https://w3id.org/banggiao/"
LAND = Node(f"{BASE}scheme/polities/vnm", "country", "VNM", (), "VNM")
OTHER = Node(f"{BASE}scheme/polities/lao", "country", "LAO", (), "LAO")
A, B = (Node(f"{BASE}person/{name}", "person", name, (), code) for name, code in (("a", "VNM"), ("b", "LAO")))
XML = "{http://gexf.net/1.3}"


class Held:
    def __init__(self, *facts, ties=(), nodes=(LAND, OTHER, A, B)):
        self.graph = MergedGraph((), nodes, tuple(facts), ties)

    def merged(self):
        return self.graph


def met(number, edtf=None, status=None):
    fact = Meeting(Person("a"), Person("b"), Date(edtf) if edtf else None, status=status)
    return MergedFact(f"{BASE}meeting/{number}", "meeting", fact, (("a", A.iri), ("b", B.iri)), ())


def visited(number, edtf, *, back=False):
    here, there = (LAND, OTHER) if back else (OTHER, LAND)
    fact = Visit(None, Polity(here.name), Polity(there.name), Date(edtf))
    return MergedFact(f"{BASE}visit/{number}", "visit", fact, (("destination", here.iri), ("origin", there.iri)), ())


def both(store, folder):
    exchange.gexf(store, folder / "n.gexf")
    exchange.graphml(store, folder / "n.graphml")
    return nx.read_gexf(folder / "n.gexf", version="1.3"), nx.read_graphml(folder / "n.graphml", force_multigraph=True)


@pytest.fixture(scope="module")
def examples():
    store = GraphStore(ox.Store())
    store.add(gold())
    return store


def test_all_nodes_and_facts_come_back_through_both(examples, tmp_path):
    graph = with_countries(examples.merged())
    wanted = Counter(fact.kind for fact in graph.facts for _ in ends(fact))
    wanted.update(tie.kind for tie in graph.ties for _ in tie.facts)
    for found in both(examples, tmp_path):
        assert set(found) == {node.iri for node in graph.nodes} == set(weave(graph))
        counted = Counter()
        for _, _, said in found.edges(data=True):
            counted[said["kind"]] += said["count"]
            assert said["weight"] == said["count"] >= said["dated"]
        assert counted == wanted
        lao = found.nodes[f"{BASE}scheme/polities/lao"]
        assert (lao["kind"], lao["country"], lao["label_vi"], lao["label_en"]) == ("country", "LAO", "Lào", "Laos")


def test_both_hold_the_same_ties(examples, tmp_path):
    def told(graph):
        names = ("kind", "status", "from", "count", "first", "last", "dated")
        return Counter(
            (frozenset((a, b)), *(said.get(name) for name in names)) for a, b, said in graph.edges(data=True)
        )

    gexf, graphml = both(examples, tmp_path)
    assert told(gexf) == told(graphml)


def test_what_is_planned_or_called_off_is_no_tie_of_what_took_place(tmp_path):
    store = Held(met(1, "2022-04-27", "done"), met(2, "2023-05-01", "planned"), met(3, "2023-06", "cancelled"), met(4))
    for found in both(store, tmp_path):
        ties = {said.get("status"): said for _, _, said in found.edges(data=True)}
        assert {status: said["count"] for status, said in ties.items()} == dict.fromkeys(
            ("done", "planned", "cancelled", None), 1
        )
        assert (ties["done"]["first"], ties["done"]["last"]) == ("2022-04-27", "2022-04-27")
        assert "first" not in ties[None]


@pytest.mark.parametrize(
    ("dates", "spells", "first", "last"),
    [
        (["2022-04-27"], [("2022-04-27", "2022-04-27")], "2022-04-27", "2022-04-27"),
        (["2022"], [("2022-01-01", "2022-12-31")], "2022", "2022"),
        (["2020-02", "2021"], [("2020-02-01", "2020-02-29"), ("2021-01-01", "2021-12-31")], "2020-02", "2021"),
        (["2021", "2021-06-01"], [("2021-01-01", "2021-12-31")], "2021", "2021"),
        (["XXXX-04-27"], None, None, None),
        (["XXXX-04-27", "2022-04-26/2022-04-28"], [("2022-04-26", "2022-04-28")], *["2022-04-26/2022-04-28"] * 2),
    ],
)
def test_a_tie_lasts_as_long_as_its_facts_may(dates, spells, first, last, tmp_path):
    gexf, graphml = both(Held(*(met(n, date) for n, date in enumerate(dates))), tmp_path)
    ((_, _, dynamic),), ((_, _, flat),) = gexf.edges(data=True), graphml.edges(data=True)
    assert dynamic.get("spells") == spells
    assert (flat.get("start"), flat.get("end")) == ((spells[0][0], spells[-1][1]) if spells else (None, None))
    assert (dynamic.get("first"), dynamic.get("last")) == (flat.get("first"), flat.get("last")) == (first, last)
    assert dynamic["count"] == len(dates)
    assert dynamic["dated"] == sum("XXXX" not in date for date in dates)


def test_a_journey_there_is_not_the_journey_back(tmp_path):
    for found in both(Held(visited(1, "2022"), visited(2, "2023"), visited(3, "2024", back=True)), tmp_path):
        assert {said["from"]: said["count"] for _, _, said in found.edges(data=True)} == {LAND.iri: 2, OTHER.iri: 1}


def test_a_tie_of_leaders_has_the_dates_of_their_meetings(tmp_path):
    tie = Tie(f"{BASE}tie/1", "countries", OTHER.iri, LAND.iri, (met(1).iri, met(2).iri, met(3).iri))
    facts = (met(1, "2022-04-27", "done"), met(2, "2023", "done"), met(3, "2030", "planned"))
    for found in both(Held(*facts, ties=(tie,)), tmp_path):
        said = {s.get("status"): s for _, _, s in found.edges(data=True) if s["kind"] == "countries"}
        assert (said["done"]["count"], said["done"]["first"], said["done"]["last"]) == (2, "2022-04-27", "2023")
        assert said["planned"]["count"] == 1


def test_what_gephi_wants_of_a_time_line_stands_there(examples, tmp_path):
    exchange.gexf(examples, tmp_path / "n.gexf")
    root = ET.parse(tmp_path / "n.gexf").getroot()  # noqa: S314 - our own file
    assert (root.tag, root.get("version")) == (f"{XML}gexf", "1.3")
    graph = root.find(f"{XML}graph")
    assert (graph.get("mode"), graph.get("timeformat"), graph.get("defaultedgetype")) == (
        "dynamic",
        "date",
        "undirected",
    )
    kinds = Counter((e.get("source"), e.get("target"), e.get("kind")) for e in root.iter(f"{XML}edge"))
    assert all(kind for *_, kind in kinds)
    spells = list(root.iter(f"{XML}spells"))
    assert len(spells) > 50
    for one in spells:
        days = [(dt.date.fromisoformat(s.get("start")), dt.date.fromisoformat(s.get("end"))) for s in one]
        assert all(start <= end for start, end in days)
        assert all(before[1] < after[0] for before, after in itertools.pairwise(days))


def test_names_that_xml_cannot_hold_are_cleaned(tmp_path):
    bad = Node(f"{BASE}person/z", "person", 'Z\x0b\x00<b>&"\ud800', (), None)
    fact = MergedFact(
        f"{BASE}relation/1", "relation", Relation((), "partnership"), (("party", bad.iri), ("party", A.iri)), ()
    )
    for found in both(Held(fact, nodes=(A, bad)), tmp_path):
        assert found.nodes[bad.iri]["label"] == 'Z<b>&"'


def test_equal_graphs_give_equal_bytes(examples, tmp_path):
    for name, write in (("gexf", exchange.gexf), ("graphml", exchange.graphml)):
        for number in "12":
            write(examples, tmp_path / f"{number}.{name}")
        assert (tmp_path / f"1.{name}").read_bytes() == (tmp_path / f"2.{name}").read_bytes()
