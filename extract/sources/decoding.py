"""Bytes to text: UTF-8, and UTF-16 with its byte-order mark; all else is refused by name, never mangled."""

import codecs
import re
from pathlib import Path

from extract.sources import wording
from ontology.errors import ArticleError

# The longest of 2,549 news articles has 11,895 characters: what is longer than this is no article,
# and one file shall not take the hour of all others (reading is not linear where one sentence repeats).
MOST_CHARACTERS = 200_000
# A page may hold that much with its markup and scripts.
MOST_PAGE_CHARACTERS = 5_000_000
# A UTF-8 character takes at most four bytes.
BYTES_EACH = 4

AS_UTF8 = "save it as UTF-8"
MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# How files that hold no plain text begin.
MAGIC = (
    (b"%PDF", "a PDF file"),
    (b"PK\x03\x04", "a ZIP or Word (.docx) file"),
    (b"\xd0\xcf\x11\xe0", "an old Word (.doc) file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x1f\x8b", "a gzip file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
)
BLANK = re.compile(r"[\s\x00\ufeff\u200b-\u200d\u2060]*")
SURROGATE = re.compile("[\ud800-\udfff]")
CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def mark(data: bytes) -> str:
    """Name the encoding that a byte-order mark tells; UTF-8 where there is none."""
    return next((name for start, name in MARKS if data.startswith(start)), "utf-8")


def decode(data: bytes, where: str, most: int = MOST_CHARACTERS) -> str:
    r"""Decode an article's bytes: the byte-order mark is taken off, nothing else is changed.

    Raises ArticleError if they are empty, no text, text in another encoding, or too long.

    >>> decode(b"\xef\xbb\xbfH\xc3\xa0 N\xe1\xbb\x99i\r\n", "a.txt")
    'Hà Nội\r\n'
    >>> decode("Đàm".encode("utf-16"), "a.txt")
    'Đàm'
    """
    kind = next((kind for start, kind in MAGIC if data.startswith(start)), None)
    if kind:
        raise ArticleError(where, f"is {kind}, not text", "save its text as UTF-8 (.txt)")
    if mark(data) == "utf-32":
        raise ArticleError(where, "is in UTF-32", AS_UTF8)
    try:
        text = data.decode(mark(data))
    except UnicodeDecodeError as error:
        raise refusal(data, where, error.start) from None
    return checked(text, where, most)


def checked(text: str, where: str, most: int = MOST_CHARACTERS) -> str:
    """Return a text that can be read; raises ArticleError if it is empty, binary or too long."""
    if len(text) > most:
        raise too_long(where, f"{len(text):,} characters", most)
    if "\x00" in text:
        raise ArticleError(where, "is binary, or UTF-16 without a byte-order mark", AS_UTF8)
    if BLANK.fullmatch(text):
        raise ArticleError(where, "is empty", "give it an article's text")
    if SURROGATE.search(text):
        raise ArticleError(where, "holds half a character (a lone surrogate)", "write the text again as UTF-8")
    return text


def too_long(where: str, size: str, most: int) -> ArticleError:
    """Say by how much a text is over the limit."""
    wrong = f"has {size}, more than the {most:,} characters that are read"
    return ArticleError(where, wrong, "split it into its articles")


def refusal(data: bytes, where: str, at: int) -> ArticleError:
    """Say what bytes that are no UTF-8 look like, and what would mend them."""
    if mark(data) != "utf-8":
        return ArticleError(where, f"is cut off or damaged {mark(data).removesuffix('-sig').upper()}", AS_UTF8)
    shown = data[:20_000].decode("latin-1")
    best = max(wording.load().encodings, key=lambda code: sum(map(shown.count, code.words)))
    if any(word in shown for word in best.words):
        mend = f"{AS_UTF8} ({best.mend} {Path(where).name} > new.txt)" if best.mend else AS_UTF8
        return ArticleError(where, f"is not UTF-8, it looks like {best.name}", mend)
    return ArticleError(where, f"is {guess(data[:20_000], at)}", AS_UTF8)


def guess(sample: bytes, at: int) -> str:
    """Say what a sample that is no UTF-8 from byte `at` on statistically looks like."""
    from charset_normalizer import from_bytes  # noqa: PLC0415 -- only bad files need it, and it is slow to load

    if sum(byte > 127 for byte in sample[:at]) >= 6:
        return f"damaged UTF-8 (byte {at + 1})"
    best = from_bytes(sample).best()
    name = best.encoding.replace("_", "-").replace("cp125", "windows-125") if best else None
    if name and name.startswith("utf-16"):
        return "UTF-16 without a byte-order mark"
    if not name or len(CONTROL.findall(sample)) > len(sample) // 20:
        return "not text (binary)"
    return f"not UTF-8 (byte {at + 1}), it looks like {name}"
