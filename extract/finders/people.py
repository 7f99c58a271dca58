"""People in a text: a name with the titles that are its own, or a post alone.

A chain of titles belongs to the name that follows it, else to the name before it. A chain after a comma
that runs into a second name is that name's ("X, Bí thư Thành ủy Viêng Chăn Y").
"""

import re
from collections import defaultdict
from typing import NamedTuple

from extract.finders.names import POLITY, parts
from extract.finders.posts import TitleMention, abroad
from extract.finders.titles import TitleGrammar
from extract.tokens.text import word_key
from ontology.names import fold
from ontology.vocabulary import Concept

# The letters of tokens that open the mention of a person, and of those that open a name.
OPENS, NAMES = re.compile("[TMHNS]"), re.compile("N")
# A shorter word alone is nobody's name again.
SHORTEST = 3
# A remark in brackets between a name and its titles is shorter, in tokens.
REMARK = 8


class PersonMention(NamedTuple):
    """A person in the text: tokens [first, last) with all titles, and the name alone, which opens at token `at`.

    `name` is empty where only posts stand ("Thủ tướng Nhật Bản"), or an honorific ("ông"); `gloss` is another
    spelling in brackets.
    """

    first: int
    last: int
    name: str
    titles: tuple[TitleMention, ...] = ()
    honorific: bool = False
    at: int = 0
    gloss: str = ""
    several: bool = False


