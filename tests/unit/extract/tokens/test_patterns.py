"""Shapes: what their signs stand for, what they skip, where their trigger is, and what is wrong with one."""

import pytest
from short_texts import scene

from extract import language
from extract.tokens.patterns import Pattern
from ontology.errors import DataError


def found(says, text, kind="Meeting", **rest):
    """Return what fills each slot of a shape, match by match."""
    read = scene(text)
    pattern = Pattern(kind, says, {}, language.load("vi").lexicon, **rest)
    matches = pattern.find(read.units, read.units.string)
    return [{slot: [read.units.words(u, u + 1) for u in units] for slot, units in m.slots.items()} for m in matches]


A, B = "Thủ tướng Phạm Minh Chính", "Thủ tướng Lào Sonexay Siphandone"


@pytest.mark.parametrize(
    ("says", "text", "matches"),
    [
        ("{a} @meet {b}", f"{A} gặp {B}.", [{"a": [A], "b": [B]}]),
        ("{a} @meet {b}", f"{A} vui vẻ gặp {B}.", []),
        ("{a} … @meet {b}", f"{A} vui vẻ gặp {B}.", [{"a": [A], "b": [B]}]),
        ("{a} … @meet {b}", f"{A} nói; hôm sau gặp {B}.", []),
        ("{a} … @meet {b}", f"{A} nói. Gặp {B}.", []),
        ("{a} ‥ @meet ‥ {b}", f"{A} gặp ông Hun Sen và {B}.", [{"a": [A], "b": ["ông Hun Sen"]}]),
        ("{a} … @meet ‥ {b+}", f"{A} gặp ông Hun Sen và {B}.", [{"a": [A], "b": ["ông Hun Sen", B]}]),
        ("{a} [@aux] @meet {b}", f"{A} gặp {B}.", [{"a": [A], "b": [B]}]),
        ("{a} [@aux] @meet {b}", f"{A} sẽ gặp {B}.", [{"a": [A], "b": [B]}]),
        ("{a} (@meet|@talks) [@with] {b}", f"{A} hội đàm với {B}.", [{"a": [A], "b": [B]}]),
        ("@meet , {a} @and {b}", f"Tại cuộc gặp, {A} và {B} nói.", [{"a": [A], "b": [B]}]),
    ],
)
def test_a_shape_matches(says, text, matches):
    assert found(says, text) == matches


def test_the_first_person_acts_unless_anyone_may_stand_there():
    text = f"Lễ đón {B} thăm Việt Nam."
    says = "{visitor} ‥ @travel ‥ {destination}"
    assert found(says, text, "Visit") == []
    assert found(says, text, "Visit", anyone=True) == [{"visitor": [B], "destination": ["Việt Nam"]}]


def test_what_a_barrier_parts_does_not_meet():
    assert found("{a} … @meet ‥ {b}", f"{A} dự cuộc gặp giữa {B} và ông Hun Sen.") == []


def test_the_trigger_is_the_word_that_is_marked():
    lexicon, read = language.load("vi").lexicon, scene(f"{A} bắt đầu chuyến thăm Lào.")
    for says, word in (
        ("{visitor} @begins @trip {destination}", "bắt đầu"),
        ("{visitor} @begins @trip! {destination}", "chuyến thăm"),
    ):
        (match,) = Pattern("Visit", says, {}, lexicon).find(read.units, read.units.string)
        assert read.units.words(match.trigger, match.trigger + 1) == word


@pytest.mark.parametrize(
    ("kind", "says", "wrong"),
    [
        ("Lunch", "{a} @meet {b}", "is no kind of fact"),
        ("Meeting", "{guest} @meet {b}", "has no slot 'guest'"),
        ("Meeting", "{a} @nothing {b}", "no word class 'nothing'"),
        ("Visit", "{visitor} (@arrive!|@travel) {destination}", "may be missing"),
        ("Visit", "{visitor} [@trip!] {destination}", "may be missing"),
    ],
)
def test_a_wrong_shape_says_what_is_wrong(kind, says, wrong):
    with pytest.raises(DataError, match=wrong):
        Pattern(kind, says, {}, language.load("vi").lexicon)
