"""Which facts are one fact, by kind; and that order and batches cannot be seen."""

import random
import re
from collections import Counter

import pyoxigraph as ox
import pytest
from told_examples import DUNG, HANOI, KHM, LAO, SO_RENG, SRENG, VNM, gold, governor, met, reading, secretary

from graph import merged
from graph.index.index import Index
from graph.merge import merge, update
from graph.store import GraphStore
from ontology.dates import Date
from ontology.facts import Agreement, Anniversary, Body, Delegation, Office, Person, Polity, Relation, Visit


def facts(kind, *readings):
    return [fact for fact in merge(readings).facts if fact.kind == kind]


def visit(start=None, end=None, to=KHM, status=None):
    return Visit(DUNG, to, HANOI, Date(start) if start else None, Date(end) if end else None, None, status)


def agreed(name=None, date=None, status=None, kind="memorandum"):
    return Agreement((VNM, KHM), kind, name, status, Date(date) if date else None)


def test_two_reports_of_a_meeting_are_one_with_both_forms():
    (one,) = facts(
        "meeting",
        reading("a", governor(SRENG), met("2022-04-27", form="reception")),
        reading("b", governor(SO_RENG), met("2022-04-27", SO_RENG, DUNG, form="talks", place="Phnôm Pênh")),
    )
    assert (one.fact.form, one.fact.place.name, one.fact.a.name, one.fact.b.name) == (
        "talks",
        "Phnom Penh",
        *sorted((DUNG.name, SRENG.name), key=lambda name: "khuong" in name.lower()),
    )
    assert [t.fact.form for t in one.tellings] == ["reception", "talks"]
    assert one.fact.b.also == ("Khuông Sơ-reng",)


def test_each_value_of_a_slot_is_kept_with_its_own_evidence():
    store = GraphStore(ox.Store())
    store.add(
        [
            reading("a", met("2022-04-27", form="reception", place="Hà Nội"), published="2022-04-28"),
            reading("b", met("2022-04-27", form="talks"), published="2022-04-27"),
            reading("c", met("2022-04", form="talks", place="Phnom Penh")),
        ]
    )
    asked = store.query(
        """SELECT ?slot ?value ?first (GROUP_CONCAT(?id; SEPARATOR=" ") AS ?by) WHERE {
             ?told rdf:subject ?fact ; rdf:predicate ?slot ; rdf:object ?value ; prov:wasDerivedFrom ?source .
             ?source schema:identifier ?id . ?told bg:evidence/oa:hasSource ?source
             OPTIONAL { ?told schema:datePublished ?first }
           } GROUP BY ?slot ?value ?first"""
    )
    tail = re.compile("[^/#]*$")
    rows = [([tail.search(str(t.value))[0] if t else None for t in list(row)[:3]], row["by"].value) for row in asked]
    assert {tuple(key): "".join(sorted(by.replace(" ", ""))) for key, by in rows} == {
        ("date", "2022-04-27", "2022-04-27"): "ab",
        ("date", "2022-04", None): "c",
        ("form", "reception", "2022-04-28"): "a",
        ("form", "talks", "2022-04-27"): "bc",
        ("place", "ha-noi", "2022-04-28"): "a",
        ("place", "phnom-penh", None): "c",
    }
    disputed = [row["p"].value.rsplit("#")[-1] for row in store.query("SELECT ?p { [] bg:disputed ?p }")]
    assert disputed == ["place"]
    (meeting,) = [fact for fact in store.merged().facts if fact.kind == "meeting"]
    assert (meeting.fact.form, str(meeting.fact.date)) == ("talks", "2022-04-27")


def test_meetings_of_other_days_stay_apart():
    assert len(facts("meeting", reading("a", met("2022-04-27"), met("2022-09-05")), reading("b", met("2022")))) == 3


def test_a_planned_visit_and_its_report_are_one_that_is_done():
    (one,) = facts(
        "visit",
        reading("a", visit("2022-04-26", status="planned"), published="2022-04-20"),
        reading("b", visit("2022-04-26", "2022-04-28", status="done"), published="2022-04-29"),
    )
    assert (one.fact.status, str(one.fact.end)) == ("done", "2022-04-28")
    assert [t.fact.status for t in one.tellings] == ["planned", "done"]


@pytest.mark.parametrize(
    ("states", "latest"),
    [
        (("planned", "underway"), "underway"),
        (("underway", "done"), "done"),
        (("planned", "cancelled"), "cancelled"),
        (("done", None), "done"),
    ],
)
def test_the_latest_state_is_preferred(states, latest):
    readings = [reading(f"{n}", visit("2022-04-26", status=state)) for n, state in enumerate(states)]
    assert [one.fact.status for one in facts("visit", *readings)] == [latest]


