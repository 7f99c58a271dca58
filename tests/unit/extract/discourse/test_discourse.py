"""What a mention means in its article: who, from where, and when."""

import pytest
from short_texts import facts, people, scene

from ontology.facts import Meeting

LEAD = "Chiều 27/4/2022, Bí thư Thành ủy Hà Nội Đinh Tiến Dũng hội đàm với Đô trưởng Phnom Penh Khuong Sreng. "


def spellings(text):
    return {a.person.name: a.person.also for a in scene(text).discourse.actors if a.person}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (LEAD + "Ông Dũng cảm ơn ông Khuong Sreng.", {"Đinh Tiến Dũng": ("Dũng",), "Khuong Sreng": ()}),
        (LEAD + "Ông Dung vắng mặt.", {"Đinh Tiến Dũng": (), "Khuong Sreng": (), "Dung": ()}),
        (
            "Đô trưởng Khuông Sơ-reng (Khuong Sreng) phát biểu.",
            {"Khuông Sơ-reng": ("Khuong Sreng",)},
        ),
        (
            "Tổng thống Mỹ Donald Trump đến. Ông Trump phát biểu.",
            {"Donald Trump": ("Trump",)},
        ),
    ],
)
def test_spellings_of_one_person_are_one(text, found):
    assert spellings(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Thủ tướng Lào Sonexay Siphandone phát biểu.", {"Sonexay Siphandone": "LAO"}),
        ("Thủ tướng Phạm Minh Chính phát biểu.", {"Phạm Minh Chính": "VNM"}),
        ("Đô trưởng Phnom Penh Khuong Sreng phát biểu.", {"Khuong Sreng": "KHM"}),
        ("Chủ tịch Trung Quốc Tập Cận Bình phát biểu.", {"Tập Cận Bình": "CHN"}),
    ],
)
def test_a_person_comes_from_the_country_of_the_post(text, found):
    assert people(text) == found


@pytest.mark.parametrize(
    ("text", "published", "date"),
    [
        (LEAD, None, "2022-04-27"),
        ("Chiều 27/4, Thủ tướng Phạm Minh Chính gặp Thủ tướng Lào Sonexay Siphandone.", None, "XXXX-04-27"),
        ("Chiều 27/4, Thủ tướng Phạm Minh Chính gặp Thủ tướng Lào Sonexay Siphandone.", "2023-04-28", "2023-04-27"),
        ("Hôm qua, Thủ tướng Phạm Minh Chính gặp Thủ tướng Lào Sonexay Siphandone.", "2023-01-01", "2022-12-31"),
        ("Hôm nay (21/02), Thủ tướng Phạm Minh Chính gặp Thủ tướng Lào Sonexay Siphandone.", None, "XXXX-02-21"),
        ("Hôm nay, Thủ tướng Phạm Minh Chính gặp Thủ tướng Lào Sonexay Siphandone.", None, "None"),
    ],
)
def test_a_meeting_is_on_the_day_that_the_text_gives(text, published, date):
    (meeting,) = facts(Meeting, text, published)
    assert str(meeting.date) == date


def test_a_post_alone_is_whoever_holds_it():
    text = "Thủ tướng Lào Sonexay Siphandone đến Hà Nội. Thủ tướng Lào gặp Chủ tịch nước Võ Văn Thưởng."
    (meeting,) = facts(Meeting, text)
    assert {meeting.a.name, meeting.b.name} == {"Sonexay Siphandone", "Võ Văn Thưởng"}


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Việt Nam và Lào hợp tác. Lào cảm ơn Việt Nam. Thái Lan quan sát.", {"VNM", "LAO"}),
        ("Nga và Trung Quốc hợp tác. Nga cảm ơn Trung Quốc.", {"RUS", "CHN"}),
    ],
)
def test_the_sides_are_those_named_most(text, sides):
    assert set(scene(text).discourse.sides[:2]) == sides
