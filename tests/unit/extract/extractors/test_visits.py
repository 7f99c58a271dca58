"""Visits and delegations: who travels where, for whom, when, and of which rank."""

import pytest
from short_texts import facts

from ontology.facts import Delegation, Visit


def visits(text):
    return [(v.visitor and v.visitor.name, v.destination.name, v.rank, v.status) for v in facts(Visit, text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Thủ tướng Lào Sonexay Siphandone sẽ thăm chính thức Việt Nam.",
            [("Sonexay Siphandone", "VNM", "official", "planned")],
        ),
        (
            "Tổng thống Hàn Quốc Yoon Suk Yeol đã thăm cấp Nhà nước tới Việt Nam tháng 6/2023.",
            [("Yoon Suk Yeol", "VNM", "state", "done")],
        ),
        (
            "Thủ tướng Phạm Minh Chính đến Jakarta dự Hội nghị cấp cao ASEAN.",
            [("Phạm Minh Chính", "IDN", "other", "underway")],
        ),
        (
            "Tổng thống Mỹ Joe Biden hủy chuyến thăm Australia.",
            [("Joe Biden", "AUS", None, "cancelled")],
        ),
        ("Thủ tướng Phạm Minh Chính mời Thủ tướng Lào Sonexay Siphandone sang thăm Việt Nam.", []),
        ("Thủ tướng Phạm Minh Chính thăm Việt Nam.", []),
        (
            "Ông Nguyễn Văn An bàn về ưu tiên của Tổng thống Mỹ Joe Biden trong chuyến thăm Lào.",
            [("Joe Biden", "LAO", None, "underway")],
        ),
        (
            "Thủ tướng Phạm Minh Chính tiếp đoàn do Chủ tịch Lào Xaysomphone Phomvihane dẫn đầu sang dự lễ tang.",
            [("Xaysomphone Phomvihane", "VNM", "other", "underway")],
        ),
        (
            "Đại sứ Lào Sengphet Houngboungnuang nói về chuyến thăm Trung Quốc của Chủ tịch nước Tô Lâm.",
            [("Tô Lâm", "CHN", None, "underway")],
        ),
        (
            "Với chuyến thăm Lào của Chủ tịch nước Tô Lâm, Đại sứ Nguyễn Minh Tâm tin hai nước sẽ gần nhau hơn.",
            [("Tô Lâm", "LAO", None, "underway")],
        ),
        (
            "Năm 2000, ông Bill Clinton, Tổng thống Mỹ, là Tổng thống Mỹ đầu tiên thăm Việt Nam sau chiến tranh.",
            [("Bill Clinton", "VNM", None, "done")],
        ),
        (
            "Tổng thống Nga Vladimir Putin hội đàm với Chủ tịch nước Tô Lâm nhân chuyến thăm của Tổng thống Putin.",
            [("Vladimir Putin", "VNM", None, "underway")],
        ),
        (
            "Thủ tướng Phạm Minh Chính mời Thủ tướng Lào Sonexay Siphandone thăm Việt Nam và dự hội nghị tại Hà Nội.",
            [("Sonexay Siphandone", "VNM", "other", "planned")],
        ),
    ],
)
def test_a_visit_is_told(text, found):
    assert visits(text) == found


