"""When, where and whether: what stands around the words of a meeting."""

import pytest
from short_texts import facts, scene, unit

from extract.circumstances import status, when, where
from ontology.facts import Meeting

A, B = "Thủ tướng Phạm Minh Chính", "Thủ tướng Lào Sonexay Siphandone"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("đã", "done"),
        ("sẽ", "planned"),
        ("dự kiến", "planned"),
        ("hoãn", "cancelled"),
        ("hủy", "cancelled"),
        ("chưa", None),
        ("từ chối", None),
        ("mong muốn", None),
        ("đề nghị", None),
    ],
)
def test_the_word_before_says_whether_it_happened(words, expected):
    read = scene(f"{A} {words} gặp {B}.")
    assert status(read, unit(read, "gặp")) == expected
    assert [m.status for m in facts(Meeting, f"{A} {words} gặp {B}.")] == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("text", "date"),
    [
        (f"Chiều 27/4/2022, {A} gặp {B}.", "2022-04-27"),
        (f"{A} gặp {B} ngày 5/1/2023.", "2023-01-05"),
        (f"{A} gặp {B} tháng 1/2023.", "2023-01"),
        (f"{A} gặp {B} để bàn về giai đoạn 2021 - 2025.", "None"),
    ],
)
def test_the_date_of_the_sentence_dates_the_event(text, date):
    read = scene(text)
    assert str(when(read, unit(read, "gặp"), inherit=False)) == date


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (f"Tại Viêng Chăn, {A} gặp {B}.", "Viêng Chăn"),
        (f"{A} gặp {B} tại Hà Nội.", "Hà Nội"),
        (f"{A} gặp {B} ở thủ đô Phnom Penh.", "Phnom Penh"),
        (f"{A} gặp {B}.", None),
    ],
)
def test_the_place_after_at_is_the_place_of_the_event(text, place):
    read = scene(text)
    found = where(read, unit(read, "gặp"))
    assert (found.name if found else None) == place
