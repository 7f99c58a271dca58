"""People and their posts: which name a title belongs to, where a name ends, what is no person."""

import pytest
from short_texts import mentions, scene


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Thủ tướng Phạm Minh Chính phát biểu.", {"Phạm Minh Chính": ["Thủ tướng"]}),
        (
            "Ủy viên Bộ Chính trị, Bí thư Thành ủy Hà Nội Vương Đình Huệ phát biểu.",
            {"Vương Đình Huệ": ["Ủy viên Bộ Chính trị", "Bí thư Thành ủy"]},
        ),
        ("Ông Prak Sokhonn, Phó Thủ tướng Campuchia, phát biểu.", {"Prak Sokhonn": ["Phó Thủ tướng"]}),
        (
            "Thủ tướng Lào Sonexay Siphandone và Bộ trưởng Ngoại giao Bùi Thanh Sơn phát biểu.",
            {"Sonexay Siphandone": ["Thủ tướng"], "Bùi Thanh Sơn": ["Bộ trưởng Ngoại giao"]},
        ),
        ("Nguyên Tổng Bí thư Nông Đức Mạnh phát biểu.", {"Nông Đức Mạnh": ["Nguyên Tổng Bí thư"]}),
        ("Tổng thống Hàn Quốc Moon Jae - in phát biểu.", {"Moon Jae-in": ["Tổng thống"]}),
        ("Em gái ông Kim Jong Un - tháp tùng anh trai.", {"Kim Jong Un": []}),
        ("Thái tử Saudi Arabia Mohammed bin Salman phát biểu.", {"Mohammed bin Salman": ["Thái tử"]}),
        ("Chủ tịch Triều Tiên Kim Jong Un phát biểu.", {"Kim Jong Un": ["Chủ tịch"]}),
        ("Ông Nguyễn Hòa Bình phát biểu.", {"Nguyễn Hòa Bình": []}),
        ("Samdech Hun Sen phát biểu.", {"Hun Sen": []}),
        ("Bộ trưởng Công an Tô Lâm phát biểu.", {"Tô Lâm": ["Bộ trưởng Công an"]}),
        ("Bộ trưởng Bộ Công an, Đại tướng Lương Tam Quang.", {"Lương Tam Quang": ["Bộ trưởng Bộ Công an"]}),
        ("Tổng Thư ký ASEAN, Kao Kim Hourn, phát biểu.", {"Kao Kim Hourn": ["Tổng Thư ký"]}),
        ("Thủ tướng Trung Quốc khi ấy là ông Chu Ân Lai.", {"Chu Ân Lai": ["Thủ tướng"]}),
        ("Tổng thống Mỹ lúc đó Barack Obama phát biểu.", {"Barack Obama": ["Tổng thống"]}),
        ("Đại sứ Thụy Điển - bà Ann Mawe - phát biểu.", {"Ann Mawe": ["Đại sứ"]}),
        ("Ông Hun Sen, khi đó là Chủ tịch Đảng Nhân dân Campuchia, phát biểu.", {"Hun Sen": ["Chủ tịch"]}),
        ("Ông Ban Ki-moon (trái), Tổng Thư ký Liên hợp quốc, phát biểu.", {"Ban Ki-moon": ["Tổng Thư ký"]}),
        ("Ông Phăn-khăm Vi-phạ-văn phát biểu.", {"Phăn-khăm Vi-phạ-văn": []}),
        (
            "Ông Kim Eui-kyeom, người phát ngôn của Tổng thống Hàn Quốc Moon Jae-in, phát biểu.",
            {"Kim Eui-kyeom": ["người phát ngôn của Tổng thống"], "Moon Jae-in": ["Tổng thống"]},
        ),
        (
            "Thượng nghị sĩ John McCain, Chủ tịch Ủy ban Quân vụ Thượng viện Mỹ đã phát biểu.",
            {"John McCain": ["Thượng nghị sĩ", "Chủ tịch Ủy ban Quân vụ Thượng viện"]},
        ),
        (
            "Phó Tư lệnh Cảnh sát hoàng gia Thái Lan Nguyễn Văn Nam.",
            {"Nguyễn Văn Nam": ["Phó Tư lệnh Cảnh sát hoàng gia"]},
        ),
        (
            "Người phát ngôn hải quân Philippines Noel Detoyato.",
            {"Noel Detoyato": ["Người phát ngôn hải quân Philippines"]},
        ),
        ("Bộ trưởng Khí hậu Đan Mạch Dan Jorgensen phát biểu.", {"Dan Jorgensen": ["Bộ trưởng Khí hậu"]}),
        ("Ông Dương Chính Thức phát biểu.", {"Dương Chính Thức": []}),
        ("Chủ tịch nước cộng hòa nhân dân Trung Hoa Tập Cận Bình.", {"Tập Cận Bình": ["Chủ tịch nước"]}),
        ("Bà Hillary Clinton - từng là Ngoại trưởng Mỹ - phát biểu.", {"Hillary Clinton": ["Ngoại trưởng"]}),
        ("Nữ hoàng Anh Elizabeth II phát biểu.", {"Elizabeth II": ["Nữ hoàng"]}),
        ("Thủ tướng C.Sa - oai phát biểu.", {"C.Sa-oai": ["Thủ tướng"]}),
        (
            "Tại cuộc gặp với lãnh đạo Trung Quốc, Trưởng Ban Tuyên giáo Trung ương Võ Văn Thưởng phát biểu.",
            {"Võ Văn Thưởng": ["Trưởng Ban Tuyên giáo Trung ương"]},
        ),
        (
            "Cảm ơn người đồng cấp Thụy Điển, Thủ tướng Nguyễn Xuân Phúc phát biểu.",
            {"Nguyễn Xuân Phúc": ["Thủ tướng"]},
        ),
    ],
)
def test_a_name_has_its_titles(text, found):
    assert {m.name: [title.title for title in m.titles] for m in mentions(text) if m.name} == found


