"""The text as it is read: composed, with the offsets of the article's own text kept.

Offsets of evidence point into the article as decoded. Reading wants NFC, no zero-width characters,
plain spaces and one D with stroke, so a reading text is made and, where lengths differ, a map back.
"""

import functools
import re
import unicodedata
from typing import NamedTuple


def stretches(wanted: str) -> str:
    r"""Return a class of characters as stretches: one look in a table finds it, where a class of classes takes several.

    What lies beyond the first 65,536 characters has no place in such a table, and is left out.

    >>> re.findall("[" + stretches(r"[^\W\d_]") + "]+", "Bà Đỗ_2 A-ri")
    ['Bà', 'Đỗ', 'A', 'ri']
    """
    found = re.findall(f"{wanted}+", "".join(map(chr, range(0x10000))))
    return "".join(f"{run[0]}-{run[-1]}" for run in found)


# One for one: no-break and thin spaces are spaces; Eth stands for D with stroke in real pages; dashes are hyphens; a
# zero character, which stands for known words, is none of the text.
# One replacement a character beats `str.translate` ten times: most do not occur.
PLAIN = (
    *((space, " ") for space in "\u00a0\u2009\u202f\u3000\t\r"),
    *((dash, "-") for dash in "\u2010\u2011\u2012\u2013\u2014\u2212"),
    ("\u00d0", chr(0x110)),
    ("\u00f0", chr(0x111)),
    ("\0", "\ufffd"),
)
LETTER = "[" + stretches(r"[^\W\d_]") + "]"
INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
# Ordering the marks on one letter takes the square of their number; Unicode's stream-safe format (UAX 15) allows 30.
CLUSTER = re.compile(f"[{INVISIBLE}]|[^{INVISIBLE}][\u0300-\u036f]{{0,30}}", re.DOTALL)
ODD = re.compile(f"[{INVISIBLE}\u0300-\u036f]")
MARKS = re.compile(f"[{INVISIBLE}]|[\u0300-\u036f][\u0300-\u036f]*")

# Where the tone mark of oa, oe, uy stands is a habit of spelling: both ways get one key. The same blind
# replacement is made in names and in texts, so it need not know where a syllable ends.
TONES = "\u0300\u0301\u0309\u0303\u0323"
TONE_PAIRS = tuple(
    (first + unicodedata.normalize("NFC", second + tone), unicodedata.normalize("NFC", first + tone) + second)
    for first, second in (("o", "a"), ("o", "e"), ("u", "y"))
    for tone in TONES
)


class Text(NamedTuple):
    """A reading text; `offsets[i]` is where its character i starts in the article, None if the same."""

    original: str
    plain: str
    offsets: tuple[int, ...] | None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the article's own text that a span of the reading text stands for."""
        if self.offsets is None:
            return start, end
        return self.offsets[start], self.offsets[end]


def reading_text(original: str) -> Text:
    r"""Make the text that is read.

    >>> text = reading_text("Ha\u0300\u200b Nội")
    >>> text.plain, text.span(3, 6)
    ('Hà Nội', (5, 8))
    """
    if not ODD.search(original) and unicodedata.is_normalized("NFC", original):
        return Text(original, plain(original), None)
    pieces: list[str] = []
    offsets: list[int] = []
    cursor = 0
    for found in MARKS.finditer(original):
        start, end = found.span()
        start -= start > cursor and original[start] not in INVISIBLE
        copy(original, cursor, start, pieces, offsets)
        compose(original, start, end, pieces, offsets)
        cursor = end
    copy(original, cursor, len(original), pieces, offsets)
    offsets.append(len(original))
    return Text(original, plain("".join(pieces)), tuple(offsets))


def copy(original: str, start: int, end: int, pieces: list[str], offsets: list[int]) -> None:
    """Add a stretch of a text in which nothing is to be put together, with where each of its characters starts."""
    if unicodedata.is_normalized("NFC", original[start:end]):
        pieces.append(original[start:end])
        offsets += range(start, end)
    else:
        compose(original, start, end, pieces, offsets)


def compose(original: str, start: int, end: int, pieces: list[str], offsets: list[int]) -> None:
    """Add a stretch of a text letter by letter, each with its marks in one character."""
    for cluster in CLUSTER.finditer(original, start, end):
        if cluster[0] not in INVISIBLE:
            piece = unicodedata.normalize("NFC", cluster[0])
            pieces.append(piece)
            offsets += [cluster.start()] * len(piece)


def plain(text: str) -> str:
    """Replace characters that only look different; the length stays the same."""
    for odd, usual in PLAIN:
        text = text.replace(odd, usual)
    return text


@functools.lru_cache(maxsize=16_384)
def word_key(word: str) -> str:
    """Return the key of a word or short phrase, remembered: the same few thousand words make up every article."""
    return key(word)


def spellings(word: str) -> set[str]:
    """Return the ways to write what has a key, without regard to case.

    >>> sorted(spellings("hòa"))
    ['hoà', 'hòa']
    """
    return {word, *(word.replace(new, old) for old, new in TONE_PAIRS)}


def key(text: str) -> str:
    """Lower-case and put tone marks in one place; the length stays the same.

    >>> key("Thuỷ Hoà") == key("thủy hòa")
    True
    """
    low = text.lower()
    if len(low) != len(text):
        low = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    for old, new in TONE_PAIRS:
        low = low.replace(old, new)
    return low
