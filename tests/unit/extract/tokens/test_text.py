"""The reading text is composed and plain; every span of it points into the article's own characters."""

import unicodedata

import pytest

from extract.tokens.text import key, reading_text


@pytest.mark.parametrize(
    ("original", "plain"),
    [
        ("Hà Nội", "Hà Nội"),
        (unicodedata.normalize("NFD", "Hà Nội"), "Hà Nội"),
        ("Hà\u00a0Nội", "Hà Nội"),
        ("Hà\u200b Nội\u2060", "Hà Nội"),
        ("Việt Nam – Lào — Campuchia", "Việt Nam - Lào - Campuchia"),
        ("\u00d0à N\u1eb5ng", "Đà Nẵng"),
        ("\ufeffTin", "Tin"),
        ("một\r\nhai", "một \nhai"),
        ("\u0301", "\u0301"),
    ],
)
def test_a_text_is_made_plain(original, plain):
    assert reading_text(original).plain == plain


@pytest.mark.parametrize("word", ["Nội", "Hà", "Phnom", "Pênh"])
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_spans_point_into_the_article(word, form):
    original = unicodedata.normalize(form, "Từ Hà\u200b Nội đến Phn\u00adom Pênh.")
    text = reading_text(original)
    at = text.plain.index(word)
    start, end = text.span(at, at + len(word))
    assert reading_text(original[start:end]).plain == word


def test_a_plain_text_needs_no_map():
    assert reading_text("Hà Nội").offsets is None
    assert reading_text("Hà Nội").span(3, 6) == (3, 6)


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("Hoà Bình", "hòa bình", True),
        ("THUỶ", "thủy", True),
        ("khoẻ", "khỏe", True),
        ("Uỷ viên", "ủy viên", True),
        ("hòa", "hoa", False),
        ("Dũng", "Dung", False),
    ],
)
def test_spellings_of_one_word_have_one_key(one, two, same):
    assert (key(one) == key(two)) is same


@pytest.mark.parametrize("text", ["İstanbul", "ẞ", "Hoà ﬁ", "ǅ", ""])
def test_a_key_is_as_long_as_its_text(text):
    assert len(key(text)) == len(text)
