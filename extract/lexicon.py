"""Every known word in one scan: names of the vocabulary and words of the language, each with its classes.

A label stands for one or more word classes ("polity", "title", or a class that the language's files
name). Each distinct set of classes is one character, so that a sentence becomes a short string over
which shapes are ordinary regular expressions.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import ahocorasick_rs

from extract.text import key
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
PUNCTUATION = re.compile(r"[^\w\s]")
REACH = 60
STOPS = frozenset(',;:()"\n“”[]')


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
    upper: list[tuple[str, Concept | None] | None] = field(default_factory=list)
    titled: list[tuple[str, Concept | None] | None] = field(default_factory=list)
    lower: list[tuple[str, Concept | None] | None] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    shorter: dict[int, int] = field(default_factory=dict)
    table: dict[int, str] = field(default_factory=dict)
    counted: int = 0
    classes: dict[str, str] = field(default_factory=dict)
    scanner: ahocorasick_rs.AhoCorasick | None = None

    def add(self, label: str, classes: Iterable[str], concept: Concept | None = None, *, capital: bool = False) -> None:
        """Add one reading of a label; labels are compared by their key."""
        acronym = capital and len(label) > 1 and label.isupper()
        self.words.setdefault(key(label), []).append(Entry(frozenset(classes), concept, capital, acronym))

    def compile(self) -> "Lexicon":
        """Build the scanner; nothing may be added after."""
        self.keys = sorted(self.words)
        for label in self.keys:
            entries = self.words[label]
            self.upper.append(self.merged(entries))
            self.titled.append(self.merged([e for e in entries if not e.acronym]))
            self.lower.append(self.merged([e for e in entries if not e.capital]))
        self.shorter = self.lendable()
        patterns = [" " + spaced(label).strip() for label in self.keys]
        self.scanner = ahocorasick_rs.AhoCorasick(
            patterns,
            matchkind=ahocorasick_rs.MatchKind.LeftmostLongest,
            implementation=ahocorasick_rs.Implementation.ContiguousNFA,
        )
        return self

    def lendable(self) -> dict[int, int]:
        """Return the labels that can lend their last word to a longer name after them, with the label that is left.

        "Trung ương Đảng" before "Nhân dân Campuchia" is "Trung ương" and "Đảng Nhân dân Campuchia".
        """
        index = {label: i for i, label in enumerate(self.keys)}
        openers = {label.split()[0] for label in self.keys if " " in label}
        lending: dict[int, int] = {}
        for label, i in index.items():
            rest, _, last = label.rpartition(" ")
            if last in openers and rest in index and " " in rest:
                lending[i] = index[rest]
        return lending

    def merged(self, entries: list[Entry]) -> tuple[str, Concept | None] | None:
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
        return any(name in entry.classes for entry in self.words.get(word, ()))

    def classes_of(self, sign: str) -> frozenset[str]:
        """Return the classes that a sign stands for."""
        return next((classes for classes, known in self.signs.items() if known == sign), frozenset())

    def signs_of(self, name: str) -> str:
        """Return every character whose set of classes holds this class, in a stable order."""
        if name not in self.classes or self.scanner is None:
            self.classes[name] = "".join(sorted(sign for classes, sign in self.signs.items() if name in classes))
        return self.classes[name]

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

    def scan(self, plain: str, low: str) -> Iterator[tuple[int, int, str, Concept | None]]:
        """Find all known words: (start, end, sign, concept), left to right, longest first, whole words."""
        field_ = " " + spaced(low) + " "
        for index, start, end in self.longest(field_, plain):
            stop = end - 1
            found = self.written(index, plain[start:stop])
            if found is None or not self.whole(index, low, start, stop, plain):
                continue
            closed = stop < len(low) and low[stop] == ")" and self.keys[index].endswith(")")
            yield start, stop + closed, found[0], found[1]

    def written(self, index: int, text: str) -> tuple[str, Concept | None] | None:
        """Return what a label is as it is written: an acronym wants all capitals, a name one."""
        if not text[0].isupper():
            return self.lower[index]
        return self.upper[index] if text.isupper() else self.titled[index]

    def longest(self, field_: str, plain: str) -> Iterator[tuple[int, int, int]]:
        """Find the longest labels from left to right, whole words, as they are written.

        A label that ends in the first word of a longer one lends it.
        """
        assert self.scanner is not None  # noqa: S101  compile() comes first
        after = 0
        for index, start, end in self.scanner.find_matches_as_indexes(field_):
            if start < after:
                continue
            if field_[end] != " " or self.written(index, plain[start : end - 1]) is None:
                for found in self.hidden(field_, plain, start, end):
                    yield found
                    after = found[2]
            elif index in self.shorter and (lent := self.lent(field_, plain, start, end)) is not None:
                yield self.shorter[index], start, lent[1]
                yield lent
                after = lent[2]
            else:
                yield index, start, end

    def hidden(self, field_: str, plain: str, start: int, end: int) -> Iterator[tuple[int, int, int]]:
        """Find the labels in a stretch where a longer one stood that is none here.

        "năm qua" in "năm quan hệ" hides "năm", "thủ đô Viên" in "thủ đô Viêng Chăn" hides "Viêng Chăn", and
        "thành phố Cần Thơ", not written as its name, "Cần Thơ".
        """
        while 0 <= start < end:
            found = self.best(field_, plain, start)
            if found is not None:
                yield found
            start = found[2] if found is not None else field_.find(" ", start + 1, end)

    def best(self, field_: str, plain: str, start: int) -> tuple[int, int, int] | None:
        """Find the longest label that opens just here, of whole words and as it is written."""
        assert self.scanner is not None  # noqa: S101  compile() comes first
        stop = start + REACH
        while stop > start:
            match = next(iter(self.scanner.find_matches_as_indexes(field_[start:stop])), None)
            if match is None or match[1] != 0:
                return None
            index, end = match[0], start + match[2]
            if field_[end] == " " and self.written(index, plain[start : end - 1]) is not None:
                return index, start, end
            stop = field_.rfind(" ", start + 1, end)
        return None

    def lent(self, field_: str, plain: str, start: int, end: int) -> tuple[int, int, int] | None:
        """Find the longer label that the last word of a label opens, if one stands there."""
        begin = field_.rindex(" ", start, end)
        longer = self.best(field_, plain, begin)
        return longer if longer is not None and longer[2] > end else None

    def whole(self, index: int, low: str, start: int, stop: int, plain: str) -> bool:
        """Tell whether a label stands as one phrase: no stop inside it, no hyphen that ties it to a name."""
        written = low[start:stop]
        if written != self.keys[index].strip('()"') and not STOPS.isdisjoint(written):
            return False
        if stop + 1 < len(low) and low[stop] == "-" and plain[start].isupper() and plain[stop + 1].islower():
            return False
        return not (start > 1 and low[start - 1] == "-" and low[start - 2].isalpha() and plain[start].islower())


SPACED = re.compile(r"[^\w ]")


def spaced(low: str) -> str:
    """Replace whatever is no word character by a space, so that words begin and end at spaces."""
    return SPACED.sub(" ", low)
