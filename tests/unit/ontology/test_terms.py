"""IRIs are a function of what makes a thing that thing, safe whatever the words."""

import pyoxigraph as ox
import pytest

from ontology.errors import DataError
from ontology.facts import Body, Evidence, Person, Place, Polity
from ontology.terms import BG, claim_iri, concept_iri, mint, place_iri, slug, told_iri


@pytest.mark.parametrize("words", ['<>{}|\\^`"', "Đặng Thị Ngọc Thịnh", "", "\x00", "👩", "a" * 500, "../../x", "ß ﬁ"])
def test_every_words_make_an_iri(words: str) -> None:
    iri = mint("person", words, words=words)
    assert ox.NamedNode(iri).value == iri
    assert iri.isascii()
    assert len(iri) < 120


def test_keys_decide_and_words_are_for_the_eye() -> None:
    assert mint("tie", "a", "b") != mint("tie", "ab", "")
    assert mint("tie", "a", None) != mint("tie", "a", "None")
    assert mint("tie", 1) != mint("tie", "1")
    assert mint("tie", ("a", "b")) == mint("tie", ("a", "b"))
    assert slug("Đảng Cộng sản Việt Nam") == "dang-cong-san-viet-nam"


def test_names_of_different_kinds_and_spellings_have_their_own_iri() -> None:
    sides = [
        Polity("Xứ Lạ"),
        Body("Xứ Lạ"),
        Place("Xứ Lạ"),
        Polity("Xứ lạ"),
        Polity("Xu La"),
        Body("VNM"),
        Polity("VNM"),
    ]
    assert len({place_iri(side) for side in sides}) == len(sides)


def test_claims_of_two_articles_and_of_two_sentences_differ() -> None:
    one, other = Evidence("a", 0, 1), Evidence("a", 5, 6)
    person = Person("A")
    iris = {claim_iri("x", person, (one,)), claim_iri("y", person, (one,)), claim_iri("x", person, (other,))}
    assert len(iris) == 3
    assert told_iri("x", person) != told_iri("x", Person("A", ("B",)))


def test_a_concept_is_found_by_its_notation_or_refused() -> None:
    assert concept_iri("levels", "special relationship").endswith("/levels/special-relationship")
    with pytest.raises(DataError, match=r"levels\.ttl: there is no 'friends'; use one of comprehensive partnership, "):
        concept_iri("levels", "friends")


def test_a_namespace_gives_terms_but_not_pythons_own_names() -> None:
    assert BG.Meeting.value == "https://w3id.org/banggiao/ontology#Meeting"
    with pytest.raises(AttributeError):
        BG.__nothing__  # noqa: B018 - the access is what is tested
