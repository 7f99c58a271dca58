"""Flat facts: each article in its own words."""

from told_examples import DUNG, HANOI, KHM, SO_RENG, SRENG, VNM, governor, met, reading

from graph.answers import flat
from graph.merge import merge
from ontology.dates import Date
from ontology.facts import Anniversary, Person, Visit


class Store:
    def __init__(self, *readings):
        self.graph = merge(readings)

    def merged(self):
        return self.graph


def records(*readings, **options):
    return list(flat.records(Store(*readings), **options))


def test_the_values_are_what_that_article_says():
    found = records(
        reading("a", governor(SRENG), met("2022-04-27", form="talks", place="Phnôm Pênh")),
        reading("b", governor(SO_RENG), met("XXXX-04-27", SO_RENG, DUNG)),
    )
    a, b = ([r for r in found if r["article"] == name and r["fact"] == "meeting"] for name in "ab")
    assert (a[0]["a"], a[0]["b"], a[0]["date"], a[0]["place"]) == (DUNG.name, SRENG.name, "2022-04-27", "Phnôm Pênh")
    assert (b[0]["a"], b[0]["b"], b[0]["date"], b[0]["place"]) == (SO_RENG.name, DUNG.name, "XXXX-04-27", None)
    assert a[0]["iri"] == b[0]["iri"]
    people = {(r["article"], r["name"]): r["iri"] for r in found if r["fact"] == "person"}
    assert len(people) == 4
    assert people["a", SRENG.name] == people["b", SO_RENG.name]


def test_quotes_stand_at_their_offsets():
    told = reading("a", met("2022"), Visit(DUNG, KHM, HANOI, Date("2022-04-26")))
    for record in records(told):
        assert told.article.text[record["quote_start"] : record["quote_end"]] == record["quote"]
        if record["fact"] != "visit":
            assert (record["start"], record["end"]) == (record["quote_start"], record["quote_end"])


def test_the_start_and_end_of_a_visit_are_its_dates():
    (visit,) = (r for r in records(reading("a", Visit(DUNG, KHM, HANOI, Date("2022-04")))) if r["fact"] == "visit")
    assert (visit["start"], visit["end"], visit["origin"]) == ("2022-04", None, "Hà Nội")


def test_lists_stay_lists_and_years_numbers():
    told = reading("a", Anniversary((VNM, KHM), 55, "diplomatic relations", Date("1967-06-24")))
    (record,) = records(told)
    assert (record["parties"], record["years"], record["since"]) == (["VNM", "KHM"], 55, "1967-06-24")


def test_only_people_who_stand_in_a_fact_have_a_record():
    assert records(reading("a", Person("Hun Sen", (), "KHM"))) == []


def test_one_record_for_a_fact_that_an_article_tells_twice():
    told = reading("a", met("2022-04-27", form="reception"), met("2022-04-27", form="talks"))
    assert [r["form"] for r in records(told) if r["fact"] == "meeting"] == ["talks"]


def test_one_record_for_a_person_whom_an_article_introduces_twice():
    twice = Person("Sreng", (), "KHM"), Person("Khuong Sreng", ("Sreng",), "KHM")
    found = records(reading("a", *map(governor, twice)))
    assert [(r["name"], r["also"]) for r in found if r["fact"] == "person"] == [("Khuong Sreng", ["Sreng"])]
    assert {r["person"] for r in found if r["fact"] == "office"} == {"Khuong Sreng"}


def test_merged_records_carry_all_evidence():
    told = reading("a", governor(SRENG)), reading("b", governor(SO_RENG))
    person, office = records(*told, merged=True)
    assert (person["name"], person["also"], person["articles"]) == (SRENG.name, [SO_RENG.name], ["a", "b"])
    assert [e["article"] for e in office["evidence"]] == ["a", "b"]
