"""Dates as exact as the text: no year, month or day that it does not tell; scores and shares are none."""

import pytest

from extract import language
from extract.finders.dates import nearest_year, shifted
from extract.tokens.text import key
from ontology.dates import Date


def dates(text):
    return [str(mention.date) for mention in language.load("vi").dates.find(key(text)) if mention.date]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ngày 3-10", ["XXXX-10-03"]),
        ("ngày 3/10/2016", ["2016-10-03"]),
        ("ngày 3.10.2016", ["2016-10-03"]),
        ("sáng 01/05/2022", ["2022-05-01"]),
        ("mùng 2 tháng 9", ["XXXX-09-02"]),
        ("tháng 9-2016", ["2016-09"]),
        ("cuối tháng 9 năm 2016", ["2016-09"]),
        ("năm 2016", ["2016"]),
        ("từ ngày 8/11 đến ngày 10/11", ["XXXX-11-08/XXXX-11-10"]),
        ("từ 30/8 đến 2/9/2025", ["2025-08-30/2025-09-02"]),
        ("giai đoạn 2021 - 2025", ["2021/2025"]),
        ("(24/6/1967 - 24/6/2022)", ["1967-06-24/2022-06-24"]),
        ("ngày 29/2/2024 và ngày 30/2/2024", ["2024-02-29"]),
        ("ngày 31/4", []),
        ("ngày 5/13", []),
        ("thắng với tỷ số 2-1", []),
        ("3/4 số đại biểu", []),
        ("có 2-3 nhà máy", []),
        ("tăng 10,5% lên 2.019 tỷ", []),
        ("số 24/7", []),
        ("", []),
    ],
)
def test_a_date_says_what_the_text_says(text, found):
    assert dates(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("vào tháng tới", [("month", 1)]),
        ("ngày 5 tháng tới", [("month", 1)]),
        ("quý 3 năm tới", [("year", 1)]),
        ("trong 1-2 tháng tới", []),
        ("trong những năm tới", []),
        ("hai năm tới", []),
    ],
)
def test_a_count_of_months_is_no_month(text, found):
    assert [mention.relative for mention in language.load("vi").dates.find(key(text))] == found


@pytest.mark.parametrize(
    ("base", "unit", "shift", "date"),
    [
        ("2022-05-01", "day", -1, "2022-04-30"),
        ("2022-01-15", "month", -1, "2021-12"),
        ("2022-12-31", "month", 1, "2023-01"),
        ("2022-05", "year", -1, "2021"),
        ("2022", "month", 0, None),
        ("2022-05", "day", 0, None),
        ("XXXX-05-01", "day", 0, None),
        (None, "day", 0, None),
    ],
)
def test_a_relative_date_is_told_from_a_day_that_is_known(base, unit, shift, date):
    assert shifted(Date(base) if base else None, unit, shift) == (Date(date) if date else None)


@pytest.mark.parametrize(
    ("date", "published", "filled"),
    [
        ("XXXX-12-30", "2019-01-02", "2018-12-30"),
        ("XXXX-01-02", "2018-12-30", "2019-01-02"),
        ("XXXX-04-27", "2022-05-01", "2022-04-27"),
        ("XXXX-02-29", "2023-03-01", "2024-02-29"),
        ("XXXX-04-27", "2022-05", "XXXX-04-27"),
        ("XXXX-04-27", None, "XXXX-04-27"),
        ("2016-04-27", "2022-05-01", "2016-04-27"),
    ],
)
def test_an_unsaid_year_is_the_nearest_to_the_day_of_publication(date, published, filled):
    assert str(nearest_year(Date(date), Date(published) if published else None)) == filled
