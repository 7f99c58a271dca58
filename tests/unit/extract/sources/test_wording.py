"""Every entry of text.toml does what it says."""

import pytest

from extract import language
from extract.sources import records, wording
from extract.tokens.sentences import split
from ontology.errors import DataError

CASES = [(code, shape) for code in records.languages() for shape in wording.load(code).date_lines]


@pytest.mark.parametrize(("code", "shape"), CASES, ids=[shape.example for _, shape in CASES])
def test_a_date_line_reads_its_example(code, shape):
    assert shape.pattern.fullmatch(shape.example)
    assert str(wording.load(code).dated(shape.example)) == shape.means


@pytest.mark.parametrize("line", [line for code in records.languages() for line in wording.load(code).no_date_lines])
def test_what_looks_like_a_date_line_is_none(line):
    assert wording.load("vi").dated(line) is None


@pytest.mark.parametrize(
    ("line", "means"),
    [
        ("20:00 05/09/2022", "2022-09-05"),
        ("Chủ nhật, 01/05/2022 | 16:01", "2022-05-01"),
        ("Thời sự Thứ ba, 06/09/2022 - 08:15", "2022-09-06"),
        ("Cập nhật lúc: 14:05, 05/09/2022", "2022-09-05"),
        ("16h30 ngày 5 tháng 9 năm 2022", "2022-09-05"),
        ("2022-09-05", "2022-09-05"),
        ("31/02/2022 10:00", "None"),
        ("05/09 20:00", "None"),
        ("Ngày 5/9/2022, hai bên hội đàm tại Hà Nội và cùng dự lễ ký các văn kiện hợp tác về giao thông", "None"),
    ],
)
def test_date_lines_of_other_papers(line, means):
    assert str(wording.load("vi").dated(line)) == means


def test_labels_and_footers_are_whole_lines_in_any_case():
    words = wording.load("vi")
    assert words.is_label(" TIN TỔNG HỢP ")
    assert not words.is_label("Tin tổng hợp về quan hệ hai nước")
    rules = language.load("vi").sentences
    plain = "Hai bên gặp nhau hôm nay\nHọ bắt tay.\nCác tin/bài khác\nBà Lan gặp ông Minh."
    assert [plain[s.start : s.end] for s in split(plain, plain.lower(), rules)][-1] == "Họ bắt tay."


def test_an_unknown_language_is_an_error_of_ours():
    with pytest.raises(DataError, match=r"languages/xx/text\.toml"):
        wording.load("xx")
