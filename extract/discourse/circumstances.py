"""When and whether: what stands around a match in its sentence."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from extract.discourse.discourse import Actor, Discourse, country_of, told
from extract.discourse.years import WEB
from extract.finders.dates import DateMention
from extract.tokens.lexicon import Lexicon, positions
from extract.tokens.text import word_key
from extract.tokens.units import OBJECT, PERSON, Units
from ontology.dates import Date
from ontology.facts import Evidence
from ontology.vocabulary import Concept

CLAUSE = 12
TERRITORIES = ("Country", "FormerCountry", "City", "Province")
# What opens a sentence stands in so many units.
OPENING = 8
SENTENCE = 100  # units; a sentence has 30
END = 1 << 60
# The words that tell what is not simply done.
MODES = ("cancelled", "denial", "hope", "condition", "future", "underway")
# How many units away a date still dates an event: a day anywhere in a usual sentence, a month near, a year beside it.
REACH = {10: 60, 7: 12, 4: 5}


@dataclass(slots=True)
class Scene:
    """A document with everything that extractors ask of it; `spoken` are the sentences that tell or repeat a fact.

    What is asked at every turn is made once: `of_class` gives the signs of a word class that stand in the article,
    `classes` are those of which any does. `polities` are those of the units that name one (a sea or a part of the
    world is none), `people` the units that mention somebody.
    """

    units: Units
    discourse: Discourse
    lexicon: Lexicon
    spoken: set[int] = field(default_factory=set)
    of_class: Callable[[str], str] = field(init=False)
    classes: frozenset[str] = field(init=False)
    polities: dict[int, Concept] = field(init=False)
    named: list[int] = field(init=False)
    people: list[int] = field(init=False)
    placed: dict[tuple[str, ...], list[int]] = field(default_factory=dict)
    told: dict[int, Date | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Find the word classes and the polities of the article."""
        document, firsts = self.units.document, self.units.firsts
        signs = self.lexicon.standing({*self.units.string, *document.signs})
        self.of_class, self.classes = signs.__getitem__, frozenset(signs)
        self.people = positions(self.units.string, (PERSON, OBJECT))
        lands = [(at, c) for at, c in document.named if c.scheme == "polities" and c.kind != "Decoy"]
        units = ((bisect_right(firsts, at) - 1, at, concept) for at, concept in lands)
        self.polities = {unit: concept for unit, at, concept in units if firsts[unit] == at}
        self.named = list(self.polities)

    def where(self, *names: str, first: int = 0, last: int = END) -> list[int]:
        """Return the units of [first, last) at which words of some classes stand, in text order."""
        found = self.placed.get(names)
        if found is None:
            found = self.placed[names] = positions(self.units.string, {*"".join(map(self.of_class, names))})
        return found[bisect_left(found, first) : bisect_left(found, last)]

    def holds(self, first: int, last: int, *names: str) -> bool:
        """Tell whether a word of some classes stands in the units [first, last)."""
        find = self.units.string.find
        for name in names:
            for sign in self.of_class(name):  # asked at every turn: any() takes twice the time
                if find(sign, first, last) >= 0:
                    return True
        return False

    def lands(self, first: int, last: int) -> list[tuple[int, Concept]]:
        """Return the polities that units of [first, last) name, with these units."""
        units = self.named[bisect_left(self.named, first) : bisect_left(self.named, last)]
        return [(unit, self.polities[unit]) for unit in units]

    def actors(self, first: int, last: int) -> list[Actor]:
        """Return the people who are known of those that the units [first, last) mention, in text order."""
        return [actor for unit in self.mentioned(first, last) if (actor := self.actor(unit)) is not None]

    def mentioned(self, first: int, last: int) -> list[int]:
        """Return the units of [first, last) that mention somebody."""
        return self.people[bisect_left(self.people, first) : bisect_left(self.people, last)]

    @property
    def bounds(self) -> list[tuple[int, int]]:
        """Return the units [first, last) of each sentence."""
        return self.units.bounds

    def sentence(self, unit: int) -> tuple[int, int]:
        """Return the units [first, last) of the sentence that a unit stands in."""
        return self.units.bounds[self.units.sentence_of[unit]]

    def speak(self, unit: int) -> int:
        """Note that the sentence of a unit tells a fact, new or told before; returns the unit."""
        self.spoken.add(self.units.sentence_of[unit])
        return unit

    def role(self, unit: int) -> str:
        """Return the role of a unit's sentence: headline, body or caption."""
        return self.units.document.sentences[self.units.sentence_of[unit]].role

    def asks(self, unit: int) -> bool:
        """Tell whether a unit's sentence is a question: it states nothing."""
        sentence = self.units.document.sentences[self.units.sentence_of[unit]]
        return self.units.document.text.plain[sentence.end - 1] == "?"

    def concept(self, unit: int) -> Concept | DateMention | None:
        """Return what stands behind a unit that is one token."""
        return self.units.document.concepts[self.units.firsts[unit]]

    def actor(self, unit: int) -> Actor | None:
        """Return the person that a unit means."""
        mention = self.units.mentions[unit]
        return self.discourse.of(mention) if mention is not None else None

    def post(self, unit: int) -> str | None:
        """Return the country of a post whose holder the article never names: "the French prime minister"."""
        mention = self.units.mentions[unit]
        if mention is None or mention.name or not mention.titles or mention.titles[-1].plural:
            return None
        return next((code for p in mention.titles[-1].polities if (code := country_of(p))), None)

    def date(self, unit: int) -> Date | None:
        """Return the date that a unit tells; a year that opens its sentence is the year of every day in it."""
        if self.units.string[unit] != "D":
            return None
        if unit not in self.told:
            self.told[unit] = self.dated(unit)
        return self.told[unit]

    def dated(self, unit: int) -> Date | None:
        """Find the date that a unit tells."""
        mention = self.concept(unit)
        date = told(self.discourse, mention) if isinstance(mention, DateMention) else None
        if date is None or not isinstance(mention, DateMention) or not str(mention.date).startswith("XXXX-"):
            return date
        first, _ = self.sentence(unit)
        opening = self.concept(first) if self.units.string[first] == "D" and first != unit else None
        year = opening.date.edtf if isinstance(opening, DateMention) and opening.date is not None else ""
        return Date("/".join(year + part[4:] for part in date.edtf.split("/"))) if len(year) == len("2018") else date

    def dates(self, first: int, last: int) -> Iterator[tuple[int, Date]]:
        """Yield the dates that the units [first, last) tell, with their units."""
        at = self.units.string.find("D", first, last)
        while at >= 0:
            date = self.date(at)
            if date is not None:
                yield at, date
            at = self.units.string.find("D", at + 1, last)

    def lead_sentence(self) -> int | None:
        """Return the number of the sentence that dates the news."""
        at = bisect_right(self.units.firsts, self.discourse.dates.at) - 1
        return self.units.sentence_of[at] if at >= 0 else None

    def evidence(self, unit: int) -> Evidence:
        """Return the sentence of a unit as evidence, by its place in the article's own text."""
        sentence = self.units.document.sentences[self.units.sentence_of[unit]]
        text = self.units.document.text
        start, end = text.span(sentence.start, sentence.end)
        return Evidence(text.original[start:end], start, end)


