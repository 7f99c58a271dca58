"""The string that shapes are matched on: a sentence as mentions and words, one character each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from extract.finders.people import PeopleFinder, PersonMention
from extract.tokens.document import Document
from extract.tokens.signs import BREAK

PERSON, OBJECT, BODY = "P", "O", "B"


@dataclass(slots=True)
class Units:
    """The units of a document: `signs` one character each; tokens [first, last) and the mention behind it.

    `bounds` are the units [first, last) of each sentence, `sentence_of` the number of a unit's sentence.

    A person is `P` where it can be the subject of its clause, `O` where a word before it makes it an
    object ("với", "của", "tiếp").
    """

    document: Document
    signs: list[str] = field(default_factory=list)
    firsts: list[int] = field(default_factory=list)
    lasts: list[int] = field(default_factory=list)
    mentions: list[PersonMention | None] = field(default_factory=list)
    string: str = ""
    bounds: list[tuple[int, int]] = field(default_factory=list)
    sentence_of: list[int] = field(default_factory=list)

    def copy(self, first: int, last: int) -> None:
        """Add the tokens [first, last), a unit each."""
        self.signs += self.document.signs[first:last]
        self.firsts += range(first, last)
        self.lasts += range(first + 1, last + 1)
        self.mentions += [None] * (last - first)

    def put(self, sign: str, first: int, last: int, mention: PersonMention | None) -> None:
        """Add one unit."""
        self.signs.append(sign)
        self.firsts.append(first)
        self.lasts.append(last)
        self.mentions.append(mention)

    def words(self, first: int, last: int) -> str:
        """Return the text of the units [first, last)."""
        return self.document.words(self.firsts[first], self.lasts[last - 1]) if first < last else ""

    def start(self, unit: int) -> int:
        """Return where a unit starts in the reading text."""
        return self.document.starts[self.firsts[unit]]


def build(finder: PeopleFinder, mentions: Sequence[PersonMention], objective: str) -> Units:
    """Fold each mention of a person, and each body's name, into one unit.

    `objective` holds the signs of words that make the person after them an object.
    """
    units = Units(finder.document)
    index = 0
    for first, last, mention in folded(finder, mentions):
        units.copy(index, first)
        units.put(role(units, objective) if mention is not None else BODY, first, last, mention)
        index = last
    units.copy(index, len(finder.document.signs))
    enumerate_objects(units)
    units.string = "".join(units.signs)
    units.bounds = list(bounds(units.string))
    for number, (first, last) in enumerate(units.bounds):
        units.sentence_of += [number] * (last + 1 - first)
    return units


def folded(finder: PeopleFinder, mentions: Sequence[PersonMention]) -> Iterator[tuple[int, int, PersonMention | None]]:
    """Yield the tokens [first, last) that become one unit: those of each mention, and of each body outside of them."""
    index = 0
    for mention in mentions:
        for first, last in bodies(finder, index, mention.first):
            yield first, last, None
            index = last
        if mention.first >= index:
            yield mention.first, mention.last, mention
            index = mention.last
    for first, last in bodies(finder, index, len(finder.document.signs)):
        yield first, last, None


def bodies(finder: PeopleFinder, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Yield the names of bodies that open within the tokens [first, last)."""
    at = finder.letters.find("U", first, last)
    while at >= 0:
        stop = finder.body(at)
        if stop > at:
            yield at, stop
        at = finder.letters.find("U", max(stop, at + 1), last)


def bounds(string: str) -> Iterator[tuple[int, int]]:
    """Yield the units [first, last) of each sentence."""
    first = 0
    while (last := string.find(BREAK, first)) >= 0:
        yield first, last
        first = last + 1


def enumerate_objects(units: Units) -> None:
    """Make the people of a list that an object opens objects too: "gặp A, B và C", not "gặp A, B nói".

    "Gặp A tháng 4 và B tháng 5" is a list, too.
    """
    signs = units.signs
    for at, mention in enumerate(units.mentions[: len(signs) - 1]):
        if mention is None or at < 2 or signs[at] != PERSON or signs[at - 1] not in ",&":
            continue
        before = signs[at - 3] if signs[at - 2] == "D" and signs[at - 1] == "&" else signs[at - 2]
        if before == OBJECT and signs[at + 1] in ",&.|;D-":
            signs[at] = OBJECT


def role(units: Units, objective: str) -> str:
    """Tell whether a person that comes next is a subject or an object of its clause."""
    signs = units.signs
    if not signs:
        return PERSON
    if signs[-1] in objective or (signs[-1] == "&" and signs[-2:-1] == [OBJECT]):
        return OBJECT
    return PERSON
