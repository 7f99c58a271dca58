"""Names across spellings: what folding, the exact key and the sound key say of pairs."""

import unicodedata

import pytest

from ontology import hearing, names

ONE = [
    ("Khuong Sreng", "Khuông Sơ-reng"),
    ("Thongloun Sisoulith", "Thoong-lun Xỉ-xu-lít"),
    ("Hun Sen", "Hun Xen"),
    ("Choummaly Sayasone", "Chum-ma-ly Xay-nha-xỏn"),
    ("Dmitry Medvedev", "Đmi-tri Mét-vê-đép"),
    ("Fidel Castro", "Phi-đen Cát-xtơ-rô"),
    ("Shinzo Abe", "Sin-dô A-bê"),
    ("Angela Merkel", "An-ghê-la Méc-ken"),
    ("Ban Ki-moon", "Ban Ki Mun"),
    ("Joko Widodo", "Giô-cô Uy-đô-đô"),
    ("Sergey Lavrov", "Xéc-gây La-vrốp"),
    ("Boris Johnson", "Bô-rít Giôn-xơn"),
    ("Rodrigo Duterte", "Rô-đri-gô Đu-téc-tê"),
    ("Miguel Diaz-Canel", "Mi-ghen Đi-át Ca-nen"),
    ("Fumio Kishida", "Kishida Fumio"),
    ("Moon Jae-in", "Moon Jae - in"),
]
TWO = [
    ("Hun Sen", "Hun Ma-nét"),
    ("Hun Many", "Hun Ma-nét"),
    ("Raul Castro", "Phi-đen Cát-xtơ-rô"),
    ("Tea Banh", "Tia Xây-ha"),
    ("Barack Obama", "Mi-sen Ô-ba-ma"),
    ("Khuong Sreng", "Khiêu Xăm-phon"),
    ("Nguyễn Văn Hùng", "Nguyễn Văn Hưng"),
    ("Phạm Minh Chính", "Phạm Bình Minh"),
]


@pytest.mark.parametrize(("name", "other"), ONE)
def test_spellings_of_one_name_sound_alike(name, other):
    assert names.similarity(name, other) >= names.ALIKE
    assert names.similarity(other, name) == names.similarity(name, other)
    assert set(names.blocks(name)) & set(names.blocks(other))


@pytest.mark.parametrize(("name", "other"), TWO)
def test_other_names_do_not(name, other):
    assert names.similarity(name, other) < names.ALIKE


@pytest.mark.parametrize(
    ("name", "other", "same"),
    [
        ("Nguyễn Hoà Bình", "Nguyễn Hòa Bình", True),
        ("Nguyễn Thuý Anh", "Nguyễn Thúy Anh", True),
        ("TÔ LÂM", "Tô Lâm", True),
        ("Ðinh Tiến Dũng", "Đinh Tiến Dũng", True),
        ("Hùng", "Hưng", False),
        ("Dung", "Dũng", False),
        ("Đạt", "Dạt", False),
        ("Ban Ki-moon", "Ban Ki Moon", True),
    ],
)
def test_the_exact_key_keeps_marks_but_not_their_place(name, other, same):
    assert (names.exact(name) == names.exact(other)) is same


def test_folding_takes_marks_hyphens_and_case_off():
    assert names.fold("  Khuông  Sơ-reng ") == "khuong soreng"
    assert names.fold("Ðặng Đức Nhã") == "dang duc nha"
    assert names.fold("O’Brien") == "obrien"
    assert names.fold("") == ""


def test_a_decomposed_name_is_the_composed_one():
    name = "Nguyễn Phú Trọng"
    assert names.exact(unicodedata.normalize("NFD", name)) == names.exact(name)


def test_names_without_letters_are_not_alike():
    assert names.similarity("", "Hun Sen") == 0
    assert names.similarity("…", "123") == 0


def test_all_costs_are_between_one_of_each_pair_of_classes():
    costs = hearing.data()["costs"]
    assert all(len(pair) == 2 and 0 < cost < 1 for pair, cost in costs.items())
    assert not [pair for pair in costs if pair[::-1] in costs and pair[0] != pair[1]]
