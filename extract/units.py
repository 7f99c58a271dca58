"""The string that shapes are matched on: a sentence as mentions and words, one character each."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from extract.document import Document
from extract.finders.people import PeopleFinder, PersonMention

PERSON, OBJECT, BODY = "P", "O", "B"


@dataclass(slots=True)
class Units:
    """The units of a document: `signs` one character each; tokens [first, last) and the mention behind it.

    A person is `P` where it can be the subject of its clause, `O` where a word before it makes it an
    object ("với", "của", "tiếp").
    """

    document: Document
    signs: list[str] = field(default_factory=list)
    firsts: list[int] = field(default_factory=list)
    lasts: list[int] = field(default_factory=list)
    mentions: list[PersonMention | None] = field(default_factory=list)
    string: str = ""
    sentence_of: list[int] = field(default_factory=list)

    def put(self, sign: str, first: int, last: int, mention: PersonMention | None = None) -> None:
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
    document, letters = finder.document, finder.letters
    units = Units(document)
    following = iter(mentions)
    mention = next(following, None)
    index, end = 0, len(document.signs)
    sentence = 0
    while index < end:
        if mention is not None and index == mention.first:
            units.put(role(units, objective), index, mention.last, mention)
            index = mention.last
            mention = next(following, None)
        elif letters[index] == "U" and (stop := finder.body(index)) > index:
            units.put(BODY, index, stop)
            index = stop
        else:
            units.put(document.signs[index], index, index + 1)
            index += 1
        while mention is not None and mention.first < index:
            mention = next(following, None)
    for at, sign in enumerate(units.signs):
        units.sentence_of.append(sentence)
        if sign == "|":
            sentence += 1
        del at
    enumerate_objects(units)
    units.string = "".join(units.signs)
    return units


def enumerate_objects(units: Units) -> None:
    """Make the people of a list that an object opens objects too: "gặp A, B và C", not "gặp A, B nói"."""
    signs = units.signs
    for at in range(2, len(signs) - 1):
        if signs[at] == PERSON and signs[at - 1] in ",&" and signs[at - 2] == OBJECT and signs[at + 1] in ",&.|;D-":
            signs[at] = OBJECT


def role(units: Units, objective: str) -> str:
    """Tell whether a person that comes next is a subject or an object of its clause."""
    signs = units.signs
    if not signs:
        return PERSON
    if signs[-1] in objective:
        return OBJECT
    if len(signs) > 1 and signs[-1] in "&," and signs[-2] == OBJECT and signs[-1] == "&":
        return OBJECT
    return PERSON
