"""What a sentence inherits: the day and the place that the text has set."""

import pytest
from short_texts import facts

from ontology.facts import Meeting

A, B, C = "Thủ tướng Phạm Minh Chính", "Thủ tướng Lào Sonexay Siphandone", "Chủ tịch nước Lào Thongloun Sisoulith"
LUANG = "Luang Prabang"
NEWS = f"Sáng 11/1, tại Viêng Chăn, {A} hội đàm với {B}. "


def told(text):
    """Return the day and place of the meeting with the president, which comes second."""
    (meeting,) = (m for m in facts(Meeting, text) if "Thongloun Sisoulith" in (m.a.name, m.b.name))
    return str(meeting.date), meeting.place.name if meeting.place else None


@pytest.mark.parametrize(
    ("text", "day", "place"),
    [
        (f"{NEWS}Cùng ngày, {A} gặp {C}.", "XXXX-01-11", "Viêng Chăn"),
        (f"{NEWS}{A} cũng gặp {C}.", "XXXX-01-11", "Viêng Chăn"),
        (f"{NEWS}Hai bên ký kết. Hai bên họp báo. Báo chí đưa tin. {A} cũng gặp {C}.", "None", "Viêng Chăn"),
        (
            f"{NEWS}Hai bên ký kết. Hai bên họp báo. Báo chí đưa tin. Cùng ngày, {A} gặp {C}.",
            "XXXX-01-11",
            "Viêng Chăn",
        ),
        (f"{NEWS}Ngày 12/1, ông đến Luang Prabang. Tại đây, {A} gặp {C}.", "XXXX-01-12", "Luang Prabang"),
        (f"{NEWS}Hôm sau, {A} gặp {C}.", "XXXX-01-12", None),
        (f"{NEWS}Chuyến thăm kéo dài đến ngày 12/1. Cùng ngày, {A} gặp {C}.", "XXXX-01-11", "Viêng Chăn"),
        (f"{NEWS}Hiệp định được ký ngày 5/9/1962. Cùng ngày, {A} gặp {C}.", "XXXX-01-11", "Viêng Chăn"),
        (f"{NEWS}Dự kiến ngày 15/1 cầu sẽ thông xe. {A} đã gặp {C}.", "None", None),
        (f"{NEWS}Dự kiến ngày 15/1 ông sẽ sang Lào. Tại đây, {A} sẽ gặp {C}.", "XXXX-01-15", None),
        (f"{NEWS}{A} từng gặp {C}.", "None", None),
        (f"{NEWS}Trước đó, ngày 10/1, lễ đón diễn ra tại Luang Prabang. Sau lễ đón, {A} gặp {C}.", "XXXX-01-10", LUANG),
        (f"{A} nghỉ ngơi tại Luang Prabang sau một chuyến bay dài. {A} gặp {C}.", "None", LUANG),
        (f"Từ ngày 11 đến 12/1, {A} thăm Lào và gặp {C}.", "XXXX-01", None),
        (f"Từ ngày 11 đến 12/1, {A} sẽ thăm Lào và gặp {C}.", "None", None),
    ],
)
def test_a_sentence_without_a_day_goes_on_with_the_one_before(text, day, place):
    assert told(text) == (day, place)


def test_a_caption_is_of_the_news_if_the_news_names_both():
    caption = f"{A} gặp {C}.\n"
    lead = f"Sáng 11/1, {A} và {C} dự lễ khánh thành.\n"
    assert told(caption + lead + caption) == ("XXXX-01-11", None)
    assert told(caption + NEWS + "\n" + caption) == ("None", None)
