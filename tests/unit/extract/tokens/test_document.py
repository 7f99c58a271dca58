"""An article as sentences and tokens: names, numbers and dates are one token each, and the words between."""

import pytest
from short_texts import scene


def tokens(text):
    document = scene(text).units.document
    sentence = document.sentences[-1]
    return [document.words(at, at + 1) for at in range(sentence.first, sentence.last)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Moon Jae-in đến.", ["Moon", "Jae-in", "đến", "."]),
        ("Vào ngày 3/10/2016, họ ăn", ["Vào", "ngày", "3/10/2016", ",", "họ", "ăn"]),
        ("Lào và Hà Nội", ["Lào", "và", "Hà Nội"]),
        ("ăn 1.500 món", ["ăn", "1.500", "món"]),
        ("(Lào)", ["(", "Lào", ")"]),
        ("hãng P&G đến", ["hãng", "P&G", "đến"]),
        ("lo hậu cần", ["lo", "hậu cần"]),
    ],
)
def test_a_sentence_is_cut_into_tokens(text, expected):
    assert tokens(text) == expected


@pytest.mark.parametrize(
    ("text", "lands"),
    [("Vietnam Airlines đến Nhật Bản.", ["JPN"]), ("Thủ tướng Singapore Lawrence Wong đến.", ["SGP"])],
)
def test_a_country_that_opens_the_name_of_a_company_is_no_side(text, lands):
    concepts = scene(text).units.document.concepts
    assert [c.notation for c in concepts if getattr(c, "kind", "") == "Country"] == lands


def test_tokens_point_into_the_text_and_stand_in_order():
    document = scene("Thủ tướng Lào Sonexay Siphandone đến Hà Nội ngày 5/1/2023.").units.document
    assert len(document.signs) == len(document.starts) == len(document.ends) == len(document.concepts)
    assert document.starts == sorted(document.starts)
    assert all(start <= end for start, end in zip(document.starts, document.ends, strict=True))


def test_an_empty_span_has_no_words():
    assert scene("Lào").units.document.words(2, 2) == ""


@pytest.mark.parametrize(
    ("text", "polities"),
    [
        ("Quan hệ Việt - Nga rất tốt", ["VNM", "RUS"]),
        ("Thượng đỉnh Mỹ - Triều mở màn", ["USA", "PRK"]),
        ("Anh Trần Văn Nam vui", []),
        ("Nước Anh rời EU", ["GBR", "EU"]),
    ],
)
def test_short_names_of_countries_count_in_pairs(text, polities):
    concepts = scene(text).units.document.concepts
    assert [c.notation for c in concepts if getattr(c, "scheme", "") == "polities"] == polities
