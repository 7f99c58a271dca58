"""What of a page is text, sentence by sentence."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from extract.tokens.text import key, word_key
from ontology.dates import Date

LINE = re.compile(r"[^\n]+")
# A run of stops, from its first; that it is the first is looked at second, which finds the next one faster.
END = re.compile(r"[.!?…](?<![.!?…].)[.!?…]*+[\"”’)\]]*+(?=\s)")
BROKEN = re.compile(r"\.\n(?=\S)")
INITIALS = re.compile(r"(?:[^\W\d_]\.){2,}")
# A longer sentence is cut: nobody writes one, and every shape is tried on the whole of it.
LONGEST = 2_000
# Who took a picture stands in so many characters at the end of its caption.
CREDIT = 40
# The headline of 2,549 news articles has 136 characters at most, and no full stop; a text may come without one.
HEADLINE = 160


class Span(NamedTuple):
    """A sentence's place in the reading text, and whether it is the headline, a caption or the body."""

    start: int
    end: int
    role: str


@dataclass(frozen=True, slots=True)
class SentenceRules:
    """What a language says of sentences: all words in lower case; `dated` reads a line that only dates the page."""

    abbreviations: frozenset[str]
    teasers: tuple[str, ...]
    captions: tuple[str, ...]
    credits: tuple[str, ...]
    footers: frozenset[str]
    labels: frozenset[str]
    dated: Callable[[str], Date | None] = lambda _: None


def unbroken(plain: str, rules: SentenceRules) -> str:
    r"""Mend lines: a page that breaks them at every full stop breaks some behind an abbreviation, too.

    Initials behind which a line breaks are two or more, and nobody's who took a picture.

    >>> rules = SentenceRules(frozenset({"tp"}), (), (), ("ảnh",), frozenset(), frozenset())
    >>> text = "Họ ở TP.\nHuế.\nÔng D.A.\nPetrov đến.\nẢnh: T.C.\nTỉnh C.\nHọ về."
    >>> unbroken(text, rules).splitlines()
    ['Họ ở TP. Huế.', 'Ông D.A. Petrov đến.', 'Ảnh: T.C.', 'Tỉnh C.', 'Họ về.']
    """
    breaks = [stop.end() - 1 for stop in BROKEN.finditer(plain) if goes_on(plain, stop.end() - 1, rules)]
    pieces = (plain[start + 1 : end] for start, end in pairwise([-1, *breaks, len(plain)]))
    return " ".join(pieces)


def goes_on(plain: str, stop: int, rules: SentenceRules) -> bool:
    """Tell whether a line that ends at `stop` ends with an abbreviation or initials."""
    near = max(0, stop - CREDIT)
    tail = plain[max(near, plain.rfind("\n", near, stop) + 1) : stop]
    last = (tail.rsplit(maxsplit=1) or [""])[-1].lstrip('("“')
    if word_key(last[:-1]) in rules.abbreviations:
        return True
    return INITIALS.fullmatch(last) is not None and not any(credit in key(tail) for credit in rules.credits)


def split(plain: str, low: str, rules: SentenceRules) -> list[Span]:
    r"""Split the main text into sentences; a line ends one, and a footer ends the text.

    A line that stands twice is the caption of a picture, and so is one that names who took it.

    >>> rules = SentenceRules(frozenset({"tp"}), (), ("ảnh",), (), frozenset({"đọc thêm"}), frozenset())
    >>> text = "Hai bên gặp nhau\nBà ở TP. Huế. Ông ở Vinh.\nẢnh 1. Họ bắt tay.\nĐọc thêm\nTin khác."
    >>> for span in split(text, text.lower(), rules):
    ...     print(span.role, text[span.start : span.end])
    headline Hai bên gặp nhau
    body Bà ở TP. Huế.
    body Ông ở Vinh.
    caption Ảnh 1. Họ bắt tay.
    """
    spans: list[Span] = []
    headline, begun = True, False
    lines = [trimmed(plain, *line.span()) for line in LINE.finditer(plain)]
    times = Counter(low[start:end] for start, end in lines)
    for start, end in lines:
        if start == end:
            continue
        text = low[start:end]
        if text.rstrip(" :.") in rules.footers:
            break
        if text in rules.labels or text.startswith(rules.teasers):
            continue
        if not begun and rules.dated(plain[start:end]) is not None:
            continue
        if headline and len(text.split()) < 4:
            continue
        if headline and end - start <= HEADLINE and not text.endswith("."):
            headline = False
            spans.append(Span(start, end, "headline"))
            continue
        headline = False
        if text.startswith(rules.captions):
            spans.append(Span(start, end, "caption"))
            continue
        role = "caption" if times[text] > 1 or any(credit in text[-CREDIT:] for credit in rules.credits) else "body"
        for first, last in pieces(plain, low, start, end, rules.abbreviations):
            spans.extend(Span(s, e, role) for s, e in chunks(plain, first, last))
        begun = begun or role == "body"
    return spans


def pieces(plain: str, low: str, start: int, end: int, abbreviations: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Yield the sentences of one line."""
    begin = start
    for stop in END.finditer(plain, start, end):
        if not ends(plain, low, stop, end, abbreviations):
            continue
        yield trimmed(plain, begin, stop.end())
        begin = stop.end()
    if begin < end:
        rest = trimmed(plain, begin, end)
        if rest[0] < rest[1]:
            yield rest


def chunks(plain: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield a sentence, or its parts where it is longer than any sentence."""
    while end - start > LONGEST:
        cut = plain.rfind(" ", start + 1, start + LONGEST)
        cut = cut if cut > start else start + LONGEST
        yield trimmed(plain, start, cut)
        start = cut
    yield trimmed(plain, start, end)


def ends(plain: str, low: str, stop: re.Match[str], end: int, abbreviations: Sequence[str] | frozenset[str]) -> bool:
    """Tell whether a stop ends a sentence: a capital, digit or quote follows, no abbreviation or initial precedes."""
    after = stop.end()
    while after < end and plain[after].isspace():
        after += 1
    if after < end and not (plain[after].isupper() or plain[after].isdigit() or plain[after] in "\"“'‘(-"):
        return False
    if stop[0] != ".":
        return True
    word = low[max(0, stop.start() - 12) : stop.start()].split()
    last = word[-1].lstrip('("“') if word else ""
    initial = len(last) == 1 and plain[stop.start() - 1].isupper()
    return not (initial or last in abbreviations)


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Drop white space at both ends of a span."""
    stretch = text[start:end]
    end -= len(stretch) - len(stretch.rstrip())
    return min(end, start + len(stretch) - len(stretch.lstrip())), end