def near(scene: Scene, unit: int, name: str, before: int = CLAUSE, after: int = 0) -> bool:
    """Tell whether a word of a class stands within so many units before or after a unit, in its sentence."""
    if not scene.of_class(name):
        return False
    first, last = scene.sentence(unit)
    return scene.holds(max(first, unit - min(before, SENTENCE)), min(last, unit + min(after, SENTENCE) + 1), name)


def dates_near(scene: Scene, unit: int) -> list[tuple[int, Date]]:
    """Return the dates of a sentence with their distance from a unit, the nearest first, but no ends ("until May")."""
    first, last = scene.sentence(unit)
    told = ((at, date) for at, date in scene.dates(first, last) if not ending(scene, at))
    return sorted(((abs(at - unit), date) for at, date in told), key=lambda f: f[0])


def ending(scene: Scene, unit: int) -> bool:
    """Tell whether a date is told as an end: "until 10 May"."""
    opening = scene.units.words(unit, unit + 1).split()[0]
    before = unit - 1 if scene.units.string[unit - 1] in scene.of_class("days") else unit
    return scene.lexicon.is_a(word_key(opening), "until") or near(scene, before, "until", 1)


def reach(scene: Scene, date: Date) -> int:
    """Return how many units away a date still dates an event; a day of the past stands as near as a month."""
    return REACH[7 if len(date.edtf) == len("2022-04-27") and bygone(scene, date) else len(date.edtf)]


def bygone(scene: Scene, date: Date) -> bool:
    """Tell whether a day is of another year than the news, or of one before there were news on the web."""
    dates = scene.discourse.dates
    known = dates.lead.edtf[:4] if dates.lead is not None else dates.year or "XXXX"
    year = date.edtf[:4]
    return year.isdigit() and (int(year) < WEB or (known.isdigit() and known != year))


def when(scene: Scene, unit: int) -> Date | None:
    """Return the day that a sentence gives its event: the nearest date, a day before a month before a year.

    A month or a year that stands far away dates something else, unless it opens the sentence before anybody acts.
    """
    first, _ = scene.sentence(unit)
    actors = (at for at in range(first, unit) if scene.units.string[at] in "PO")
    opened = unit - min(next(actors, unit), first + OPENING)
    single = [
        (d, date)
        for d, date in dates_near(scene, unit)
        if "/" not in date.edtf and (d <= reach(scene, date) or opened < d <= unit - first)
    ]
    return min(single, key=lambda f: (-min(len(f[1].edtf), 10), f[0]))[1] if single else None


def status(scene: Scene, unit: int) -> str | None:
    """Return planned, underway, done or cancelled by the words before a unit.

    None for hope, denial and a question: no facts.
    """
    if scene.asks(unit):
        return None
    if not scene.where(*MODES, first=max(scene.sentence(unit)[0], unit - CLAUSE), last=unit + 1):
        return "done"
    if near(scene, unit, "cancelled"):
        return "cancelled"
    if near(scene, unit, "denial", 4) or near(scene, unit, "hope", 6) or near(scene, unit, "condition", 10):
        return None
    if near(scene, unit, "future"):
        return "planned"
    return "underway" if near(scene, unit, "underway", 5) else "done"
