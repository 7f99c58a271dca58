"""When and whether: what stands around the words of a meeting."""

import pytest
from short_texts import facts, scene, unit

from extract.discourse.circumstances import status, when
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
        (f"Vào tháng 1/2023, {A} đến Lào, phát biểu tại Quốc hội, trồng cây, thăm trường học và gặp {B}.", "2023-01"),
        (f"Sau lễ ký hiệp định mà hai bên đã bàn qua rất nhiều vòng từ năm 2019, nay đã xong, {A} gặp {B}.", "None"),
        (f"Năm 2023, {A} đến Lào và ngày 11/1 gặp {B}.", "2023-01-11"),
        (f"{A} gặp {B} nhân chuyến thăm kéo dài đến ngày 5/1/2023.", "None"),
    ],
)
def test_the_date_of_the_sentence_dates_the_event(text, date):
    read = scene(text)
    assert str(when(read, unit(read, "gặp"))) == date
