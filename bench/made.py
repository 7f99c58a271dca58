"""Articles without end, made from some that were read: the same sentences with other people and other days.

The n-th made article is the same on every machine. A name keeps its kind (as long, native or foreign), and somebody
who is named twice in an article is named alike twice in the made one. It is as uneven as news is: a few of those
who stand for somebody are told of again and again, on other days, and most of them seldom.
"""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from extract.reader import scene_of
from extract.tokens.document import Document
from ontology.dates import Date
from ontology.facts import Article

WORD = re.compile(r"[^\W\d_]+")
NUMBER = re.compile(r"\d+")
DAY = re.compile(r"\d{1,2}(?=\s*[-–/.]\s*\d{1,2}(?!\d))")
DAYS, MONTHS = 28, 12  # every month has so many days
EARLIEST, LATEST = 1990, 2025  # years are told within these
SHIFTS = DAYS * MONTHS * (LATEST - EARLIEST + 1)  # by so many days an article can be moved
STEEP, MOST = (
    1.0,
    300,
)  # so many words stand for one, each more seldom than the one before; the word itself in half of all


@dataclass(frozen=True, slots=True)
class Model:
    """An article to make others of: its text in pieces, those of even number as they are, the others to be varied."""

    article: Article
    pieces: tuple[str, ...]


@dataclass(slots=True)
class Made:
    """Makes articles of models; `words` are the words of names, by whether a Vietnamese could be called so."""

    models: list[Model] = field(default_factory=list)
    words: dict[bool, list[str]] = field(default_factory=dict)

    def articles(self, count: int, start: int = 0) -> Iterator[Article]:
        """Yield so many articles, from a given one on; each goes through the models in turn."""
        for number in range(start, start + count):
            yield self.article(number)

    def article(self, number: int) -> Article:
        """Return the article of a number."""
        model = self.models[number % len(self.models)]
        dice = random.Random(number)  # noqa: S311 - made data, no secret
        names: dict[str, str] = {}
        shift = dice.randrange(SHIFTS)
        varied = (
            moved(piece, shift)
            if NUMBER.search(piece)
            else WORD.sub(lambda word: self.word(word[0], names, dice), piece)
            for piece in model.pieces[1::2]
        )
        texts = [*model.pieces]
        texts[1::2] = varied
        return Article(f"made-{number:07}", "".join(texts), published=dated(model.article.published, shift))

    def word(self, word: str, names: dict[str, str], dice: random.Random) -> str:
        """Return the word that stands in an article for one of a name: always the same, and often the word itself."""
        if word not in names:
            nth = min(int(dice.paretovariate(STEEP)), MOST) if word[0].isupper() else 1
            known = self.words[marked(word)]
            names[word] = word if nth == 1 else random.Random(f"{word} {nth}").choice(known)  # noqa: S311 - made data
        return names[word]


def made(articles: Sequence[Article]) -> Made:
    """Read articles and make models of them."""
    models = [model(article) for article in articles]
    words: dict[bool, set[str]] = {True: set(), False: set()}
    for piece in (piece for one in models for piece in one.pieces[1::2] if not NUMBER.search(piece)):
        for word in WORD.findall(piece):
            words[marked(word)] |= {word} if word[0].isupper() else set()
    return Made(models, {native: sorted(found) for native, found in words.items()})


def model(article: Article) -> Model:
    """Cut the text of an article at its people and dates."""
    scene = scene_of(article)
    document = scene.units.document
    plain = document.text.plain
    pieces: list[str] = []
    cursor = 0
    for first, last in spans(document, [m.at for m in scene.units.mentions if m is not None and m.name]):
        pieces += plain[cursor:first], plain[first:last]
        cursor = last
    return Model(article, (*pieces, plain[cursor:]))


def spans(document: Document, names: Sequence[int]) -> list[tuple[int, int]]:
    """Return where names stand that open at some tokens, and where dates do, in text order."""
    found = [(document.starts[at], document.ends[at]) for at, _ in document.dated]
    for at in names:
        stop = at + 1
        while document.signs[stop] in "NS" and document.adjacent(stop):
            stop += 1
        found.append((document.starts[at], document.ends[stop - 1]))
    return sorted(set(found))


def marked(word: str) -> bool:
    """Tell whether a word has marks, as most words of native names have."""
    return not word.isascii()


def moved(piece: str, shift: int) -> str:
    """Return a date as written, with other numbers: days stay days, months months and years years.

    >>> moved("ngày 27/4/2022", 31)
    'ngày 2/5/2022'
    """
    days, months, years = parts(shift)

    def number(found: re.Match[str]) -> str:
        value = int(found[0])
        if len(found[0]) > 2:
            return str(EARLIEST + (value + years - EARLIEST) % (LATEST - EARLIEST + 1))
        day = value > MONTHS or DAY.match(piece, found.start())
        most, by = (DAYS, days) if day else (MONTHS, months)
        return str((value - 1 + by) % most + 1)

    return NUMBER.sub(number, piece)


def parts(shift: int) -> tuple[int, int, int]:
    """Return by how many days, months and years a shift moves."""
    return shift % DAYS, shift // DAYS % MONTHS, shift // DAYS // MONTHS


def dated(published: Date | None, shift: int) -> Date | None:
    """Return the day of publication of a made article; one whose day is not known has none."""
    if published is None or len(published.edtf) != len("2022-04-27"):
        return published
    year, month, day = (int(part) for part in published.edtf.split("-"))
    days, months, years = parts(shift)
    year = EARLIEST + (year + years - EARLIEST) % (LATEST - EARLIEST + 1)
    return Date(f"{year:04d}-{(month - 1 + months) % MONTHS + 1:02d}-{(day - 1 + days) % DAYS + 1:02d}")
