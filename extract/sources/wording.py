"""The words around a text: one language's text.toml, read once and checked.

They say which lines above the body are no headline, which line dates an article, and how text in an
older encoding looks.
"""

import functools
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from typing import Any

from ontology.dates import Date
from ontology.errors import DataError


@dataclass(frozen=True, slots=True)
class DateLine:
    """A shape of line that dates an article, with an example and the date that it means."""

    pattern: re.Pattern[str]
    example: str
    means: str


@dataclass(frozen=True, slots=True)
class Encoding:
    """An older encoding: everyday words as Latin-1 shows them, and the command that mends a file."""

    name: str
    words: tuple[str, ...]
    mend: str | None


@dataclass(frozen=True, slots=True)
class Wording:
    """One language's words around a text; labels are case-folded."""

    labels: frozenset[str]
    date_lines: tuple[DateLine, ...]
    no_date_lines: tuple[str, ...]
    encodings: tuple[Encoding, ...]

    def is_label(self, line: str) -> bool:
        """Tell whether a line above the body is a section's or a widget's word.

        >>> load().is_label("TIN TỔNG HỢP"), load().is_label("Tin tổng hợp về hai nước")
        (True, False)
        """
        return plain(line) in self.labels

    def dated(self, line: str) -> Date | None:
        """Return the date of a line that dates an article; None if it is no such line.

        >>> load().dated("Tin tức 05/09/2022 20:00")
        Date(edtf='2022-09-05')
        """
        line = line.strip()
        if len(line) > LONGEST_DATE_LINE or not any(character.isdigit() for character in line):
            return None
        for shape in self.date_lines:
            found = shape.pattern.fullmatch(line)
            if found:
                return day_of(found)
        return None


# The longest of 30 date lines looked at has 62 characters.
LONGEST_DATE_LINE = 120


def plain(line: str) -> str:
    """Fold a line for comparison: case, spaces, and a colon or dots at its end."""
    return " ".join(line.casefold().split()).rstrip(" :.…»>")


def day_of(found: re.Match[str]) -> Date | None:
    """Make a date of the named groups of a match; None if there is no such day."""
    parts = {name.rstrip("0123456789"): text for name, text in found.groupdict().items() if text}
    try:
        return Date(f"{int(parts['year']):04d}-{int(parts['month']):02d}-{int(parts['day']):02d}")
    except ValueError:
        return None


@functools.cache
def load(language: str = "vi") -> Wording:
    """Read the words around a text in one language; raises DataError if its file is wrong."""
    name = f"languages/{language}/text.toml"
    try:
        data = tomllib.loads((resources.files("extract") / name).read_text(encoding="utf-8"))
        return made(data)
    except (OSError, KeyError, TypeError, ValueError, re.error) as error:
        raise DataError(name, f"cannot be read ({error})", "restore it from the project") from error


def made(data: Mapping[str, Any]) -> Wording:
    """Make the words of what a text.toml holds."""
    lines = data["datelines"]
    return Wording(
        labels=frozenset(map(plain, data["headers"]["labels"])),
        date_lines=tuple(
            DateLine(compiled(line["says"], lines["date"], lines["time"]), line["for"], line["means"])
            for line in lines["lines"]
        ),
        no_date_lines=tuple(lines["not"]),
        encodings=tuple(Encoding(code["name"], tuple(code["words"]), code.get("mend")) for code in data["encodings"]),
    )


def compiled(says: str, dates: list[str], time: str) -> re.Pattern[str]:
    """Put the shapes of a day and an hour into a line's shape; group names get the day shape's number."""
    numbered = [re.sub(r"\?P<(\w+)>", rf"?P<\g<1>{number}>", shape) for number, shape in enumerate(dates)]
    return re.compile(says.replace("{date}", f"(?:{'|'.join(numbered)})").replace("{time}", time), re.IGNORECASE)