def test_a_list_of_visits_has_one_for_each_date():
    text = "Các chuyến thăm Lào: Chủ tịch nước Nguyễn Xuân Phúc (8/2021), Tổng Bí thư Nông Đức Mạnh (9-11/10/2006)."
    found = [(v.visitor and v.visitor.name, v.destination.name, str(v.start)) for v in facts(Visit, text)]
    assert found == [("Nguyễn Xuân Phúc", "LAO", "2021-08"), ("Nông Đức Mạnh", "LAO", "2006-10-09")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Chuyến thăm Mỹ của Thủ tướng Phan Văn Khải năm 2005, Chủ tịch nước Nguyễn Minh Triết năm 2007 mở đường.",
            [("Phan Văn Khải", "2005"), ("Nguyễn Minh Triết", "2007")],
        ),
        (
            "Tổng thống Mỹ Bill Clinton và Tổng thống Mỹ George Bush lần lượt thăm Việt Nam năm 2000 và 2006.",
            [("Bill Clinton", "2000"), ("George Bush", "2006")],
        ),
        (
            "Ông Tập Cận Bình, Tổng Bí thư Trung Quốc, thăm Việt Nam vào tháng 11/2015 và tháng 11/2017.",
            [("Tập Cận Bình", "2015-11"), ("Tập Cận Bình", "2017-11")],
        ),
    ],
)
def test_visits_in_one_sentence_have_their_own_dates(text, found):
    assert [(v.visitor and v.visitor.name, str(v.start)) for v in facts(Visit, text)] == found


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Hôm 16/10/2017, Nhà Trắng nói Tổng thống Mỹ Donald Trump sẽ thăm Việt Nam.", None),
        ("Ông Donald Trump, Tổng thống Mỹ, thăm Việt Nam sau ngày 5/11/2017.", None),
        ("Hai nước kỷ niệm 70 năm quan hệ vào năm 2020, chuyến thăm Nga của Thủ tướng Phạm Minh Chính bị hoãn.", None),
        ("Quan hệ được nâng tầm năm 2013, khi Chủ tịch nước Trương Tấn Sang thăm Mỹ.", "2013"),
        ("Sáng 20/6/2024, tại Nội Bài, Tổng thống Nga Vladimir Putin đến Việt Nam.", "2024-06-20"),
    ],
)
def test_a_date_of_something_else_is_no_start(text, start):
    assert [visit.start and str(visit.start) for visit in facts(Visit, text)] == [start]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Chủ tịch Trung Quốc Tập Cận Bình đã thăm Italy từ ngày 21 đến ngày 24/3.", "done"),
        ("Chủ tịch Trung Quốc Tập Cận Bình cảm ơn Việt Nam trong chuyến thăm Việt Nam vừa qua.", "done"),
        ("Tổng thống Mỹ Joe Biden thăm Việt Nam năm ngoái.", "done"),
        ("Tổng thống Mỹ Joe Biden thăm Việt Nam vào tháng 9 tới.", "planned"),
        ("Trước khi Tổng thống Mỹ Joe Biden thăm Việt Nam, hai bên đã trao đổi nhiều lần.", "planned"),
        (
            "Tổng thống Mỹ Joe Biden rời Washington đến Hà Nội, bắt đầu chuyến thăm cấp Nhà nước tới Việt Nam.",
            "underway",
        ),
        ("Chuyến thăm Việt Nam của Tổng thống Mỹ Joe Biden đã bị hủy.", "cancelled"),
        ("Bà Harris đến thăm sau khi Tổng thống Mỹ Joe Biden thăm Việt Nam.", "done"),
        ("Tổng thống Mỹ Joe Biden vừa thăm Ấn Độ.", "done"),
        ("Tổng thống Mỹ Joe Biden hôm nay thăm Việt Nam.", "underway"),
        ("Ba năm sau, Tổng thống Mỹ Joe Biden thăm Việt Nam.", "underway"),
    ],
)
def test_how_far_a_visit_has_come(text, status):
    assert [visit.status for visit in facts(Visit, text)][:1] == [status]


def test_what_stands_before_a_journey_is_over_first():
    text = "Trước khi tới Pháp, Chủ tịch Trung Quốc Tập Cận Bình đã thăm Italy."
    assert [(v.destination.name, v.status) for v in facts(Visit, text)] == [("FRA", "underway"), ("ITA", "done")]


def test_a_visit_of_somebody_whom_the_opening_does_not_name_is_over():
    opening = "Thủ tướng Phạm Minh Chính họp. Hai bên bàn về thương mại. Cuộc họp kéo dài ba giờ. "
    assert visits(f"{opening}Chuyến thăm Việt Nam của Tổng thống Mỹ Joe Biden được nhắc lại.") == [
        ("Joe Biden", "VNM", None, "done")
    ]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "Tổng thống Mỹ Joe Biden đến Hà Nội ngày 10/9/2023, bắt đầu chuyến thăm hai ngày.",
            ("2023-09-10", "2023-09-11"),
        ),
        ("Tổng thống Mỹ Joe Biden kết thúc chuyến thăm Việt Nam chiều 11/9/2023.", (None, "2023-09-11")),
        (
            "Ngày 11/9/2023 là ngày cuối cùng trong chuyến thăm Việt Nam của Tổng thống Mỹ Biden.",
            (None, "2023-09-11"),
        ),
        ("Tổng thống Mỹ Joe Biden thăm Việt Nam hai ngày, từ ngày 10/9/2023.", ("2023-09-10", "2023-09-11")),
        ("Tổng thống Mỹ Joe Biden thăm Việt Nam 2 ngày, kéo dài đến ngày 11/9/2023.", ("2023-09-10", "2023-09-11")),
        ("Tổng thống Mỹ Joe Biden thăm Việt Nam đến ngày 11/9/2023.", (None, "2023-09-11")),
        ("Tổng thống Mỹ Joe Biden thăm Việt Nam và ngày 11/9/2023 gặp Thủ tướng Phạm Minh Chính.", (None, None)),
    ],
)
def test_the_days_of_a_visit_are_reckoned(text, days):
    (visit,) = facts(Visit, text)
    assert (visit.start and str(visit.start), visit.end and str(visit.end)) == days


