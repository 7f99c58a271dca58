"""Names of bodies: ministries, committees, armies; where one stands, and how far it goes."""

from extract.finders.names import POLITY, NameGrammar
from ontology.vocabulary import Concept

# A kind of body so many tokens inside a name is part of it ("Cục … Bộ Tư lệnh …"); further on another body opens.
INNER = 8


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
            named = self.letters[at] in "FBNS" + POLITY or self.area(at) or self.region(at)
            at = after
            end = at if named else end
        return end if end > start + 1 else start

    def bodyword(self, at: int, start: int, end: int) -> int:
        """Read one more word of a body's name; returns the token after it, or `at` where the name is over."""
        letter, following = self.letters[at], self.letters[at + 1]
        if letter in "FB" or (letter == "U" and at - start < INNER) or (letter in POLITY and at == start + 1):
            return at + 1
        if letter in "NS" and self.name(at, led=False) - at < 2:
            return at + 2 if following in "wMfq" and self.small(at + 1) and not self.acronym(at) else at + 1
        joint = letter == "&" or self.document.words(at, at + 1) == "&"
        linked = joint and following in "FN" and start + 1 < end == at and not (letter == "&" and self.acronym(at + 1))
        return at + 1 if linked or self.region(at) or (letter == "o" and following in "UB") else at

    def small(self, at: int) -> bool:
        """Tell whether a word in small letters goes on with the syllable before it; a verb or its helper does not."""
        helps = self.document.signs[at] in self.lexicon.signs_of("aux") + self.lexicon.signs_of("inks")
        return self.document.words(at, at + 1).islower() and self.document.adjacent(at) and not helps

    def acronym(self, at: int) -> bool:
        """Tell whether a word is whole by itself: all capitals."""
        return self.document.words(at, at + 1).isupper()

    def area(self, at: int) -> bool:
        """Tell whether a token is an area of government, whatever else it is ("Công an" is a force, too)."""
        return at < len(self.document.signs) and self.document.signs[at] in self.lexicon.signs_of("portfolio")

    def region(self, at: int) -> bool:
        """Tell whether a token is a part of the world that no state is ("châu Á")."""
        concept = self.document.concepts[at] if at < len(self.document.concepts) else None
        return isinstance(concept, Concept) and concept.kind == "Decoy"

    def lands(self, first: int, last: int) -> list[str]:
        """Return the countries that the tokens of a body's name tell."""
        concepts = self.document.concepts[first:last]
        codes = [c.notation if c.kind == "Country" else c.get("country") for c in concepts if isinstance(c, Concept)]
        return [code for code in codes if code]
