"""Names of people: where one stands, and how far it goes."""

import re
from dataclasses import dataclass
from functools import lru_cache

from extract.language import Names
from extract.tokens.document import Document
from extract.tokens.lexicon import Lexicon
from extract.tokens.text import word_key
from ontology.names import fold

POLITY = "CYK"
SURNAME = re.compile("S")
LONGEST, WORDS = 6, 12  # syllables of a native name, words of any
SYLLABLE, SHORT = 5, 3  # letters of a transliterated syllable, and of the small words that open a phrase
INITIAL = re.compile(r"\.(?=\w)")
NUMERAL = re.compile("[IVX]+")
VOWELS = re.compile("[aeiouy]+")  # a syllable has one such run


@lru_cache(maxsize=4_096)
def parts(name: str, particles: frozenset[str]) -> tuple[str, ...]:
    """Return the words of a name to compare by: initials and small words joined to others stand apart.

    >>> parts("Reuven R.Rivlin", frozenset()), parts("Bashar al-Assad", frozenset({"al"}))
    (('reuven', 'r', 'rivlin'), ('bashar', 'al', 'assad'))
    """
    words = INITIAL.sub(". ", name).split()
    opened = (word.replace("-", " ", 1) if word.partition("-")[0] in particles else word for word in words)
    return tuple(fold(" ".join(opened)).split())


