"""One scan finds every known word: the longest, whole, and with a capital where it is a name."""

import pytest

from extract.tokens.document import Document, tokenize
from extract.tokens.lexicon import Lexicon
from extract.tokens.sentences import Span
from extract.tokens.text import Text, key
from ontology.facts import Article


@pytest.fixture(scope="module")
def lexicon():
    words = Lexicon()
    words.add("chào", ["greets"])
    words.add("chào xã giao", ["recv"])
    words.add("gặp", ["meet"])
    words.add("gặp", ["objective"])
    words.add("Thủy", ["name"], capital=True)
    words.add("Ban Đảng", ["body"], capital=True)
    words.add("Đảng Nhân dân", ["body"], capital=True)
    words.add("hội đàm", ["talks"])
    return words.compile()


def found(lexicon, text):
    """Return the known words of a text, each with its classes."""
    document = Document(Article("a", text), Text(text, text, None), key(text))
    tokenize(document, [Span(0, len(text), "body")], lexicon, [])
    known = ((at, sorted(lexicon.classes_of(sign))) for at, sign in enumerate(document.signs))
    return [(text[document.starts[at] : document.ends[at]], classes) for at, classes in known if classes]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Đến chào xã giao.", ["chào xã giao"]),
        ("Đến chào, rồi về", ["chào"]),
        ("chào, xã giao", ["chào"]),
        ("HỘI ĐÀM", ["HỘI ĐÀM"]),
        ("nội đàm hội", []),
        ("Thuỷ và thuỷ", ["Thuỷ"]),
        ("gặpgỡ", []),
        ("Họ gặp-gỡ GẶP", ["gặp", "GẶP"]),
        ("ĐảngNhân dân, thuỷ", []),
        ("hội\u0020đàm", ["hội đàm"]),
        ("", []),
    ],
)
def test_words_are_found_whole_and_the_longest_wins(lexicon, text, words):
    assert [word for word, _ in found(lexicon, text)] == words


def test_a_word_of_two_classes_is_of_both(lexicon):
    assert found(lexicon, "họ gặp") == [("gặp", ["meet", "objective"])]


def test_a_class_knows_its_signs(lexicon):
    sign = lexicon.sign(frozenset({"meet", "objective"}))
    assert sign in lexicon.signs_of("meet")
    assert sign in lexicon.signs_of("objective")
    assert lexicon.signs_of("nothing") == ""
