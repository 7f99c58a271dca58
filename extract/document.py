"""An article cut into sentences and tokens, each token with its word class; and the mentions found in it."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from extract.finders.dates import DateMention
from extract.lexicon import BREAK, NAME, NUMBER, WORD, Lexicon
from extract.sentences import Span
from extract.text import Text
from ontology.facts import Article
from ontology.vocabulary import Concept

TOKEN = re.compile(r"(?:[^\W\d_]\.)+(?=\s?[^\W\d_])|[^\W\d_]+(?:[-'’][^\W\d_]+)*|\d+(?:[.,]\d+)*|\S")
PUNCTUATION = {",": ",", "(": "(", ")": ")", "[": "(", "]": ")", "-": "-", ":": ":", ".": ".", ";": ";", "/": "/"}
QUOTES = "\"“”'‘’«»"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its span in the reading text, its tokens [first, last), and its role on the page."""

    start: int
    end: int
    first: int
    last: int
    role: str


@dataclass(slots=True)
class Document:
    """An article ready for finders; the tokens are four lists of one length.

    `signs` holds one character a token (its word classes), `starts` and `ends` its span in
    `text.plain`, `concepts` what is behind it: a concept, a date mention, or None.
    """

    article: Article
    text: Text
    low: str
    sentences: list[Sentence] = field(default_factory=list)
    signs: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    concepts: list[Concept | DateMention | None] = field(default_factory=list)

    def words(self, first: int, last: int) -> str:
        """Return the text of the tokens [first, last), white space made single.

        An empty span is an empty string.
        """
        if first >= last:
            return ""
        return " ".join(self.text.plain[self.starts[first] : self.ends[last - 1]].split())

    def adjacent(self, index: int) -> bool:
        """Tell whether a token follows the one before it after one space or none."""
        return self.starts[index] - self.ends[index - 1] <= 1


def tokenize(document: Document, spans: Sequence[Span], lexicon: Lexicon, dates: Sequence[DateMention]) -> Document:
    """Cut a document into sentences and classed tokens; a date is one token, and so is each known word."""
    marks = merged(list(lexicon.scan(document.text.plain, document.low)), dates, lexicon)
    begins = [m[0] for m in marks]
    for span in spans:
        first = len(document.signs)
        cursor = span.start
        at = bisect_left(begins, span.start)
        while at < len(marks) and marks[at][0] < span.end:
            start, end, sign, concept = marks[at]
            at += 1
            if end > span.end:
                continue
            gap(document, cursor, start)
            put(document, start, end, sign, concept)
            cursor = end
        gap(document, cursor, span.end)
        document.sentences.append(Sentence(span.start, span.end, first, len(document.signs), span.role))
        put(document, span.end, span.end, BREAK, None)
    settle(document, lexicon)
    return document


def settle(document: Document, lexicon: Lexicon) -> None:
    """Decide words that can be a country or something else, by their neighbours.

    A word that is also a form of address addresses where it opens a phrase before a name. A short form of
    a country is one only in a pair ("Việt - Nga") or after a title.
    """
    both = {sign for classes, sign in lexicon.signs.items() if {"country", "honorific"} <= classes}
    short = {sign for classes, sign in lexicon.signs.items() if "short" in classes and "country" not in classes}
    titles = set(lexicon.signs_of("title"))
    lands, addresses = set(lexicon.signs_of("country")), set(lexicon.signs_of("honorific"))
    address, country = lexicon.sign(frozenset({"honorific"})), lexicon.sign(frozenset({"country"}))
    plain, starts, signs = document.text.plain, document.starts, document.signs
    for at in range(1, len(signs) - 2):
        if signs[at] in short and not (paired(document, at) or signs[at - 1] in titles):
            signs[at] = lexicon.sign(frozenset({"surname"})) if "surname" in lexicon.classes_of(signs[at]) else NAME
            document.concepts[at] = None
        elif signs[at] in lands and surrounded(document, at, addresses):
            signs[at], document.concepts[at] = NAME, None
        elif signs[at] in both:
            opens = signs[at - 1] in '|",'
            named = plain[starts[at + 1]].isupper() and document.adjacent(at + 1)
            if not plain[starts[at]].isupper() or (opens and named):
                signs[at], document.concepts[at] = address, None
            else:
                signs[at] = country


def surrounded(document: Document, at: int, addresses: set[str]) -> bool:
    """Tell whether a country of one syllable is part of a person's name: an address or a name stands before it."""
    plain, starts, ends, signs = document.text.plain, document.starts, document.ends, document.signs
    if " " in plain[starts[at] : ends[at]] or not document.adjacent(at) or signs[at - 1] == BREAK:
        return False
    before = plain[starts[at - 1] : ends[at - 1]]
    addressed = signs[at - 1] in addresses and " " not in before
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


def merged(words: Sequence[Mark], dates: Sequence[DateMention], lexicon: Lexicon) -> list[Mark]:
    """Put dates among the known words; a word that a date covers is part of it."""
    if not dates:
        return list(words)
    sign = lexicon.sign(frozenset({"date"}))
    ends = [d.end for d in dates]
    kept: list[Mark] = []
    for word in words:
        at = bisect_left(ends, word[0] + 1)
        if at < len(dates) and dates[at].start < word[1]:
            continue
        kept.append(word)
    kept.extend((d.start, d.end, sign, d) for d in dates)
    kept.sort(key=lambda m: m[0])
    return kept


def gap(document: Document, start: int, end: int) -> None:
    """Cut what lies between known words into names, words, numbers and punctuation."""
    if start >= end:
        return
    plain = document.text.plain
    signs, starts, ends, concepts = document.signs, document.starts, document.ends, document.concepts
    for token in TOKEN.finditer(plain, start, end):
        s, e = token.span()
        c = plain[s]
        if c.isalpha():
            signs.append(NAME if c.isupper() else WORD)
        elif c.isdigit():
            signs.append(NUMBER)
        else:
            signs.append(PUNCTUATION.get(c, '"' if c in QUOTES else ","))
        starts.append(s)
        ends.append(e)
        concepts.append(None)


def put(document: Document, start: int, end: int, sign: str, concept: Concept | DateMention | None) -> None:
    """Add one token."""
    document.signs.append(sign)
    document.starts.append(start)
    document.ends.append(end)
    document.concepts.append(concept)