@dataclass(slots=True)
class NameGrammar:
    """Reads names in one document; `letters` is one letter a token, as the lexicon's table gives them.

    Whoever stands after a sign of `objects` is no subject of their clause.
    """

    document: Document
    names: Names
    letters: str
    lexicon: Lexicon
    objects: str
    given: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        """Collect the last words of native names, by which alone their bearers are called: "ông Phúc"."""
        stops = [(found.start(), self.native(found.start())) for found in SURNAME.finditer(self.letters)]
        self.given = frozenset(word_key(self.document.words(s - 1, s)) for at, s in stops if s - at > 1)

    def name(self, at: int, *, led: bool) -> int:
        """Read a person's name; returns the token after it, or `at` where none stands.

        `led` says that a title or honorific stands before it: one word, or a foreign name, is enough.
        """
        letter = self.letters[at]
        if led and letter == "Y" and word_key(self.document.words(at, at + 1)) in self.names.placelike:
            return at + 1
        if not (letter in "NS" and self.nameword(at)) and not (led and self.alike(at)):
            return at
        stop = self.joined(self.native(at) if letter == "S" else self.foreign(at), at)
        enough = stop - at >= 2 or (led and self.short(at))
        return stop if enough and not self.firm(at, stop) else at

    def firm(self, at: int, stop: int) -> bool:
        """Tell whether tokens name a company by a word of theirs: "All Nippon Airways"."""
        firms = self.lexicon.signs_of("firm")
        return any(sign in firms for sign in self.document.signs[at:stop])

    def alike(self, at: int) -> bool:
        """Tell whether a foreign name opens with a word that this language has, too (Ban Ki-moon, Chung Eui-yong)."""
        if self.letters[at + 1] != "N" or not self.document.adjacent(at + 1) or not self.plain(at):
            return False
        return self.document.words(at + 1, at + 2).isascii() and self.nameword(at + 1)

    def native(self, at: int) -> int:
        """Read on from a native surname: every capitalised word, even one that is also a place's name."""
        stop = at + 1
        while self.capital(stop) and self.document.adjacent(stop) and stop - at < LONGEST:
            if self.letters[stop] not in "NSYA" and not self.given_name(stop, stop - at):
                break
            stop += 1
        return stop

    def given_name(self, at: int, after: int) -> bool:
        """Tell whether a known word can be of a native name: one syllable, or two behind the surname ("Quốc Phòng")."""
        word = self.document.words(at, at + 1)
        return " " not in word or (after == 1 and self.letters[at] in "wF" and not word.isupper())

    def foreign(self, at: int) -> int:
        """Read on in a foreign name: capitalised words, the small words and apostrophes inside it."""
        stop = at + 1
        while stop - at < WORDS:
            if self.follows(stop):
                stop += 1
            elif taken := self.particle(stop) or self.apostrophe(stop):
                stop += taken
            else:
                break
        return stop

    def follows(self, at: int) -> bool:
        """Tell whether a word goes on with a foreign name."""
        if not self.document.adjacent(at):
            return False
        if self.letters[at] in "CYA" and " " not in self.document.words(at, at + 1):
            return self.capital(at) and self.letters[at + 1] in "NS" and self.document.adjacent(at + 1)
        return (self.letters[at] in "NS" or self.plain(at)) and self.nameword(at)

    def short(self, at: int) -> bool:
        """Tell whether one capitalised word can be a name: a foreign one, or the last word of a native name here."""
        word = self.document.words(at, at + 1)
        return word.isascii() or word_key(word) in self.given or word_key(word) in self.names.surnames

    def joined(self, stop: int, at: int) -> int:
        """Go on after a spaced hyphen inside a name (Moon Jae - in, Diaz - Canel, Na - ren - đra Mô - đi)."""
        while stop - at < WORDS and self.letters[stop] == "-" and self.continues(stop + 1, at):
            stop += 2
            while (
                self.letters[stop] in "NS"
                and self.letters[at] == "N"
                and self.nameword(stop)
                and self.document.adjacent(stop)
            ):
                stop += 1
        return stop

    def continues(self, at: int, first: int) -> bool:
        """Tell whether what follows a dash belongs to the name that opens at `first`."""
        word = self.document.words(at, at + 1)
        if word.islower():
            return word_key(word) in self.names.tails or (self.letters[first] == "N" and self.syllable(at, first))
        foreign = self.letters[first] == "N" and self.letters[at] == "N" and word.isascii()
        return foreign and self.nameword(at) and self.letters[at + 1] not in "TU"

    def syllable(self, at: int, first: int) -> bool:
        """Tell whether a small word after a dash goes on with a transliterated name that opens at `first`.

        A syllable stands before the dash, and the name ends behind it, or a dash or capital follows; "người" and the
        like open something else, and so does a word with marks behind two whole words.
        """
        word, before = self.document.words(at, at + 1), self.document.words(at - 2, at - 1)
        initial = "." in self.document.words(max(0, at - 3), at - 1)
        if not word.isalpha() or len(word) > SYLLABLE or word_key(word) in self.names.dashed:
            return False
        whole = at - 2 > first and "-" not in self.letters[first : at - 2] and not initial
        if (whole and not word.isascii()) or len(VOWELS.findall(fold(before))) > 1:
            return False
        ends = self.letters[at + 1] != "w" or not self.document.adjacent(at + 1)
        return ends or len(word) > SHORT or initial

    def nameword(self, at: int) -> bool:
        """Tell whether a capitalised word can be part of a name: no acronym, no opener of phrases."""
        word = self.document.words(at, at + 1)
        if len(word) > 1 and word.isupper() and "." not in word and not self.regnal(at):
            return False
        return word_key(word) not in self.names.never or (at > 0 and self.letters[at - 1] in "NS")

    def regnal(self, at: int) -> bool:
        """Tell whether a word is the number of a king or pope behind the name (Elizabeth II)."""
        return at > 0 and self.letters[at - 1] == "N" and bool(NUMERAL.fullmatch(self.document.words(at, at + 1)))

    def capital(self, at: int) -> bool:
        """Tell whether every word of a token opens with a capital."""
        if at >= len(self.document.starts) or self.letters[at] in "D|":
            return False
        return all(piece[:1].isupper() for piece in self.document.words(at, at + 1).split())

    def apostrophe(self, at: int) -> int:
        """Return how many tokens a spaced apostrophe and what follows it take in a name (O ' Neill); 0 for none."""
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
        if self.document.words(at, at + 1) not in self.names.particles:
            return 0
        after = at + 2 if self.letters[at + 1] == "-" else at + 1
        return after - at if self.letters[after] in "NS" and self.nameword(after) else 0
