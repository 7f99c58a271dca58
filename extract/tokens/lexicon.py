"""Every known word in one scan: names of the vocabulary and words of the language, each with its classes.

A label stands for one or more word classes ("polity", "title", or a class that the language's files
name). Each distinct set of classes is one character, so that a sentence becomes a short string over
which shapes are ordinary regular expressions.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import product

from extract.tokens.scanner import Mark, Reading, Readings, Scanner, tied
from extract.tokens.signs import WORD, Tokens
from extract.tokens.text import key, spellings
from ontology.vocabulary import Concept

# Classes that have a letter of their own, because grammars of names and titles are written with them.
LETTERS = {
    "title": "T",
    "peer": "T",
    "modifier": "M",
    "honorific": "H",
    "body": "B",
    "surname": "S",
    "delegation": "g",
    "bodynoun": "U",
    "portfolio": "F",
    "country": "C",
    "city": "Y",
    "bloc": "K",
    "kind": "G",
    "date": "D",
    "filler": "f",
    "charge": "v",
    "spouse": "q",
    "plural": "p",
    "short": "A",
    "also": "k",
    "is": "s",
    "then": "t",
    "and": "&",
    "of": "o",
    "at": "i",
}
PRIVATE = 0xE000
JOINTS = "-'’"
SHORT = 4  # letters; a longer word is no acronym


@dataclass(frozen=True, slots=True)
class Entry:
    """One reading of a label: its classes, the concept behind it, and whether it wants a capital."""

    classes: frozenset[str]
    concept: Concept | None = None
    capital: bool = False
    acronym: bool = False


@dataclass(slots=True)
class Lexicon:
    """The labels of a language, compiled for one scan of a text.

    `words` maps the key of each label to its entries.
    """

    words: dict[str, list[Entry]] = field(default_factory=dict)
    signs: dict[frozenset[str], str] = field(default_factory=dict)
    table: dict[int, str] = field(default_factory=dict)
    counted: int = 0
    classes: dict[str, str] = field(default_factory=dict)
    names: dict[str, frozenset[str]] = field(default_factory=dict)
    members: dict[str, set[str]] = field(default_factory=dict)
    scanner: Scanner | None = None
    alone: dict[str, str] = field(default_factory=dict)
    tokens: Tokens = field(init=False)

    def add(self, label: str, classes: Iterable[str], concept: Concept | None = None, *, capital: bool = False) -> None:
        """Add one reading of a label; labels are compared by their key."""
        acronym = capital and len(label) > 1 and label.isupper()
        self.words.setdefault(key(label), []).append(Entry(frozenset(classes), concept, capital, acronym))

    def compile(self) -> "Lexicon":
        """Build the scanner; nothing may be added after.

        Single words behind which nothing stands need no scan: half of what stands in a text are such.
        """
        alone = {label for label, entries in self.words.items() if lone(label) and not any(e.concept for e in entries)}
        for label in sorted(alone):
            readings = self.readings(self.words[label])
            for written in forms(label):
                reading = readings.written(written)
                self.alone.update({written: reading[0]} if reading is not None else {})
        self.tokens = Tokens(self.alone)
        self.scanner = Scanner({label: self.readings(self.words[label]) for label in sorted(self.words.keys() - alone)})
        return self

    def readings(self, entries: list[Entry]) -> Readings:
        """Return what a label is in capitals, with a capital, and without."""
        titled = [e for e in entries if not e.acronym]
        return Readings(self.merged(entries), self.merged(titled), self.merged([e for e in entries if not e.capital]))

    def merged(self, entries: list[Entry]) -> Reading | None:
        """One sign and one concept for all readings of a label; the concept of a name that wants a capital wins."""
        if not entries:
            return None
        classes = frozenset().union(*(e.classes for e in entries))
        concepts = [e.concept for e in sorted(entries, key=lambda e: not e.capital) if e.concept is not None]
        return self.sign(classes), concepts[0] if concepts else None

    def sign(self, classes: frozenset[str]) -> str:
        """Return the character that stands for a set of classes."""
        if classes not in self.signs:
            lettered = [LETTERS[c] for c in sorted(classes) if c in LETTERS]
            alone = len(classes) == 1 and lettered
            self.signs[classes] = lettered[0] if alone else chr(PRIVATE + len(self.signs))
        return self.signs[classes]

    def is_a(self, word: str, name: str) -> bool:
        """Tell whether a word, by its key, is of a class."""
        if name not in self.members or self.scanner is None:
            self.members[name] = {w for w, entries in self.words.items() if any(name in e.classes for e in entries)}
        return word in self.members[name]

    def classes_of(self, sign: str) -> frozenset[str]:
        """Return the classes that a sign stands for."""
        return next((classes for classes, known in self.signs.items() if known == sign), frozenset())

    def signs_of(self, name: str) -> str:
        """Return every character whose set of classes holds this class, in a stable order."""
        if name not in self.classes or self.scanner is None:
            self.classes[name] = "".join(sorted(sign for classes, sign in self.signs.items() if name in classes))
        return self.classes[name]

    def standing(self, signs: Iterable[str]) -> dict[str, str]:
        """Return the word classes that some signs stand for, each with its signs among them."""
        found: dict[str, str] = defaultdict(str)
        for sign in sorted(signs):
            for name in self.names_of(sign):
                found[name] += sign
        return found

    def names_of(self, sign: str) -> frozenset[str]:
        """Return the classes of a sign, remembered."""
        if sign not in self.names:
            self.names[sign] = self.classes_of(sign)
        return self.names[sign]

    def letters(self) -> dict[int, str]:
        """Return what grammars of names and titles see of each sign: one letter of `LETTERS`, for `str.translate`."""
        if self.counted != len(self.signs):
            self.table, self.counted = self.lettered(), len(self.signs)
        return self.table

    def lettered(self) -> dict[int, str]:
        """Find the letter of each sign that has none of its own: that of its first class in the order of `LETTERS`."""
        order = list(LETTERS)
        table: dict[int, str] = {}
        for classes, sign in self.signs.items():
            known = min((order.index(c) for c in classes if c in LETTERS), default=-1)
            if len(sign) == 1 and ord(sign) >= PRIVATE:
                table[ord(sign)] = LETTERS[order[known]] if known >= 0 else WORD
        return table

    def scan(self, plain: str, low: str) -> list[Mark]:
        """Find the known words that are no single tokens: (start, end, sign, concept), left to right, longest first.

        The others have their sign in `alone`, by how they are written.
        """
        assert self.scanner is not None  # noqa: S101  compile() comes first
        marks = self.scanner.scan(plain, low)
        begins = [mark[0] for mark in marks]
        for start, end in reversed(jointed(low)):
            sign = self.alone.get(plain[start:end])
            at = bisect_right(begins, start)
            if sign and not tied(plain, start, end) and (at == 0 or marks[at - 1][1] <= start):
                marks.insert(at, (start, end, sign, None))
        return marks


def forms(word: str) -> set[str]:
    """Return how a word is written: with the tone mark where it may stand, small, with a capital and in capitals.

    A short one may have a capital anywhere (MoU, ThS).

    >>> sorted(forms("thọai"))[:3], "MoU" in forms("mou")
    (['THOẠI', 'THỌAI', 'Thoại'], True)
    """
    found: set[str] = set()
    for spelling in spellings(word):
        found |= {spelling, spelling.upper(), spelling.capitalize()}
        if len(spelling) <= SHORT:
            found |= {"".join(letters) for letters in product(*((c, c.upper()) for c in spelling))}
    return found


def lone(label: str) -> bool:
    """Tell whether a label is one word of letters; one letter may open a name."""
    return len(label) > 1 and label.isalpha()


def jointed(low: str) -> list[tuple[int, int]]:
    """Return where words stand that a hyphen or apostrophe joins to another: they are no tokens by themselves.

    >>> [("Huế-Vinh - Hà")[start:end] for start, end in jointed("huế-vinh - hà")]
    ['Huế', 'Vinh']
    """
    found: set[tuple[int, int]] = set()
    for at in positions(low, JOINTS):
        start, end = at, at + 1
        while start and (low[start - 1].isalnum() or low[start - 1] == "_"):
            start -= 1
        while end < len(low) and (low[end].isalnum() or low[end] == "_"):
            end += 1
        found |= {(start, at), (at + 1, end)} if start < at < end - 1 else set()
    return sorted(found)


def positions(string: str, signs: Iterable[str]) -> list[int]:
    """Return where some signs stand in a string, in its order.

    >>> positions("wNw|wC", "CN")
    [1, 5]
    """
    found: list[int] = []
    for sign in signs:
        at = string.find(sign)
        while at >= 0:
            found.append(at)
            at = string.find(sign, at + 1)
    return sorted(found)
