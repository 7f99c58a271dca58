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
        (
            "Việt Nam và Nhật Bản sẽ nâng cấp quan hệ lên đối tác chiến lược toàn diện.",
            [("comprehensive strategic partnership", {"VNM", "JPN"}, "proposed")],
        ),
        (
            "Hàn Quốc và Việt Nam muốn nâng quan hệ từ đối tác toàn diện lên đối tác chiến lược.",
            [
                ("comprehensive partnership", {"VNM", "KOR"}, "established"),
                ("strategic partnership", {"VNM", "KOR"}, "proposed"),
            ],
        ),
        (
            "Cả Indonesia lẫn Singapore đều đã trở thành đối tác chiến lược của Việt Nam.",
            [
                ("strategic partnership", {"VNM", "IDN"}, "established"),
                ("strategic partnership", {"VNM", "SGP"}, "established"),
            ],
        ),
        (
            "Thái Lan có quan hệ ngoại giao với cả Lào và Campuchia.",
            [
                ("diplomatic relations", {"THA", "LAO"}, "established"),
                ("diplomatic relations", {"THA", "KHM"}, "established"),
            ],
        ),
        ("Hải Phòng kết nghĩa với Vladivostok.", [("sister cities", {"Hải Phòng", "Vladivostok"}, "established")]),
        ("Việt Nam là một đối tác chiến lược quan trọng của Mỹ.", []),
        ("Các hình thức quan hệ với Nga, chẳng hạn như đối tác chiến lược, có nhiều.", []),
    ],
)
def test_a_level_is_told(text, found):
    told = [(r.level, {p.name for p in r.parties}, r.status) for r in facts(Relation, text)]
    assert told == found


@pytest.mark.parametrize(
    ("text", "since"),
    [
        ("Việt Nam và Hàn Quốc thiết lập quan hệ ngoại giao ngày 22/12/1992.", "1992-12-22"),
        ("Ngày 22/12/1992, Việt Nam và Hàn Quốc thiết lập quan hệ ngoại giao.", "1992-12-22"),
        ("Việt Nam và Thái Lan có quan hệ đối tác chiến lược, được thiết lập năm 2013.", "2013"),
        ("Năm 2023, Việt Nam và Hoa Kỳ nâng cấp quan hệ lên Đối tác chiến lược toàn diện.", "2023"),
        ("Từ tháng 3/2014, Việt Nam và Nhật Bản là Đối tác chiến lược sâu rộng.", "2014-03"),
        ("Năm 2018, Việt Nam và Pháp kỷ niệm 5 năm quan hệ đối tác chiến lược.", "2013"),
        ("Việt Nam và Nepal thiết lập quan hệ ngoại giao từ 1975.", "1975"),
        ("Năm 2015, Việt Nam và Lào bàn về đối tác chiến lược.", "None"),
        ("Năm 2015, Việt Nam và Đức mong muốn nâng quan hệ lên đối tác chiến lược toàn diện.", "None"),
    ],
)
def test_a_level_began_on_the_day_that_its_sentence_tells(text, since):
    (relation,) = facts(Relation, text)
    assert str(relation.since) == since


def test_an_anniversary_began_when_its_relation_did():
    text = (
        "Việt Nam và Thụy Điển thiết lập quan hệ ngoại giao ngày 11/1/1969. "
        "Hai nước kỷ niệm 50 năm thiết lập quan hệ ngoại giao."
    )
    (found,) = facts(Anniversary, text)
    assert str(found.since) == "1969-01-11"


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
        ("Năm 2025 được Việt Nam và Cuba chọn là Năm Hữu nghị.", [(None, "friendship year", "2025")]),
        ("Hai bên tổ chức Năm Việt Nam tại Nga trong năm 2019.", [(None, "friendship year", "2019")]),
        (
            "Năm 2020 đánh dấu 70 năm Việt Nam và Trung Quốc thiết lập quan hệ ngoại giao.",
            [(70, "diplomatic relations", "1950")],
        ),
        (
            "Hai nước kỷ niệm 45 năm quan hệ ngoại giao và 10 năm đối tác chiến lược Việt Nam - Ấn Độ năm 2017.",
            [(45, "diplomatic relations", "1972"), (10, "partnership", "2007")],
        ),
        ("Lễ kỷ niệm 40 năm Việt Nam gia nhập Liên hợp quốc diễn ra năm 2017.", [(40, "other", "1977")]),
        ("Lễ hội kỷ niệm 230 năm Chiến thắng Ngọc Hồi - Đống Đa diễn ra ở Hà Nội.", []),
        ("Công ty kỷ niệm 55 năm thành lập.", []),
        ("Việt Nam và Lào hợp tác 55 năm.", []),
    ],
)
def test_an_anniversary_is_told(text, found):
    assert [(a.years, a.of, str(a.since)) for a in facts(Anniversary, text)] == found


def test_an_anniversary_of_diplomatic_relations_is_no_relation():
    assert facts(Relation, "Việt Nam và Lào kỷ niệm 60 năm thiết lập quan hệ ngoại giao.") == []
