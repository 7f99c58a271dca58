"""Relations and anniversaries: levels, when they began, and what is marked."""

import pytest
from short_texts import facts

from ontology.facts import Anniversary, Relation


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Năm 2023, Việt Nam và Hoa Kỳ nâng cấp quan hệ lên Đối tác Chiến lược Toàn diện.",
            [("comprehensive strategic partnership", {"VNM", "USA"}, "established")],
        ),
        (
            "Việt Nam và Philippines có quan hệ đối tác chiến lược.",
            [("strategic partnership", {"VNM", "PHL"}, "established")],
        ),
        (
            "Việt Nam và Lào vun đắp quan hệ hữu nghị vĩ đại, đoàn kết đặc biệt.",
            [("special relationship", {"VNM", "LAO"}, "established")],
        ),
        (
            "Việt Nam và Hàn Quốc thiết lập quan hệ ngoại giao ngày 22/12/1992.",
            [("diplomatic relations", {"VNM", "KOR"}, "established")],
        ),
        ("Việt Nam và Campuchia có quan hệ hữu nghị truyền thống.", []),
    ],
)
def test_a_level_is_told(text, found):
    told = [(r.level, {p.name for p in r.parties}, r.status) for r in facts(Relation, text)]
    assert told == found


def test_a_level_began_on_the_day_that_follows_it():
    (relation,) = facts(Relation, "Việt Nam và Hàn Quốc thiết lập quan hệ ngoại giao ngày 22/12/1992.")
    assert str(relation.since) == "1992-12-22"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Hai bên kỷ niệm tròn 55 năm thiết lập quan hệ ngoại giao Campuchia - Việt Nam (24/6/1967 - 24/6/2022).",
            [(55, "diplomatic relations", "1967-06-24")],
        ),
        (
            "Năm Đoàn kết hữu nghị Việt Nam - Lào 2022 khai mạc.",
            [(None, "friendship year", "2022")],
        ),
        ("Công ty kỷ niệm 55 năm thành lập.", []),
        ("Việt Nam và Lào hợp tác 55 năm.", []),
    ],
)
def test_an_anniversary_is_told(text, found):
    assert [(a.years, a.of, str(a.since)) for a in facts(Anniversary, text)] == found


def test_an_anniversary_of_diplomatic_relations_is_no_relation():
    assert facts(Relation, "Việt Nam và Lào kỷ niệm 60 năm thiết lập quan hệ ngoại giao.") == []
