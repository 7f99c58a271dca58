"""The arithmetic of the bench of identity: B-cubed, halves, and where a mention stands in a graph."""

import pytest

from bench.identity import align, bcubed, halves
from bench.identity.run import joined
from graph.merge import merge
from ontology.dates import Date
from ontology.facts import Article, Claim, Evidence, Meeting, Office, Person, Polity, Reading, Visit

GOLD = {1: "a", 2: "a", 3: "a", 4: "b", 5: "b"}
SEN, PHUC = Person("Hun Sen", ("Hun Xen",), "KHM"), Person("Nguyễn Xuân Phúc", (), "VNM")


@pytest.mark.parametrize(
    ("system", "precision", "recall", "mentions"),
    [
        ({1: 1, 2: 1, 3: 1, 4: 2, 5: 2}, 1, 1, 5),
        ({1: 1, 2: 1, 3: 1, 4: 1, 5: 1}, (3 * 3 / 5 + 2 * 2 / 5) / 5, 1, 5),
        ({1: 1, 2: 2, 3: 3, 4: 4, 5: 5}, 1, (3 / 3 + 2 / 2) / 5, 5),
        ({1: 1, 2: 1, 3: 2, 4: 2, 5: 3}, (1 + 1 + 0.5 + 0.5 + 1) / 5, (2 / 3 + 2 / 3 + 1 / 3 + 1 / 2 + 1 / 2) / 5, 5),
        ({1: 1, 2: 1, 4: 2}, 1, 1, 3),  # what is missing is left out on both sides
        ({}, 0, 0, 0),
    ],
)
def test_b_cubed(system, precision, recall, mentions):
    found = bcubed.score(GOLD, system)
    assert (found.precision, found.recall, found.mentions) == (
        pytest.approx(precision),
        pytest.approx(recall),
        mentions,
    )
    both = precision + recall
    assert found.f1 == pytest.approx(2 * precision * recall / both if both else 0)


def test_what_is_missing_can_count_as_alone():
    system = bcubed.with_singletons(GOLD, {1: 1, 2: 1, 4: 2})
    found = bcubed.score(GOLD, system)
    assert (found.mentions, found.precision) == (5, 1)
    assert found.recall == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1 / 2 + 1 / 2) / 5)


def test_the_mean_is_taken_over_some_and_the_clusters_are_whole():
    system = dict.fromkeys(GOLD, 1)
    assert bcubed.score(GOLD, system, {4, 5}).precision == pytest.approx(2 / 5)


def test_the_halves_are_those_of_the_rule_and_none_is_empty():
    for name in ("people", "events"):
        rows = halves.gold(name)
        assert all(halves.half(row["id"]) == row["half"] for row in rows)
        assert min(sum(row["half"] == side for row in rows) for side in halves.HALVES) > 60
    locked = {
        halves.place(one)
        for name in ("people", "events")
        for row in halves.gold(name)
        if row["half"] == "locked"
        for _, one in halves.mentions([row])
    }
    shown = [pair for pair in halves.gold("pairs") if pair["half"] == "open"]
    assert not {halves.place(side) for pair in shown for side in (pair["a"], pair["b"])} & locked


def read(name, *facts):
    claims = [Claim(fact, (Evidence(f"Câu {n}.", 10 * n, 10 * n + 6),)) for n, fact in enumerate(facts)]
    return Reading(Article(name, ""), tuple(claims))


def test_mentions_and_reports_are_found_in_the_graph():
    office = Office(SEN, "Thủ tướng", Polity("KHM"), "KHM")
    merged = merge(
        [read("a", office, Meeting(SEN, PHUC, Date("2018-04-27")), Visit(SEN, Polity("VNM"), Polity("KHM")))]
    )
    graph = align.Graph(merged)
    sen = next(node.iri for node in merged.nodes if node.name == "Hun Sen")
    assert graph.person("a", "Hun Sen") == graph.person("a", "Hun - Xen") == sen
    assert graph.person("a", "Hun Manet") is graph.person("b", "Hun Sen") is None
    iris = {fact.kind: fact.iri for fact in merged.facts}
    there = {"article": "a", "start": 12, "end": 14}
    sides = ["Hun Xen", "Nguyễn Xuân Phúc"]
    assert graph.fact(there | {"sides": sides}, "meeting", [None, None]) == iris["meeting"]
    assert graph.fact(there | {"sides": ["Hun Sen", "Hà Nội"]}, "visit", [None, "VNM"]) == iris["visit"]
    assert graph.fact(there | {"sides": ["Hun Sen", "Lào"]}, "visit", [None, "LAO"]) is None
    assert graph.fact(there | {"sides": ["Hun Manet", sides[1]]}, "meeting", [None, None]) is None
    assert joined(merged) == []


def test_a_merge_of_two_people_of_the_authority_file_is_seen():
    manet = Person("Hun Manet", (), "KHM")
    merged = merge(
        [read("a", Office(SEN, "Thủ tướng", None, "KHM")), read("b", Office(manet, "Thủ tướng", None, "KHM"))]
    )
    two = [node for node in merged.nodes if node.kind == "person"]
    assert joined(merged) == []
    one = type(two[0])("x", "person", "Hun Sen", tellings=two[0].tellings + two[1].tellings)
    assert joined(type(merged)((), (one,), (), ())) == ["x"]
