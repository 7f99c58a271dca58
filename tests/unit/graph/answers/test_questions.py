"""The named queries, asked of the example articles."""

import pyoxigraph as ox
import pytest
from told_examples import DUNG, HANOI, KHM, LAO, met, reading

from graph.answers import questions
from graph.answers.asked import Asked
from graph.store import GraphStore
from ontology.dates import Date
from ontology.errors import UsageError
from ontology.facts import Visit

ALL = {
    *("met", "visits", "delegations", "agreements", "anniversaries", "levels", "offices", "timeline", "chain", "ties"),
    *("topics", "evidence", "disputed", "history", "unsettled", "derived"),
}


def ask(store: Asked, name: str, **params: str) -> list[dict[str, str]]:
    answer = questions.ask(store, name, **params)
    names = [variable.value for variable in answer.variables]
    return [{n: row[n].value for n in names if row[n] is not None} for row in answer]


def test_all_are_there_and_say_what_they_answer():
    assert set(questions.named()) == ALL
    for one in questions.questions().values():
        assert one.answers.endswith("?")
        assert "PREFIX" in one.sparql


def test_each_file_is_sparql_as_it_stands(examples: GraphStore):
    for one in questions.questions().values():
        examples.query(one.sparql)


@pytest.mark.parametrize("name", sorted(ALL - {"chain", "evidence"}))
def test_each_answers_without_parameters(examples, name):
    rows = ask(examples, name)
    assert rows or name in {"disputed", "unsettled", "derived"}
    assert len({tuple(sorted(row.items())) for row in rows}) == len(rows)
    for row in rows:
        assert row.get("quote", "Câu").startswith("Câu")


@pytest.mark.parametrize("person", ["Khuong Sreng", "khuông sơ-reng", "KHUONG SRENG", "khuong so reng"])
def test_a_person_is_found_under_any_spelling(examples, person):
    rows = ask(examples, "met", person=person)
    assert {"2022-04-27", "2022-09-05"} <= {row.get("date") for row in rows}
    assert {row["met"] for row in rows} >= {"Đinh Tiến Dũng"}
    both = ask(examples, "met", person=person, other="Đinh Tiến Dũng")
    assert both == [row for row in rows if row["met"] == "Đinh Tiến Dũng"]


def test_everybody_meets_once(examples):
    meetings = [fact for fact in examples.merged().facts if fact.kind == "meeting"]
    assert len(ask(examples, "met")) == len(meetings)


@pytest.mark.parametrize(
    "polity", ["KHM", "kh", "Campuchia", "Cam-pu-chia", "https://w3id.org/banggiao/scheme/polities/khm"]
)
def test_a_polity_is_a_code_a_name_or_an_iri(examples, polity):
    rows = ask(examples, "anniversaries", polity=polity, other="VNM")
    assert any(row.get("years") == "55" and row["since"] == "1967-06-24" for row in rows)
    assert {row["party"] for row in rows} == {"Campuchia"}


def test_labels_come_in_the_language_asked_for(examples):
    (row,) = ask(examples, "levels", polity="LAO", other="VNM", language="en")[:1]
    assert (row["party"], row["other_party"]) == ("Laos", "Vietnam")


def test_visits_have_their_states(examples):
    (row,) = ask(examples, "visits", person="Joe Biden", polity="VNM")
    assert (row["start"], row["articles"], row["status"]) == ("2023-09-10", "2", "đã diễn ra")
    assert {row["destination"] for row in ask(examples, "visits", origin="LAO")} == {"Việt Nam"}


def test_offices_by_holder_and_by_what_they_are_of(examples):
    assert {row["title"] for row in ask(examples, "offices", person="Đinh Tiến Dũng", polity="Hà Nội")} == {
        "Bí thư Thành ủy"
    }
    assert all(row["country"] == "Lào" for row in ask(examples, "offices", polity="LAO"))


def test_a_timeline_is_in_order_and_can_be_cut(examples):
    rows = ask(examples, "timeline", polity="VNM", other="KHM")
    dated = [row["date"] for row in rows if "X" not in row.get("date", "X")]
    assert dated == sorted(dated)
    cut = ask(examples, "timeline", polity="VNM", other="KHM", **{"from": "2022-01-01", "to": "2022-12-31"})
    assert {row["date"][:4] for row in cut} == {"2022"}
    assert 0 < len(cut) < len(rows)


def test_a_chain_is_a_meeting_or_goes_through_one_who_met_both(examples):
    direct = ask(examples, "chain", person="Đinh Tiến Dũng", other="Khuong Sreng")
    assert [row["date"] for row in direct if "via" not in row] == ["2022-04-27", "2022-09-05"]
    linked = ask(examples, "chain", person="Kim Jong-un", other="Tập Cận Bình")
    assert linked
    assert all(row["name"] == "Kim Jong-un" and row["met"] == "Tập Cận Bình" for row in linked)


