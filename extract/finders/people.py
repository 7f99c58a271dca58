"""People and their posts: title chains, names, and who owns which title.

A title phrase is a title with what completes it ("Bộ trưởng" + "Ngoại giao" + "Lào"). Phrases in a row
make a chain; a chain belongs to the name that follows it, else to the name before it. A chain after
a comma that runs into a second name is that name's ("X, Bí thư Thành ủy Viêng Chăn Y").
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from extract.document import Document
from extract.finders.dates import DateMention
from extract.language import Names
from extract.text import key
from ontology.names import fold
from ontology.vocabulary import Concept

POLITY = "CYK"
COMPLEMENT = "FB"


@dataclass(frozen=True, slots=True)
class TitleMention:
    """A post as written: its words without the polity, and the polity or body it belongs to.

    `first` and `last` are tokens [first, last); `polities` are those named with it, in order,
    `bodies` the bodies as written, `lands` the countries that those bodies name.
    """

    first: int
    last: int
    title: str
    head: Concept
    polities: tuple[Concept, ...] = ()
    bodies: tuple[str, ...] = ()
    lands: tuple[str, ...] = ()
    former: bool = False
    plural: bool = False


@dataclass(frozen=True, slots=True)
class PersonMention:
    """A person in the text: tokens [first, last) with all titles, and the name alone.

    `name` is empty where only posts stand ("Thủ tướng Nhật Bản").
    """

    first: int
    last: int
    name: str
    titles: tuple[TitleMention, ...] = ()
    honorific: bool = False
    at: int = 0
    gloss: str = ""


@dataclass(slots=True)
class PeopleFinder:
    """Finds the people of one document, left to right."""

    document: Document
    names: Names
    letters: str
    mentions: list[PersonMention] = field(default_factory=list)

    def find(self) -> list[PersonMention]:
        """Return every mention of a person with a title or honorific, of a full native name, and every bare post."""
        index, end = 0, len(self.letters)
        while index < end:
            letter = self.letters[index]
            mention = None
            if letter in "TMH":
                mention = self.led(index)
            elif letter in "NSA":
                mention = self.bare(index)
            if mention is None:
                index += 1
            else:
                self.mentions.append(mention)
                index = max(mention.last, index + 1)
        self.again()
        return self.mentions

    def again(self) -> None:
        """Find people who are named again without a title: "Trump và Kim" after "Tổng thống Donald Trump"."""
        known = {tuple(fold(m.name).split()) for m in self.mentions if m.name}
        parts = {word for words in known for word in words if len(word) > 2}
        taken = {at for m in self.mentions for at in range(m.first, m.last)}
        found: list[PersonMention] = []
        for index, letter in enumerate(self.letters[:-4]):
            if letter != "N" or index in taken or (found and index < found[-1].last) or self.credited(index):
                continue
            if fold(self.document.words(index, index + 1)).split()[:1] and fold(self.document.words(index, index + 1)).split()[0] not in parts:
                continue
            stop = self.name(index, led=True)
            words = tuple(fold(self.document.words(index, stop)).split())
            if stop > index and not taken.intersection(range(index, stop)) and any(within(words, full) for full in known):
                found.append(PersonMention(index, stop, self.tidy(self.document.words(index, stop)), at=index))
        self.mentions = sorted([*self.mentions, *found], key=lambda m: m.first)

    def led(self, index: int) -> PersonMention | None:
        """Read a person that an honorific or a title opens; None where neither a name nor a post follows."""
        first, at = index, index
        honorific = False
        chain: list[TitleMention] = []
        while True:
            while self.letters[at] == "H":
                honorific = True
                at += 1
            phrases, at = self.chain(at)
            chain += phrases
            after = at
            if self.letters[after] == "," and self.letters[after + 1] == "H" and phrases:
                at = after + 1
                continue
            if self.letters[after] == "H" and phrases:
                continue
            break
        stop = self.name(at, led=True)
        if stop == at:
            if not chain:
                return self.pronoun(first, at)
            return PersonMention(first, chain[-1].last, "", tuple(chain[-1:]) if len(chain) == 1 else tuple(chain), honorific, at)
        return self.completed(first, at, stop, chain, honorific=honorific)

    def pronoun(self, first: int, at: int) -> PersonMention | None:
        """Read an honorific that stands for somebody by itself."""
        alone = at - first == 1 and key(self.document.words(first, at)) in self.names.pronouns
        return PersonMention(first, at, "", (), honorific=True, at=at) if alone else None

    def bare(self, index: int) -> PersonMention | None:
        """Read a name without a title before it: a full native name, or one that titles follow."""
        stop = self.name(index, led=False)
        if stop == index or self.credited(index):
            return None
        mention = self.completed(index, index, stop, [], honorific=False)
        if mention.titles or (self.letters[index] == "S" and stop - index > 2):
            return mention
        return None

    def credited(self, index: int) -> bool:
        """Tell whether a name stands after "photo:" and the like."""
        return index > 1 and self.letters[index - 1] == ":" and key(self.document.words(index - 2, index - 1)) in self.names.credits

    def completed(self, first: int, at: int, stop: int, chain: list[TitleMention], *, honorific: bool) -> PersonMention:
        """Add what follows a name: another spelling in brackets, and titles that are nobody else's."""
        name = self.document.words(at, stop)
        gloss, after = self.glossed(stop)
        own, last = self.after(after)
        if own and chain and abroad(chain[-1], own[0]):
            own, last = [], after
        return PersonMention(first, max(last, after), self.tidy(name), (*chain, *own), honorific, at, gloss)

    def tidy(self, name: str) -> str:
        """Close spaced hyphens inside a name."""
        return name.replace(" - ", "-").replace(" ' ", "'").replace(" ’ ", "’").strip(" .-")

    def glossed(self, stop: int) -> tuple[str, int]:
        """Read another spelling of the name in brackets right after it."""
        if self.letters[stop] == "(" and self.letters[stop + 1] in "NS":
            end = self.name(stop + 1, led=True)
            if end - stop > 2 and self.letters[end] == ")":
                return self.document.words(stop + 1, end), end + 1
        return "", stop

    def after(self, stop: int) -> tuple[list[TitleMention], int]:
        """Read titles that follow a name after a comma, a dash or a bracket, unless a name follows them."""
        opener = self.letters[stop]
        if opener not in ",-(s":
            return [], stop
        at = stop + 1
        if self.letters[at] == "p":
            return [], stop
        chain, last = self.chain(at)
        if not chain:
            return [], stop
        following = last
        while self.letters[following] == "H":
            following += 1
        if opener != "(" and self.name(following, led=True) != following:
            return [], stop
        if opener == "(":
            return (chain, last + 1) if self.letters[last] == ")" else ([], stop)
        return chain, last

    def chain(self, at: int) -> tuple[list[TitleMention], int]:
        """Read title phrases in a row; returns them and the token after the last."""
        phrases: list[TitleMention] = []
        cursor = at
        while True:
            phrase = self.phrase(cursor)
            if phrase is None or (phrases and abroad(phrases[-1], phrase)):
                break
            phrase = self.housed(phrase)
            phrases.append(phrase)
            at = phrase.last
            cursor = at
            if self.letters[cursor] in ",-k":
                cursor += 1
                if self.letters[cursor] == "k":
                    cursor += 1
        return phrases, at

    def charge(self, at: int) -> int:
        """Skip what a post is in charge of, up to the polity or name behind it; returns `at` where none stands near."""
        for stop in range(at + 1, at + 10):
            if self.letters[stop] in POLITY or self.name(stop, led=False) > stop:
                return stop
            if self.letters[stop] in ",.|;TH":
                break
        return at

    def housed(self, phrase: TitleMention) -> TitleMention:
        """Add the body that follows a post after a comma, where the chain goes on behind it: "Vụ trưởng Vụ ASEAN, Bộ Ngoại giao, ông …"."""
        at = phrase.last
        if self.letters[at] not in ",(" or phrase.head.get("of") not in ("body", None):
            return phrase
        start = at + 1
        if self.letters[start] == "o":
            start += 1
        stop = start + 1 if self.letters[start] == "B" else self.body(start) if self.letters[start] == "U" else start
        lands = self.lands(start, stop)
        while stop > start and self.letters[stop] in POLITY:
            lands += self.lands(stop, stop + 1)
            stop += 1
        closed = self.letters[at] == "(" and self.letters[stop] == ")"
        if stop == start or not (closed or self.letters[stop] in ",-HN" or self.name(stop, led=True) > stop):
            return phrase
        bodies = (*phrase.bodies, self.document.words(start, stop))
        return replace(phrase, last=stop + closed, bodies=bodies, lands=(*phrase.lands, *lands))

    def phrase(self, at: int) -> TitleMention | None:
        """Read one title with its complements."""
        first = at
        while self.letters[at] == "M":
            at += 1
        if self.letters[at] != "T":
            return None
        head = self.document.concepts[at]
        if not isinstance(head, Concept):
            return None
        at += 1
        end, polities, bodies, lands = at, [], [], []
        while True:
            letter = self.letters[at]
            if letter in COMPLEMENT:
                at += 1
                if letter == "B":
                    bodies.append(self.document.words(at - 1, at))
                    lands += self.lands(at - 1, at)
                if not self.apart(at - 1, head):
                    end = at
            elif letter == "U" and (stop := self.body(at)) > at:
                bodies.append(self.document.words(at, stop))
                lands += self.lands(at, stop)
                at = end = stop
            elif (letter in POLITY or letter == "A") and not (letter == "Y" and self.name(at, led=True) > at and not polities):
                polities.append(self.document.concepts[at])
                at += 1
            elif letter == "o" and self.letters[at + 1] in POLITY + COMPLEMENT + "Uf" or letter == "f" and self.letters[at + 1] in POLITY + COMPLEMENT + "UNSHf":
                at += 1
            elif letter == "v" and (skipped := self.charge(at)) > at:
                at = skipped
            elif letter == "i" and self.letters[at + 1] in POLITY:
                at += 2
                if self.letters[at] == "-" and self.letters[at + 1] in POLITY:
                    at += 2
            elif letter == "&" and self.letters[at - 1] in "FB" and self.letters[at + 1] in "FN" and self.name(at + 1, led=False) == at + 1:
                at += 1
            elif letter == "(" and self.letters[at + 1] in POLITY + "BN" and self.letters[at + 2] == ")":
                if self.letters[at + 1] in POLITY:
                    polities.append(self.document.concepts[at + 1])
                at += 3
            else:
                break
        return TitleMention(
            first,
            at,
            self.document.words(first, end),
            head,
            tuple(p for p in polities if isinstance(p, Concept)),
            tuple(bodies),
            tuple(lands),
            self.letters[first] == "M",
            first > 0 and self.letters[first - 1] == "p",
        )

    def apart(self, at: int, head: Concept) -> bool:
        """Tell whether a body is no part of a title's wording: a party, or anything after a title that is whole by itself."""
        concept = self.document.concepts[at]
        return isinstance(concept, Concept) and (concept.kind == "Party" or head.get("of") == "party")

    def lands(self, first: int, last: int) -> list[str]:
        """Return the countries that the tokens of a body's name tell."""
        concepts = self.document.concepts[first:last]
        codes = [c.notation if c.kind == "Country" else c.get("country") for c in concepts if isinstance(c, Concept)]
        return [code for code in codes if code]

    def body(self, at: int) -> int:
        """Read the name of a body that a kind of body opens; returns the token after it.

        Words in capitals bring the small word after them ("Sở Xây dựng"); a native surname opens a person.
        """
        start = at
        at += 1
        end = at
        while True:
            letter = self.letters[at]
            if letter in "FB":
                at += 1
                end = at
            elif letter == "U" and at - start < 8:
                at += 1
            elif letter in "NS" and self.name(at, led=False) - at < 2:
                at += 2 if self.letters[at + 1] == "w" else 1
                end = at
            elif letter in "&," and self.letters[at + 1] in "FNU" and end == at and at > start + 1 and self.letters[at] == "&":
                at += 1
            elif letter == "o" and self.letters[at + 1] in "UB":
                at += 1
            elif letter in POLITY and at == start + 1:
                at += 1
                end = at
            else:
                break
        return end if end > start + 1 else start

    def name(self, at: int, *, led: bool) -> int:
        """Read a person's name; returns the token after it, or `at` where none stands.

        `led` says that a title or honorific stands before it: one word, or a foreign name, is enough.
        """
        letter = self.letters[at]
        if led and letter == "Y" and key(self.document.words(at, at + 1)) in self.names.placelike:
            return at + 1
        if letter not in "NSCYA" or (letter in "CYA" and not led):
            return at
        plain, starts, ends = self.document.text.plain, self.document.starts, self.document.ends
        if not self.nameword(at):
            return at
        if letter == "S":
            stop = at + 1
            while self.capital(stop) and self.document.adjacent(stop) and stop - at < 6:
                if self.letters[stop] not in "NSYA" and " " in plain[starts[stop] : ends[stop]]:
                    break
                stop += 1
            if stop - at >= 2 or (led and self.short(at)):
                return self.joined(stop, at)
            return at
        if letter in "CYA":
            return at
        stop = at + 1
        while True:
            nxt = self.letters[stop]
            if (nxt in "NS" or self.plain(stop)) and self.nameword(stop) and self.document.adjacent(stop):
                stop += 1
            elif nxt in "A" and self.capital(stop) and self.document.adjacent(stop) and self.letters[stop + 1] in "NS":
                stop += 1
            elif taken := self.particle(stop) or self.apostrophe(stop):
                stop += taken
            else:
                break
        stop = self.joined(stop, at)
        if stop - at >= 2:
            return stop
        return stop if led and self.short(at) else at

    def short(self, at: int) -> bool:
        """Tell whether one capitalised word can be a name: not the first half of a native compound noun."""
        word = self.document.words(at, at + 1)
        return word.isascii() or self.letters[at + 1] != "w" or not self.document.adjacent(at + 1)

    def joined(self, stop: int, at: int) -> int:
        """Go on after a spaced hyphen inside a name (Moon Jae - in, Diaz - Canel)."""
        while self.letters[stop] == "-" and stop + 1 < len(self.letters):
            word = self.document.words(stop + 1, stop + 2)
            if key(word) in self.names.tails and word.islower():
                stop += 2
            elif self.letters[at] != "S" and self.syllable(stop + 1):
                stop += 2
                while self.letters[stop] in "NS" and self.nameword(stop) and self.document.adjacent(stop):
                    stop += 1
            elif self.letters[stop + 1] == "N" and self.nameword(stop + 1) and word.isascii() and self.letters[at] == "N" and self.letters[stop + 2] not in "TU":
                stop += 2
                while self.letters[stop] == "N" and self.nameword(stop) and self.document.adjacent(stop):
                    stop += 1
            else:
                break
        return stop

    def syllable(self, at: int) -> bool:
        """Tell whether a small word after a dash goes on with a transliterated name: it ends there, or a dash or capital follows."""
        word = self.document.words(at, at + 1)
        if not word.isalpha() or not word.islower() or len(word) > 5 or key(word) in self.names.dashed:
            return False
        return self.letters[at + 1] != "w" or key(word) in self.names.tails or not self.document.adjacent(at + 1) or len(word) > 3

    def nameword(self, at: int) -> bool:
        """Tell whether a capitalised word can be part of a name: no acronym, no opener of phrases."""
        word = self.document.text.plain[self.document.starts[at] : self.document.ends[at]]
        if len(word) > 2 and word.isupper() and "." not in word:
            return False
        return key(word) not in self.names.never or (at > 0 and self.letters[at - 1] in "NS")

    def capital(self, at: int) -> bool:
        """Tell whether every word of a token opens with a capital."""
        if at >= len(self.document.starts) or self.letters[at] in "D|":
            return False
        word = self.document.text.plain[self.document.starts[at] : self.document.ends[at]]
        return all(piece[:1].isupper() for piece in word.split())

    def apostrophe(self, at: int) -> int:
        """Return how many tokens a spaced apostrophe and what follows it take inside a name (O ' Neill), 0 where none stands."""
        words = self.document.words
        short = words(at - 1, at).isascii() and len(words(at - 1, at)) <= 2
        return 2 if short and words(at, at + 1) in ("'", "’") and words(at + 1, at + 2).isalpha() else 0

    def plain(self, at: int) -> bool:
        """Tell whether a known word can still be part of a foreign name: one capitalised word without marks."""
        if self.letters[at] in "D0|" or self.letters[at] in POLITY:
            return False
        word = self.document.words(at, at + 1)
        return word.isascii() and word.isalpha() and word[:1].isupper() and not word.isupper()

    def particle(self, at: int) -> int:
        """Return how many tokens a small word inside a foreign name takes (al - Assad), 0 where none stands."""
        word = self.document.words(at, at + 1)
        if word not in self.names.particles:
            return 0
        after = at + 2 if self.letters[at + 1] == "-" else at + 1
        return after - at if self.letters[after] in "NS" and self.nameword(after) else 0


def within(words: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Tell whether words stand in a full name in its order."""
    rest = iter(full)
    return bool(words) and all(any(w == f for f in rest) for w in words)


def abroad(one: TitleMention, two: TitleMention) -> bool:
    """Tell whether two posts in a row belong to different countries: two people, not one."""
    mine, theirs = ({p.get("country") or p.notation for p in t.polities} for t in (one, two))
    return bool(mine and theirs and not mine & theirs)


def find(document: Document, names: Names, letters: dict[int, str]) -> list[PersonMention]:
    """Find the people of a document; `letters` is the lexicon's table."""
    return PeopleFinder(document, names, "".join(document.signs).translate(letters) + "||||").find()


def dates(document: Document) -> Iterator[tuple[int, DateMention]]:
    """Yield the date tokens of a document with their index."""
    for index, concept in enumerate(document.concepts):
        if isinstance(concept, DateMention):
            yield index, concept