def test_legs_of_one_journey_share_its_days():
    text = "Ông Nguyễn Xuân Phúc, Thủ tướng, bắt đầu chuyến thăm Campuchia và Lào, kéo dài đến ngày 27/4/2017."
    found = {v.destination.name: (v.end and str(v.end), v.status) for v in facts(Visit, text)}
    assert found == {"KHM": (None, "underway"), "LAO": ("2017-04-27", "planned")}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ngày 9/11/2017, Đà Nẵng đón các đoàn Peru, Hong Kong (Trung Quốc) và Chile.", ["CHL", "HKG", "PER"]),
        ("Đà Nẵng ngày 9/11/2017 đón 3 đoàn cấp cao gồm Peru, Mexico và Chile.", ["CHL", "MEX", "PER"]),
        ("Lãnh đạo Lào và Campuchia đến Đà Nẵng ngày 9/11/2017.", ["KHM", "LAO"]),
        (
            "Họ sẽ đến Đà Nẵng ngày 9/11/2017. Sau đoàn Nga sẽ là các đoàn Canada, Mỹ và Indonesia.",
            ["CAN", "IDN", "RUS", "USA"],
        ),
        ("Hội nghị có các đoàn Peru, Mexico và Chile.", []),
        ("Đà Nẵng ngày 9/11/2017 đón đoàn Peru.", []),
    ],
)
def test_delegations_listed_together_come_to_a_gathering(text, found):
    told = [v for v in facts(Visit, text) if v.visitor is None]
    assert sorted(v.origin.name for v in told) == found
    assert {(v.destination.name, str(v.start), v.rank) for v in told} <= {("VNM", "2017-11-09", "other")}


def test_a_gathering_named_with_its_year_dates_the_day_it_is_told_with():
    text = "Tuần lễ cấp cao APEC 2017 diễn ra hôm nay 10/11. Tổng thống Mỹ Donald Trump đến Đà Nẵng ngày 10/11."
    assert [str(v.start) for v in facts(Visit, text)] == ["2017-11-10"]


def test_a_post_that_travels_later_is_somebody_else():
    text = "Thủ tướng Pháp Édouard Philippe thăm Việt Nam. Tổng thống Pháp dự kiến thăm Việt Nam năm 2019."
    assert [name for name, *_ in visits(text)] == ["Édouard Philippe", None]


def test_a_visit_has_the_days_of_its_sentence():
    (visit,) = facts(Visit, "Thủ tướng Lào Sonexay Siphandone thăm Việt Nam từ ngày 6/1/2024 đến ngày 7/1/2024.")
    assert (str(visit.start), str(visit.end)) == ("2024-01-06", "2024-01-07")


@pytest.mark.parametrize(
    ("text", "leader", "origin"),
    [
        ("Đoàn đại biểu Hà Nội do Bí thư Thành ủy Đinh Tiến Dũng dẫn đầu thăm Campuchia.", "Đinh Tiến Dũng", "Hà Nội"),
        ("Bộ trưởng Quốc phòng Phan Văn Giang dẫn đầu đoàn đại biểu sang thăm Lào.", "Phan Văn Giang", "VNM"),
        (
            "Ông Phạm Minh Chính tiếp Chủ tịch Quốc hội Lào Saysomphone Phomvihane, người dẫn đầu đoàn Quốc hội Lào.",
            "Saysomphone Phomvihane",
            "Quốc hội Lào",
        ),
        ("Ông Phan Văn Giang dự với tư cách trưởng đoàn Việt Nam.", "Phan Văn Giang", "VNM"),
        ("Đoàn Việt Nam, trưởng đoàn là ông Phan Văn Giang, gặp phía Lào.", "Phan Văn Giang", "VNM"),
        ("Bà Nguyễn Thị Bình dẫn đầu một phái đoàn gồm tám thành viên tới Pháp.", "Nguyễn Thị Bình", "VNM"),
        ("Từ Pháp, phái đoàn nước này do Ngoại trưởng Pháp Jean-Yves Le Drian dẫn đầu.", "Jean-Yves Le Drian", "FRA"),
    ],
)
def test_a_delegation_has_a_leader_and_an_origin(text, leader, origin):
    assert [(d.leader.name, d.origin.name) for d in facts(Delegation, text)] == [(leader, origin)]


