"""Posts: a title with what completes it, and titles in a row.

"Bộ trưởng" + "Ngoại giao" + "Lào" is one phrase; phrases in a row make a chain.
"""

from extract.finders.bodies import BodyGrammar
from extract.finders.names import POLITY
from extract.finders.posts import Building, TitleMention, abroad, apart
from ontology.vocabulary import Concept

COMPLEMENT = "FB"
# An area of government that is not in the tables has so many syllables, at most.
AREA = 4
# A district's name is its kind and so many syllables, at most.
DISTRICT = 4


class TitleGrammar(BodyGrammar):
    """Reads posts in one document."""

    __slots__ = ()

    def chain(self, at: int, *, ahead: bool = False) -> tuple[list[TitleMention], int]:
        """Read title phrases in a row; returns them and the token after the last.

        `ahead` says that they stand before their name: there the last one names the polity for all.
        """
        phrases: list[TitleMention] = []
        cursor = at
        while (phrase := self.phrase(cursor)) is not None:
            if phrases and (abroad(phrases[-1], phrase) or (ahead and self.others(phrases[-1], phrase))):
                break
            phrases.append(self.housed(phrase))
            at = cursor = phrases[-1].last
            if self.letters[cursor] in ",-k":
                cursor += 2 if self.letters[cursor + 1] == "k" else 1
                cursor = self.copula(cursor)
        return phrases, at

    def others(self, one: TitleMention, two: TitleMention) -> bool:
        """Tell whether of two posts before a name the first is another's: closed by itself, or a word for anybody.

        "Tại cuộc gặp với lãnh đạo Trung Quốc, Bộ trưởng …"
        """
        leads = self.document.signs[one.first] in self.lexicon.signs_of("leaders")
        anybody = one.plural or leads or one.head.kind == "Peer"
        return apart(one, two) or (anybody and bool(one.polities) and not two.polities)

    def phrase(self, at: int) -> TitleMention | None:
        """Read one title with its complements; None where none stands."""
        first = worded = at
        while self.letters[at] == "M":
            at += 1
            worded += self.document.signs[worded] in self.lexicon.signs_of("unsaid")
        head = self.document.concepts[at] if self.letters[at] == "T" else None
        if not isinstance(head, Concept):
            return None
        building = Building(head, at + 1)
        at += 1
        while (after := self.complement(at, building)) > at:
            at = after
        return TitleMention(
            first,
            at,
            self.document.words(worded, building.end) + building.served,
            head,
            tuple(building.polities),
            tuple(building.bodies),
            tuple(building.lands),
            first > 0 and self.letters[first - 1] == "p",
            building.under,
        )

    def copula(self, at: int) -> int:
        """Skip the words that say of whom or when a post is told: "then", "is", "as"."""
        at += self.letters[at] == "t"
        return at + (self.letters[at] == "s")

    def complement(self, at: int, building: Building) -> int:
        """Read one more complement of a title; returns the token after it, or `at` where none stands."""
        letter = self.letters[at]
        if letter in COMPLEMENT + "U" or self.unit(at):
            return self.institution(at, building)
        if letter in POLITY + "A":
            named_after = letter == "Y" and not building.polities and self.name(at, led=True) > at
            return at if named_after else self.polity(at, building)
        if letter in "To" and (post := self.post(at, building)) >= 0:
            return post
        if letter in "i(" and self.letters[at + 1] in POLITY + "BN":
            return self.aside(at, building)
        if letter == "N" and "portfolio" in building.head.all("takes"):
            return self.unlisted(at, building)
        return self.charge(at) if letter == "v" else self.district(at, building) or at + self.links(at)

    def unlisted(self, at: int, building: Building) -> int:
        """Take an area of government that no table has: a capital, and small words up to a polity or a name.

        "Bộ trưởng Khí hậu Đan Mạch"; in a name all words open with capitals.
        """
        stop = at + 1
        while self.small(stop) and stop - at < AREA:
            stop += 1
        if stop == at + 1 or self.letters[stop] not in POLITY + "HNS&,-":
            return at
        building.end = stop
        return stop

    def aside(self, at: int, building: Building) -> int:
        """Skip the seat of a post, and take a polity or body in brackets: "Đại sứ Lào tại Việt Nam", "… (ADB)".

        A city is one only where the name follows; else something happened there.
        """
        if self.letters[at] == "i":
            seat = at + 2 if self.letters[at + 1] in POLITY else at
            if self.letters[at + 1] == "Y" and self.name(self.opens(seat), led=True) == self.opens(seat):
                return at
            return at + 4 if seat > at and self.letters[seat] == "-" and self.letters[seat + 1] in POLITY else seat
        if self.letters[at + 2] != ")":
            return at
        self.polity(at + 1, building)
        return at + 3

    def opens(self, at: int) -> int:
        """Return where a name can open behind a post: after a comma and forms of address."""
        at += self.letters[at] in ",-"
        while self.letters[at] == "H":
            at += 1
        return at

    def post(self, at: int, building: Building) -> int:
        """Take a post that a title serves; returns where to go on, or -1 where a token opens none.

        After "of" whoever holds it may follow ("người phát ngôn của Tổng thống …"): they are another mention.
        """
        if self.letters[at] == "T":
            return self.serves(at, at, building) if "post" in building.head.all("takes") else at
        if self.letters[at + 1] not in "TM":
            return -1
        self.serves(at, at + 1, building)
        return at

    def district(self, at: int, building: Building) -> int:
        """Take a district by its name or number ("huyện Bến Lức", "quận 2"); returns the token after it, or 0.

        Its name has two syllables, or three where the third opens nobody's name.
        """
        if at >= len(self.document.signs) or self.document.signs[at] not in self.lexicon.signs_of("district"):
            return 0
        stop = at + 1
        while (
            self.letters[stop] in "NSYA"
            and " " not in self.document.words(stop, stop + 1)
            and self.document.adjacent(stop)
            and stop - at < DISTRICT - (self.letters[stop] == "S")
        ):
            stop += 1
        stop += stop == at + 1 and self.letters[stop] == "0"
        if stop == at + 1:
            return 0
        building.bodies.append(self.document.words(at, stop))
        return stop

    def links(self, at: int) -> bool:
        """Tell whether a small word ties a title to what completes it ("của", "thành phố", "và" between areas)."""
        letter, following = self.letters[at], self.letters[at + 1]
        if letter == "o":
            return following in POLITY + COMPLEMENT + "Uf"
        if letter == "f":
            return following in POLITY + COMPLEMENT + "UNSHf"
        areas = letter == "&" and self.letters[at - 1] in COMPLEMENT + "w" and following in "FN"
        return areas and self.name(at + 1, led=False) == at + 1

    def serves(self, at: int, post: int, building: Building) -> int:
        """Add the post that opens at a token to the wording of a title; returns the token after it."""
        boss = self.phrase(post)
        if boss is None:
            return at
        joint = f"{self.document.words(at, post)} " if post > at else ""
        building.served = f" {joint}{boss.title}"
        building.polities += boss.polities
        building.lands += boss.lands
        building.under = post
        return boss.last

    def polity(self, at: int, building: Building) -> int:
        """Take a polity that a title names."""
        concept = self.document.concepts[at]
        if isinstance(concept, Concept) and self.letters[at] in POLITY + "A":
            building.polities.append(concept)
        return at + 1

    def institution(self, at: int, building: Building) -> int:
        """Take an area of government or a body that completes a title; a party is no part of its wording."""
        named = self.letters[at] == "U" or self.unit(at)
        stop = self.body(at) if named else at + 1
        only = stop == at and self.area(at)
        if stop == at and not only:
            return at
        if not only and self.letters[at] != "F":
            self.bodies(at, stop, building)
        stop = max(stop, at + 1)
        concept = self.document.concepts[at]
        party = isinstance(concept, Concept) and concept.kind == "Party"
        if not party and (named or building.head.get("of") != "party"):
            building.end = stop
        return stop

    def bodies(self, at: int, stop: int, building: Building) -> None:
        """Take the tokens of a body's name, in two where they say that one belongs to another."""
        inner = next((i for i in range(at + 1, stop) if self.letters[i] == "o"), stop)
        for first, last in ((at, inner), (inner + 1, stop)):
            if first < last:
                building.bodies.append(self.document.words(first, last))
                building.lands += self.lands(first, last)

    def charge(self, at: int) -> int:
        """Skip what a post is in charge of, up to the polity or name behind it; returns `at` where none stands near.

        A polity right behind is what: "đặc phái viên Mỹ về vấn đề Triều Tiên".
        """
        if self.letters[at + 1] in POLITY and self.letters[at + 2] not in POLITY:
            return at + 2
        for stop in range(at + 1, at + 10):
            if self.letters[stop] in POLITY or self.name(stop, led=False) > stop:
                return stop
            if self.letters[stop] in ",.|;TH":
                break
        return at

    def housed(self, phrase: TitleMention) -> TitleMention:
        """Add the body that follows a post after a comma, where the chain goes on behind it.

        "Vụ trưởng Vụ ASEAN, Bộ Ngoại giao, ông …"
        """
        at = phrase.last
        if self.letters[at] not in ",(" or phrase.head.get("of") not in ("body", None):
            return phrase
        start = at + 2 if self.letters[at + 1] == "o" else at + 1
        stop = start + 1 if self.letters[start] == "B" else self.body(start) if self.letters[start] == "U" else start
        lands = self.lands(start, stop)
        while stop > start and self.letters[stop] in POLITY:
            lands += self.lands(stop, stop + 1)
            stop += 1
        closed = self.letters[at] == "(" and self.letters[stop] == ")"
        if stop == start or not (closed or self.letters[stop] in ",-HN" or self.name(stop, led=True) > stop):
            return phrase
        bodies = (*phrase.bodies, self.document.words(start, stop))
        return phrase._replace(last=stop + closed, bodies=bodies, lands=(*phrase.lands, *lands))