def test_the_three_ties(examples):
    ends = {(row["kind_label"], row["a"], row["b"]) for row in ask(examples, "ties")}
    assert ("hai thủ đô", "Hà Nội", "Phnom Penh") in ends
    assert ("hai thủ đô", "Hà Nội", "Viêng Chăn") in ends
    assert ("hai đảng", "Đảng Cộng sản Việt Nam", "Đảng Nhân dân Campuchia") in ends
    (tie,) = ask(examples, "ties", polity="Phnom Penh", other="Hà Nội")
    assert int(tie["facts"]) > 2
    assert tie["first_day"] <= "2022-04-27" <= tie["last_day"]
    assert {row["kind_label"] for row in ask(examples, "ties", kind="parties")} == {"hai đảng"}


def test_the_evidence_of_a_fact(examples):
    (fact,) = {row["fact"] for row in ask(examples, "met", person="Khuong Sreng") if row.get("date") == "2022-04-27"}
    rows = ask(examples, "evidence", fact=fact)
    assert rows == ask(examples, "evidence", fact=fact.rsplit("/", 1)[1])
    assert len({row["article"] for row in rows}) == 2


def test_what_is_disputed():
    store = GraphStore(ox.Store())
    ends = ("2022-04-28", "2022-04-29", "2022-04", None)
    store.add(
        reading(f"{n}", Visit(DUNG, KHM, HANOI, Date("2022-04-26"), Date(end) if end else None, status=status))
        for n, (end, status) in enumerate(zip(ends, ("planned", "done", "done", "cancelled"), strict=True))
    )
    rows = ask(store, "disputed", language="en")
    assert {frozenset((row["value"], row["other_value"])) for row in rows if row["slot"] == "end"} == {
        frozenset(("2022-04-28", "2022-04-29"))
    }
    assert {frozenset((row["value"], row["other_value"])) for row in rows if row["slot"] == "status"} == {
        frozenset(("done", "cancelled"))
    }


def test_what_something_went_through_in_the_order_of_the_reports():
    told = [("planned", "2022-04-20"), ("done", "2022-04-29"), ("underway", "2022-04-27"), ("done", "2022-05-02")]
    store = GraphStore(ox.Store())
    store.add(
        reading(f"{n}", Visit(DUNG, KHM, HANOI, Date("2022-04-26"), None, status=status), published=day)
        for n, (status, day) in enumerate(told)
    )
    store.add([reading("x", Visit(DUNG, LAO, HANOI, Date("2022"), None, status="planned"), published="2022-01-01")])
    rows = [(r["reported"], r["status"], r["date"], r["article"]) for r in ask(store, "history", language="en")]
    assert sorted(rows) == [
        ("2022-01-01", "planned", "2022", "x"),
        ("2022-04-20", "planned", "2022-04-26", "0"),
        ("2022-04-27", "under way", "2022-04-26", "2"),
        ("2022-04-29", "done", "2022-04-26", "1"),
        ("2022-05-02", "done", "2022-04-26", "3"),
    ]
    assert [day for day, *_ in rows if day != "2022-01-01"] == [day for day, *_ in sorted(rows)[1:]]


def test_what_can_be_one_of_several_is_listed_with_those():
    store = GraphStore(ox.Store())
    store.add([reading("a", met("2022-04-27")), reading("b", met("2023-04-27")), reading("c", met("XXXX-04-27"))])
    store.add([reading("d", met(None)), reading("e", met("2022"))])
    rows = [(r["article"], r["choices"], r.get("date"), r["other_date"]) for r in ask(store, "unsettled")]
    assert sorted(rows) == [
        ("c", "2", "XXXX-04-27", "2022-04-27"),
        ("c", "2", "XXXX-04-27", "2023-04-27"),
        ("d", "3", None, "2022-04-27"),
        ("d", "3", None, "2023-04-27"),
        ("d", "3", None, "XXXX-04-27"),
    ]


@pytest.mark.parametrize(
    ("name", "params", "says"),
    [
        ("nope", {}, "met"),
        ("met", {"who": "x"}, "person"),
        ("chain", {"person": "Hun Sen"}, "needs other"),
        ("met", {"person": "Khuong Srengg"}, "Khuong Sreng"),
        ("met", {"person": '"} INSERT DATA { <a:b> <a:c> "'}, "nothing in the graph"),
        ("evidence", {"fact": "https://example.org/> ?x"}, "nothing in the graph"),
    ],
)
def test_a_wrong_question_is_told_what_would_be_right(examples, name, params, says):
    with pytest.raises(UsageError, match=says):
        questions.ask(examples, name, **params)


def test_a_text_reaches_the_engine_as_a_text(examples):
    assert ask(examples, "ties", kind='capitals" } ?x') == []
    assert ask(examples, "timeline", **{"from": '2022") || ("1'}) is not None
