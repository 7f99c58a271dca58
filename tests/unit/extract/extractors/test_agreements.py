"""Agreements: what is an instrument, of which kind and parties, and whether it is signed."""

import pytest
from short_texts import facts

from ontology.facts import Agreement


def told(text):
    return [(a.kind, sorted(p.name for p in a.parties), a.status, str(a.date)) for a in facts(Agreement, text)]


PAIR = ["KHM", "VNM"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Ngày 5/10/2019, Việt Nam và Campuchia ký Hiệp ước bổ sung về biên giới.",
            [("treaty", PAIR, "signed", "2019-10-05")],
        ),
        ("Việt Nam và Campuchia ký Nghị định thư về phân giới cắm mốc.", [("protocol", PAIR, "signed", "None")]),
        ("Việt Nam và Campuchia sẽ ký Bản ghi nhớ về du lịch.", [("memorandum", PAIR, "proposed", "None")]),
        ("Việt Nam và Campuchia đàm phán hiệp định về lao động.", [("agreement", PAIR, "proposed", "None")]),
        ("Việt Nam và Campuchia ra Tuyên bố chung.", [("statement", PAIR, "signed", "None")]),
        (
            "Ngày 8/6/2022, Việt Nam và Campuchia ký Tuyên bố chung về quốc phòng hướng tới năm 2030.",
            [("statement", PAIR, "signed", "2022-06-08")],
        ),
        ("Việt Nam và Campuchia không ký hiệp định về lao động.", []),
        ("Việt Nam và Campuchia ký nhiều văn kiện hợp tác.", []),
        ("Việt Nam và Campuchia ký các thỏa thuận.", []),
        ("Việt Nam và Campuchia tôn trọng Công ước Luật Biển.", []),
    ],
)
def test_what_is_an_agreement(text, found):
    assert told(text) == found


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        (
            "Hai thủ tướng chứng kiến lễ trao hợp đồng tín dụng giữa ngân hàng BIDV và ngân hàng Phát triển Lào.",
            ["ngân hàng BIDV", "ngân hàng Phát triển Lào"],
        ),
        (
            "Đại học Quốc gia Hà Nội và Đại học Quốc gia Lào đã tiến hành lễ ký kết Bản ghi nhớ về đào tạo.",
            ["Đại học Quốc gia Hà Nội", "Đại học Quốc gia Lào"],
        ),
        (
            "Bảo tàng Lịch sử Quốc gia ký biên bản ghi nhớ với Bảo tàng Quốc gia Lào về trao đổi hiện vật.",
            ["Bảo tàng Lịch sử Quốc gia", "Bảo tàng Quốc gia Lào"],
        ),
        (
            "Hai thủ tướng chứng kiến lễ ký bản ghi nhớ giữa Bộ Y tế Việt Nam và Bệnh viện Hữu nghị Lào về đào tạo.",
            ["Bộ Y tế Việt Nam", "Bệnh viện Hữu nghị Lào"],
        ),
        ("Bộ Y tế Việt Nam và Bộ Y tế Lào đã ký bản ghi nhớ về đào tạo bác sĩ.", ["LAO", "VNM"]),
        ("Việt Nam, Lào và Campuchia ký hiệp định về vận tải đường bộ.", ["KHM", "LAO", "VNM"]),
        (
            "Hai bên chứng kiến lễ trao hợp đồng Vietnam Airlines mua 50 máy bay của hãng Boeing, Mỹ.",
            ["Vietnam Airlines", "hãng Boeing"],
        ),
        (
            "Việt Nam và Mỹ hoan nghênh hợp đồng mua máy bay mà Bamboo Airways đã ký với Boeing.",
            ["Bamboo Airways", "Boeing"],
        ),
        (
            "Mỹ và Việt Nam hài lòng. Trong số các thỏa thuận này có hợp đồng Bamboo Airways mua máy bay của Boeing.",
            ["Bamboo Airways", "Boeing"],
        ),
        (
            "Giám đốc Sở Y tế TP Huế Lê Văn An và bà Emma Brown ký bản ghi nhớ về đào tạo. Việt Nam cảm ơn Úc.",
            ["AUS", "Huế"],
        ),
        ("Iran và nhóm P5+1 ký thỏa thuận hạt nhân.", ["IRN", "P5+1"]),
        ("ASEAN và Trung Quốc đang đàm phán Bộ quy tắc ứng xử ở Biển Đông.", ["ASEAN", "CHN"]),
        ("Tuyên bố chung Việt Nam - Úc nêu nhiều lĩnh vực hợp tác.", ["AUS", "VNM"]),
        ("Singapore có thỏa thuận thương mại với Đài Loan.", ["SGP", "TWN"]),
        ("Hai miền Triều Tiên tôn trọng thỏa thuận ngừng bắn giữa hai miền.", ["KOR", "PRK"]),
        (
            "Việt Nam và EU hợp tác. EU rất rộng. Hai bên hoan nghênh hiệp định về lâm nghiệp đã ký.",
            ["EU", "VNM"],
        ),
    ],
)
def test_whoever_signs_is_a_party(text, sides):
    (agreement,) = facts(Agreement, text)
    assert [side.name for side in agreement.parties] == sides


