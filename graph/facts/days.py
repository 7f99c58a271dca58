"""Which days are one: a journey is told from the day on which somebody leaves, lands or is welcomed.

Days that lie close are one, and so is a day of no year with the only one that is close to it, or the only month of a
known year that it can be in. The result is a function of the set of days.
"""

import datetime as dt
from collections.abc import Iterable, Mapping

from ontology.dates import Date

# On the open half of bench/identity no two visits of one visitor to one place begin closer; reports of one do.
CLOSE = 3
YEAR = 366
LEAP = 2000  # a day of no year is looked at in a year that has all days


def groups(told: Iterable[Date]) -> dict[Date, Date]:
    """Return what days mean: the first of those that are one.

    >>> a, b, c, month = (Date(one) for one in ("2018-11-10", "XXXX-11-11", "2019-11-30", "2017-11"))
    >>> [str(one) for one in groups([a, b, c, month]).values()], str(groups([b, month])[b])
    (['2018-11-10', '2019-11-30', '2018-11-10'], '2017-11-11')
    """
    those = set(told)
    days = sorted(day for day in those if len(day.edtf) == len("2018-11-10"))
    known = chained(day for day in days if "X" not in day.edtf)
    yearless = chained(day for day in days if day.edtf.startswith("XXXX") and "X" not in day.edtf[4:])
    months = sorted(day for day in those if len(day.edtf) == len("2018-11") and day.edtf.replace("-", "").isdigit())
    return dict(known) | {day: placed(first, yearless, known, months) for day, first in yearless.items()}


def placed(first: Date, yearless: Mapping[Date, Date], known: Mapping[Date, Date], months: Iterable[Date]) -> Date:
    """Return what some days of no year mean, by the first of them: the one day or month of a year that is close."""
    own = [day for day, of in yearless.items() if of == first]
    near = {of for day, of in known.items() if any(close(day, one) for one in own)}
    years = {month.edtf[:4] for month in months if month.edtf[4:] == first.edtf[4:7]}
    if len(near) == 1:
        return near.pop()
    return Date(years.pop() + first.edtf[4:]) if not near and len(years) == 1 else first


def chained(days: Iterable[Date]) -> Mapping[Date, Date]:
    """Return the first day of each chain of days of which each is close to the one before; the days are sorted."""
    found: dict[Date, Date] = {}
    before: Date | None = None
    for day in days:
        found[day] = found[before] if before and close(before, day) else day
        before = day
    return found


def close(one: Date, other: Date) -> bool:
    """Tell whether two days are close, whatever the year where one leaves it unsaid."""
    years = {day.edtf[:4] for day in (one, other) if day.edtf[:4].isdigit()}
    same = min(years, default=str(LEAP)) if len(years) < 2 else None
    a, b = (on(day, same) for day in (one, other))
    return bool(a and b and abs((a - b).days) <= CLOSE)


def timely(first: Date, published: str | None) -> bool:
    """Tell whether an article that appeared then can mean a day: within a year of it, as far as both are known."""
    day, appeared = first.earliest(), Date(published).earliest() if published else None
    return day is None or appeared is None or abs((day - appeared).days) <= YEAR


def on(day: Date, year: str | None) -> dt.date | None:
    """Return a day of a year, None where that year does not have it."""
    try:
        return Date((day.edtf[:4] if year is None or day.edtf[:4].isdigit() else year) + day.edtf[4:]).earliest()
    except ValueError:
        return None
