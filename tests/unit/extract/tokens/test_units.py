"""The string that shapes are matched on: who acts is P, to whom something is done is O."""

import pytest
from short_texts import scene


def roles(text):
    """Return the people of a text by the last word of their name, each with P or O."""
    units = scene(text).units
    return {m.name.split()[-1]: units.signs[u] for u, m in enumerate(units.mentions) if m is not None and m.name}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thủ tướng Phạm Minh Chính gặp Thủ tướng Lào Sonexay Siphandone.", {"Chính": "P", "Siphandone": "O"}),
        (
            "Thủ tướng Phạm Minh Chính gặp ông Hun Sen và ông Prak Sokhonn.",
            {"Chính": "P", "Sen": "O", "Sokhonn": "O"},
        ),
        ("Ông Hun Sen và ông Prak Sokhonn đến.", {"Sen": "P", "Sokhonn": "P"}),
        ("Chuyến thăm của Thủ tướng Lào Sonexay Siphandone", {"Siphandone": "O"}),
    ],
)
def test_who_acts_and_who_does_not(text, expected):
    assert roles(text) == expected


def test_a_person_with_all_titles_is_one_unit():
    units = scene("Ủy viên Bộ Chính trị, Bí thư Thành ủy Hà Nội Vương Đình Huệ phát biểu.").units
    (at,) = [u for u, mention in enumerate(units.mentions) if mention is not None]
    assert units.words(at, at + 1) == "Ủy viên Bộ Chính trị, Bí thư Thành ủy Hà Nội Vương Đình Huệ"


def test_lists_are_of_one_length_and_every_unit_has_its_sentence():
    units = scene("Ông Hun Sen đến. Bà Nguyễn Thị Kim Ngân đón.").units
    assert len({len(units.signs), len(units.firsts), len(units.lasts), len(units.mentions), len(units.string)}) == 1
    assert units.sentence_of == sorted(units.sentence_of)
    assert units.string.count("|") == len(units.document.sentences)
