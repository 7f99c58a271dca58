"""JSON Lines: one article a line, `{"id", "text"}` and what else is known of it."""

import email.utils
import functools
import json
import re
from collections.abc import Iterator
from importlib import resources
from typing import IO, Any

from extract.sources import decoding, wording
from extract.sources.headings import heading
from ontology.dates import Date
from ontology.errors import ArticleError
from ontology.facts import Article

# A character takes at most six bytes in JSON (\u1ed9); the rest is room for the other fields.
LONGEST_LINE = 6 * decoding.MOST_CHARACTERS + 100_000
WEB_ADDRESS = re.compile(r"https?://[^\s<>\"{}|\\^`]+")
ISO_DAY = re.compile(r"(\d{4}(?:-\d{2}(?:-\d{2})?)?)(?:[T ].*)?")


def lines(stream: IO[bytes]) -> Iterator[tuple[int, bytes | None]]:
    """Walk the lines that are not blank, with their numbers; None for one that is too long."""
    number = 0
    while line := stream.readline(LONGEST_LINE):
        number += 1
        whole = len(line) < LONGEST_LINE or line.endswith(b"\n")
        while not line.endswith(b"\n") and len(line) >= LONGEST_LINE:
            line = stream.readline(LONGEST_LINE)
        if number == 1:
            line = line.removeprefix(b"\xef\xbb\xbf")
        if not whole:
            yield number, None
        elif line.strip():
            yield number, line


def record(line: bytes | None, where: str) -> dict[str, Any]:
    """Parse one line; raises ArticleError if it is no JSON object with an id."""
    if line is None:
        raise decoding.too_long(where, f"more than {LONGEST_LINE:,} bytes", decoding.MOST_CHARACTERS)
    try:
        data = json.loads(line.decode())
    except UnicodeDecodeError as error:
        raise decoding.refusal(line, where, error.start) from None
    except json.JSONDecodeError as error:
        wrong = f"is no JSON ({error.msg}, column {error.colno})"
        raise ArticleError(where, wrong, "write one whole JSON object a line") from None
    except (ValueError, RecursionError):
        raise ArticleError(where, "is no JSON that can be read", "write one whole JSON object a line") from None
    if not isinstance(data, dict):
        raise ArticleError(where, "is no JSON object", 'write {"id": "…", "text": "…"}')
    return {**data, "id": identifier(data.get("id"), where)}


def identifier(value: object, where: str) -> str:
    """Return an article's id; raises ArticleError if there is none that can be written."""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if value is None or value == "":
        raise ArticleError(where, "has no id", 'give it one: {"id": "…", "text": "…"}')
    if not isinstance(value, str) or not value.isprintable() or not value.strip():
        raise ArticleError(where, f"has an id that is no plain text ({value!a:.60})", "write a line of text")
    return value


def article(data: dict[str, Any], where: str) -> Article:
    """Make an article of a record; raises ArticleError if it has no text or a wrong field."""
    text = data.get("text")
    if not isinstance(text, str):
        raise ArticleError(where, "has no text", 'give it one: {"id": "…", "text": "…"}')
    decoding.checked(text, where)
    language = spoken(field(data, "language", where) or "vi", where)
    top = heading(text, wording.load(language))
    url = field(data, "url", where)
    if url and not WEB_ADDRESS.fullmatch(url):
        raise ArticleError(where, f"has a url that is no web address ({url!a:.80})", "write https://… or leave it out")
    return Article(
        id=data["id"],
        text=text,
        title=field(data, "title", where) or top.title,
        published=day(field(data, "published", where), where, language) or top.published,
        url=url,
        source=field(data, "source", where),
        language=language,
    )


def field(data: dict[str, Any], name: str, where: str) -> str | None:
    """Return an optional field without outer spaces; raises ArticleError if it is no text."""
    value = data.get(name)
    if value is None:
        return None
    if not isinstance(value, str) or decoding.SURROGATE.search(value) or "\x00" in value:
        raise ArticleError(where, f"has a {name} that is no text", "write a string or leave it out")
    return value.strip() or None


def spoken(tag: str, where: str) -> str:
    """Return the language that a tag names ("vi-VN" is "vi"); raises ArticleError if we do not read it."""
    language = tag.split("-", maxsplit=1)[0].lower()
    if language not in languages():
        wrong = f"is in a language that is not read ({tag!a:.40})"
        raise ArticleError(where, wrong, f"leave it out, or write one of: {', '.join(languages())}")
    return language


@functools.cache
def languages() -> tuple[str, ...]:
    """Return the codes of the languages that are read."""
    folders = (resources.files("extract") / "languages").iterdir()
    return tuple(sorted(folder.name for folder in folders if (folder / "text.toml").is_file()))


def day(value: str | None, where: str, language: str) -> Date | None:
    """Read a date of publication: ISO 8601, RFC 2822 or a date line; raises ArticleError if it is none.

    >>> str(day("2022-05-01T16:01:00+07:00", "a", "vi")), str(day("Ngày đăng 01/05/2022", "a", "vi"))
    ('2022-05-01', '2022-05-01')
    """
    if value is None:
        return None
    iso = ISO_DAY.fullmatch(value)
    dated = wording.load(language).dated(value)
    try:
        if iso or dated:
            return Date(iso[1]) if iso else dated
        return Date(email.utils.parsedate_to_datetime(value).date().isoformat())
    except ValueError:
        wrong = f"was published on what is no date ({value!a:.60})"
        raise ArticleError(where, wrong, "write it like 2022-05-01 or leave it out") from None
