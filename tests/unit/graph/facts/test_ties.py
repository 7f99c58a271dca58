"""What leaders tie."""

import pytest
from told_examples import DUNG, HANOI, KHM, PHNOM_PENH, SRENG, VNM, gold, governor, met, reading, secretary

from graph.merge import merge
from ontology.facts import Body, Delegation, Office, Person, Polity, Visit

LAM, SEN = Person("Tô Lâm", (), "VNM"), Person("Hun Sen", (), "KHM")
CPV, CPP = Body("Đảng Cộng sản Việt Nam"), Body("Đảng Nhân dân Campuchia")


def tied(*facts, others=()):
    graph = merge([reading("a", *facts), *others])
    names = {node.iri: node.name for node in graph.nodes}
    return [(tie.kind, *sorted((names[tie.a], names[tie.b])), len(tie.facts)) for tie in graph.ties]


def test_leaders_of_two_capitals_tie_them():
    assert tied(secretary(), governor(SRENG), met("2022")) == [("capitals", "Hà Nội", "Phnom Penh", 1)]


def test_posts_that_another_article_gives_do_not_tie():
    assert tied(secretary(), met("2022"), others=[reading("b", governor(SRENG))]) == []


@pytest.mark.parametrize(
    "post",
    [
        Office(SEN, "Chủ tịch", CPP, "KHM"),
        Office(SEN, "Chủ tịch CPP", None, "KHM"),
        Office(SEN, "Trưởng ban", Body("Ban Đối ngoại Trung ương CPP"), "KHM"),
    ],
)
def test_a_party_is_that_of_the_post_or_stands_in_its_title(post):
    found = tied(Office(LAM, "Tổng Bí thư", CPV, "VNM"), post, met("2022", LAM, SEN))
    assert ("parties", "Đảng Cộng sản Việt Nam", "Đảng Nhân dân Campuchia", 1) in found


def test_an_unnamed_party_is_the_only_one_of_the_country_that_the_article_names():
    secretary_general, chairman = Office(LAM, "Tổng Bí thư", None, "VNM"), Office(SEN, "Chủ tịch", CPP, "KHM")
    met_both = met("2022", LAM, SEN)
    assert [tie[0] for tie in tied(secretary_general, chairman, met_both)] == ["countries"]
    named = Office(Person("Lê Hoài Trung", (), "VNM"), "Trưởng Ban Đối ngoại", CPV, "VNM")
    assert sorted(tie[0] for tie in tied(secretary_general, chairman, named, met_both)) == ["countries", "parties"]


def test_national_posts_tie_countries_and_posts_of_cities_do_not():
    ministers = Office(LAM, "Chủ tịch nước", VNM, "VNM"), Office(SEN, "Thủ tướng", None, "KHM")
    assert tied(*ministers, met("2022", LAM, SEN)) == [("countries", "Campuchia", "Việt Nam", 1)]
    assert tied(ministers[0], governor(SRENG), met("2022", LAM, SRENG)) == []


def test_a_visit_and_a_delegation_tie_what_they_come_from_to_where_they_go():
    visit, sent = Visit(SRENG, HANOI, PHNOM_PENH), Delegation(SRENG, PHNOM_PENH, HANOI)
    assert tied(visit, sent) == [("capitals", "Hà Nội", "Phnom Penh", 2)]
    assert tied(Visit(None, KHM, VNM)) == [("countries", "Campuchia", "Việt Nam", 1)]
    assert tied(Visit(DUNG, KHM, HANOI)) == []


def test_other_cities_and_one_country_are_no_tie():
    assert tied(Visit(DUNG, Polity("Đà Nẵng"), HANOI), Visit(DUNG, HANOI, VNM)) == []


def test_the_three_ties_that_the_project_began_with_are_in_the_examples():
    graph = merge(gold())
    names = {node.iri: node.name for node in graph.nodes}
    found = {frozenset((names[tie.a], names[tie.b])) for tie in graph.ties}
    assert frozenset(("Hà Nội", "Phnom Penh")) in found
    assert frozenset(("Hà Nội", "Viêng Chăn")) in found
    assert frozenset(("Đảng Cộng sản Việt Nam", "Đảng Nhân dân Campuchia")) in found
