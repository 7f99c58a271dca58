"""The authority file is what its tables say; general knowledge in it only proposes."""

import re
from pathlib import Path

import pytest

from ontology import names
from ontology.authority import UNVERIFIED, Known, people, read
from ontology.schemes import generate
from ontology.vocabulary import FOLDER, load

HEAD = """
@prefix bg: <https://w3id.org/banggiao/ontology#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix polity: <https://w3id.org/banggiao/scheme/polities/> .
@prefix s: <https://w3id.org/banggiao/scheme/people/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
"""
SEN = """
s:sen a skos:Concept ; skos:notation "Hun Sen (KHM)" ; skos:prefLabel "Hun Sen"@vi, "Hun Sen"@en ;
    skos:hiddenLabel "Hun Xen"@vi ; bg:country polity:khm ; dcterms:source "a.txt" .
s:sen-1 a bg:Office ; org:member s:sen ; bg:title "Thủ tướng" ; bg:start "1985" ; dcterms:source "unverified" .
"""
XEN = """
s:xen a skos:Concept ; skos:notation "Hun Xen (KHM)" ; skos:prefLabel "Hun Xen"@vi, "Hun Xen"@en ;
    bg:country polity:khm ; dcterms:source "unverified" .
"""


def called(name: str, country: str) -> list[Known]:
    return list(people().proved.get((names.exact(name), country), ()))


def test_the_turtle_is_what_the_tables_make() -> None:
    assert generate.turtle("people") == (FOLDER / "people.ttl").read_text(encoding="utf-8")


def test_no_two_people_of_a_country_have_one_name() -> None:
    assert people().collisions() == []


def test_everybody_has_a_source_and_a_name() -> None:
    for known in people().people:
        assert known.sources, known.notation
        assert known.names, known.notation
        assert all(held.sources for held in known.offices), known.notation


def test_every_polity_and_body_has_a_source() -> None:
    for scheme in ("organisations", "polities"):
        for concept in load().concepts(scheme):
            assert concept.all("source") or concept.kind in ("BodyNoun", "Decoy"), concept.notation
    assert load().find("polities", "KHM").all("source") == ("babel 2.18.0",)


def test_it_is_small() -> None:
    assert (FOLDER / "people.ttl").stat().st_size < 800_000


@pytest.mark.parametrize(
    ("name", "other", "country"),
    [
        ("Tập Cận Bình", "Xi Jinping", "CHN"),
        ("Lý Khắc Cường", "Li Keqiang", "CHN"),
        ("Vương Nghị", "Wang Yi", "CHN"),
        ("Lý Hiển Long", "Lee Hsien Loong", "SGP"),
        ("Kim Jong-un", "Kim Jong Un", "PRK"),
        ("Moon Jae-in", "Moon Jae - in", "KOR"),
        ("Lương Cường", "Luong Cuong", "VNM"),
    ],
)
def test_what_sources_call_one_person(name: str, other: str, country: str) -> None:
    assert called(name, country)
    assert called(name, country) == called(other, country)


@pytest.mark.parametrize(("name", "other"), [("Hun Sen", "Hun Manet"), ("Kim Jong-un", "Kim Jong-il")])
def test_father_and_son_are_two(name: str, other: str) -> None:
    found = [known for known in people().people if {name, other} & {*known.names, *known.proposed}]
    assert len(found) == 2


def test_general_knowledge_only_proposes() -> None:
    key = names.exact("Hun Xen"), "KHM"
    assert key not in people().proved
    assert [known.notation for known in people().proposed[key]] == ["Hun Sen (KHM)"]
    for known in people().people:
        assert known.verified == (set(known.sources) != {UNVERIFIED})


def test_ends_of_offices_are_dates_in_order() -> None:
    for known in people().people:
        for held in known.offices:
            assert all(re.fullmatch(r"\d{4}(-\d\d){0,2}|", day) for day in (held.start, held.end)), known.notation
            assert not held.end or held.start[: len(held.end)] <= held.end[: len(held.start)], (known.notation, held)


def test_every_country_has_who_heads_it() -> None:
    heads = {known.country for known in people().people if any("factbook" in one for one in known.sources)}
    countries = {one.notation for one in load().concepts("polities") if one.kind == "Country"}
    assert len(heads & countries) >= 189


def test_a_file_is_read_with_its_offices_and_collisions(tmp_path: Path) -> None:
    path = tmp_path / "people.ttl"
    path.write_text(HEAD + SEN + XEN, encoding="utf-8")
    found = read(path)
    sen, xen = found.people
    assert (sen.names, sen.proposed, sen.country, sen.verified) == (("Hun Sen",), ("Hun Xen",), "KHM", True)
    assert [(h.title, h.of, h.start, h.end, h.verified) for h in sen.offices] == [("Thủ tướng", "", "1985", "", False)]
    assert (xen.verified, list(found.proved)) == (False, [("hunsen", "KHM")])
    assert found.proposed["hunxen", "KHM"] == (sen, xen)
    assert found.collisions() == [("hunxen", (sen, xen))]
