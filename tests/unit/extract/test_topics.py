"""What meetings and instruments are about."""

import pytest
from short_texts import facts

from extract.topics import lexicon
from ontology.facts import Agreement, Meeting
from ontology.vocabulary import load

TALKS = "Chiều 27/4/2022, tại Hà Nội, Thủ tướng Phạm Minh Chính hội đàm với Thủ tướng Lào Sonexay Siphandone"


def topics(text: str) -> tuple[str, ...]:
    (meeting,) = facts(Meeting, text)
    return meeting.topics


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{TALKS} về thương mại và giáo dục.", ("education", "trade")),
        (f"{TALKS}.", ()),
        (f"{TALKS}. Hai bên nhất trí mở thêm cửa khẩu.", ("border",)),
        (f"{TALKS}. Thủ tướng Lào đề nghị trao thêm học bổng.", ("education",)),
        (f"{TALKS}. Trời mưa làm hỏng nhiều cà phê.", ()),
        (f"{TALKS}. Hai bên nghe báo cáo của Bộ trưởng Quốc phòng Phan Văn Giang.", ()),
        (f"{TALKS}. Hai bên cảm ơn Bộ Giáo dục và Đào tạo.", ()),
    ],
    ids=["its sentence", "nothing", "both sides", "one of the two", "somebody else's", "a post", "a ministry"],
)
def test_a_meeting_is_about_what_is_said_there(text, expected):
    assert topics(text) == expected


def test_each_meeting_has_its_own_report():
    text = (
        f"{TALKS}. Hai bên bàn về du lịch. Sau đó Chủ tịch nước Tô Lâm tiếp Thủ tướng Sonexay Siphandone. "
        "Hai bên bàn về thể thao."
    )
    assert [meeting.topics for meeting in facts(Meeting, text)] == [("tourism",), ("sport",)]


def test_a_meeting_that_is_looked_back_to_is_not_reported_at_length():
    text = (
        "Chiều 27/4/2022, tại Hà Nội có mưa. Tháng 3/2019, Thủ tướng Phạm Minh Chính từng gặp Thủ tướng Lào Sonexay "
        "Siphandone. Hai bên nhất trí về du lịch."
    )
    assert topics(text) == ()


def test_an_instrument_is_about_what_its_name_says():
    (one,) = facts(Agreement, "Việt Nam và Lào ký Hiệp định vận tải đường bộ năm 2009.")
    assert one.topics == ("transport",)


def test_a_label_is_of_one_topic():
    said = [(label.lower(), c.notation) for c in load().concepts("topics") for lang, label in c.labels if lang == "vi"]
    assert len({label for label, _ in said}) == len(set(said))
    assert lexicon("vi").scanner is not None
