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
        ("ASEAN và Trung Quốc đang đàm phán Bộ quy tắc ứng xử ở Biển Đông.", ["ASEAN", "CHN"]),
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


def test_the_name_is_as_written():
    (agreement,) = facts(Agreement, "Việt Nam và Campuchia ký bản ghi nhớ về hợp tác du lịch nhân dịp này.")
    assert agreement.name == "Bản ghi nhớ về hợp tác du lịch"
