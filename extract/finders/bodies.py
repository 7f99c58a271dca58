"""Names of bodies: ministries, committees, armies; where one stands, and how far it goes."""

from extract.finders.names import POLITY, NameGrammar
from ontology.vocabulary import Concept

# A kind of body so many tokens inside a name is part of it ("Cục … Bộ Tư lệnh …"); further on another body opens.
INNER = 8
# Classes of small words that no syllable of a name is.
HELPS = ("aux", "inks", "about", "within", "conjunction")


class BodyGrammar(NameGrammar):
    """Reads names of bodies in one document."""

    __slots__ = ()

    def body(self, at: int) -> int:
        """Read the name of a body that a kind of body opens; returns the token after it, or `at` where none stands.

        Words in capitals bring the small word after them ("Sở Xây dựng"); a native surname opens a person.
        """
        start, end = at, at + 1
        at += 1
        while (after := self.bodyword(at, start, end)) > at:
            named = self.letters[at] in "FBNS" + POLITY or self.area(at) or self.inner(at) or self.unit(at)
            at = after
            end = at if named else end
        return end if end > start + 1 else start

    def bodyword(self, at: int, start: int, end: int) -> int:
        """Read one more word of a body's name; returns the token after it, or `at` where the name is over."""
        letter, following = self.letters[at], self.letters[at + 1]
        if letter in "FB" or self.inner(at) or self.unit(at) or (letter == "U" and at - start < INNER):
            return at + 1
        if at == start + 1 and (letter in POLITY or (letter == "w" and self.document.words(at, at + 1)[:1].isupper())):
            return at + 1
        if letter in "NS" and self.name(at, led=False) - at < 2:
            return at + 2 if self.small(at + 1) and not self.acronym(at) else at + 1
        joint = letter == "&" or self.document.words(at, at + 1) == "&"
        linked = joint and following in "FN" and start + 1 < end == at and not (letter == "&" and self.acronym(at + 1))
        return at + 1 if linked or (letter == "o" and following in "UB") else at

    def unit(self, at: int, *, within: bool = True) -> bool:
        """Tell whether a word written small is a kind of body after a post: "hải quân Philippines", "cục Tác chiến".

        Another may follow: "bộ tổng tham mưu quân đội Nga".
        """
        if at >= len(self.document.signs) or self.document.signs[at] not in self.lexicon.signs_of("unit"):
            return False
        named = self.letters[at + 1] in "NFB" + POLITY or self.inner(at + 1)
        named = named or (within and self.unit(at + 1, within=False))
        return named and self.document.adjacent(at + 1) and self.name(at + 1, led=False) == at + 1

    def small(self, at: int) -> bool:
        """Tell whether a word in small letters goes on with the syllable before it; a verb or a small word does not."""
        if self.letters[at] not in "wMfq" or at >= len(self.document.signs):
            return False
        helps = any(self.document.signs[at] in self.lexicon.signs_of(name) for name in HELPS)
        return self.document.words(at, at + 1).islower() and self.document.adjacent(at) and not helps

    def acronym(self, at: int) -> bool:
        """Tell whether a word is whole by itself: all capitals."""
        return self.document.words(at, at + 1).isupper()

    def area(self, at: int) -> bool:
        """Tell whether a token is an area of government, whatever else it is ("Công an" is a force, too)."""
        return at < len(self.document.signs) and self.document.signs[at] in self.lexicon.signs_of("portfolio")

    def inner(self, at: int) -> bool:
        """Tell whether a token goes on with a body's name only: whose a force is, or a part of the world ("châu Á")."""
        if at >= len(self.document.signs):
            return False
        concept = self.document.concepts[at]
        region = isinstance(concept, Concept) and concept.kind == "Decoy"
        return region or self.document.signs[at] in self.lexicon.signs_of("royal")

    def lands(self, first: int, last: int) -> list[str]:
        """Return the countries that the tokens of a body's name tell."""
        concepts = self.document.concepts[first:last]
        codes = [c.notation if c.kind == "Country" else c.get("country") for c in concepts if isinstance(c, Concept)]
        return [code for code in codes if code]
