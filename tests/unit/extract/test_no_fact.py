"""Sentences that look like facts between polities and tell none: nobody who stands for a state, no goal, only talk."""

import pytest
from short_texts import facts

from ontology.facts import Agreement, Anniversary, Delegation, Meeting, Relation, Visit

KINDS = (Meeting, Visit, Delegation, Agreement, Anniversary, Relation)


@pytest.mark.parametrize(
    "text",
    [
        # a side that stands for no state
        "Chủ tịch tỉnh Lào Cai Trịnh Xuân Trường gặp phóng viên Sky Blue, người vừa từ Anh về.",
        "Hoàng tử Anh William trò chuyện với ông Nguyễn Văn Ba, chủ hiệu phở ở Hà Nội.",
        "Đại sứ quán Việt Nam cử người đưa anh Trần Văn Bốn sang Hàn Quốc nhận lại tài sản.",
        "Ngày 24/4/2015, Bộ trưởng Giáo dục Phạm Vũ Luận làm việc với ông Philip Nguyen - Chủ tịch GWIS.",
        "Thủ tướng Lào Sonexay Siphandone gặp ông John Smith, Đại học Temple, Mỹ.",
        # no meeting
        "Chủ tịch Triều Tiên Kim Jong-un sẽ chào đón Giáo hoàng Francis nếu ông tới.",
        "Cuộc gặp giữa Thủ tướng Nhật Bản Shinzo Abe và lãnh đạo Triều Tiên Kim Jong-un có thể diễn ra tháng 6.",
        "Tổng thống Mỹ Donald Trump đề xuất về cuộc gặp với Chủ tịch Triều Tiên Kim Jong-un.",
        "Tổng thống Mỹ Trump và Chủ tịch Trung Quốc Tập Cận Bình im lặng. Phái đoàn đàm phán hai bên gặp nhau.",
        "Tổng thống Nga Vladimir Putin và Tổng thống Mỹ Joe Biden đặt mọi việc lên bàn thảo luận.",
        # no goal of a journey
        "Thủ tướng Ai Cập Mostafa Madbouly đã đến thăm các công dân Việt Nam bị thương.",
        "Bộ trưởng Quốc phòng Hàn Quốc Song Young-moo đến làng đình chiến để khen thưởng lính Mỹ.",
        "Chuyến thăm của Chủ tịch Trung Quốc Tập Cận Bình tới mỏ đất hiếm lớn nhất nước này là lời nhắn đến Mỹ.",
        "Thông tin Chủ tịch Triều Tiên Kim Jong-un đang thăm Trung Quốc chưa được xác thực.",
        # no guest of a state
        "Đệ nhất phu nhân Mỹ Melania Trump từng cùng chồng đến thăm Israel.",
        "Tàu khu trục Đô đốc Nakhimov của Nga đã đến Syria ngày 3/11/2016.",
        "Ngày 11/5/2018, đoàn Việt Nam bay sang Mỹ dự thi khoa học kỹ thuật.",
        "Đại sứ Triều Tiên Kang Chol rời Malaysia theo lệnh trục xuất.",
        "Đại sứ Australia tại Việt Nam Craig Chittick thăm Hà Nội.",
        "Lãnh đạo Liên Xô Nikita Khrushchev thăm Moscow năm 1963.",
        # two with whom a third agrees, two companies of one land, a word for a deed, a price
        "Ông Jared Kushner đã giúp xúc tiến một thỏa thuận thương mại mới với Mexico và Canada.",
        "Công ty Lúa Vàng ký thỏa thuận hợp tác chiến lược với tập đoàn Hoàng Anh Gia Lai.",
        "Washington thực hiện các bước đã ký kết với Triều Tiên gồm chính thức tuyên bố chấm dứt chiến tranh.",
        "Ấn Độ đã đạt được thỏa thuận với tập đoàn Dassault của Pháp.",
        "Theo chủ công ty chuyển hàng Việt - Nhật, đó chính là thỏa thuận giá cả bán lại lượng hành lý.",
        # relations that somebody is after, and any at all
        "Thủ tướng Israel Benjamin Netanyahu nói vậy nhằm thiết lập quan hệ ngoại giao với Chad.",
        "Triều Tiên đang có cơ hội bình thường hóa quan hệ với Mỹ.",
        "Bất kỳ mối quan hệ đối tác chiến lược nào giữa Nga và Trung Quốc đều gây lo ngại.",
        # a delegation at home
        "Đoàn thanh tra do ông Nguyễn Đức Anh, Cục trưởng, làm trưởng đoàn.",
    ],
)
def test_a_sentence_that_tells_no_fact_between_polities(text):
    assert [fact for kind in KINDS for fact in facts(kind, text)] == []


def met(text):
    return {frozenset((m.a.name, m.b.name)) for m in facts(Meeting, text)}


def test_whoever_is_met_one_after_the_other_did_not_meet_each_other():
    text = "Ông Kim Jong-un, Chủ tịch Triều Tiên, sẽ hội đàm với Tổng thống Hàn Quốc Moon Jae-in tháng 4 và "
    assert {"Moon Jae-in", "Donald Trump"} not in met(text + "Tổng thống Mỹ Donald Trump tháng 5.")


def test_who_speaks_for_a_ministry_is_not_the_leader_of_the_land():
    text = (
        "Người phát ngôn Bộ Ngoại giao Trung Quốc Lục Khảng trả lời báo chí. "
        "Tổng thống Mỹ Donald Trump điện đàm với nhà lãnh đạo Trung Quốc."
    )
    assert met(text) == set()
