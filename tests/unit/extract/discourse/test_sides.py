"""Which two sides a phrase is about."""

import pytest
from short_texts import facts, scene

from extract.discourse.sides import parties
from ontology.facts import Anniversary


def sides(text, word="quan hệ đối tác chiến lược", **rest):
    read = scene(text)
    at = next(u for u in range(len(read.units.string)) if read.units.words(u, u + 1).lower() == word)
    return [side.name for side in parties(read, at, **rest)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Quan hệ đối tác chiến lược Việt Nam - Philippines phát triển.", ["PHL", "VNM"]),
        ("Quan hệ đối tác chiến lược giữa Việt Nam và Nhật Bản phát triển.", ["JPN", "VNM"]),
        ("Quan hệ đối tác chiến lược Trung Quốc - Nga phát triển.", ["CHN", "RUS"]),
        ("Việt Nam có quan hệ đối tác chiến lược với Đức.", ["DEU", "VNM"]),
        ("Lào cảm ơn Việt Nam. Hai nước có quan hệ đối tác chiến lược.", ["LAO", "VNM"]),
        ("Quan hệ đối tác chiến lược phát triển.", []),
        ("Quan hệ đối tác chiến lược ba bên là Mỹ (nước chủ nhà), Nhật Bản và Hàn Quốc.", ["JPN", "KOR", "USA"]),
        (
            "Nga đón Arab Saudi. Trung Quốc mua nhiều dầu của vương quốc. Hai bên có quan hệ đối tác chiến lược.",
            [],
        ),
    ],
)
def test_the_sides_of_a_phrase(text, expected):
    assert sides(text) == expected


def test_two_capitals_are_the_articles_two():
    text = "Hà Nội và Phnom Penh hợp tác. Hà Nội cảm ơn Phnom Penh. Hai thủ đô ký thỏa thuận."
    assert sides(text, "thỏa thuận", cities=True) == ["Hà Nội", "Phnom Penh"]


def test_an_anniversary_is_between_the_sides_of_its_sentence():
    (found,) = facts(Anniversary, "Hai nước kỷ niệm 55 năm thiết lập quan hệ ngoại giao Việt Nam - Campuchia.")
    assert [side.name for side in found.parties] == ["KHM", "VNM"]
