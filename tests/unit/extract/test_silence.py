"""A sentence that speaks of relations and tells nothing is listed, with the reason."""

import pytest
from short_texts import article

from extract.reader import read
from ontology.vocabulary import load

HOST, GUEST = "Thủ tướng Phạm Minh Chính", "Thủ tướng Lào Sonexay Siphandone"

TOLD = [
    ("Hai bên hội đàm ở Lào.", ("meeting", "hội đàm", "no person")),
    (f"Hôm đó {HOST} hội đàm.", ("meeting", "hội đàm", "no second side")),
    (f"{HOST} hội đàm với Thủ tướng Ba Lan.", ("meeting", "hội đàm", "unknown person")),
    (f"{HOST} gặp Bộ trưởng Ngoại giao Bùi Thanh Sơn.", ("meeting", "gặp", "one polity")),
    (f"{HOST} mong muốn gặp {GUEST}.", ("meeting", "gặp", "hope")),
    (f"{GUEST} được kể lại với {HOST} rằng bạn ông hay gặp.", ("meeting", "gặp", "no shape")),
    (f"{HOST} mời {GUEST} thăm Việt Nam.", ("visit", "thăm", "hope")),
    (f"Rồi {GUEST} sang thăm.", ("visit", "sang thăm", "no goal")),
    ("Nhiều người thăm Lào.", ("visit", "thăm", "no person")),
    ("Lào đã có nhiều hiệp định.", ("agreement", "hiệp định", "no second side")),
    ("Việt Nam và Lào đã có nhiều hiệp định.", ("agreement", "hiệp định", "cue alone")),
]


def silent(text: str) -> list[tuple[str, str, str]]:
    return [(one.kind, one.cue, one.reason) for one in read(article(text)).silences]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_the_reason_is_told(text, expected):
    assert silent(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        f"{HOST} hội đàm với {GUEST}.",
        "Họ gặp nhiều khó khăn.",
        f"{HOST} phát biểu.",
        "Việt Nam và Lào ký Hiệp định vận tải đường bộ năm 2009.",
    ],
    ids=["a fact", "nobody and no polity", "no cue", "an instrument"],
)
def test_a_sentence_that_tells_a_fact_or_speaks_of_something_else_is_not_listed(text):
    assert silent(text) == []


def test_a_sentence_that_repeats_a_fact_is_not_silent():
    assert silent(f"{HOST} hội đàm với {GUEST}. Sau đó {HOST} lại hội đàm với {GUEST}.") == []


def test_an_office_does_not_break_the_silence():
    (one,) = silent(f"{HOST} hội đàm.")
    assert one[2] == "no second side"


def test_the_sentence_stands_in_the_article():
    text = article("Hôm nay trời đẹp. Hai bên hội đàm ở Lào.")
    (one,) = read(text).silences
    assert one.evidence.quote == "Hai bên hội đàm ở Lào."
    assert text.text[one.evidence.start : one.evidence.end] == one.evidence.quote


def test_every_reason_is_a_concept_and_every_concept_is_told():
    assert {expected[2] for _, expected in TOLD} == {concept.notation for concept in load().concepts("silences")}
