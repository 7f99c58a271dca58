"""Anything in words."""

import pyoxigraph as ox
import pytest
from told_examples import KHM, LAO, SRENG, governor, met, reading

from graph.answers.explanation import explain
from graph.store import GraphStore
from ontology.dates import Date
from ontology.errors import UsageError
from ontology.facts import Person, Visit
from ontology.terms import BASE


def test_a_person_with_the_reason_of_each_spelling(examples):
    said = explain(examples, "khuong sreng", "en")
    assert said == explain(examples, "Khuông Sơ-reng", "en")
    assert "(person, Cambodia)" in said.splitlines()[0]
    assert "Khuong Sreng" in said
    assert "Khuông Sơ-reng" in said
    assert "One person: " in said
    assert "“Câu" in said
    assert "date: 2022-04-27" in said


def test_a_fact_with_its_sentences_by_iri_local_name_and_claim(examples):
    fact = next(f for f in examples.merged().facts if "visit/2023-09-10-joe-biden" in f.iri)
    said = explain(examples, fact.iri)
    assert said == explain(examples, fact.iri.rsplit("/", 1)[1])
    assert said == explain(examples, fact.iri.removeprefix("https://w3id.org/banggiao/"))
    assert said.count("“Câu") >= 2
    assert "dự kiến" in said
    assert explain(examples, fact.tellings[0].claim) == said


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_node_fact_and_tie_can_be_told(examples, language):
    graph = examples.merged()
    for one in (*graph.facts[::9], *graph.ties[::9], *graph.nodes[::9]):
        assert one.iri in explain(examples, one.iri, language)


def test_a_tie_is_told_with_the_facts_that_it_is_derived_from(examples):
    tie = next(tie for tie in examples.merged().ties if "ha-noi-phnom-penh" in tie.iri)
    said = explain(examples, tie.iri, "en")
    assert "Hanoi – Phnom Penh" in said
    assert all(iri in said for iri in tie.facts)


def test_polities_by_code_and_label(examples):
    assert explain(examples, "KHM") == explain(examples, "Cam-pu-chia")


def test_what_nobody_told_is_refused(examples):
    with pytest.raises(UsageError, match="nothing in the graph"):
        explain(examples, "Xyz Qwerty")
    with pytest.raises(UsageError, match="use vi or en"):
        explain(examples, "KHM", "xx")


def store_of(*readings):
    store = GraphStore(ox.Store())
    store.add(readings)
    store.settle()
    return store


def test_a_fact_that_is_gone_is_found_by_the_claims_that_it_held():
    store = store_of(reading("a", met("2022")))
    (old,) = [fact.iri for fact in store.merged().facts]
    store.add([reading("b", met("2022-04-27"))])
    (now,) = [fact.iri for fact in store.merged().facts]
    assert now != old
    for name in (old, f"<{old}>", old.rsplit("/", 1)[1]):
        said = explain(store, name, "en")
        assert said.splitlines()[0] == f"{old} is gone; what it told (a) is told now by:"
        assert explain(store, now, "en") in said
    store.remove(["b"])
    assert "is gone" not in explain(store, old, "en")
    assert explain(store, now, "en").splitlines()[0] == f"{now} is gone; what it told (a, b) is told now by:"
    assert explain(store, old, "en") in explain(store, now, "en")


def test_a_person_who_is_gone_is_found_and_what_nobody_tells_any_more_is_said():
    store = store_of(reading("a", governor(Person("Lee Hyun"))), reading("b", Visit(SRENG, LAO, KHM, Date("2022"))))
    old = next(node.iri for node in store.merged().nodes if node.name == "Lee Hyun")
    store.add([reading("c", governor(Person("Lee Hyun", (), "KHM")))])
    now = next(node.iri for node in store.merged().nodes if node.name == "Lee Hyun")
    assert now != old
    assert explain(store, now, "en") in explain(store, old, "en")
    visit = next(fact.iri for fact in store.merged().facts if fact.kind == "visit")
    store.remove(["b"])
    assert explain(store, visit, "en") == f"{visit} is gone; it was told by b, where it is not told any more"


def test_what_a_fact_went_through_and_what_it_may_be_one_with():
    told = (("a", "2022-04-26", "done", "2022-05-01"), ("b", "2022-04-26", "planned", "2022-04-20"))
    visits = [reading(n, Visit(SRENG, LAO, KHM, Date(d), None, None, s), published=p) for n, d, s, p in told]
    others = [reading(n, Visit(SRENG, LAO, KHM, Date(d) if d else None)) for n, d in (("c", "2019-01-01"), ("d", None))]
    store = store_of(*visits, *others)
    done, vague = (next(f for f in store.merged().facts if n in [t.article for t in f.tellings]) for n in "ad")
    said = explain(store, done.iri, "en").splitlines()
    assert [line.split()[0] for line in said if "“" in line] == ["b", "a"]
    assert "      this article says: status: planned" in said
    value = next(row["v"].value for row in store.query("SELECT ?v { ?v rdf:predicate bg:status }"))
    assert explain(store, value, "en") == explain(store, done.iri, "en")
    assert f"    {said[0]} [{done.iri.removeprefix(BASE)}]" in explain(store, vague.iri, "en").splitlines()
