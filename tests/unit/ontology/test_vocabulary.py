"""The vocabulary finds concepts by every name, and a wrong scheme is refused by file and mend."""

from pathlib import Path

import pytest

from ontology.errors import DataError
from ontology.vocabulary import Vocabulary, load, read

HEAD = """
@prefix bg: <https://w3id.org/banggiao/ontology#> .
@prefix kind: <https://w3id.org/banggiao/scheme/kind#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix s: <https://w3id.org/banggiao/scheme/rivers/> .
<https://w3id.org/banggiao/scheme/rivers> a skos:ConceptScheme .
"""
IN = "skos:inScheme <https://w3id.org/banggiao/scheme/rivers>"
LABELS = 'skos:prefLabel "sông Hồng"@vi, "Red River"@en'
RED = f'{IN} ; skos:notation "red" ; {LABELS}'


def schemes(folder: Path, *texts: str) -> Vocabulary:
    for number, text in enumerate(texts):
        (folder / f"rivers{number}.ttl").write_text(HEAD + text, encoding="utf-8")
    return read(folder)


def test_a_concept_has_its_labels_in_order_and_its_properties_by_notation(tmp_path: Path) -> None:
    found = schemes(
        tmp_path,
        f"""s:red a skos:Concept, kind:River ; {RED} ; skos:hiddenLabel "Nhị Hà"@vi ;
        skos:altLabel "Sông Cái"@vi, "Hong"@en ;
        bg:into s:sea ; bg:length 1149 ; owl:sameAs <http://www.wikidata.org/entity/Q192761> .""",
        f's:sea a skos:Concept ; {IN} ; skos:notation "biển" ; skos:prefLabel "biển"@vi, "sea"@en .',
    )
    red = found.find("rivers", "red")
    assert red is not None
    assert red.kind == "River"
    assert red.pref == (("en", "Red River"), ("vi", "sông Hồng"))
    assert red.labels == (*red.pref, ("en", "Hong"), ("vi", "Sông Cái"), ("vi", "Nhị Hà"))
    assert red.more == (("into", "biển"), ("length", "1149"), ("sameAs", "http://www.wikidata.org/entity/Q192761"))
    assert (red.get("into"), red.get("mouth"), red.all("length")) == ("biển", None, ("1149",))
    assert (red.label("vi"), red.label("fr")) == ("sông Hồng", "red")
    assert [one.kind for one in found.concepts("rivers")] == ["Concept", "River"]
    assert found.by_iri(red.iri) is red
    assert found.by_iri("x:y") is None


def test_a_name_finds_its_concept_preferred_labels_first(tmp_path: Path) -> None:
    found = schemes(
        tmp_path,
        f's:a a skos:Concept ; {RED} ; skos:altLabel "Hậu"@vi .',
        f's:z a skos:Concept ; {IN} ; skos:notation "z" ; skos:prefLabel "Hậu"@vi, "Hau"@en .',
    )
    notations = [found.named("rivers", *ask) for ask in (("Hậu",), ("Hau", "en"), ("Hau", "vi"), ("hậu",))]
    assert [one.notation if one else None for one in notations] == ["z", "z", None, None]
    assert found.named("lakes", "Hậu") is None
    assert found.concepts("lakes") == ()


@pytest.mark.parametrize(
    ("text", "wrong", "mend"),
    [
        (f"s:a a skos:Concept ; {IN} ; {LABELS} .", "it has 0 skos:notation", "exactly one"),
        (f's:a a skos:Concept ; {RED} ; skos:notation "rot" .', "it has 2 skos:notation", "exactly one"),
        (f's:a a skos:Concept ; skos:notation "a" ; {LABELS} .', "it has 0 skos:inScheme", "exactly one"),
        (
            f's:a a skos:Concept ; skos:inScheme <x:y> ; skos:notation "a" ; {LABELS} .',
            "its scheme is x:y",
            "starts with",
        ),
        (f's:a a skos:Concept ; {IN} ; skos:notation "a" ; skos:prefLabel "a"@vi .', "its skos:prefLabel are", '"en"'),
        (f's:a a skos:Concept ; {IN} ; skos:notation "a" ; skos:prefLabel "a"@en .', "its skos:prefLabel are", '"vi"'),
        (f's:a a skos:Concept ; {RED} ; skos:prefLabel "b"@vi .', "its skos:prefLabel are", "one each"),
        (f's:a a skos:Concept ; {RED} ; skos:altLabel "b" .', "has no language", "@vi"),
        (f's:a a skos:Concept ; {RED} ; skos:altLabel "o\u0300"@vi .', "NFC", "in NFC"),
        (f's:a a skos:Concept ; {RED} ; skos:altLabel " "@vi .', "is empty", "in NFC"),
        (f"s:a a skos:Concept, bg:City, bg:Country ; {RED} .", "two classes: City, Country", "most exact"),
        (f"s:a a skos:Concept ; {RED} . s:b a skos:Concept ; {RED} .", "has the notation 'red' of", "its own"),
        (f"[] a skos:Concept ; {RED} .", "is a blank node", "give it an IRI"),
        (f"s:a a skos:Concept ; {RED}", "cannot be read", "in Turtle"),
    ],
    ids=lambda text: str(text)[-24:],
)
def test_a_wrong_scheme_is_refused_by_file_and_mend(tmp_path: Path, text: str, wrong: str, mend: str) -> None:
    with pytest.raises(DataError) as caught:
        schemes(tmp_path, text)
    assert "rivers0.ttl" in caught.value.what
    assert wrong in caught.value.wrong
    assert mend in caught.value.mend


def test_one_concept_in_two_files_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"rivers1\.ttl: .* already described in rivers0\.ttl"):
        schemes(tmp_path, f"s:a a skos:Concept ; {RED} .", f"s:a a skos:Concept ; {RED} .")


def test_our_own_schemes_are_loaded_once() -> None:
    assert load() is load()
    assert load().schemes()


def test_the_closed_lists_are_those_of_the_guidelines() -> None:
    lists = {name: {c.notation for c in load().concepts(name)} for name in ("forms", "ranks", "kinds", "ties")}
    assert lists["forms"] == {"talks", "conference", "online", "reception", "encounter", "call", "ceremony"}
    assert lists["ranks"] == {"state", "official", "working", "other"}
    assert len(lists["kinds"]) == 8
    assert lists["ties"] == {"capitals", "parties", "countries"}
    weights = {c.notation: int(c.get("weight") or 0) for c in load().concepts("forms")}
    assert sorted(weights, key=weights.__getitem__, reverse=True)[:3] == ["talks", "conference", "online"]
