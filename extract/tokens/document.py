"""An article cut into sentences and tokens, each token with its word class; and the mentions found in it."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate, islice
from operator import sub
from typing import NamedTuple

from extract.finders.dates import DateMention
from extract.tokens.lexicon import Lexicon, positions
from extract.tokens.scanner import unknown
from extract.tokens.sentences import Span
from extract.tokens.signs import BREAK, MASK, NAME
from extract.tokens.text import LETTER, Text
from ontology.facts import Article
from ontology.vocabulary import Concept

# A token with the white space before it; a known word stands as MASK.
JOINED = f"(?:[-'’&]{LETTER}+)*"
TOKEN = re.compile(
    rf"\s*(?:{LETTER}{{2,}}{JOINED}|(?:{LETTER}\.)+(?=\s?{LETTER})|{LETTER}{JOINED}|\d+(?:[.,]\d+)*|\S)",
)
NATIVE = 3  # letters of a country's name that is also a person's (Anh, Nga); longer ones have marks


class Sentence(NamedTuple):
    """A sentence: its span in the reading text, its tokens [first, last), and its role on the page."""

    start: int
    end: int
    first: int
    last: int
    role: str


@dataclass(slots=True)
class Document:
    """An article ready for finders; the tokens are five lists of one length.

    `signs` holds one character a token (its word classes), `starts` and `ends` its span in
    `text.plain`, `concepts` what is behind it: a concept, a date mention, or None; `tokens` its text, "" at
    the end of a sentence and for known words until they are asked for. `sentence_of` is the number of each token's
    sentence; `named` and `dated` are the tokens behind which a concept or a date stands, in text order.
    """

    article: Article
    text: Text
    low: str
    sentences: list[Sentence] = field(default_factory=list)
    tokens: list[str] = field(default_factory=list)
    signs: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    concepts: list[Concept | DateMention | None] = field(default_factory=list)
    sentence_of: list[int] = field(default_factory=list)
    named: list[tuple[int, Concept]] = field(default_factory=list)
    dated: list[tuple[int, DateMention]] = field(default_factory=list)

    def words(self, first: int, last: int) -> str:
        """Return the text of the tokens [first, last), white space made single.

        An empty span is an empty string.
        """
        if first >= last:
            return ""
        token = self.tokens[first] if last - first == 1 else ""
        if not token:
            token = " ".join(self.text.plain[self.starts[first] : self.ends[last - 1]].split())
            if last - first == 1:
                self.tokens[first] = token
        return token

    def adjacent(self, index: int) -> bool:
        """Tell whether a token follows the one before it after one space or none."""
        return self.starts[index] - self.ends[index - 1] <= 1


def tokenize(document: Document, spans: Sequence[Span], lexicon: Lexicon, dates: Sequence[DateMention]) -> Document:
    """Cut a document into sentences and classed tokens; a date is one token, and so is each known word."""
    marks = within(merged(lexicon.scan(document.text.plain, document.low), dates, lexicon, document.text.plain), spans)
    text = masked(document.text.plain, marks)
    for number, span in enumerate(spans):
        first = len(document.tokens)
        tokens = TOKEN.findall(text, span.start, span.end)
        document.tokens += map(str.lstrip, tokens)
        document.ends += islice(accumulate(map(len, tokens), initial=span.start), 1, None)
        document.sentences.append(Sentence(span.start, span.end, first, len(document.tokens), span.role))
        document.sentence_of += [number] * (len(tokens) + 1)
        document.tokens.append("")
        document.ends.append(span.end)
    document.starts = list(map(sub, document.ends, map(len, document.tokens)))
    document.signs = list(map(lexicon.tokens.__getitem__, document.tokens))
    document.concepts = [None] * len(document.tokens)
    known = [at for at, sign in enumerate(document.signs) if sign == MASK]
    for at, (_, end, sign, concept) in zip(known, marks, strict=True):
        document.tokens[at], document.ends[at], document.signs[at], document.concepts[at] = "", end, sign, concept
    settle(document, lexicon)
    for at in known:
        meant = document.concepts[at]
        if isinstance(meant, Concept):
            document.named.append((at, meant))
        elif meant is not None:
            document.dated.append((at, meant))
    return document


def settle(document: Document, lexicon: Lexicon) -> None:
    """Decide words that can be a country or something else, by their neighbours.

    A word that is also a form of address addresses where it opens a phrase before a name. A short form of
    a country is one only in a pair ("Việt - Nga") or after a title.
    """
    titles, lands, addresses = (lexicon.signs_of(name) for name in ("title", "country", "honorific"))
    both = [sign for sign in lands if sign in addresses]
    short = [sign for sign in lexicon.signs_of("short") if sign not in lands]
    address, country = lexicon.sign(frozenset({"honorific"})), lexicon.sign(frozenset({"country"}))
    firms = lexicon.signs_of("firm")
    plain, starts, signs = document.text.plain, document.starts, document.signs
    for at in positions("".join(signs[:-2]), (*short, *lands)):
        if not at:
            continue
        if signs[at] in short and not (paired(document, at) or signs[at - 1] in titles):
            signs[at] = lexicon.sign(frozenset({"surname"})) if "surname" in lexicon.classes_of(signs[at]) else NAME
            document.concepts[at] = None
        elif signs[at] in lands and (surrounded(document, at, addresses) or firm(document, at, firms)):
            signs[at], document.concepts[at] = NAME, None
        elif signs[at] in both:
            opens = signs[at - 1] in '|",'
            named = plain[starts[at + 1]].isupper() and document.adjacent(at + 1)
            if not plain[starts[at]].isupper() or (opens and named):
                signs[at], document.concepts[at] = address, None
            else:
                signs[at] = country


def firm(document: Document, at: int, firms: str) -> bool:
    """Tell whether a country opens the name of a company: "Vietnam Airlines"."""
    capital = document.text.plain[document.starts[at + 1]].isupper()
    return document.signs[at + 1] in firms and capital and document.adjacent(at + 1)


def surrounded(document: Document, at: int, addresses: str) -> bool:
    """Tell whether a country of one syllable is part of a person's name: an address or a name stands before it.

    "General Iran" is a general of Iran; only short native words are people's names, too.
    """
    plain, starts, ends, signs = document.text.plain, document.starts, document.ends, document.signs
    word = plain[starts[at] : ends[at]]
    if " " in word or not document.adjacent(at) or signs[at - 1] == BREAK:
        return False
    before = plain[starts[at - 1] : ends[at - 1]]
    foreign = word.isascii() and len(word) > NATIVE
    addressed = signs[at - 1] in addresses and " " not in before and not foreign
    return addressed or (signs[at - 1] == NAME and before[:1].isupper() and not before.isupper())


def paired(document: Document, at: int) -> bool:
    """Tell whether a token is tied to another polity by a hyphen."""
    return any(
        document.signs[joint] == "-"
        and isinstance(other := document.concepts[there], Concept)
        and other.scheme == "polities"
        for joint, there in ((at - 1, at - 2), (at + 1, at + 2))
    )


Mark = tuple[int, int, str, Concept | DateMention | None]


def merged(words: Sequence[Mark], dates: Sequence[DateMention], lexicon: Lexicon, plain: str) -> list[Mark]:
    """Put dates among the known words; of a word that a date covers, what is left over is nothing known.

    Both are in text order.
    """
    marks = list(words)
    sign = lexicon.sign(frozenset({"date"}))
    begins = [mark[0] for mark in marks]
    for date in reversed(dates):
        first, last = bisect_left(begins, date.start), bisect_left(begins, date.end)
        first -= first > 0 and marks[first - 1][1] > date.start
        covered = marks[first:last]
        left, right = (covered[0][0], covered[-1][1]) if covered else (date.start, date.end)
        before, after = unknown(plain, left, date.start), unknown(plain, date.end, right)
        marks[first:last] = [*before, (date.start, date.end, sign, date), *after]
    return marks


def within(marks: list[Mark], spans: Sequence[Span]) -> list[Mark]:
    """Return the marks that lie whole in a sentence."""
    begins = [mark[0] for mark in marks]
    kept: list[Mark] = []
    for span in spans:
        first, last = bisect_left(begins, span.start), bisect_left(begins, span.end)
        last -= last > first and marks[last - 1][1] > span.end
        kept += marks[first:last]
    return kept


def masked(plain: str, marks: Sequence[Mark]) -> str:
    """Put MASK and spaces in the place of known words; all else stays where it is."""
    pieces: list[str] = []
    cursor = 0
    for start, end, _, _ in marks:
        pieces += plain[cursor:start], MASK.ljust(end - start)
        cursor = end
    return "".join((*pieces, plain[cursor:]))
