"""Where a sentence ends; what is headline, caption, body, or no text at all."""

import pytest

from extract import language
from extract.tokens.sentences import split
from extract.tokens.text import key

HEADLINE = "Hai thủ đô đẩy mạnh hợp tác"


def cut(text):
    """Return the sentences below a headline, with their roles."""
    whole = f"{HEADLINE}\n{text}"
    return [(whole[s.start : s.end], s.role) for s in split(whole, key(whole), language.load("vi").sentences)][1:]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Hai bên gặp nhau. Họ bắt tay.", ["Hai bên gặp nhau.", "Họ bắt tay."]),
        ("Bà ở TP. Huế. Ông ở Vinh.", ["Bà ở TP. Huế.", "Ông ở Vinh."]),
        ("Ông Donald J. Trump đến Hà Nội.", ["Ông Donald J. Trump đến Hà Nội."]),
        ("Kim ngạch đạt 1.500 tỷ đồng. Rất cao!", ["Kim ngạch đạt 1.500 tỷ đồng.", "Rất cao!"]),
        ("Ông hỏi: “Bao giờ?” Không ai đáp.", ["Ông hỏi: “Bao giờ?”", "Không ai đáp."]),
        ("Hai bên… đã gặp nhau.", ["Hai bên… đã gặp nhau."]),
        ("Không có dấu chấm", ["Không có dấu chấm"]),
        ("Dòng một\nDòng hai", ["Dòng một", "Dòng hai"]),
        ("  Có khoảng trắng. \t Hai câu.  ", ["Có khoảng trắng.", "Hai câu."]),
    ],
)
def test_a_sentence_ends_where_it_ends(text, sentences):
    assert [sentence for sentence, _ in cut(text)] == sentences


def test_a_caption_is_one_sentence():
    assert cut("Ảnh 1. Hai bên bắt tay.\nThân bài.") == [
        *(("Ảnh 1. Hai bên bắt tay.", "caption"), ("Thân bài.", "body")),
    ]


@pytest.mark.parametrize("line", ["Tag", "TIN TỔNG HỢP", "Xem thêm: Một tin khác"])
def test_labels_and_teasers_are_no_text(line):
    assert cut(f"Trước.\n{line}\nSau.") == [("Trước.", "body"), ("Sau.", "body")]


@pytest.mark.parametrize("line", ["Đọc thêm", "TIN LIÊN QUAN:", "Bình luận"])
def test_a_foot_ends_the_text(line):
    assert cut(f"Trước.\n{line}\nMột tin khác.") == [("Trước.", "body")]


def test_the_headline_is_the_first_line_of_four_words():
    text = f"Thời sự\n{HEADLINE}\nThân bài ở đây."
    spans = split(text, key(text), language.load("vi").sentences)
    assert [(text[s.start : s.end], s.role) for s in spans] == [(HEADLINE, "headline"), ("Thân bài ở đây.", "body")]