@pytest.mark.parametrize(
    ("text", "polities"),
    [
        ("Thủ tướng Lào Sonexay Siphandone", ["LAO"]),
        ("Bí thư Thành ủy Hà Nội Đinh Tiến Dũng", ["Hà Nội"]),
        ("Đô trưởng thủ đô Viêng Chăn Atsaphangthong Siphandone", ["Viêng Chăn"]),
        ("Tổng Bí thư Nguyễn Phú Trọng", []),
    ],
)
def test_a_title_has_its_polity(text, polities):
    (mention,) = mentions(text)
    assert [p.notation for title in mention.titles for p in title.polities] == polities


@pytest.mark.parametrize(
    ("text", "gloss"),
    [
        ("Đô trưởng Khuông Sơ-reng (Khuong Sreng) phát biểu", "Khuong Sreng"),
        ("Đô trưởng Khuông Sơ-reng (giữa) phát biểu", ""),
    ],
)
def test_another_spelling_stands_in_brackets(text, gloss):
    assert [mention.gloss for mention in mentions(text)] == [gloss]


@pytest.mark.parametrize(
    "text",
    [
        "Hồ Gươm rất đẹp.",
        "Văn phòng Chính phủ ra thông báo.",
        "Chính quyền Phnom Penh ra thông báo.",
        "Dinh Tổng thống mở cửa.",
        "Lãnh đạo hãng All Nippon Airways đến.",
        "Ảnh: Nguyễn Văn Nam",
        "Nhiều nhân quyền hơn.",
    ],
)
def test_this_is_nobody(text):
    assert [mention.name for mention in mentions(text) if mention.name] == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Có các đồng chí Ủy viên Bộ Chính trị: Bí thư Thành ủy Hà Nội Vương Đình Huệ; Thủ tướng Phạm Minh Chính.",
            {
                "Vương Đình Huệ": ["Ủy viên Bộ Chính trị", "Bí thư Thành ủy"],
                "Phạm Minh Chính": ["Ủy viên Bộ Chính trị", "Thủ tướng"],
            },
        ),
        (
            "Hai Thượng nghị sĩ Mỹ John McCain và Sheldon Whitehouse phát biểu.",
            {"John McCain": ["Thượng nghị sĩ"], "Sheldon Whitehouse": ["Thượng nghị sĩ"]},
        ),
        (
            "Thượng nghị sĩ Mỹ John McCain và bà Michelle Bachelet phát biểu.",
            {"John McCain": ["Thượng nghị sĩ"], "Michelle Bachelet": []},
        ),
    ],
)
def test_a_post_of_several_people_is_each_ones(text, found):
    assert {m.name: [title.title for title in m.titles] for m in mentions(text) if m.name} == found


