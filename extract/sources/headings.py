"""What stands above an article's body: its headline, and the line that dates it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.sources.wording import Wording
from ontology.dates import Date

# Of 2,549 news articles the longest headline has 136 characters.
LONGEST_HEADLINE = 200
# A body begins within the first lines; a date line below it would date something else.
LINES_LOOKED_AT = 12
LINE = re.compile(r"[^\r\n]+")


@dataclass(frozen=True, slots=True)
class Heading:
    """The headline and the date above a body, as far as they are there."""

    title: str | None
    published: Date | None


def heading(text: str, wording: Wording) -> Heading:
    r"""Read what stands above the body of a text.

    The headline is the first line of four or more words before the body; the body begins with the
    first line that is as long as a paragraph or ends like a sentence. A text of one line is all body.

    >>> from extract.sources.wording import load
    >>> text = "Tag\n\nHai thủ đô tăng cường hợp tác\n05/09/2022 20:00\nChiều 5/9, hai bên gặp nhau."
    >>> found = heading(text, load())
    >>> found.title, str(found.published)
    ('Hai thủ đô tăng cường hợp tác', '2022-09-05')
    """
    title: str | None = None
    published: Date | None = None
    end = 0
    for stop, line in lines(text):
        day = wording.dated(line)
        if is_body(line) and day is None:
            break
        published = published or day
        if title is None and day is None and len(line.split()) >= 4 and not wording.is_label(line):
            title, end = line, stop
    return Heading(title if text[end:].strip() else None, published)


def lines(text: str) -> Iterator[tuple[int, str]]:
    """Walk the first lines that are not blank: where each ends, and the line without outer spaces."""
    seen = 0
    for found in LINE.finditer(text):
        if not found[0].strip():
            continue
        yield found.end(), found[0].strip()
        seen += 1
        if seen == LINES_LOOKED_AT:
            return


def is_body(line: str) -> bool:
    """Tell whether a line is a paragraph: long, or ended like a sentence."""
    ended = line.rstrip("\"'”’)» ")
    return len(line) > LONGEST_HEADLINE or (ended.endswith((".", ";", ":")) and not ended.endswith("..."))