def test_who_leads_one_delegation_leads_no_other():
    text = "Ông Tô Anh Dũng dẫn đầu đoàn Việt Nam họp với phái đoàn Lào do Thứ trưởng Lào Thongphane Savanphet dẫn đầu."
    found = {d.leader.name: d.origin.name for d in facts(Delegation, text)}
    assert found == {"Tô Anh Dũng": "VNM", "Thongphane Savanphet": "LAO"}


def test_a_working_party_at_home_is_no_delegation():
    assert facts(Delegation, "Thứ trưởng Lê Quang Tùng dẫn đầu đoàn công tác khảo sát nhà thờ.") == []


def test_a_delegation_of_a_city_goes_to_a_city():
    text = "Đoàn đại biểu Thủ đô Phnom Penh, do Đô trưởng Khuong Sreng dẫn đầu, thăm Hà Nội."
    assert [(v.origin.name, v.destination.name) for v in facts(Visit, text)] == [("Phnom Penh", "Hà Nội")]
    assert [d.destination.name for d in facts(Delegation, text)] == ["Hà Nội"]


def test_a_delegation_without_a_leader_is_none():
    assert facts(Delegation, "Ông Đinh Tiến Dũng và đoàn đại biểu Hà Nội thăm Campuchia.") == []


@pytest.mark.parametrize("region", ["châu Mỹ", "Châu Mỹ", "Bắc Mỹ", "Mỹ Latinh"])
def test_a_continent_is_no_goal(region):
    assert facts(Visit, f"Thủ tướng Đức Angela Merkel nói về chuyến thăm {region} của bà.") == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Tiếp tục chuyến thăm Lào, sáng 5/3/2018, Thủ tướng Nguyễn Xuân Phúc hội đàm.", (None, None)),
        (
            "Thủ tướng Nguyễn Xuân Phúc thăm Lào từ 5/3/2018, chuyến đi kéo dài đến 7/3/2018.",
            ("2018-03-05", "2018-03-07"),
        ),
        (
            "Chuyến công du của Thủ tướng Nguyễn Xuân Phúc gồm Lào, Thái Lan và Nhật Bản từ ngày 5 đến 9/3/2018.",
            ("2018-03-05", None),
        ),
        ("Thủ tướng Nguyễn Xuân Phúc và phu nhân sẽ ở thăm Lào đến ngày 4/3/2018.", (None, "2018-03-04")),
    ],
)
def test_the_days_of_a_journey_are_not_those_of_what_is_done_on_it(text: str, told: tuple[str | None, str | None]):
    visit = facts(Visit, text)[0]
    assert (visit.start and visit.start.edtf, visit.end and visit.end.edtf) == told


def test_who_came_lately_is_gone_again():
    text = "Thủ tướng Campuchia Hun Sen đã đến Hà Nội vào chiều 26/8 vừa qua."
    assert facts(Visit, text)[0].status == "done"


def test_people_of_several_lands_who_come_at_a_time_come_to_a_gathering():
    text = (
        "Lãnh đạo tới dự hội nghị. Tổng thống Nga Vladimir Putin hạ cánh xuống sân bay Đà Nẵng sáng 10/11/2017. "
        "Thủ tướng Nhật Bản Shinzo Abe đặt chân đến Đà Nẵng tối 9/11/2017."
    )
    assert {(v.visitor and v.visitor.name, v.rank) for v in facts(Visit, text)} == {
        ("Vladimir Putin", "other"),
        ("Shinzo Abe", "other"),
    }


def test_who_is_met_before_a_journey_does_not_make_it():
    text = "Ngoại trưởng Mỹ Mike Pompeo hội đàm với Thủ tướng Nhật Bản Shinzo Abe trước khi tới Triều Tiên."
    assert not any(v.visitor and v.visitor.name == "Shinzo Abe" for v in facts(Visit, text))


def test_a_visit_on_which_something_happens_today_is_under_way():
    text = "Trong chuyến thăm Lào ngày 15-16/6/2017, Thủ tướng Nguyễn Xuân Phúc hôm nay hội đàm."
    assert facts(Visit, text)[0].status == "underway"


def test_a_month_behind_the_place_of_a_gathering_is_that_of_the_visit():
    text = "Tổng thống Mỹ Donald Trump sẽ thăm Việt Nam và dự Hội nghị Cấp cao APEC ở Đà Nẵng tháng 11/2017."
    assert [v.start and v.start.edtf for v in facts(Visit, text)] == ["2017-11"]
