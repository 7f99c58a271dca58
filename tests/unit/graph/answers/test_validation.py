"""Whatever breaks a shape is said in plain words; what is written by us breaks none."""

import re
from pathlib import Path

import pyoxigraph as ox
import pytest
from broken_shapes import MUTATIONS, PREFIX, add, drop, swap
from merged_example import GRAPH

from graph.answers.validation import SHAPES, Loaded, plain, validate, violations
from graph.store import GraphStore
from graph.writing.description import describe_merged
from graph.writing.labels import concepts_triples
from ontology.facts import Article, Claim, Evidence, Person, Reading
from ontology.vocabulary import load


def broken(update: str) -> bytes:
    store = ox.Store()
    store.extend(describe_merged(GRAPH))
    before = set(store)
    store.update(PREFIX + update)
    assert set(store) != before, "the mutation finds nothing to change"
    return ox.serialize((quad.triple for quad in store), format=ox.RdfFormat.N_TRIPLES) or b""


def test_what_we_write_breaks_no_shape() -> None:
    assert (
        violations(ox.serialize((q.triple for q in describe_merged(GRAPH)), format=ox.RdfFormat.N_TRIPLES) or b"") == []
    )


def test_every_concept_of_the_vocabulary_breaks_no_shape() -> None:
    iris = [concept.iri for scheme in load().schemes() for concept in load().concepts(scheme)]
    assert violations(ox.serialize(concepts_triples(iris), format=ox.RdfFormat.N_TRIPLES) or b"") == []


@pytest.mark.parametrize(("update", "said"), MUTATIONS, ids=[said[:40] for _, said in MUTATIONS])
def test_a_broken_shape_is_said_in_words(update: str, said: str) -> None:
    found = violations(broken(update))
    assert any(f": {said}" in sentence for sentence in found), found


def test_every_message_of_the_shapes_is_broken_once() -> None:
    messages = set(re.findall(r'"([^"]*)"@en', SHAPES.read_text(encoding="utf-8").split("a owl:Ontology", 1)[1]))
    unbroken = {one for one in messages if not any(one.startswith(said) for _, said in MUTATIONS)}
    assert unbroken == {"Shapes of the Bang giao graph"}


def test_every_message_is_in_both_languages_and_names_the_mend() -> None:
    blocks = SHAPES.read_text(encoding="utf-8").split("sh:message ")[1:]
    assert len(blocks) > 50
    assert all(re.match(r'"[^"]+: [^"]+\."@vi,\s+"[^"]+: [^"]+\."@en\s', block) for block in blocks)


def test_the_sentence_names_the_thing_the_value_and_speaks_the_language_asked_for() -> None:
    update = swap("bg:Anniversary", "bg:years", "0")
    (english,), (vietnamese,) = violations(broken(update)), violations(broken(update), "vi")
    assert re.match(r"anniversary/[0-9a-f]{16}: must have .*: mend bg:years\. \(found: 0\)", english)
    assert "phải có nhiều nhất một số năm" in vietnamese
    (named,) = violations(broken(add('foaf:Person ; foaf:name "Khuong Sreng"', 'foaf:name "Ai khác"')))
    assert named.startswith("person/khuong-sreng-")
    assert "(Ai khác)" in named


def test_a_store_is_validated(tmp_path: Path) -> None:
    text = "Hun Sen"
    claim = Claim(Person(text, country="KHM"), (Evidence(text, 0, 7),))
    with GraphStore.open(tmp_path / "s", write=True) as store:
        store.add([Reading(Article("a.txt", text, digest="ab" * 32), (claim,)), Reading(Article("b.txt", ""), ())])
        found = validate(store)
    assert found == ["article/b.txt: must have exactly one SHA-256 of its text: build the article again. (found: )"]


def test_the_sentence_behind_a_violation_is_told(examples: GraphStore) -> None:
    store = ox.Store()
    store.extend(examples.core.quads_for_pattern(None, None, None, ox.DefaultGraph()))
    store.update(PREFIX + swap("bg:Meeting", "bg:form", '"talks"'))
    lines = validate(Asking(store))
    assert len(lines) == len({line.split(":")[0] for line in lines}) > 5
    quotes = {evidence.quote for fact in examples.merged().facts for t in fact.tellings for evidence in t.evidence}
    for line in lines:
        found = re.fullmatch(r"meeting/\S+: must have at most one form, .* \(found: talks\) — in \S+: “(.+)”", line)
        assert found, line
        assert any(plain(quote) == found[1] for quote in quotes)
    assert all(" — trong " in line for line in validate(Asking(store), "vi"))


def test_a_post_is_told_with_the_sentence_of_who_holds_it(examples: GraphStore) -> None:
    store = ox.Store()
    store.extend(examples.core.quads_for_pattern(None, None, None, ox.DefaultGraph()))
    store.update(PREFIX + drop("org:Post", "skos:prefLabel"))
    assert all(re.fullmatch(r"post/\S+: must have one .* — in \S+: “.+”", line) for line in validate(Asking(store)))


class Asking(Loaded):
    def __init__(self, core: ox.Store) -> None:
        self.core = core
