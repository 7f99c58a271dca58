"""Offices: which title is a public post, and whose it is."""

import pytest
from short_texts import facts

from ontology.facts import Office


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Thủ tướng Lào Sonexay Siphandone phát biểu.", [("Thủ tướng", "LAO")]),
        ("Bí thư Thành ủy Hà Nội Đinh Tiến Dũng phát biểu.", [("Bí thư Thành ủy", "Hà Nội")]),
        ("Tổng Bí thư Nguyễn Phú Trọng phát biểu.", [("Tổng Bí thư", None)]),
        ("Đại sứ Việt Nam tại Campuchia Nguyễn Huy Tăng phát biểu.", [("Đại sứ", "VNM")]),
        ("Nguyên Chủ tịch nước Trương Tấn Sang phát biểu.", [("Nguyên Chủ tịch nước", "VNM")]),
        ("Tổng Thư ký Liên Hợp Quốc António Guterres phát biểu.", [("Tổng Thư ký", "UN")]),
        ("Giáo hoàng Francis phát biểu.", [("Giáo hoàng", "VAT")]),
        ("Chủ tịch Hội đồng châu Âu Charles Michel phát biểu.", [("Chủ tịch Hội đồng châu Âu", "Hội đồng châu Âu")]),
        ("Đại biểu Trần Hoàng Ngân phát biểu.", [("Đại biểu", "Quốc hội")]),
        ("Chủ tịch Hồ Chí Minh phát biểu.", [("Chủ tịch", "VNM")]),
        (
            "Tổng Tham mưu trưởng Quân đội nhân dân Việt Nam Văn Tiến Dũng phát biểu.",
            [("Tổng Tham mưu trưởng Quân đội nhân dân Việt Nam", "Quân đội nhân dân Việt Nam")],
        ),
        (
            "Ông Lê Hoài Trung, Vụ trưởng Vụ ASEAN thuộc Bộ Ngoại giao, phát biểu.",
            [("Vụ trưởng Vụ ASEAN thuộc Bộ Ngoại giao", "Bộ Ngoại giao")],
        ),
        (
            "Chủ tịch Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam Đỗ Văn Chiến phát biểu.",
            [("Chủ tịch Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam", "Mặt trận Tổ quốc Việt Nam")],
        ),
        (
            "Chủ tịch Hội Liên hiệp Thanh niên Việt Nam TP.HCM Ngô Minh Hải phát biểu.",
            [("Chủ tịch Hội Liên hiệp Thanh niên Việt Nam", "Hội Liên hiệp Thanh niên Việt Nam")],
        ),
        (
            "Ông Triệu Lạc Tế, Ủy viên Bộ Chính trị Đảng Cộng sản Trung Quốc. Ủy viên Bộ Chính trị Triệu Lạc Tế.",
            [("Ủy viên Bộ Chính trị", "Đảng Cộng sản Trung Quốc")],
        ),
        (
            "Ông Rand Paul, một thành viên của Ủy ban Đối ngoại Thượng viện, phát biểu.",
            [("thành viên của Ủy ban Đối ngoại Thượng viện", "Ủy ban Đối ngoại Thượng viện")],
        ),
        (
            "Cục trưởng cục Tác chiến bộ Tổng tham mưu quân đội Nga Andrey Kartapolov phát biểu.",
            [("Cục trưởng cục Tác chiến bộ Tổng tham mưu quân đội", "cục Tác chiến bộ Tổng tham mưu quân đội")],
        ),
        (
            "Vụ trưởng Vụ Đàm phán thương mại, thuộc Bộ Thương mại Thái Lan, ông Bundit Limschoon phát biểu.",
            [("Vụ trưởng Vụ Đàm phán thương mại", "Bộ Thương mại Thái Lan")],
        ),
        (
            "Giám đốc Cấp cao Hội đồng An ninh Quốc gia về vấn đề châu Phi Judd Devermont phát biểu.",
            [("Giám đốc Cấp cao Hội đồng An ninh Quốc gia", "Hội đồng An ninh Quốc gia")],
        ),
        ("Đặc phái viên Mỹ về vấn đề Triều Tiên Stephen Biegun phát biểu.", [("Đặc phái viên", "USA")]),
        (
            "Bộ trưởng Tái thiết và Kinh tế Nhật Bản A. Mori. Bộ trưởng Tái thiết Kinh tế A. Mori.",
            [("Bộ trưởng Tái thiết và Kinh tế", "JPN")],
        ),
        ("Ông Nguyễn Văn Nam, Phó giám đốc chương trình nghiên cứu, phát biểu.", []),
        ("Hai đoàn vào lăng viếng Chủ tịch Hồ Chí Minh.", []),
        ("Phu nhân Thủ tướng Nhật Bản Akie Abe phát biểu.", []),
        ("Hiệu trưởng Trường Đại học Hà Nội Nguyễn Văn Nam phát biểu.", []),
        ("Đại tướng Phan Văn Giang phát biểu.", []),
        ("Tổng giám đốc Nguyễn Văn Nam phát biểu.", []),
        ("Ông Nguyễn Văn Nam phát biểu.", []),
    ],
)
def test_a_post_has_its_owner(text, found):
    assert [(o.title, o.of and o.of.name) for o in facts(Office, text)] == found