def test_a_visit_of_no_start_is_known_by_its_end_or_its_meeting():
    by_end = reading("a", visit("2022-04-26", "2022-04-28")), reading("b", visit(None, "2022-04-28"))
    assert len(facts("visit", *by_end, reading("c", visit("2021-04-26")))) == 2
    told = [reading(n, visit(), met("2022-04-27", place="Phnom Penh")) for n in "ab"]
    assert len(facts("visit", *told)) == 1
    assert len(facts("visit", *told, reading("c", visit("2022-04-26"), met("2022-04-27")))) == 1
    elsewhere = [reading(n, visit(), met("2022-04-27", place="Viêng Chăn")) for n in "ab"]
    assert len(facts("visit", *elsewhere)) == 2


def test_a_delegation_is_known_by_its_visit():
    delegation = Delegation(DUNG, HANOI, KHM)
    same = [reading(n, visit("2022-04-26"), delegation) for n in "ab"]
    assert len(facts("delegation", *same)) == 1
    assert len(facts("delegation", *same, reading("c", visit("2023-04-26"), delegation))) == 2
    assert len(facts("delegation", *same, reading("c", Delegation(DUNG, HANOI)))) == 1
    assert len(facts("delegation", reading("a", delegation), reading("b", delegation))) == 2


@pytest.mark.parametrize(
    ("told", "count"),
    [
        ([[agreed("Bản ghi nhớ giai đoạn 2017-2020"), agreed("Bản ghi nhớ giai đoạn mới")]], 2),
        ([[agreed("Bản ghi nhớ giai đoạn 2017-2020")], [agreed("Biên bản hợp tác 2017 - 2020")]], 1),
        ([[agreed(), agreed()]], 2),
        ([[agreed(status="signed"), agreed(status="proposed")]], 2),
        ([[agreed(date="2019-10-05")], [agreed(date="2019-10")]], 1),
        ([[agreed("Hiệp định về cửa khẩu", "2019-10-05")], [agreed("hiệp định về cửa khẩu", "2021-10-05")]], 2),
        ([[agreed("hiệp định cửa khẩu", "2019-10-05")], [agreed("Hiệp định các cửa khẩu biên giới", "2019-10-05")]], 1),
        ([[agreed("bản ghi nhớ", "2019-10-05")], [agreed("Bản ghi nhớ về hải quan", "2019-10-05")]], 1),
        ([[agreed(kind="plan")], [agreed(kind="treaty")]], 2),
    ],
)
def test_instruments_are_known_by_name_or_period_else_by_date(told, count):
    assert len(facts("agreement", *(reading(f"{n}", *group) for n, group in enumerate(told)))) == count


def test_the_parties_of_an_anniversary_have_no_order():
    (one,) = facts(
        "anniversary",
        reading("a", Anniversary((VNM, KHM), 55, "diplomatic relations", Date("1967-06-24"))),
        reading("b", Anniversary((KHM, VNM), 55, "diplomatic relations")),
    )
    assert (str(one.fact.since), len(one.tellings)) == ("1967-06-24", 2)
    years = [Anniversary((VNM, LAO), None, "friendship year", Date(year)) for year in ("2017", "2022")]
    assert len(facts("anniversary", reading("a", *years), reading("b", years[1]))) == 2


def test_a_level_is_one_fact_whoever_tells_since_when():
    told = [Relation((VNM, LAO), "special relationship", since) for since in (None, Date("1962"), Date("1962-09-05"))]
    (one,) = facts("relation", *(reading(str(n), fact) for n, fact in enumerate(told)))
    assert str(one.fact.since) == "1962-09-05"


def test_a_post_of_nothing_said_joins_the_only_one():
    cpp = Body("Đảng Nhân dân Campuchia")
    posts = [Office(SRENG, "Chủ tịch", of, "KHM") for of in (None, Polity("Phnom Penh"), cpp)]
    assert len(facts("office", reading("a", posts[0]), reading("b", posts[1]))) == 1
    assert len(facts("office", *(reading(str(n), post) for n, post in enumerate(posts)))) == 3
    tones = [Office(DUNG, title, None, "VNM") for title in ("Ủy viên Bộ Chính trị", "Uỷ viên Bộ Chính trị")]
    assert len(facts("office", *(reading(str(n), post) for n, post in enumerate(tones)))) == 1


