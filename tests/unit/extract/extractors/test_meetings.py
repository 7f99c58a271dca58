"""Meetings: who met whom, in which form, once each."""

import pytest
from short_texts import facts

from ontology.facts import Meeting

A, B = "Thủ tướng Phạm Minh Chính", "Thủ tướng Lào Sonexay Siphandone"


def met(text):
    return [({m.a.name, m.b.name}, m.form) for m in facts(Meeting, text)]


PAIR = {"Phạm Minh Chính", "Sonexay Siphandone"}


@pytest.mark.parametrize(
    ("text", "form"),
    [
        (f"{A} hội đàm với {B}.", "talks"),
        (f"{A} hội đàm trực tuyến với {B}.", "online"),
        (f"{A} điện đàm với {B}.", "call"),
        (f"{A} tiếp {B}.", "reception"),
        (f"{A} gặp {B} bên lề hội nghị.", "encounter"),
        (f"{A} chủ trì lễ đón {B}.", "ceremony"),
        (f"{A} và {B} đồng chủ trì họp báo.", "conference"),
    ],
)
def test_the_word_gives_the_form(text, form):
    assert met(text) == [(PAIR, form)]


def test_a_pair_that_meets_twice_a_day_meets_once_in_the_weightier_form():
    text = f"Ngày 6/1/2023, {A} đón {B}. Sau lễ đón, hai bên ăn trưa. Ngày 6/1/2023, {A} hội đàm với {B}."
    assert met(text) == [(PAIR, "talks")]


def test_a_pair_that_meets_on_two_days_meets_twice():
    text = f"Ngày 6/1/2023, {A} gặp {B}. Ngày 5/9/2023, {A} gặp {B}."
    assert sorted(str(m.date) for m in facts(Meeting, text)) == ["2023-01-06", "2023-09-05"]


@pytest.mark.parametrize(
    "text",
    [
        f"{A} gặp Bộ trưởng Ngoại giao Bùi Thanh Sơn.",
        f"{A} không gặp {B}.",
        f"{A} mong muốn gặp {B}.",
        f"{A} và {B} cùng có mặt.",
        "Hai bên gặp nhau.",
    ],
)
def test_this_is_no_meeting(text):
    assert met(text) == []


@pytest.mark.parametrize(
    ("text", "meetings"),
    [
        ("Lãnh đạo Việt Nam sẽ gặp", [(PAIR, "encounter")]),
        ("Hôm qua lãnh đạo Việt Nam gặp", [(PAIR, "encounter")]),
        ("Các lãnh đạo Việt Nam gặp", []),
        ("Lãnh đạo Nga gặp", []),
        ("Ông Putin thăm lãnh đạo Việt Nam và gặp", []),
    ],
)
def test_the_leadership_of_a_country_that_meets_somebody_is_its_leader(text, meetings):
    said = f"{A} lên đường. {A} nói như vậy, bà Lê Thị Thu Hằng, người phát ngôn Bộ Ngoại giao cho biết. "
    assert met(f"{said}{text} {B}.") == meetings


def test_the_leader_of_a_country_is_whoever_the_text_has_named():
    text = f"{B} đến Hà Nội. Nhà lãnh đạo Lào gặp Chủ tịch nước Võ Văn Thưởng. Nhà lãnh đạo Nga gặp {A}."
    assert met(text) == [({"Sonexay Siphandone", "Võ Văn Thưởng"}, "encounter")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"Đoàn do {B} dẫn đầu thăm Hà Nội. Đoàn đã chào xã giao {A}.", [(PAIR, "reception")]),
        (f"{B} cùng đoàn đại biểu cấp cao Lào tới Hà Nội. Cùng ngày, đoàn chào xã giao {A}.", [(PAIR, "reception")]),
        (f"Đoàn do {B} dẫn đầu thăm Hà Nội. {A} đã tiếp đoàn.", [(PAIR, "reception")]),
        (f"Đoàn do {B} dẫn đầu thăm Hà Nội. Đoàn Nga đã chào xã giao {A}.", []),
        (f"Đoàn đại biểu Lào đã chào xã giao {A}.", []),
    ],
)
def test_a_delegation_is_its_leader(text, found):
    assert met(text) == found


@pytest.mark.parametrize(
    "text",
    [
        f"{B} đến Hà Nội. Chiều nay, {A} tiếp ông.",
        f"{A} phát biểu, rồi {B} đáp từ. Trước khi về, Thủ tướng gặp {A}.",
    ],
)
def test_nobody_meets_their_own_side(text):
    assert [pair for pair, _ in met(text)] == [PAIR]


@pytest.mark.parametrize(
    "text",
    [
        f"{A} dự lễ đón {B}.",
        f"{A} nghe kể lại cuộc gặp của {B} với người dân.",
        f"Chưa rõ bao giờ {A} và {B} gặp nhau.",
    ],
)
def test_neither_do_these_meet(text):
    assert met(text) == []


@pytest.mark.parametrize("word", ["tiếp sức", "gặp sự cố", "trực tiếp", "đón nhận"])
def test_words_inside_other_words_are_no_meeting(word):
    text = f"Thủ tướng Phạm Minh Chính {word} cùng Thủ tướng Lào Sonexay Siphandone ở Hà Nội."
    assert facts(Meeting, text) == []


def test_a_mayor_received_is_received():
    text = "Thủ tướng Nguyễn Xuân Phúc tiếp Thị trưởng thành phố Thượng Hải Ứng Dũng."
    assert len(facts(Meeting, text)) == 1


@pytest.mark.parametrize("end", ["?", "."])
def test_a_question_states_nothing(end):
    assert len(facts(Meeting, f"{A} gặp {B} ở Singapore{end}")) == (end == ".")