def test_a_list_names_an_agreement_for_each():
    text = "Việt Nam và Campuchia ký hiệp định về vận tải, bản ghi nhớ về du lịch và kế hoạch hợp tác về giáo dục."
    assert sorted(kind for kind, *_ in told(text)) == ["agreement", "memorandum", "plan"]


def test_one_agreement_told_twice_is_one():
    text = "Việt Nam và Campuchia ký Bản ghi nhớ về du lịch. Bản ghi nhớ về du lịch giữa Việt Nam và Campuchia có lợi."
    assert len(told(text)) == 1


def test_items_of_a_list_are_told_apart_and_share_their_verb():
    text = (
        "Việt Nam và Lào sẽ ký hiệp định về vận tải đường bộ và hiệp định về vận tải; "
        "ngoài ra, Hiệp định về vận tải đường bộ được mong đợi."
    )
    assert [status for _, _, status, _ in told(text)] == ["proposed", "proposed"]


def test_a_loose_word_is_of_the_kind_that_another_mention_tells():
    text = "Việt Nam và Lào ký bản ghi nhớ về bảo tồn rừng biên giới. Thỏa thuận về bảo tồn rừng biên giới có lợi."
    assert [kind for kind, *_ in told(text)] == ["memorandum"]


def test_the_lines_of_a_list_hang_from_the_sentence_above():
    text = (
        "Sau hội đàm ngày 8/6/2022, Thủ tướng Lào và Thủ tướng Việt Nam chứng kiến lễ trao ba văn kiện, gồm:\n"
        "- Bản ghi nhớ về bảo tồn di sản.\n"
        "- Dự án cấp nước.\n"
        "- Thỏa thuận hợp tác giữa Đại học Huế và Đại học Quốc gia Lào.\n"
        "- Hiệp định cung cấp điện."
    )
    assert sorted(told(text)) == [
        ("agreement", PAIR_LAO, "signed", "2022-06-08"),
        ("agreement", ["Đại học Huế", "Đại học Quốc gia Lào"], "signed", "2022-06-08"),
        ("memorandum", PAIR_LAO, "signed", "2022-06-08"),
    ]


def test_a_list_can_open_on_the_line_that_announces_it():
    text = (
        "Hai bộ trưởng Lào và Việt Nam chứng kiến lễ ký ba văn kiện: Tuyên bố hợp tác về giáo dục.\n"
        "Ý định thư về du lịch.\n"
        "Chương trình hợp tác giai đoạn 2018-2019 giữa Bộ Tư pháp Lào và Bộ Tư pháp Việt Nam.\n"
        "Hai bên hài lòng."
    )
    assert sorted((kind, sides) for kind, sides, *_ in told(text)) == [
        ("declaration", PAIR_LAO),
        ("declaration", PAIR_LAO),
        ("plan", PAIR_LAO),
    ]


