"""What is written as RDF is read back exactly, whatever the words are."""

import itertools
from dataclasses import replace

import pyoxigraph as ox
import pytest

from ontology.claims import readings
from ontology.dates import Date
from ontology.errors import DataError
from ontology.facts import (
    Agreement,
    Anniversary,
    Article,
    Body,
    Claim,
    Delegation,
    Evidence,
    Fact,
    Meeting,
    Office,
    Person,
    Place,
    Polity,
    Reading,
    Relation,
    Visit,
)
from ontology.terms import article_id, article_iri
from ontology.triples import describe

STRANGE = [
    "Đinh Tiến Dũng",
    'one " quote',
    "'",
    '"""',
    "back\\slash \\u0041",
    "line\nbreak\r\n\ttab",
    "\x00\x01\x07\x1f\x7f\x85",
    "\u2028 \ufeff \u202e",
    "👩‍🚀 𠮷",
    "<script>alert(1)</script> } ; DROP ALL",
    "Hòa / Ho\u0300a / Hoa\u0300",
    " blanks around ",
    "",
    "x" * 200_000,
]
HOSTS = (Person("Khuong Sreng", ("Khuông Sơ-reng", "ngài Sreng"), "KHM"), Person("Đinh Tiến Dũng"))
SIDES = (Polity("VNM"), Body("Đảng Nhân dân Campuchia"), Polity("Phnom Penh"), Body("VNM"), Polity("Xứ Lạ"))
FACTS: list[Fact | Person] = [
    *HOSTS,
    Person("A", ("c", "b", "c"), "XXX"),
    Office(HOSTS[0], "Đô trưởng", Polity("Phnom Penh"), "KHM"),
    Office(HOSTS[1], "Ủy viên Bộ Chính trị", Body("Đảng Cộng sản Việt Nam"), None),
    Office(HOSTS[1], "Tổng Bí thư"),
    Meeting(*HOSTS),
    Meeting(HOSTS[1], HOSTS[0], Date("XXXX-04-27"), Place("Hà Nội"), "talks", "done"),
    Meeting(*HOSTS, topics=("trade", "defence")[::-1]),
    Agreement(SIDES[:2], "plan", topics=("education",)),
    Meeting(HOSTS[1], HOSTS[1], Date("2022-04-26/2022-04-28"), Place('khách sạn "Cũ"'), "call", "planned"),
    Visit(None, Polity("LAO")),
    Visit(HOSTS[0], Polity("Hà Nội"), Body("UBND"), Date("2022"), Date("2022-05"), "working", "cancelled"),
    Delegation(HOSTS[0], Polity("KHM")),
    Delegation(HOSTS[0], Body("Quốc hội"), Polity("LAO")),
    *(Agreement(parties, "memorandum") for parties in itertools.permutations(SIDES, 3)),
    Agreement((), "contract", "", "signed", Date("2020-01-31")),
    Agreement((Polity("VNM"), Polity("VNM")), "treaty", "Hiệp ước"),
    Anniversary((Polity("VNM"), Polity("KHM")), 55, "diplomatic relations", Date("1967-06-24")),
    Anniversary((Polity("KHM"),), None, "friendship year"),
    Anniversary((Polity("KHM"), Polity("VNM")), 0),
    Relation((Polity("VNM"), Polity("LAO")), "special relationship", Date("1962-09-05"), "established"),
]
SOME = (Evidence("b", 5, 6), Evidence("a", 1, 2))


def told(*claims: Claim, **more: object) -> Reading:
    return Reading(replace(Article("001.txt", "", digest="ab"), **more), claims)  # type: ignore[arg-type]


def again(reading: Reading) -> Reading:
    (found,) = readings(describe(reading))
    return found


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: type(fact).__name__)
def test_every_fact_comes_back(fact: Fact | Person) -> None:
    assert again(told(Claim(fact, SOME))) == told(Claim(fact, SOME))