def test_a_body_is_its_concept_under_any_label():
    told = [Office(SRENG, "Chủ tịch", Body(name), "KHM") for name in ("CPP", "Đảng Nhân dân Campuchia")]
    (one,) = facts("office", *(reading(str(n), post) for n, post in enumerate(told)))
    assert one.fact.of == Body("Đảng Nhân dân Campuchia")
    (party,) = [node for node in merge([reading("a", told[0])]).nodes if node.kind == "party"]
    assert party.also == ("CPP",)


def test_the_more_exact_then_the_more_told_then_the_earlier_value_is_preferred():
    told = [
        reading("a", visit("2022-04-26", "2022-04-28"), published="2022-05-02"),
        reading("b", visit("2022-04-26", "2022-04-29"), published="2022-05-01"),
        reading("c", visit("2022-04-26", "2022-04"), published="2022-04-01"),
    ]
    assert str(facts("visit", *told)[0].fact.end) == "2022-04-29"
    told.append(reading("d", visit("2022-04-26", "2022-04-28")))
    assert str(facts("visit", *told)[0].fact.end) == "2022-04-28"


def test_iris_read_well_and_differ():
    graph = merge(gold())
    iris = [fact.iri for fact in graph.facts] + [node.iri for node in graph.nodes] + [tie.iri for tie in graph.ties]
    assert len(set(iris)) == len(iris)
    meeting = next(fact.iri for fact in graph.facts if "2022-04-27" in fact.iri)
    assert meeting.startswith("https://w3id.org/banggiao/meeting/2022-04-27-dinh-tien-dung-khuong-")


def test_the_example_articles_give_one_of_each():
    graph = merge(gold())
    people = [node for node in graph.nodes if node.kind == "person"]
    spellings = [name for node in people for name in (node.name, *node.also) if " " in name]
    assert len(set(spellings)) == len(spellings)
    assert {"Khuong Sreng", "Khuông Sơ-reng"} <= {n for p in people for n in (p.name, *p.also)}
    assert len([fact for fact in graph.facts if fact.kind == "visit" and "joe-biden-vnm" in fact.iri]) == 1


def test_any_order_and_any_batches_give_the_same_graph():
    readings, dice = list(gold()), random.Random(2)  # noqa: S311
    graph = merge(readings)
    for _ in range(4):
        dice.shuffle(readings)
        assert merge(readings) == graph


def test_any_batches_and_removal_give_the_same_bytes():
    readings, dice = list(gold()[:12]), random.Random(3)  # noqa: S311
    whole = GraphStore(ox.Store())
    whole.add(readings)
    turtle = whole.turtle()
    for _ in range(2):
        dice.shuffle(readings)
        store, cut = GraphStore(ox.Store()), dice.randrange(1, len(readings))
        store.add(readings[:cut])
        store.turtle()
        store.add(readings[cut - 1 :])
        assert store.turtle() == turtle
        store.add([reading("new", governor(SRENG), secretary(), met("2022-04-27"), visit("2022-04-26"))])
        assert store.turtle() != turtle
        store.remove(["new"])
        assert store.turtle() == turtle


def test_two_people_of_one_name_whom_nothing_joins_stay_two():
    lee = [reading(n, Person("Lee Hyun", (), None), met("2022", Person("Lee Hyun", (), None))) for n in "ab"]
    nodes = [node.iri for node in merge(lee).nodes if node.name == "Lee Hyun"]
    assert len(nodes) == len(set(nodes)) == 2


def test_an_iri_stays_when_others_tell_the_same_more_often_or_first():
    told = [reading("m", governor(SRENG), met("2022-04-27")), reading("n", met(None))]
    before = {one.iri for one in (*merge(told).facts, *merge(told).nodes)}
    told += [reading(name, governor(SO_RENG), met("2022-09-05", DUNG, SO_RENG)) for name in "abcd"]
    told.append(reading("e", met(None)))
    graph = merge(told)
    assert before <= {one.iri for one in (*graph.facts, *graph.nodes)}
    assert next(node.name for node in graph.nodes if "khuong" in node.iri) == "Khuông Sơ-reng"


def test_an_article_touches_its_own_blocks_only():
    index, readings = Index(), {one.article.id: one for one in gold()}
    update(index, readings)
    changes = update(index, {"new": reading("new", governor(SRENG), met("2022-04-27"), met("2031-01-01"))})
    kinds = Counter(iri.split("/")[4] for iri in changes.facts)
    assert kinds == {"meeting": 1}  # the other two are told already, and nothing that is said of them is new
    assert not changes.sides
    assert all("khuong-s" in iri for iri in changes.people)  # whose usual spelling may be another now
    assert len(changes.moved) == 1
    again = update(index, {"new": None})
    assert again.facts.keys() == changes.facts.keys()
    assert merged.graph(index, readings.values()) == merge(readings.values())
