"""Dates as far as a text tells them: EDTF, agreement, precision.

A date is one of the EDTF (ISO 8601-2) forms `2022-04-27`, `2022-04`, `2022`, with `X` for digits
that the text leaves unsaid (`XXXX-10-03`), or an interval of two of them.
"""

import calendar
import datetime as dt
import re
from dataclasses import dataclass

SHAPE = re.compile(r"(?:[0-9X]{4})(?:-[0-9X]{2}(?:-[0-9X]{2})?)?")


@dataclass(frozen=True, slots=True, order=True)
class Date:
    """A date, as exact as the text and no more.

    >>> Date("2022-04").latest()
    datetime.date(2022, 4, 30)
    >>> Date("27/4")
    Traceback (most recent call last):
    ValueError: '27/4' is no EDTF date such as 2022-04-27, XXXX-04-27 or 2022-04-26/2022-04-28
    """

    edtf: str

    def __post_init__(self) -> None:
        """Refuse what is not well-formed; raises ValueError."""
        if not all(well_formed(part) for part in self.edtf.split("/", 1)):
            msg = f"{self.edtf!r} is no EDTF date such as 2022-04-27, XXXX-04-27 or 2022-04-26/2022-04-28"
            raise ValueError(msg)

    def __str__(self) -> str:
        """Return the EDTF string."""
        return self.edtf

    def earliest(self) -> dt.date | None:
        """Return the first day it can mean; None where the year is unsaid.

        >>> Date("2022").earliest(), Date("XXXX-04-27").earliest()
        (datetime.date(2022, 1, 1), None)
        """
        return bound(self.edtf.split("/")[0], last=False)

    def latest(self) -> dt.date | None:
        """Return the last day it can mean; None where the year is unsaid."""
        return bound(self.edtf.split("/")[-1], last=True)

    def agrees(self, other: "Date") -> bool:
        """Tell whether both can mean the same: no digit that both state differs.

        >>> Date("XXXX-04-27").agrees(Date("2022-04-27")), Date("2022-04").agrees(Date("2022-05-01"))
        (True, False)
        """
        mine, theirs = self.edtf.split("/"), other.edtf.split("/")
        ends = ((mine[0], theirs[0]), (mine[-1], theirs[-1]))
        return all(same_digits(a, b) for a, b in ends)

    def precision(self) -> int:
        """Count the digits stated, so that the more exact of two that agree can be chosen.

        >>> Date("2022-04-27").precision(), Date("XXXX-04-27").precision()
        (8, 4)
        """
        return sum(c.isdigit() for c in self.edtf)


def well_formed(part: str) -> bool:
    """Tell whether one end is a year, month or day that exists, with X for unsaid digits."""
    if not SHAPE.fullmatch(part):
        return False
    pieces = part.split("-")
    month = pieces[1] if len(pieces) > 1 else "XX"
    day = pieces[2] if len(pieces) > 2 else "XX"
    if month.isdigit() and not 1 <= int(month) <= 12:
        return False
    if not day.isdigit():
        return True
    year = int(pieces[0]) if pieces[0].isdigit() and pieces[0] != "0000" else 2000
    last = calendar.monthrange(year, int(month))[1] if month.isdigit() else 31
    return 1 <= int(day) <= last


def bound(part: str, *, last: bool) -> dt.date | None:
    """Return the first or last day that one end can mean; None where the year is unsaid."""
    pieces = [*part.split("-"), "XX", "XX"]
    year, month, day = pieces[:3]
    if not year.isdigit() or int(year) == 0:
        return None
    m = int(month) if month.isdigit() else (12 if last else 1)
    d = int(day) if day.isdigit() else (calendar.monthrange(int(year), m)[1] if last else 1)
    return dt.date(int(year), m, d)


def same_digits(a: str, b: str) -> bool:
    """Tell whether no digit that both state differs; a shorter date leaves the rest unsaid."""
    return all(x in ("X", y) or y == "X" for x, y in zip(a, b, strict=False))