@pytest.mark.parametrize("count", [0, 1, 2, 7])
def test_claims_and_evidence_keep_their_order(count: int) -> None:
    evidence = tuple(Evidence("q" * n, 9 - n, 9) for n in range(count))
    claims = tuple(Claim(fact, evidence) for fact in reversed(FACTS[: count * 3]))
    assert again(told(*claims)) == told(*claims)


def test_one_claim_told_twice_and_one_fact_with_two_evidences_stay_apart() -> None:
    claims = (Claim(FACTS[3], SOME), Claim(FACTS[3], SOME[:1]), Claim(FACTS[3], SOME), Claim(FACTS[3], SOME[::-1]))
    assert again(told(*claims)) == told(*claims)
    assert again(told(Claim(FACTS[3], (SOME[0], SOME[0])))).claims[0].evidence == (SOME[0], SOME[0])


@pytest.mark.parametrize("word", STRANGE, ids=lambda word: ascii(word)[:20])
def test_any_words_survive_and_so_they_do_as_nquads(word: str) -> None:
    person = Person(word, (word, word + "!"), word)
    reading = Reading(
        Article(word, word, word, Date("2022-04-27"), word, word, "vi", word, keep=True),
        (
            Claim(person, (Evidence(word, 0, len(word)),)),
            Claim(Office(person, word, Body(word), word), ()),
            Claim(Meeting(person, HOSTS[0], None, Place(word)), SOME),
            Claim(Agreement((Polity(word), Body(word)), "treaty", word), SOME),
        ),
    )
    assert again(reading) == reading
    lines = ox.serialize(describe(reading), format=ox.RdfFormat.N_QUADS)
    assert list(readings(ox.parse(lines, format=ox.RdfFormat.N_QUADS))) == [reading]


def test_the_text_is_left_out_unless_it_is_kept() -> None:
    assert again(told(text="Toàn văn")).article.text == ""
    assert again(told(text="Toàn văn", keep=True)).article.text == "Toàn văn"
    assert again(told(text="", keep=True)).article.keep


def test_readings_of_several_articles_come_by_id_and_leave_the_default_graph_aside() -> None:
    articles = [told(*(Claim(fact, SOME) for fact in FACTS), id=name) for name in ("c", "a/b", "B", "đ.txt")]
    quads = [quad for reading in articles for quad in describe(reading)]
    quads.append(ox.Quad(ox.NamedNode("x:a"), ox.NamedNode("x:b"), ox.Literal("c")))
    assert [one.article.id for one in readings(reversed(quads))] == ["B", "a/b", "c", "đ.txt"]
    assert list(readings(quads)) == sorted(articles, key=lambda one: one.article.id)


def test_a_repeat_writes_the_same_and_nothing_is_blank() -> None:
    reading = told(*(Claim(fact, SOME) for fact in FACTS))
    quads = list(describe(reading))
    assert quads == list(describe(reading))
    assert len(quads) == len(set(quads))
    assert not any(isinstance(term, ox.BlankNode) for quad in quads for term in (quad.subject, quad.object))
    assert {quad.graph_name for quad in quads} == {ox.NamedNode(article_iri("001.txt"))}


def test_a_store_on_the_way_changes_nothing() -> None:
    reading = told(*(Claim(fact, SOME) for fact in FACTS))
    store = ox.Store()
    store.extend(describe(reading))
    assert list(readings(store)) == [reading]


def test_a_value_that_no_list_has_is_refused_by_name() -> None:
    with pytest.raises(DataError, match=r"statuses\.ttl: there is no 'finished'; use one of cancelled, done"):
        list(describe(told(Claim(Meeting(*HOSTS, status="finished"), SOME))))


def test_a_claim_that_is_not_whole_is_refused_by_name() -> None:
    quads = [quad for quad in describe(told(Claim(FACTS[3], SOME))) if not quad.predicate.value.endswith("#exact")]
    with pytest.raises(DataError, match=r"it has no .*exact; build the article again"):
        list(readings(quads))


@pytest.mark.parametrize("name", ["a b", "a%20b", "ă/â?#", "..", "x" * 3000])
def test_an_article_is_found_by_its_iri(name: str) -> None:
    assert article_id(article_iri(name)) == name
