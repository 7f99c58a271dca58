"""Dates in a text, as exact as the text and no more; the shapes are the language's `dates.toml`."""

import datetime as dt
import functools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from extract.tokens.text import key
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
NOTHING = r"(?!)"
GROUP = re.compile(r"(?<!\\)\((?:[^()\\]|\\.)*(?<!\\)\)\??")
NO_LETTERS = re.compile(r"\n|\[[^]]*\]|\{\w+\}|.[?*]|\\\w|\\|[.+^$]")
NEAR = 40  # no shape has more letters before its first number or after its last
COUNT = 12  # letters of a count and the word before it: "quý 3 ", "những "
NUMBERS_NEAR = re.compile(rf"\d\d*+(?:\D{{0,{2 * NEAR}}}+\d++)*+")


class DateMention(NamedTuple):
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
        self.shapes = [(literal(s), re.compile(fill(s, names) + r"(?!\d)")) for s in (key(s["says"]) for s in shapes)]
        self.relative = {
            phrase: (r["unit"], int(r["shift"])) for r in relative for phrase in alternatives(key(r["says"]))
        }
        self.any_relative = re.compile(branching(self.relative) or NOTHING)
        self.counted = re.compile(f"\\b(?:{names.get('several', NOTHING)}) $")

    def find(self, low: str) -> list[DateMention]:
        """Find the dates of a text in lower case, in text order, none within another."""
        taken = bytearray(len(low))
        windows = [(first, last, low[first:last]) for first, last in around_numbers(low)]
        anywhere = "\n".join(window for _, _, window in windows)
        found: list[DateMention] = []
        for must, shape in self.shapes:
            if must not in anywhere:
                continue
            for first, last, window in windows:
                if must in window and shape.search(window) is not None:
                    found += self.dated(shape, low, first, last, taken)
        found.extend(self.relatives(low, taken))
        return sorted(found, key=lambda m: m.start)

    def relatives(self, low: str, taken: bytearray) -> Iterator[DateMention]:
        """Find what is told from the day of writing, unless a date of the calendar stands there too.

        "The next two months" is no month.
        """
        for start, end, distance in self.distances(low, 0, len(low)):
            counted = self.counted.search(low, max(0, start - COUNT), start)
            if taken.find(1, start, end) < 0 and counted is None:
                yield DateMention(start, end, None, distance)

    def distances(self, low: str, first: int, last: int) -> Iterator[tuple[int, int, tuple[str, int]]]:
        """Find the words that tell a date from the day of writing: where they stand, their unit and shift."""
        for match in self.any_relative.finditer(low, first, last):
            start, end = match.span()
            if not (low[start - 1 : start].isalnum() or low[end : min(end + 1, last)].isalnum()):
                yield start, end, self.relative[match[0]]

    def dated(self, shape: re.Pattern[str], low: str, first: int, last: int, taken: bytearray) -> Iterator[DateMention]:
        """Find one shape where no earlier shape has found a date; `taken` marks the characters of dates.

        What such a date is also told as is kept: "hôm nay (21/2)", "tháng 11 năm ngoái". That no word goes on into
        the date is looked at after: shapes that open with letters are found much faster so.
        """
        while (match := shape.search(low, first, last)) is not None:
            start, end = match.span()
            if start and (low[start - 1].isalnum() or low[start - 1] in "_/"):
                first = start + 1
                continue
            first = end
            date = None if taken.find(1, start, end) >= 0 else interval(match.groupdict())
            if date is not None:
                taken[start:end] = b"\1" * (end - start)
                beside = next((distance for _, _, distance in self.distances(low, start, end)), None)
                yield DateMention(start, end, date, beside)


def alternatives(says: str) -> list[str]:
    """Return the phrases of a shape that is nothing but a choice of phrases.

    >>> alternatives("(?:hôm nay|sáng nay)")
    ['hôm nay', 'sáng nay']
    """
    return says.removeprefix("(?:").removesuffix(")").split("|")


def branching(phrases: Iterable[str]) -> str:
    """Put phrases together letter by letter, so that a search need not try one after the other.

    >>> re.findall(branching(["hôm", "hôm nay", "nay"]), "hôm nay và hôm qua")
    ['hôm nay', 'hôm']
    """
    tails: dict[str, list[str]] = {}
    for phrase in sorted(set(phrases), reverse=True):
        tails.setdefault(phrase[:1], []).append(phrase[1:])
    return "|".join(f"{re.escape(first)}(?:{branching(rest)})" if first else "" for first, rest in tails.items())


def literal(says: str) -> str:
    """Return letters that stand in whatever a shape finds, so that it need not be tried where they do not.

    >>> literal("(?:đầu |cuối )?tháng {m} ?năm {y}"), literal("{d}{sep}{m}")
    ('tháng ', '')
    """
    while (bare := GROUP.sub("\n", says)) != says:
        says = bare
    return "" if "|" in says else max(NO_LETTERS.split(says), key=len)


def around_numbers(low: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a text in which a number stands near: nowhere else is a date of the calendar.

    >>> list(around_numbers("x" * 100 + "7" + "x" * 100))
    [(60, 141)]
    """
    for numbers in NUMBERS_NEAR.finditer(low):
        yield max(0, numbers.start() - NEAR), min(len(low), numbers.end() + NEAR)


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


@functools.lru_cache(maxsize=8_192)
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
