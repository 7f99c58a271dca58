"""Dates in a text, as exact as the text and no more; the shapes are the language's `dates.toml`."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from extract.text import key
from ontology.dates import Date, well_formed

NUMBERS = {
    "d": r"(?P<d>[0-3]?\d)",
    "d2": r"(?P<d2>[0-3]?\d)",
    "d3": r"[0-3]?\d",
    "m": r"(?P<m>[01]?\d)",
    "m2": r"(?P<m2>[01]?\d)",
    "y": r"(?P<y>1[89]\d\d|20\d\d)",
    "y2": r"(?P<y2>1[89]\d\d|20\d\d)",
}
DIGIT = re.compile(r"\d+")
NEAR = 40  # no shape has more letters before its first number or after its last


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in the text; `relative` (unit, shift) where it is told from the day of writing, or tells that day too."""

    start: int
    end: int
    date: Date | None
    relative: tuple[str, int] | None = None


class DateFinder:
    """Finds the dates of one language.

    >>> finder = DateFinder({"on": "ngày", "sep": "[-/]"}, [{"says": "{on} {d}{sep}{m}(?:{sep}{y})?"}], [])
    >>> [str(m.date) for m in finder.find("ngày 3/10 và ngày 31/12/2019, tỷ số 2-1")]
    ['XXXX-10-03', '2019-12-31']
    """

    def __init__(
        self, pieces: Mapping[str, str], shapes: Sequence[Mapping[str, Any]], relative: Sequence[Mapping[str, Any]]
    ) -> None:
        """Compile the shapes of a language; each becomes an expression with named numbers."""
        names = {**NUMBERS, **{name: key(piece) for name, piece in pieces.items()}}
        self.shapes = [re.compile(r"(?<![\w/])" + fill(key(s["says"]), names) + r"(?!\d)") for s in shapes]
        self.relative = [(re.compile(rf"\b{key(r['says'])}\b"), r["unit"], int(r["shift"])) for r in relative]
        self.any_relative = re.compile("|".join(rf"\b{key(r['says'])}\b" for r in relative)) if relative else None

    def find(self, low: str) -> list[DateMention]:
        """Find the dates of a text in lower case, in text order, none within another."""
        taken = bytearray(len(low))
        windows = list(around_numbers(low))
        found = [mention for shape in self.shapes for mention in self.dated(shape, low, windows, taken)]
        found.extend(self.relatives(low, taken))
        return sorted(found, key=lambda m: m.start)

    def dated(
        self, shape: re.Pattern[str], low: str, windows: Sequence[tuple[int, int]], taken: bytearray
    ) -> Iterator[DateMention]:
        """Find one shape where no earlier shape has found a date; `taken` marks the characters of dates."""
        for first, last in windows:
            for match in shape.finditer(low, first, last):
                start, end = match.span()
                date = None if any(taken[start:end]) else interval(match.groupdict())
                if date is not None:
                    taken[start:end] = b"\1" * (end - start)
                    yield DateMention(start, end, date, self.beside(low, start, end))

    def beside(self, low: str, start: int, end: int) -> tuple[str, int] | None:
        """Return what a date of the calendar is also told as: "hôm nay (21/2)", "tháng 11 năm ngoái"."""
        found = self.any_relative.search(low, start, end) if self.any_relative is not None else None
        return self.distance(low, *found.span()) if found is not None else None

    def distance(self, low: str, start: int, end: int) -> tuple[str, int] | None:
        """Return the unit and shift of the words that tell a date from the day of writing."""
        fits = ((unit, shift) for shape, unit, shift in self.relative if shape.fullmatch(low, start, end))
        return next(fits, None)

    def relatives(self, low: str, taken: bytearray) -> Iterator[DateMention]:
        """Find what is told from the day of writing, unless a date of the calendar stands there too."""
        if self.any_relative is None:
            return
        for found in self.any_relative.finditer(low):
            if any(taken[found.start() : found.end()]):
                continue
            yield DateMention(found.start(), found.end(), None, self.distance(low, *found.span()))


def around_numbers(low: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a text in which a number stands near: nowhere else is a date of the calendar.

    >>> list(around_numbers("x" * 100 + "7" + "x" * 100))
    [(60, 141)]
    """
    start = end = -1
    for digit in DIGIT.finditer(low):
        if digit.start() - NEAR > end:
            if end >= 0:
                yield start, end
            start = max(0, digit.start() - NEAR)
        end = min(len(low), digit.end() + NEAR)
    if end >= 0:
        yield start, end


def fill(says: str, names: Mapping[str, str]) -> str:
    """Put the pieces into a shape; an unknown piece raises KeyError with its name."""
    return re.sub(r"\{([a-z]\w*)\}", lambda m: names[m[1]], says)


def interval(groups: Mapping[str, str | None]) -> Date | None:
    """Make a date, or an interval of two, of the numbers found; None where no such day exists.

    What the start of an interval leaves unsaid it has from its end: "từ 26-28/4".
    """
    last = edtf(groups.get("y2"), groups.get("m2"), groups.get("d2"))
    if last is None:
        return checked(edtf(groups.get("y"), groups.get("m"), groups.get("d")))
    first = edtf(
        groups.get("y") or groups.get("y2"),
        groups.get("m") or groups.get("m2"),
        groups.get("d"),
    )
    return checked(f"{first}/{last}") if first else checked(last)


def edtf(year: str | None, month: str | None, day: str | None) -> str | None:
    """Write one date with X for unsaid digits; None where nothing is said."""
    if not (year or month or day):
        return None
    text = year or "XXXX"
    if month:
        text += f"-{int(month):02d}"
    if day:
        text += f"-{int(day):02d}"
    return text


def checked(text: str | None) -> Date | None:
    """Return the date if it exists in the calendar."""
    if text is None or not all(well_formed(part) for part in text.split("/")):
        return None
    return Date(text)


def shifted(base: Date | None, unit: str, shift: int) -> Date | None:
    """Tell a relative date from the day of writing; None where that day is not known well enough."""
    day = base.earliest() if base is not None else None
    if base is None or day is None:
        return None
    if unit == "year":
        return Date(f"{day.year + shift:04d}")
    if unit == "month" and len(base.edtf) >= 7:
        months = day.year * 12 + day.month - 1 + shift
        return Date(f"{months // 12:04d}-{months % 12 + 1:02d}")
    if unit == "day" and len(base.edtf) == 10:
        return Date((day + dt.timedelta(days=shift)).isoformat())
    return None


def nearest_year(date: Date, published: Date | None) -> Date:
    """Fill an unsaid year from the day of publication: the year that brings the date nearest to it.

    >>> nearest_year(Date("XXXX-12-30"), Date("2019-01-02"))
    Date(edtf='2018-12-30')
    """
    day = published.earliest() if published is not None and len(published.edtf) == 10 else None
    if day is None or not date.edtf.startswith("XXXX-"):
        return date
    years = (day.year - 1, day.year, day.year + 1)
    options = [Date(date.edtf.replace("XXXX", f"{y:04d}")) for y in years if exists(date.edtf, y)]
    return min(options, key=lambda d: abs(((d.earliest() or day) - day).days), default=date)


def exists(edtf_text: str, year: int) -> bool:
    """Tell whether every end of a date exists in a year (29 February)."""
    return all(well_formed(part.replace("XXXX", f"{year:04d}")) for part in edtf_text.split("/"))