@pytest.mark.parametrize(
    ("text", "spelled"),
    [
        ("Bà Duyeon Kim đến. Nhà lãnh đạo Kim Jong Un phát biểu. Ông Kim cảm ơn.", {"Kim Jong Un": 2, "Duyeon Kim": 1}),
        (
            "Tổng thống Hàn Quốc Moon Jae-in tiếp ông Moon Chung-in. Tổng thống Moon cảm ơn.",
            {"Moon Jae-in": 2, "Moon Chung-in": 1},
        ),
        ("Tổng thống Israel Reuven R.Rivlin đến. Tổng thống Rivlin phát biểu.", {"Reuven R.Rivlin": 2}),
        ("Tổng thống Syria Bashar al - Assad đến. Tổng thống Syria Assad phát biểu.", {"Bashar al-Assad": 2}),
        # A slip of the pen, with the same post.
        ("Tổng thống Philippines Rodrigo Duterte đến. Tổng thống Dutetre phát biểu.", {"Rodrigo Duterte": 2}),
        ("Chủ tịch Kim Jong Il đến. Chủ tịch Kim Jong Un phát biểu.", {"Kim Jong Il": 1, "Kim Jong Un": 1}),
        (
            "Quốc vương Salman đến. Thái tử Mohammed bin Salman phát biểu.",
            {"Salman": 1, "Mohammed bin Salman": 1},
        ),
    ],
)
def test_a_short_name_is_whoevers_address_or_post_fits(text, spelled):
    actors = scene(text).discourse.actors
    assert {actor.person.name: sum(actor.spellings.values()) for actor in actors} == spelled


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("Bà Angela Merkel tiếp ông Donald Trump. Bà cảm ơn.", "Angela Merkel"),
        ("Ông Donald Trump tiếp bà Angela Merkel. Ông cảm ơn.", "Donald Trump"),
        ("Ông Donald Trump tiếp ông Shinzo Abe. Hai ông cảm ơn.", None),
        # Whose something is stands for a subject where the sentence has none.
        ("Ông Donald Trump tiếp ông Shinzo Abe. Chuyến thăm của ông Abe diễn ra khi ông nghỉ.", "Shinzo Abe"),
        ("Chuyến thăm của ông Abe diễn ra khi ông Donald Trump nghỉ. Ông cảm ơn.", "Donald Trump"),
        # The first subject of the sentence before, not whoever came with him.
        ("Thủ tướng Shinzo Abe đến; ông Taro Kono cùng đi. Ông cảm ơn.", "Shinzo Abe"),
    ],
)
def test_a_pronoun_is_of_a_man_or_a_woman(text, whose):
    found = scene(text)
    last = max(unit for unit, mention in enumerate(found.units.mentions) if mention is not None)
    actor = found.actor(last)
    assert (actor and actor.person and actor.person.name) == whose


def test_a_pronoun_meets_nobody_of_its_own_country():
    text = "Tổng Bí thư Nguyễn Phú Trọng và Tổng thống Mỹ Joe Biden hội đàm. Sau đó, ông gặp Thủ tướng Phạm Minh Chính."
    found = scene(text)
    pronoun = next(u for u, m in enumerate(found.units.mentions) if m is not None and not m.name)
    assert found.actor(pronoun).person.name == "Joe Biden"


def test_a_district_is_no_name():
    (mention,) = mentions("Chủ tịch UBND huyện Bến Lức Nguyễn Văn Nam phát biểu.")
    assert (mention.name, mention.titles[0].bodies) == ("Nguyễn Văn Nam", ("huyện Bến Lức",))


def test_a_post_is_not_the_name_behind_the_phrase_that_it_closes():
    bare, named = mentions(
        "Nhà lãnh đạo Kim Jong-un đến. Trong cuộc hội đàm với Chủ tịch Trung Quốc, Kim Jong-un cảm ơn."
    )[1:]
    assert (bare.name, named.name, named.titles) == ("", "Kim Jong-un", ())


def test_a_post_behind_the_name_that_closes_a_phrase_is_somebody_elses():
    text = "Hội đàm với Chủ tịch nước Trần Đại Quang, Tổng thống Mỹ cảm ơn nước chủ nhà."
    assert [[title.title for title in m.titles] for m in mentions(text)] == [["Chủ tịch nước"], ["Tổng thống"]]


def test_who_is_quoted_has_not_the_post_behind_the_comma():
    quoted, bare = mentions("Theo ông Carl Thayer, Tổng thống Mỹ không chỉ cảm ơn.")
    assert (quoted.titles, bare.name) == ((), "")


def test_a_general_of_a_country_is_called_by_his_name():
    (mention,) = mentions("Tướng Iran Hatami phát biểu.")
    assert mention.name == "Hatami"


def test_a_post_alone_is_a_mention_without_a_name():
    (mention,) = mentions("Thủ tướng Nhật Bản phát biểu.")
    assert (mention.name, [title.title for title in mention.titles]) == ("", ["Thủ tướng"])


def test_several_holders_of_a_post_are_no_one_holder():
    (mention,) = mentions("Hai Thủ tướng phát biểu.")
    assert mention.titles[-1].plural
