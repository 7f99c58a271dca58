"""Meetings of "the two leaders", who have been named before."""

import pytest
from short_texts import facts

from ontology.facts import Meeting

A, B, C = "Thủ tướng Phạm Minh Chính", "Thủ tướng Lào Sonexay Siphandone", "Chủ tịch nước Lào Thongloun Sisoulith"
PAIR, OTHER = {"Phạm Minh Chính", "Sonexay Siphandone"}, {"Phạm Minh Chính", "Thongloun Sisoulith"}


def met(text):
    return [({m.a.name, m.b.name}, m.form) for m in facts(Meeting, text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"{A} và {B} dự lễ. Sau đó, hai nhà lãnh đạo hội đàm.", [(PAIR, "talks")]),
        (f"{A} và {B} dự lễ. Sau đó, hai Thủ tướng hội đàm.", [(PAIR, "talks")]),
        (f"{A} và {B} dự lễ. Sau đó, hai ông gặp nhau.", [(PAIR, "encounter")]),
        (f"{A} và {B} dự lễ. Hai Chủ tịch Quốc hội hội đàm.", []),
        (f"{A} và {B} dự lễ. Sau đó, hai nhà lãnh đạo gặp hẹp và hội đàm.", [(PAIR, "talks")]),
        (f"{A} và {B} dự lễ. Văn kiện được ký sau cuộc hội đàm của hai nhà lãnh đạo.", [(PAIR, "talks")]),
        (f"{A} tiếp {B}. Tại hội đàm, hai bên nhất trí hợp tác.", [(PAIR, "talks")]),
        (f"{A} và {B} dự lễ. Tại hội đàm, hai bên nhất trí hợp tác.", []),
        (f"{A} gặp {C} và {B}. Tại hội đàm, hai Thủ tướng nhất trí.", [(OTHER, "encounter"), (PAIR, "talks")]),
        (f"{A} và {B} dự lễ. Sau các cuộc gặp cấp cao, hai bên ký kết.", []),
        (f"{A} và {B} dự lễ. Hai nhà lãnh đạo mong muốn gặp lại.", []),
        ("Sau lễ đón, hai nhà lãnh đạo hội đàm.", []),
        (f"{A} gặp {C}. Tại hội đàm Việt Nam - Nga, hai nhà lãnh đạo nhất trí.", [(OTHER, "encounter")]),
    ],
)
def test_the_two_are_those_named_before(text, found):
    assert met(text) == found