PAIR_LAO = ["LAO", "VNM"]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Năm 1977, Việt Nam và Lào đã ký Hiệp ước hữu nghị và hợp tác.", "1977"),
        ("Việt Nam và Lào ký hiệp định về vận tải vào năm 2009.", "2009"),
        ("Việt Nam và Lào kỷ niệm 25 năm ký Hiệp ước về biên giới năm 2002.", "1977"),
        ("Ngày 8/6/2022, Việt Nam và Lào ký Tuyên bố chung về tầm nhìn hướng tới năm 2030.", "2022-06-08"),
        ("Hiệp định về vận tải giữa Việt Nam và Lào có hiệu lực từ tháng 10/2016.", "None"),
        ("Việt Nam và Lào ký hiệp định về vận tải và vào năm 2012 mở thêm cửa khẩu.", "None"),
    ],
)
def test_when_it_was_signed(text, date):
    (agreement,) = facts(Agreement, text)
    assert str(agreement.date) == date


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Việt Nam đề nghị Lào đẩy mạnh thực hiện Bản ghi nhớ về du lịch.", "signed"),
        ("Việt Nam mong Lào ủng hộ việc ký Bản ghi nhớ về du lịch.", "proposed"),
        ("Việt Nam và Lào thúc đẩy đàm phán, ký hiệp định về vận tải.", "proposed"),
        ("Việt Nam và Lào đánh giá cao Hiệp định về vận tải đã ký.", "signed"),
        ("Thương mại Việt Nam - Lào sẽ tăng khi Hiệp định về vận tải được ký kết.", "proposed"),
        ("Mỹ đã rút khỏi Hiệp ước về tên lửa với Nga.", "expired"),
    ],
)
def test_what_becomes_of_it(text, status):
    (agreement,) = facts(Agreement, text)
    assert agreement.status == status


def test_a_clause_that_names_no_signer_has_that_of_the_clause_before():
    text = "Tập đoàn Hòa Phát đã ký bản ghi nhớ với Đại học Lào, ký hợp đồng cung cấp thép với Cảng Viêng Chăn."
    assert {side for _, sides, *_ in told(text) for side in sides} >= {"Tập đoàn Hòa Phát", "Cảng Viêng Chăn"}


def test_parties_that_one_mention_gives_are_those_of_the_other():
    text = (
        "Việt Nam và Lào nêu Hiệp định thương mại tự do. "
        "Hai bên thúc đẩy Hiệp định thương mại tự do giữa Việt Nam và EU."
    )
    assert [sides for _, sides, *_ in told(text)] == [["EU", "VNM"]]


@pytest.mark.parametrize(
    "text",
    [
        "Nông dân Việt Nam ký hợp đồng với bên thứ ba ở Lào.",
        "Việt Nam và Lào nhắc lại thỏa thuận tại Viêng Chăn.",
        "Việt Nam và Lào đạt được thỏa thuận tiếp tục hợp tác.",
        "Công ty Hà Nội và Công ty Huế ký hợp đồng về gạo.",
        "Chưa có hiệp định nào về nước giữa Việt Nam và Lào.",
        "Việt Nam và Lào tuân thủ các hiệp ước, hiệp định và thỏa thuận về biên giới.",
        "Việt Nam và Lào tin rằng Hiệp định không chỉ có lợi cho người dân.",
        "Việt Nam và Lào ký bản ghi nhớ giữa các bộ.",
        "Anh và Việt Nam bàn về khả năng ký hiệp định thương mại tự do với nước khác.",
        "Mỹ và Canada phản đối Tuyên bố chung G7.",
        "Việt Nam và Lào đạt thỏa thuận về nhiều ý tưởng.",
        "Việt Nam và Lào chưa ký hiệp định thương mại giữa châu Âu và Đông Nam Á.",
    ],
)
def test_what_is_no_instrument_of_two_countries(text):
    assert told(text) == []


def test_the_name_is_as_written():
    (agreement,) = facts(Agreement, "Việt Nam và Campuchia ký bản ghi nhớ về hợp tác du lịch nhân dịp này.")
    assert agreement.name == "Bản ghi nhớ về hợp tác du lịch"
