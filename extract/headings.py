"""What stands above an article's body: its headline, and the line that dates it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.wording import Wording
from ontology.dates import Date

# Of 2,549 news articles the longest headline has 136 characters.
LONGEST_HEADLINE = 200
# A body begins within the first lines; a date line below it would date something else.
LINES_LOOKED_AT = 12
LINE = re.compile(r"[^\r\n]+")


@dataclass(frozen=True, slots=True)
class Heading:
    """The headline and the date above a body, as far as they are there; `end` is where they end.

    `aside` are the spans of the lines above the body that are no text: labels and the date line.
    """

    title: str | None
    published: Date | None
    aside: tuple[tuple[int, int], ...]
    end: int


def heading(text: str, wording: Wording) -> Heading:
    r"""Read what stands above the body of a text.

    The headline is the first line of four or more words before the body; the body begins with the
    first line that is as long as a paragraph or ends like a sentence, or with the line below both.

    >>> from extract.wording import load
    >>> text = "Tag\n\nHai thủ đô tăng cường hợp tác\n05/09/2022 20:00\nChiều 5/9, hai bên gặp nhau."
    >>> found = heading(text, load())
    >>> found.title, str(found.published)
    ('Hai thủ đô tăng cường hợp tác', '2022-09-05')
    """
    title: str | None = None
    published: Date | None = None
    aside: list[tuple[int, int]] = []
    end = 0
    for start, stop, line in lines(text):
        day = wording.dated(line)
        if day is not None or wording.is_label(line):
            published = published or day
            aside.append((start, stop))
        elif is_body(line):
            break
        elif title is not None:
            continue  # a second line of the headline: the date line may stand below it
        elif len(line.split()) >= 4:
            title = line
        else:
            aside.append((start, stop))
        end = stop
    return Heading(title, published, tuple(aside), end) if end < len(text.rstrip()) else Heading(None, None, (), 0)


def lines(text: str) -> Iterator[tuple[int, int, str]]:
    """Walk the first lines that are not blank: start, end, and the line without outer spaces."""
    seen = 0
    for found in LINE.finditer(text):
        if not found[0].strip():
            continue
        yield found.start(), found.end(), found[0].strip()
        seen += 1
        if seen == LINES_LOOKED_AT:
            return


def is_body(line: str) -> bool:
    """Tell whether a line is a paragraph: long, or ended like a sentence."""
    ended = line.rstrip("\"'”’)» ")
    return len(line) > LONGEST_HEADLINE or (ended.endswith((".", ";", ":")) and not ended.endswith("..."))
