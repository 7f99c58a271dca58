"""Whose countries people are of, where their posts name none."""

import pytest
from short_texts import people


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        # A kingdom has no president.
        ("Tại Bangkok, Thái Lan, Tổng thống Donald Trump đến. Mỹ cảm ơn Thái Lan.", "Donald Trump", "USA"),
        # The post is named with its country, without the name.
        ("Hàn Quốc mời Tổng thống Mỹ. Ở Seoul, Tổng thống Donald Trump phát biểu.", "Donald Trump", "USA"),
        # Somebody else has the post there.
        (
            "Tổng thống Hàn Quốc Moon Jae-in đón đoàn Mỹ ở Hàn Quốc. Tổng thống Donald Trump cảm ơn.",
            "Donald Trump",
            "USA",
        ),
        # Whoever is met is at home.
        ("Ông Miguel Díaz-Canel thăm Nga và hội đàm với Tổng thống Vladimir Putin.", "Vladimir Putin", "RUS"),
        # Where somebody goes they are not from, in a list neither.
        ("Mỹ mong đợi. Sau khi đến Việt Nam và Nhật Bản, ông Daniel Russel về Mỹ.", "Daniel Russel", "USA"),
        # A name that another language spells otherwise is foreign.
        ("Tại Trung Quốc, Thiếu tướng Trương Tiễn (Zhang Jian) phát biểu.", "Trương Tiễn", "CHN"),
        # Whoever serves a president is of his country.
        (
            "Bà Ivanka Trump, cố vấn của Tổng thống Mỹ Donald Trump, đến Hàn Quốc.",
            "Ivanka Trump",
            "USA",
        ),
        # The chairman of a state is of one of five.
        ("Tại Singapore, Chủ tịch Kim Jong-un phát biểu. Triều Tiên cảm ơn Singapore.", "Kim Jong-un", "PRK"),
        # Whoever serves states together is of none.
        ("Tại Mỹ, Tổng Thư ký Liên hợp quốc António Guterres phát biểu.", "António Guterres", None),
        ("Tại Bỉ, Chủ tịch Hội đồng châu Âu Donald Tusk phát biểu.", "Donald Tusk", None),
        # A republic has no prince.
        ("Tại Nga, Thái tử Mohammed bin Salman phát biểu. Saudi Arabia cảm ơn Nga.", "Mohammed bin Salman", "SAU"),
        ("Giáo hoàng Francis đến Hàn Quốc.", "Francis", "VAT"),
    ],
)
def test_a_foreigner_has_the_likeliest_country(text, name, country):
    assert people(text)[name] == country
