"""The ontology is small, bilingual, and says every term that is written; the schemes keep to it."""

import dataclasses
import re
import tomllib
from pathlib import Path

import pyoxigraph as ox
import pytest

import ontology
from graph.writing import description, labels
from ontology import slots, terms, triples
from ontology.authority import people
from ontology.facts import KINDS
from ontology.slots import SLOTS
from ontology.terms import BG, OWL, RDF, RDFS, SKOS, VERSION
from ontology.vocabulary import FOLDER, load

HERE = Path(ontology.__file__).parent
OWN = "https://w3id.org/banggiao/ontology"
CLASS, OBJECT, DATA = OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty
# What the modules say in each namespace of ours, as `BG.Meeting` or `BG.term("title")`.
SAID = re.compile(r'\bBG\.(?:term\("(\w+)"\)|(\w+))')


def loaded(path: Path) -> ox.Store:
    store = ox.Store()
    store.load(path=path, format=ox.RdfFormat.TURTLE)
    return store


ONTOLOGY = loaded(HERE / "banggiao.ttl")


def of_type(*kinds: ox.NamedNode) -> set[str]:
    found = (quad.subject for kind in kinds for quad in ONTOLOGY.quads_for_pattern(None, RDF.type, kind))
    return {one.value.removeprefix(BG) for one in found if isinstance(one, ox.NamedNode)}


CLASSES, PROPERTIES = of_type(CLASS), of_type(OBJECT, DATA)


def own(path: Path) -> set[str]:
    """Return the terms of ours that stand in a Turtle file."""
    used = {term.value for quad in loaded(path) for term in quad.triple if isinstance(term, ox.NamedNode)}
    return {iri.removeprefix(BG) for iri in used if iri.startswith(BG)}


def test_it_is_small() -> None:
    assert len(CLASSES) <= 20
    assert len(PROPERTIES) <= 45
    assert {quad.subject.value for quad in ONTOLOGY if isinstance(quad.subject, ox.NamedNode)} == {
        OWN,
        *(BG + name for name in CLASSES | PROPERTIES),
    }


@pytest.mark.parametrize("name", sorted(CLASSES | PROPERTIES))
@pytest.mark.parametrize("predicate", [RDFS.label, SKOS.definition], ids=["label", "definition"])
def test_every_term_speaks_both_languages(name: str, predicate: ox.NamedNode) -> None:
    said = [quad.object for quad in ONTOLOGY.quads_for_pattern(BG.term(name), predicate, None)]
    assert sorted(one.language or "" for one in said if isinstance(one, ox.Literal)) == ["en", "vi"]
    assert all(isinstance(one, ox.Literal) and one.value.strip() for one in said)


def test_no_two_terms_share_a_label() -> None:
    for kinds in ((CLASS,), (OBJECT, DATA)):
        names = [q.object for n in of_type(*kinds) for q in ONTOLOGY.quads_for_pattern(BG.term(n), RDFS.label, None)]
        assert len(names) == len(set(names))


def test_every_domain_and_range_is_a_class_that_is_known() -> None:
    said = {quad.object.value for quad in ONTOLOGY if isinstance(quad.object, ox.NamedNode)}
    assert {iri.removeprefix(BG) for iri in said if iri.startswith(BG)} <= CLASSES


@pytest.mark.parametrize("module", [triples, slots, description, labels, terms], ids=lambda module: module.__name__)
def test_every_term_that_is_written_is_defined(module: object) -> None:
    text = Path(str(vars(module)["__file__"])).read_text(encoding="utf-8")
    said = {a or b for a, b in SAID.findall(text)} - {"term"}
    assert said <= CLASSES | PROPERTIES


def test_every_term_of_the_shapes_is_defined() -> None:
    assert own(HERE / "shapes.ttl") <= CLASSES | PROPERTIES


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.ttl")), ids=lambda path: path.stem)
def test_every_term_of_the_schemes_is_defined(path: Path) -> None:
    assert own(path) <= CLASSES | PROPERTIES


def test_every_class_of_facts_and_every_field_is_written() -> None:
    assert {kind.__name__ for kind in KINDS.values()} <= CLASSES
    for kind in KINDS.values():
        assert [slot.name for slot in SLOTS[kind]] == [field.name for field in dataclasses.fields(kind)]


def test_every_closed_list_of_a_slot_is_a_scheme() -> None:
    assert {slot.scheme for kind in SLOTS.values() for slot in kind if slot.scheme} <= set(load().schemes())


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.ttl")), ids=lambda path: path.stem)
def test_a_scheme_is_labelled_and_its_concepts_stand_below_it(path: Path) -> None:
    store, scheme = loaded(path), ox.NamedNode(f"https://w3id.org/banggiao/scheme/{path.stem}")
    labels = [quad.object for quad in store.quads_for_pattern(scheme, SKOS.prefLabel, None)]
    assert sorted(one.language or "" for one in labels if isinstance(one, ox.Literal)) == ["en", "vi"]
    concepts = people().people if path.stem == "people" else load().concepts(path.stem)
    assert concepts
    assert all(one.iri.startswith(scheme.value + "/") for one in concepts)


def test_the_version_is_one() -> None:
    project = tomllib.loads((HERE.parent / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    said = [q.object for q in ONTOLOGY.quads_for_pattern(ox.NamedNode(OWN), OWL.versionInfo, None)]
    assert said == [ox.Literal(VERSION)]
    assert project == VERSION
