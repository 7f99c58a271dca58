"""The default graph says what the merged graph says, with its evidence, labels and bounds."""

from dataclasses import replace

import pyoxigraph as ox
import pytest
from merged_example import EVIDENCE, FACTS, GRAPH, MEETING, TIE, merged

from graph.writing.description import describe_merged
from ontology.dates import Date
from ontology.facts import Meeting, Person, Place, Visit
from ontology.terms import PREFIXES

PREFIX = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())


@pytest.fixture(scope="module")
def store() -> ox.Store:
    made = ox.Store()
    made.extend(describe_merged(GRAPH))
    return made


def rows(store: ox.Store, where: str) -> list[tuple[str | None, ...]]:
    found = store.query(f"{PREFIX}SELECT DISTINCT * WHERE {{ {where} }}")
    assert isinstance(found, ox.QuerySolutions)
    return sorted(tuple(term.value if term else None for term in row) for row in found)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        ("?m a bg:Meeting ; bg:participant/foaf:name ?n FILTER(?n < 'L')", [(MEETING.iri, "Khuong Sreng")]),
        ("[] a bg:Meeting ; bg:form/skos:prefLabel ?f FILTER(LANG(?f) = 'vi')", [("hội đàm",)]),
        ("[] a bg:Meeting ; bg:date ?d ; bg:earliest ?e ; bg:latest ?l", [("2022-04-27",) * 3]),
        ("[] a bg:Meeting ; bg:place/skos:prefLabel ?p", [("Nhà khách số 2",)]),
        ("[] a bg:Visit ; bg:start ?s ; bg:end ?e ; bg:earliest ?f ; bg:latest ?l", [("2022-04-26", "2022-04-28") * 2]),
        (
            "[] a bg:Agreement ; bg:earliest ?f ; bg:latest ?l ; schema:name ?n",
            [("2022-04-01", "2022-04-30", "Bản ghi nhớ")],
        ),
        ("[] a bg:Anniversary ; bg:years ?y ; bg:since ?s FILTER(?y > 54)", [("1967-06-24", "55")]),
        (
            "[] a bg:Relation ; bg:level/skos:notation ?l ; bg:status/skos:notation ?s",
            [("diplomatic relations", "established")],
        ),
        ("[] a bg:Office ; bg:title ?t ; bg:post/skos:prefLabel ?p", [("Đô trưởng", "Đô trưởng")]),
        ("[] a org:Membership ; org:member/skos:altLabel ?n", [("Khuông Sơ-reng",)]),
        ("[] a bg:Tie ; bg:kind/skos:notation ?k ; prov:wasDerivedFrom ?f", [("capitals", MEETING.iri)]),
        ("[] a bg:Tie ; bg:evidence/oa:hasSelector/oa:exact ?q", [(EVIDENCE.quote,)]),
        ("?f a bg:Meeting ; bg:evidence ?e . ?e oa:hasSource/schema:identifier ?a", None),
        ("?n skos:altLabel 'Hanoi'", None),
        ("?a a prov:Activity ; schema:softwareVersion ?v", None),
    ],
)
def test_a_question_finds_what_the_merged_graph_says(
    store: ox.Store, where: str, expected: list[tuple[str, ...]] | None
) -> None:
    found = rows(store, where)
    assert len(found) == 1
    assert expected is None or [tuple(sorted(row)) for row in found if row] == [tuple(sorted(row)) for row in expected]


def test_every_fact_has_evidence_article_claim_and_reading(store: ox.Store) -> None:
    where = """?f bg:claim ?c ; bg:evidence/oa:hasSource ?a ; prov:wasDerivedFrom ?a ; prov:wasGeneratedBy ?r .
               ?a schema:identifier "a.txt" . ?r a prov:Activity"""
    assert {row[0] for row in rows(store, f"SELECT ?f WHERE {{ {where} }}")} == {fact.iri for fact in FACTS}
    assert TIE.iri not in {fact.iri for fact in FACTS}


def test_everything_stands_in_the_default_graph_once_and_without_blank_nodes() -> None:
    quads = list(describe_merged(GRAPH))
    assert len(quads) == len(set(quads))
    assert quads == list(describe_merged(GRAPH))
    assert {type(quad.graph_name) for quad in quads} == {ox.DefaultGraph}
    assert not any(isinstance(term, ox.BlankNode) for quad in quads for term in (quad.subject, quad.object))


def test_what_is_unsaid_is_not_written() -> None:
    visit = merged(Visit(None, FACTS[2].fact.destination))  # type: ignore[union-attr]
    meeting = merged(Meeting(Person("A"), Person("B"), Date("XXXX-04-27")), ("a", "x:a"), ("b", "x:b"))
    said = {
        quad.predicate.value.removeprefix(PREFIXES["bg"])
        for quad in describe_merged(replace(GRAPH, facts=(visit, meeting)))
    }
    assert "date" in said
    assert not {"visitor", "start", "end", "rank", "status", "earliest", "latest", "place"} & said


def test_a_place_that_the_vocabulary_knows_is_that_city() -> None:
    meeting = merged(Meeting(Person("A"), Person("B"), place=Place("Hà Nội")), ("a", "x:a"), ("b", "x:b"))
    places = [
        q.object for q in describe_merged(replace(GRAPH, facts=(meeting,))) if q.predicate.value.endswith("#place")
    ]
    assert len(places) == 1
    assert isinstance(places[0], ox.NamedNode)
    assert "hà" not in places[0].value
