"""The day of the news, the day of writing, and the year that a text leaves unsaid."""

import pytest
from short_texts import scene

A, B = "Thủ tướng Nguyễn Xuân Phúc", "Thủ tướng Lào Thongloun Sisoulith"
NEWS = f"Sáng 5/9, {A} hội đàm với {B}. "


def days(text, published=None):
    """Return the day of the news and the day of writing."""
    dates = scene(text, published).discourse.dates
    return tuple(str(date) if date else None for date in (dates.lead, dates.today))


@pytest.mark.parametrize(
    ("text", "lead", "today"),
    [
        (NEWS, "XXXX-09-05", None),
        ("Ngày 5/9/1962, hai nước thiết lập quan hệ ngoại giao. Sáng 6/9/2017, hai bên mừng.", "2017-09-06", None),
        ("Hôm nay (21/2), hai bên ký kết.", "XXXX-02-21", "XXXX-02-21"),
        ("Hôm nay, ngày 21/2, hai bên ký kết.", "XXXX-02-21", "XXXX-02-21"),
        ("Hôm qua 28/2/2017, hai bên ký kết.", "2017-02-28", "2017-03-01"),
        ("Hôm qua 28/2, hai bên ký kết.", "XXXX-02-28", None),
        ("Hai bên ký kết trong năm 2017.", None, None),
    ],
)
def test_the_first_day_told_is_that_of_the_news(text, lead, today):
    assert days(text) == (lead, today)


def test_a_caption_does_not_date_the_news_that_a_sentence_dates():
    caption = "Thủ tướng Nguyễn Xuân Phúc ở Viêng Chăn ngày 4/9.\n"
    assert days(caption + NEWS + "\n" + caption)[0] == "XXXX-09-05"
    assert days(caption + "Hai bên hội đàm.\n" + caption)[0] == "XXXX-09-04"


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Hai nước kỷ niệm 55 năm thiết lập quan hệ ngoại giao (5/9/1962).", "2017"),
        ("Hai nước kỷ niệm 55 năm thiết lập quan hệ ngoại giao (1962 - 2017).", "2017"),
        ("Hai nước kỷ niệm 55 năm quan hệ ngoại giao. Quan hệ ngoại giao được lập năm 1962.", None),
        ("Năm nay kỷ niệm 55 năm lập quan hệ ngoại giao. Lào lập quan hệ ngoại giao ngày 5/9/1962.", "2017"),
        ("Hai nước hướng tới kỷ niệm 60 năm thiết lập quan hệ ngoại giao (1962 - 2022).", None),
        ("Hai nước kỷ niệm 55 năm thiết lập quan hệ ngoại giao năm 2017.", None),
        ("Hai nước kỷ niệm 55 năm thiết lập quan hệ ngoại giao (năm 2017).", None),
        ("Đoàn ở thăm từ ngày 4 đến 6/9/2017.", "2017"),
        ("Chuyến thăm diễn ra từ ngày 4/9/1987 đến 6/9/1987.", None),
        ("Hiệp định được ký tháng 7/2017.", None),
        ("Hiệp định được ký tháng 7/2017, mục tiêu đạt được vào năm 2020.", None),
        ("Hiệp định được ký tháng 7/2017, có hiệu lực năm 2018.", None),
        ("Hiệp định được ký tháng 2/2017.", None),
        ("Lễ ký dự kiến diễn ra tháng 10/2017.", None),
        ("Lễ ký diễn ra tháng 10/2017.", None),
        ("Ông thăm Lào hồi tháng 11 năm ngoái. Chuyến thăm tháng 11/2016 thành công.", "2017"),
        ("Tuần lễ cấp cao APEC 2017 bắt đầu ngày 7/9.", "2017"),
        ("Tuần lễ cấp cao APEC 2017 bắt đầu ngày 7/11.", None),
        ("Hai bên chuẩn bị cho APEC 2017.", None),
        ("Kim ngạch trong 7 tháng đầu năm 2017 tăng so với năm 2016.", "2017"),
        ("Kim ngạch trong 7 tháng đầu năm 2017 tăng, cả năm 2018 giảm.", None),
    ],
)
def test_the_year_of_the_news_is_filled_where_the_text_pins_it_down(text, year):
    assert scene(NEWS + text).discourse.dates.year == year
    assert days(NEWS + text)[0] == f"{year or 'XXXX'}-09-05"


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("tháng trước", "XXXX-08"),
        ("tháng tới", "XXXX-10"),
        ("hôm qua", None),
        ("năm ngoái", None),
        ("tháng 11 năm ngoái", "XXXX-11"),
    ],
)
def test_without_a_day_of_writing_months_are_told_from_the_news(words, date):
    read = scene(NEWS + f"Hai bên ký kết {words}.")
    (told,) = [read.discourse.dates.told(m) for m in read.units.document.concepts if getattr(m, "relative", None)]
    assert (str(told) if told else None) == date
