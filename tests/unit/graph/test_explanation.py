"""Anything in words."""

import pytest

from graph.explanation import explain
from ontology.errors import UsageError


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
