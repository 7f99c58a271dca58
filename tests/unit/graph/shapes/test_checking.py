"""Our engine finds what pyshacl, the reference, finds; a shape that it cannot check is refused."""

import random
from collections import Counter
from pathlib import Path

import pyoxigraph as ox
import pyshacl
import pytest
import rdflib
from broken_shapes import MUTATIONS, PREFIX, add, swap
from merged_example import GRAPH
from rdflib.namespace import RDF, SH

from graph.answers.validation import SHAPES, Loaded
from graph.shapes.checking import check
from graph.shapes.constraints import CONSTRAINTS
from graph.shapes.reading import component, read
from graph.writing.description import describe_merged
from ontology.errors import DataError
from ontology.terms import PREFIXES

OURS = rdflib.Graph().parse(SHAPES)
# Values of each sort, to stand where others are wanted.
STRANGE = [
    ox.NamedNode("x:y"),
    ox.NamedNode("https://w3id.org/banggiao/scheme/forms/talks"),
    *(ox.Literal(text) for text in ("", "2022", "Hà Nội")),
    *(ox.Literal("tên", language=tag) for tag in ("vi", "VI", "en")),
    *(ox.Literal(number) for number in (-1, 0, 7, 99999)),
    ox.Literal("soon", datatype=ox.NamedNode("http://www.w3.org/2001/XMLSchema#date")),
    ox.Literal("27/4", datatype=ox.NamedNode("http://id.loc.gov/datatypes/edtf/EDTF")),
]
# What is compared is swapped for its like only: pyshacl puts a number before a date, as rdflib sorts; SHACL does not.
DATE = "http://www.w3.org/2001/XMLSchema#date"
COMPARED = {
    f"{PREFIXES['bg']}earliest": ox.Literal("2024-01-01", datatype=ox.NamedNode(DATE)),
    f"{PREFIXES['bg']}latest": ox.Literal("1900-01-01", datatype=ox.NamedNode(DATE)),
    f"{PREFIXES['oa']}start": ox.Literal(99999),
    f"{PREFIXES['oa']}end": ox.Literal(-3),
}
# Two kinds of constraint whose messages are broken otherwise in the list of what can be done.
MORE = [swap("bg:Meeting", "bg:claim", '"x"'), add("skos:Concept", 'skos:prefLabel "khác"@vi')]

Found = Counter[tuple[str, str, str]]


def example() -> ox.Store:
    store = ox.Store()
    store.extend(describe_merged(GRAPH))
    return store


def planted(number: int) -> ox.Store:
    """Every eighth of what breaks a message of the shapes."""
    store = example()
    for update in [*(update for update, _ in MUTATIONS), *MORE][number::8]:
        store.update(PREFIX + update)
    return store


def shaken(seed: int) -> ox.Store:
    """A store in which values went missing, doubled, or were taken for others."""
    dice, store = random.Random(seed), example()  # noqa: S311 - no secret
    for quad in dice.sample(sorted(store, key=str), 90):
        way = dice.choice(["lost", "swapped", "added"])
        if way != "added":
            store.remove(quad)
        new = COMPARED.get(quad.predicate.value, dice.choice(STRANGE))
        if way != "lost" and (isinstance(new, ox.NamedNode) or isinstance(quad.object, ox.Literal)):
            store.add(ox.Quad(quad.subject, quad.predicate, new))
    return store


def text(store: ox.Store) -> bytes:
    return ox.serialize((quad.triple for quad in store), format=ox.RdfFormat.N_TRIPLES) or b""


def found(triples: bytes, shapes: Path = SHAPES) -> Found:
    return Counter(
        (one.focus.value, one.component, str(value(one.value))) for one in check(Loaded(triples), read(shapes))
    )


def value(term: ox.NamedNode | ox.Literal | None) -> str | None:
    return None if term is None else term.value


def reference(triples: bytes, shapes: rdflib.Graph = OURS) -> Found:
    _, report, _ = pyshacl.validate(rdflib.Graph().parse(data=triples, format="nt"), shacl_graph=shapes)
    return Counter(
        (
            str(report.value(one, SH.focusNode)),
            str(report.value(one, SH.sourceConstraintComponent)).removeprefix(str(SH)),
            str(report.value(one, SH.value)),
        )
        for one in report.subjects(RDF.type, SH.ValidationResult)
    )


