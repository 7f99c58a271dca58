"""One scan of a text for all labels: whole words, as they are written, the longest first."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import ahocorasick_rs

from extract.tokens.signs import NAME, WORD
from extract.tokens.text import stretches
from ontology.vocabulary import Concept

# What a label stands for: its sign, and the concept behind it; None where it is not written so.
Reading = tuple[str, Concept | None]
# A label found: its number, and its span in the field, the space before it included.
Label = tuple[int, int, int]
Mark = tuple[int, int, str, Concept | None]
LETTERS = re.compile(r"[^\W\d_]+")
STOPS = frozenset(',;:()"\n“”[]')
SPACED = re.compile("[^ " + stretches(r"\w") + "]")


@dataclass(frozen=True, slots=True)
class Readings:
    """What a label is in capitals, with a capital first, and without."""

    upper: Reading | None
    titled: Reading | None
    lower: Reading | None

    def written(self, text: str) -> Reading | None:
        """Return what the label is as it is written: an acronym wants all capitals, a name one."""
        if not text[0].isupper():
            return self.lower
        return self.upper if text.isupper() else self.titled


@dataclass(slots=True)
class Scanner:
    """Finds labels; `readings` by their keys, in the order of their numbers.

    A text is searched as a field of words between spaces. `small` and `capital` are what a label is where one
    look at its first letter settles it, `bare` is its key without brackets. `phrases` are the labels by their
    words, `openers` how many spaces the longest has that opens with a word.
    """

    readings: Mapping[str, Readings]
    numbered: list[Readings] = field(init=False)
    small: list[Reading | None] = field(default_factory=list)
    capital: list[Reading | None] = field(default_factory=list)
    bare: list[str] = field(init=False)
    closing: frozenset[int] = field(init=False)
    phrases: dict[str, int] = field(default_factory=dict)
    openers: dict[str, int] = field(default_factory=dict)
    shorter: dict[int, int] = field(init=False)
    automaton: ahocorasick_rs.AhoCorasick = field(init=False)

    def __post_init__(self) -> None:
        """Compile the labels."""
        self.numbered = list(self.readings.values())
        self.bare = [key.strip('()"') for key in self.readings]
        self.closing = frozenset(i for i, key in enumerate(self.readings) if key.endswith(")"))
        for index, key in enumerate(self.readings):
            phrase = spaced(key).strip()
            opener = phrase.partition(" ")[0]
            self.phrases.setdefault(phrase, index)
            self.openers[opener] = max(self.openers.get(opener, 0), phrase.count(" "))
        self.shorter = lendable(list(self.readings))
        for index, written in enumerate(self.numbered):
            special = index in self.shorter or index in self.closing
            self.small.append(None if special else written.lower)
            self.capital.append(None if special or written.upper != written.titled else written.titled)
        self.automaton = ahocorasick_rs.AhoCorasick(
            [" " + spaced(key).strip() for key in self.readings],
            matchkind=ahocorasick_rs.MatchKind.LeftmostLongest,
            implementation=ahocorasick_rs.Implementation.ContiguousNFA,
        )

    def scan(self, plain: str, low: str) -> list[Mark]:
        """Find all labels from left to right: (start, end, sign, concept)."""
        marks: list[Mark] = []
        padded = " " + low + " "
        field_ = spaced(padded)
        bare, small, capital = self.bare, self.small, self.capital
        after = 0
        for label in self.automaton.find_matches_as_indexes(field_):
            index, start, end = label
            if start < after:
                continue
            known = (capital if plain[start].isupper() else small)[index]
            whole = field_[end] == " " and padded[start] != "-" != padded[end]
            if known and whole and low.startswith(bare[index], start):
                marks.append((start, end - 1, known[0], known[1]))
                continue
            for found in self.settled(label, field_, plain):
                marks += self.standing(found, plain, low)
                after = found[2]
        return marks

    def settled(self, label: Label, field_: str, plain: str) -> list[Label]:
        """Return what a match of the automaton is: a label, two of which one lends a word, or those hidden in it."""
        index, start, end = label
        if field_[end] != " " or self.numbered[index].written(plain[start : end - 1]) is None:
            return self.hidden(field_, plain, start, end)
        lent = self.lent(field_, plain, start, end) if index in self.shorter else None
        return [label] if lent is None else [(self.shorter[index], start, lent[1]), lent]

    def standing(self, label: Label, plain: str, low: str) -> Iterator[Mark]:
        """Yield a label if it stands as one phrase: no stop inside it, no hyphen that ties it to a name.

        A bracket that closes it is part of it.
        """
        index, start, end = label
        stop = end - 1
        known = self.numbered[index].written(plain[start:stop])
        if low[start:stop] != self.bare[index] and not STOPS.isdisjoint(low[start:stop]):
            yield from unknown(plain, start, stop)
        elif known is not None and not tied(plain, start, stop):
            yield (start, stop + (index in self.closing and low[stop : stop + 1] == ")"), *known)

    def hidden(self, field_: str, plain: str, start: int, end: int) -> list[Label]:
        """Find the labels in a stretch where a longer one stood that is none here.

        "năm qua" in "năm quan hệ" hides "năm", "thủ đô Viên" in "thủ đô Viêng Chăn" hides "Viêng Chăn", and
        "thành phố Cần Thơ", not written as its name, "Cần Thơ".
        """
        labels: list[Label] = []
        while 0 <= start < end:
            stop = field_.find(" ", start + 1)
            spaces = self.openers.get(field_[start + 1 : stop])
            found = None if spaces is None else self.best(field_, plain, start, stop, spaces)
            if found is not None:
                labels.append(found)
                stop = found[2]
            start = stop
        return labels

    def best(self, field_: str, plain: str, start: int, stop: int, spaces: int) -> Label | None:
        """Find the longest label that opens just here, of whole words and as it is written.

        Its first word goes to `stop`, and it has so many spaces at most.
        """
        stops = [stop]
        while spaces and (stop := field_.find(" ", stop + 1)) >= 0:
            stops.append(stop)
            spaces -= 1
        for end in reversed(stops):
            index = self.phrases.get(field_[start + 1 : end])
            if index is not None and self.numbered[index].written(plain[start : end - 1]) is not None:
                return index, start, end
        return None

    def lent(self, field_: str, plain: str, start: int, end: int) -> Label | None:
        """Find the longer label that the last word of a label opens, if one stands there."""
        begin = field_.rindex(" ", start, end)
        longer = self.best(field_, plain, begin, end, self.openers.get(field_[begin + 1 : end], 0))
        return longer if longer is not None and longer[2] > end else None


def unknown(plain: str, start: int, end: int) -> Iterator[Mark]:
    """Yield the words of a stretch of text as words that are not known."""
    for word in LETTERS.finditer(plain, start, end):
        yield (*word.span(), NAME if word[0][0].isupper() else WORD, None)


def tied(plain: str, start: int, stop: int) -> bool:
    """Tell whether a hyphen ties a word to another into a name: "Na-gia", "Jae-in"."""
    before, after = plain[max(0, start - 2) : start], plain[stop : stop + 2]
    return (len(before) == 2 and before[1] == "-" and before[0].isalpha() and plain[start].islower()) or (
        len(after) == 2 and after[0] == "-" and after[1].islower() and plain[start].isupper()
    )


def lendable(keys: list[str]) -> dict[int, int]:
    """Return the labels that can lend their last word to a longer name after them, with the label that is left.

    "Trung ương Đảng" before "Nhân dân Campuchia" is "Trung ương" and "Đảng Nhân dân Campuchia".
    """
    index = {key: i for i, key in enumerate(keys)}
    openers = {key.split()[0] for key in keys if " " in key}
    lending: dict[int, int] = {}
    for key, i in index.items():
        rest, _, last = key.rpartition(" ")
        if last in openers and rest in index and " " in rest:
            lending[i] = index[rest]
    return lending


def spaced(low: str) -> str:
    """Replace whatever is no word character by a space, so that words begin and end at spaces."""
    return SPACED.sub(" ", low)