class PeopleFinder(TitleGrammar):
    """Finds the people of one document, left to right."""

    __slots__ = ()

    def find(self) -> list[PersonMention]:
        """Return every mention of a person with a title or honorific, of a full native name, and every bare post."""
        mentions: list[PersonMention] = []
        index = 0
        while (opening := OPENS.search(self.letters, index)) is not None:
            index = opening.start()
            mention = self.at(index)
            if mention is None:
                index = max(self.honorifics(index), index + 1)
            else:
                mentions.append(mention)
                index = max(mention.last, index + 1)
        return sorted([*mentions, *self.again(mentions)], key=lambda m: m.first)

    def at(self, index: int) -> PersonMention | None:
        """Read the person who is mentioned at a token, if one is."""
        letter = self.letters[index]
        if self.ship(index):
            return None
        if letter in "TMH":
            return self.led(index)
        return self.bare(index) if letter in "NS" else None

    def ship(self, index: int) -> bool:
        """Tell whether a name at a token, or the rank before it, is that of a ship: "tàu sân bay Đô đốc Kuznetsov"."""
        while index > 0 and self.letters[index - 1] == "H":
            index -= 1
        return index > 0 and self.document.signs[index - 1] in self.lexicon.signs_of("vessel")

    def again(self, mentions: list[PersonMention]) -> list[PersonMention]:
        """Find people who are named again without a title: "Trump và Kim" after "Tổng thống Donald Trump"."""
        known: dict[str, set[tuple[str, ...]]] = defaultdict(set)
        for words in {parts(m.name, self.names.particles) for m in mentions if m.name}:
            for word in words:
                known[word].add(words)
        taken = {at for m in mentions for at in range(m.first, m.last)}
        found: list[PersonMention] = []
        for index in (word.start() for word in NAMES.finditer(self.letters)):
            if (
                index in taken
                or len(opening := fold(self.document.words(index, index + 1)).partition(" ")[0]) < SHORTEST
                or opening not in known
            ):
                continue
            stop = self.name(index, led=True)
            words = parts(self.document.words(index, stop), self.names.particles)
            fresh = (
                stop > index and taken.isdisjoint(range(index, stop)) and not (self.credited(index) or self.ship(index))
            )
            if fresh and any(within(words, full) for full in known[opening]):
                found.append(PersonMention(index, stop, tidy(self.document.words(index, stop)), at=index))
                taken.update(range(index, stop))
        return found

    def led(self, index: int) -> PersonMention | None:
        """Read a person that an honorific or a title opens; None where neither a name nor a post follows."""
        at = self.honorifics(index)
        honorific = at > index
        chain, at = self.ruled(at) if honorific and self.letters[at] in POLITY else self.chain(at, ahead=True)
        while chain:
            opening = at + 1 if self.letters[at] in ",-" else at
            after = self.honorifics(opening)
            if after == opening:
                break
            more, at = self.chain(after, ahead=True)
            chain += more
            honorific = True
        at = self.opening(at, chain) if chain else at
        stop = self.name(at, led=True)
        if stop > at:
            return self.completed(index, at, stop, chain, honorific=honorific)
        if not chain:
            return self.pronoun(index, at)
        return PersonMention(index, chain[-1].last, "", tuple(chain), honorific, at)

    def opening(self, at: int, chain: list[TitleMention]) -> int:
        """Return where the name opens that posts lead to, behind "then", "is" and a form of address, or a comma.

        "Thủ tướng Trung Quốc khi ấy là ông Chu Ân Lai", "Tổng Thư ký NATO, Jens Stoltenberg"
        """
        start = self.copula(at)
        start = self.honorifics(start + (start > at and self.letters[start] == ","))
        owned = chain[0].first > 0 and self.letters[chain[0].first - 1] == "o"
        if start > at and not (owned and self.letters[at] == "s") and self.name(start, led=True) > start:
            return start
        stop = self.name(at + 1, led=False) if self.letters[at] == "," else at
        placed = bool(chain[-1].polities or chain[-1].bodies)
        ends = self.letters[stop] in ",.-)|;" or not self.objective(chain[0].first)
        return at + 1 if placed and stop > at + 2 and ends and not self.after(stop)[0] else at

    def objective(self, at: int) -> bool:
        """Tell whether somebody mentioned at a token is the object of a clause."""
        return at > 0 and self.document.signs[at - 1] in self.objects

    def ruled(self, at: int) -> tuple[list[TitleMention], int]:
        """Read the country after a style or rank before a name: "the Lao leader Thongloun Sisoulith".

        "The Lao leader" alone is somebody, too; several leaders are not, nor is a general.
        """
        style, polity = self.document.concepts[at - 1], self.document.concepts[at]
        if not (isinstance(style, Concept) and isinstance(polity, Concept)):
            return [], at
        alone = style.kind == "Style" and not (at > 1 and self.letters[at - 2] == "p")
        if not alone and self.name(at + 1, led=True) == at + 1:
            return [], at
        return [TitleMention(at - 1, at + 1, self.document.words(at - 1, at), style, (polity,))], at + 1

    def honorifics(self, at: int) -> int:
        """Skip forms of address and ranks."""
        while self.letters[at] == "H":
            at += 1
        return at

    def pronoun(self, first: int, at: int) -> PersonMention | None:
        """Read an honorific that stands for somebody by itself, or for several ("the two gentlemen")."""
        several = first > 0 and self.letters[first - 1] == "p"
        alone = at - first == 1 and word_key(self.document.words(first, at)) in self.names.pronouns
        return PersonMention(first, at, "", (), honorific=True, at=at, several=several) if alone else None

    def bare(self, index: int) -> PersonMention | None:
        """Read a name without a title before it: a full native name, or one that titles follow."""
        stop = self.name(index, led=False)
        if stop == index or self.credited(index):
            return None
        mention = self.completed(index, index, stop, [], honorific=False)
        full = self.letters[index] == "S" and stop - index > 2
        return mention if mention.titles or full else None

    def credited(self, index: int) -> bool:
        """Tell whether a name stands after "photo:" and the like."""
        if index < 2 or self.letters[index - 1] != ":":
            return False
        return word_key(self.document.words(index - 2, index - 1)) in self.names.credits

    def completed(self, first: int, at: int, stop: int, chain: list[TitleMention], *, honorific: bool) -> PersonMention:
        """Add what follows a name: another spelling in brackets, and titles that are nobody else's."""
        gloss, after = self.glossed(stop)
        chain, after = self.landed(chain, after)
        after = self.remarked(after)
        own, last = self.after(after)
        led = bool(chain) or (first > 0 and self.document.signs[first - 1] in self.lexicon.signs_of("source"))
        if own and led and ((chain and abroad(chain[-1], own[0])) or not self.closed(first, own, last)):
            own = []
        last = last if own else after
        name = tidy(self.document.words(at, stop))
        return PersonMention(first, max(last, after), name, (*chain, *own), honorific, at, gloss)

    def landed(self, chain: list[TitleMention], at: int) -> tuple[list[TitleMention], int]:
        """Read the country of a post that stands after its holder: "President Moon Jae-in of Korea"."""
        concept = self.document.concepts[at + 1] if self.letters[at] == "o" and self.letters[at + 1] in POLITY else None
        if not chain or not isinstance(concept, Concept) or any(title.polities or title.lands for title in chain):
            return chain, at
        return [*chain[:-1], chain[-1]._replace(polities=(concept,))], at + 2

    def glossed(self, stop: int) -> tuple[str, int]:
        """Read another spelling of the name in brackets right after it."""
        if self.letters[stop] == "(" and self.letters[stop + 1] in "NS":
            end = self.name(stop + 1, led=True)
            if end - stop > 2 and self.letters[end] == ")":
                return self.document.words(stop + 1, end), end + 1
        return "", stop

    def closed(self, first: int, own: list[TitleMention], last: int) -> bool:
        """Tell whether posts after a name are its bearer's: a stop follows, or they name the body of a subject."""
        return self.letters[last] in ",.-)|;" or (bool(own[-1].bodies) and not self.objective(first))

    def remarked(self, stop: int) -> int:
        """Skip a remark in brackets in small words, as captions have it: "(left)", "(second from right)"."""
        if self.letters[stop] != "(":
            return stop
        for at in range(stop + 1, stop + REMARK):
            if self.letters[at] == ")":
                return at + 1
            if not self.document.words(at, at + 1).islower() or self.letters[at] in "TMD|":
                break
        return stop

    def article(self, at: int) -> int:
        """Skip the article of a post behind its holder: "Rand Paul, a member of the committee"."""
        return at + (at < len(self.document.signs) and self.document.signs[at] in self.lexicon.signs_of("indefinite"))

    def after(self, stop: int) -> tuple[list[TitleMention], int]:
        """Read titles that follow a name after a comma, a dash, "là" or in brackets, unless a name follows them."""
        opener = self.letters[stop]
        if opener not in ",-(s":
            return [], stop
        chain, last = self.chain(self.article(self.copula(stop + (opener != "s"))))
        if not chain or chain[0].plural:
            return [], stop
        if opener == "(":
            return (chain, last + 1) if self.letters[last] == ")" else ([], stop)
        following = self.honorifics(last)
        return (chain, last) if self.name(following, led=True) == following else ([], stop)


def tidy(name: str) -> str:
    """Close spaced hyphens and apostrophes inside a name."""
    return name.replace(" - ", "-").replace(" ' ", "'").replace(" ’ ", "’").strip(" .-")


def within(words: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Tell whether words stand in a full name in its order."""
    rest = iter(full)
    return bool(words) and all(any(w == f for f in rest) for w in words)