@pytest.mark.parametrize("number", range(8))
def test_what_is_planted_is_found_as_by_the_reference(number: int) -> None:
    triples = text(planted(number))
    wanted = reference(triples)
    assert found(triples) == wanted
    assert wanted.total() >= 8


@pytest.mark.parametrize("seed", range(8))
def test_what_is_shaken_is_found_as_by_the_reference(seed: int) -> None:
    triples = text(shaken(seed))
    wanted = reference(triples)
    assert found(triples) == wanted
    assert wanted.total() >= 30


@pytest.mark.parametrize("other", ["3", '"2030"', "<x:y>", '"2030-01-01T00:00:00Z"^^xsd:dateTime'])
def test_what_does_not_compare_with_a_date_does_not_come_after_it(other: str) -> None:
    store = example()
    store.update(PREFIX + swap("bg:Meeting", "bg:latest", other))
    assert "LessThanOrEqualsConstraintComponent" in {name for _, name, _ in found(text(store))}


def test_each_kind_of_constraint_is_broken_by_what_is_planted() -> None:
    every = {component(one) for one in (*CONSTRAINTS, SH["in"], SH["or"])}
    assert {name for number in range(8) for _, name, _ in found(text(planted(number)))} == every


def test_a_class_below_the_class_wanted_is_as_good(tmp_path: Path) -> None:
    shapes = tmp_path / "s.ttl"
    shapes.write_text(
        "@prefix sh: <http://www.w3.org/ns/shacl#> . <x:s> a sh:NodeShape ; sh:targetClass <x:A> ;"
        " sh:property [ sh:path <x:p> ; sh:class <x:B> ; sh:minCount 1 ; sh:message 'm'@en ] ."
    )
    below = "<http://www.w3.org/2000/01/rdf-schema#subClassOf>"
    data = "<x:a> a <x:A2> ; <x:p> <x:b> . <x:A2> _ <x:A> . <x:b> a <x:B3> . <x:B3> _ <x:B2> . <x:B2> _ <x:B> ."
    data = data.replace("_", below)
    for text_of in (data, data.replace("<x:b> a <x:B3>", "<x:b> a <x:C>"), data.replace("<x:p> <x:b>", "<x:q> <x:b>")):
        triples = rdflib.Graph().parse(data=text_of).serialize(format="nt", encoding="utf-8")
        wanted = reference(triples, rdflib.Graph().parse(shapes))
        assert found(triples, shapes) == wanted
        assert bool(wanted) is (text_of is not data)


@pytest.mark.parametrize(
    ("said", "what"),
    [
        ("sh:targetClass <x:A> ; sh:property [ sh:path <x:p> ; sh:maxLength 3 ]", "sh:maxLength"),
        ("sh:targetClass <x:A> ; sh:property [ sh:path <x:p> ; sh:pattern 'a' ; sh:flags 'i' ]", "sh:flags"),
        ("sh:targetClass <x:A> ; sh:property [ sh:path [ sh:inversePath <x:p> ] ; sh:minCount 1 ]", "a path"),
        ("sh:targetClass <x:A> ; sh:property [ sh:path <x:p> ; sh:or ( [ sh:minCount 1 ] ) ]", "sh:minCount"),
        ("sh:targetClass <x:A> ; sh:property [ sh:path <x:p> ; sh:in ( 1 2 ) ]", "sh:in of what are no IRIs"),
        ("sh:targetNode <x:A> ; sh:property [ sh:path <x:p> ; sh:minCount 1 ]", "sh:targetNode"),
        ("sh:targetClass <x:A> ; sh:closed true", "sh:closed"),
    ],
)
def test_what_is_not_checked_is_refused(tmp_path: Path, said: str, what: str) -> None:
    path = tmp_path / "s.ttl"
    path.write_text(f"@prefix sh: <http://www.w3.org/ns/shacl#> . <x:s> a sh:NodeShape ; {said} .")
    with pytest.raises(DataError, match=rf"s\.ttl: {what}.* is not checked here; say it with"):
        read(path)
