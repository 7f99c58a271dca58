"""Every known word in one scan: names of the vocabulary and words of the language, each with its classes.

A label stands for one or more word classes ("polity", "title", or a class that the language's files
name). Each distinct set of classes is one character, so that a sentence becomes a short string over
which shapes are ordinary regular expressions.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from extract.tokens.scanner import Mark, Reading, Readings, Scanner
from extract.tokens.text import key
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
NAME, WORD, NUMBER, BREAK = "N", "w", "0", "|"
PRIVATE = 0xE000


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

    def add(self, label: str, classes: Iterable[str], concept: Concept | None = None, *, capital: bool = False) -> None:
        """Add one reading of a label; labels are compared by their key."""
        acronym = capital and len(label) > 1 and label.isupper()
        self.words.setdefault(key(label), []).append(Entry(frozenset(classes), concept, capital, acronym))

    def compile(self) -> "Lexicon":
        """Build the scanner; nothing may be added after."""
        self.scanner = Scanner({label: self.readings(self.words[label]) for label in sorted(self.words)})
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
        """Find all known words: (start, end, sign, concept), left to right, longest first, whole words."""
        assert self.scanner is not None  # noqa: S101  compile() comes first
        return self.scanner.scan(plain, low)
