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
