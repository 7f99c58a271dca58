"""What follows and nobody tells: bounds that say what they rest on, apart from what is told."""

import pyoxigraph as ox
import pytest
from told_examples import DUNG, KHM, LAO, VNM, met, reading, secretary

from graph.answers import questions
from graph.answers.asked import OnlyTold, rows
from graph.answers.explanation import explain
from graph.answers.validation import validate
from graph.people.terms import term
from graph.store import GraphStore
from graph.writing.description import describe_merged
from ontology.dates import Date
from ontology.facts import Agreement, Anniversary, Office, Person, Visit
from ontology.terms import BG, DERIVED

SEN, CHINH = Person("Hun Sen", (), "KHM"), Person("Phạm Minh Chính", (), "VNM")
TRUMP, MANET = Person("Donald Trump", (), "USA"), Person("Hun Manet", (), "KHM")
OFFICES = (Office(SEN, "Thủ tướng", KHM, "KHM"), Office(CHINH, "Thủ tướng", VNM, "VNM"))
BOTH = (KHM, VNM)


def stored(*readings):
    store = GraphStore(ox.Store())
    store.add(readings)
    return store


def derived(*readings):
    """Return what follows of the facts of some readings: slot, first and last day."""
    return [(one.slot, one.first, one.last) for fact in stored(*readings).merged().facts for one in fact.derived]


def test_a_day_without_a_year_lies_in_the_terms_of_the_office_holders():
    # A source has the one in his post from 26 July 2021, general knowledge from 5 April: the bound is the wider. The
    # successor of the other came on 22 August 2023.
    assert derived(reading("a", *OFFICES, met("XXXX-05-18", SEN, CHINH))) == [("date", "2021-05-18", "2023-05-18")]
    assert derived(reading("a", *OFFICES, met("XXXX-09-30", SEN, CHINH))) == [("date", "2021-09-30", "2022-09-30")]
    assert derived(reading("a", OFFICES[1], met("XXXX-03-18", SEN, CHINH))) == [("date", "2022-03-18", "")]


def test_visits_agreements_months_intervals_and_leap_days():
    visit = Visit(SEN, VNM, KHM, Date("XXXX-02-29"), Date("XXXX-03"))
    paper = Agreement(BOTH, "memorandum", None, None, Date("XXXX-04-26/XXXX-04-28"))
    assert sorted(derived(reading("a", *OFFICES, visit, paper))) == [
        ("date", "2021-04-26", "2023-04-28"),
        ("end", "2022-03-01", "2023-03-31"),  # and no 29 February lies between
    ]


def test_the_articles_that_tell_one_fact_bound_it_together():
    met_there = met("XXXX-05-18", SEN, CHINH)
    found = derived(reading("a", OFFICES[0], met_there), reading("b", OFFICES[1], met_there))
    assert found == [("date", "2021-05-18", "2023-05-18")]


def test_what_is_told_is_never_overwritten():
    vague, exact = reading("a", *OFFICES, met("XXXX-05-18", SEN, CHINH)), reading("b", met("2022-05-18", SEN, CHINH))
    store = stored(vague)
    before = store.turtle()
    store.add([exact])
    assert [fact.derived for fact in store.merged().facts if fact.kind == "meeting"] == [()]
    store.remove(["b"])
    assert store.turtle() == before


def test_general_knowledge_dates_nothing_and_makes_bounds_wider():
    assert term(DUNG, "Bí thư Thành ủy", secretary().of and "x") is None
    assert derived(reading("a", secretary(), met("XXXX-04-27"))) == []
    # A source gives his second term; general knowledge has it that he held the post before.
    own = term(TRUMP, "Tổng thống", "")
    assert own.first.year == 2017


def test_posts_that_several_hold_at_once_end_by_no_successor():
    assert term(SEN, "Thủ tướng", "").last.isoformat() == "2023-08-22"
    deputy = term(Person("Sar Kheng", (), "KHM"), "Phó Thủ tướng", "")
    assert deputy is None or deputy.last is None


def test_terms_that_cannot_be_one_time_bound_nothing():
    told = (Office(MANET, "Thủ tướng", KHM, "KHM"), OFFICES[0])
    assert derived(reading("a", *told, met("XXXX-05-18", SEN, CHINH))) == []


@pytest.mark.parametrize(
    ("facts", "published", "found"),
    [
        ([Anniversary(BOTH, 55)], None, []),
        ([Anniversary(BOTH, 55), Anniversary(BOTH, None, "friendship year", Date("2022"))], None, (1967, 1967)),
        ([Anniversary(BOTH, 55), Anniversary((LAO, VNM), None, "friendship year", Date("2017"))], None, []),
        ([Anniversary(BOTH, 55)], "2022-05-01", (1966, 1968)),
        ([Anniversary(BOTH, 55, None, Date("1967-06-24"))], "2022-05-01", []),
        ([Anniversary(BOTH, 55), *OFFICES], None, (1965, 1969)),
    ],
)
def test_the_year_from_which_an_anniversary_counts(facts, published, found):
    days = [("since", f"{found[0]}-01-01", f"{found[1]}-12-31")] if found else []
    assert derived(reading("a", *facts, published=published)) == days


def test_it_stands_apart_and_can_be_left_out():
    store = stored(reading("a", *OFFICES, met("XXXX-05-18", SEN, CHINH)))
    fact = next(one for one in store.merged().facts if one.derived)
    default = set(store.core.quads_for_pattern(None, None, None, ox.DefaultGraph()))
    assert default == set(describe_merged(store.merged()))
    assert b"derivedFrom" in store.turtle()
    assert b"derivedFrom" not in store.turtle(told=True)
    assert set(store.turtle(told=True).splitlines()) - set(store.turtle().splitlines()) == set()
    found = list(rows(store, questions.filled(store, questions.questions()["derived"], {"fact": fact.iri})))
    assert {(row["earliest"], row["latest"]) for row in found} == {("2021-05-18", "2023-05-18")}
    assert {"Hun Sen: Thủ tướng", "Phạm Minh Chính: Thủ tướng"} <= {row["rests_on"] for row in found}
    assert list(questions.ask(OnlyTold(store), "derived")) == []
    assert not store.query("ASK { GRAPH ?g { ?x bg:derivedFrom ?y } }", told=True)
    assert store.query("ASK { GRAPH ?g { ?x bg:tells ?y } }", told=True)
    told = explain(store, fact.iri, "en")
    assert "Follows, and no article tells: date between 2021-05-18 and 2023-05-18" in told
    assert "Follows" not in explain(store, fact.iri, "en", only_told=True)


def test_an_export_of_the_whole_store_is_read_back(tmp_path):
    store = stored(reading("a", *OFFICES, met("XXXX-05-18", SEN, CHINH)))
    other = GraphStore(ox.Store())
    for name, told in (("whole.nq", False), ("told.trig", True)):
        store.export(tmp_path / name, told=told)
        other.load(tmp_path / name)
        assert other.turtle() == store.turtle()


def test_it_keeps_the_shapes_and_what_breaks_them_is_told():
    store = stored(reading("a", *OFFICES, met("XXXX-05-18", SEN, CHINH)))
    assert validate(store) == []
    store.core.update(f"PREFIX bg: <{BG}> DELETE WHERE {{ GRAPH {DERIVED} {{ ?x bg:derivedFrom ?y }} }}")
    (said,) = validate(store)
    assert "must say what it follows from" in said