def test_each_title_of_a_chain_is_an_office():
    text = "Ủy viên Bộ Chính trị, Bí thư Thành ủy Hà Nội Vương Đình Huệ phát biểu."
    assert [o.title for o in facts(Office, text)] == ["Ủy viên Bộ Chính trị", "Bí thư Thành ủy"]


def test_posts_held_at_once_are_two():
    text = "Phó Thủ tướng kiêm Bộ trưởng Ngoại giao Phạm Bình Minh phát biểu."
    assert [o.title for o in facts(Office, text)] == ["Phó Thủ tướng", "Bộ trưởng Ngoại giao"]


def test_a_post_told_twice_is_one():
    text = "Bộ trưởng Ngoại giao Bùi Thanh Sơn đến. Bộ trưởng Bùi Thanh Sơn phát biểu."
    assert [o.title for o in facts(Office, text)] == ["Bộ trưởng Ngoại giao"]


def test_a_party_post_stands_beside_the_states():
    text = "Chủ tịch Đảng Lao động Triều Tiên Kim Jong-un, Chủ tịch Ủy ban Quốc vụ, phát biểu."
    assert {o.title: o.of and o.of.name for o in facts(Office, text)} == {
        "Chủ tịch": "Đảng Lao động Triều Tiên",
        "Chủ tịch Ủy ban Quốc vụ": "PRK",
    }


def test_a_former_post_is_not_told_again_without_the_word():
    text = "Nguyên Thủ tướng Phan Văn Khải đến. Thủ tướng Phan Văn Khải phát biểu."
    assert [o.title for o in facts(Office, text)] == ["Nguyên Thủ tướng"]


def test_the_body_of_the_text_words_a_post_better_than_a_caption():
    text = "Ảnh: Thứ trưởng Ngoại giao Bùi Thanh Sơn.\nThứ trưởng Bộ Ngoại giao Bùi Thanh Sơn phát biểu."
    assert [o.title for o in facts(Office, text)] == ["Thứ trưởng Bộ Ngoại giao"]


def test_whoever_has_a_post_of_their_own_has_not_their_counterparts():
    text = "Chủ tịch Trung Quốc Tập Cận Bình gặp người đồng cấp Nga Vladimir Putin. Tổng thống Nga Vladimir Putin đến."
    assert [(o.person.name, o.title) for o in facts(Office, text)] == [
        ("Tập Cận Bình", "Chủ tịch"),
        ("Vladimir Putin", "Tổng thống"),
    ]


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        (
            "Ông Trần Đại Quang là Ủy viên Trung ương Đảng khóa X; Ủy viên Bộ Chính trị; từng là Bộ trưởng Công an.",
            ["Ủy viên Trung ương Đảng", "Ủy viên Bộ Chính trị", "Bộ trưởng Công an"],
        ),
        (
            "Ông Tập Cận Bình phát biểu. Năm 2011, ông đã thăm Việt Nam với tư cách Phó Chủ tịch nước Trung Quốc.",
            ["Phó Chủ tịch nước"],
        ),
        ("Ông Joe Biden phát biểu. Ông sẽ giữ chức Tổng thống Mỹ.", []),
        ("Ông Joe Biden phát biểu. Ông gặp Tổng thống Pháp.", []),
    ],
)
def test_a_post_that_a_sentence_gives_somebody_is_theirs(text, posts):
    assert [o.title for o in facts(Office, text)] == posts
