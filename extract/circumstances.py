"""When and whether: what stands around a match in its sentence."""

from bisect import bisect_right
from dataclasses import dataclass, field

from extract.discourse import Actor, Discourse, country_of, told
from extract.finders.dates import DateMention
from extract.lexicon import Lexicon
from extract.units import Units
from ontology.dates import Date
from ontology.facts import Evidence
from ontology.vocabulary import Concept

CLAUSE = 12
TERRITORIES = ("Country", "FormerCountry", "City", "Province")
# What opens a sentence stands in so many units.
OPENING = 8
SENTENCE = 100  # units; a sentence has 30
# How many units away a date still dates an event: a day anywhere in the sentence, a month near, a year beside it.
REACH = {10: 200, 7: 12, 4: 5}


@dataclass(slots=True)
class Scene:
    """A document with everything that extractors ask of it; `spoken` are the sentences that tell or repeat a fact."""

    units: Units
    discourse: Discourse
    lexicon: Lexicon
    bounds: list[tuple[int, int]]
    spoken: set[int] = field(default_factory=set)

    def of_class(self, name: str) -> str:
        """Return the signs of a word class."""
        return self.lexicon.signs_of(name)

    def sentence(self, unit: int) -> tuple[int, int]:
        """Return the units [first, last) of the sentence that a unit stands in."""
        return self.bounds[self.units.sentence_of[unit]]

    def speak(self, unit: int) -> int:
        """Note that the sentence of a unit tells a fact, new or told before; returns the unit."""
        self.spoken.add(self.units.sentence_of[unit])
        return unit

    def role(self, unit: int) -> str:
        """Return the role of a unit's sentence: headline, body or caption."""
        return self.units.document.sentences[self.units.sentence_of[unit]].role

    def concept(self, unit: int) -> Concept | DateMention | None:
        """Return what stands behind a unit that is one token."""
        return self.units.document.concepts[self.units.firsts[unit]]

    def actor(self, unit: int) -> Actor | None:
        """Return the person that a unit means; "the two gentlemen" are nobody alone."""
        mention = self.units.mentions[unit]
        if mention is None or (not mention.name and unit and self.units.string[unit - 1] in self.of_class("two")):
            return None
        return self.discourse.of(mention)

    def post(self, unit: int) -> str | None:
        """Return the country of a post whose holder the article never names: "the French prime minister"."""
        mention = self.units.mentions[unit]
        if mention is None or mention.name or not mention.titles or mention.titles[-1].plural:
            return None
        return next((code for p in mention.titles[-1].polities if (code := country_of(p))), None)

    def date(self, unit: int) -> Date | None:
        """Return the date that a unit tells; a year that opens its sentence is the year of every day in it."""
        mention = self.concept(unit) if self.units.string[unit] == "D" else None
        date = told(self.discourse, mention) if isinstance(mention, DateMention) else None
        first, _ = self.sentence(unit)
        opening = self.concept(first) if self.units.string[first] == "D" and first != unit else None
        year = opening.date.edtf if isinstance(opening, DateMention) and opening.date is not None else ""
        unsaid = date is not None and isinstance(mention, DateMention) and str(mention.date).startswith("XXXX-")
        if date is None or not unsaid or len(year) != len("2018"):
            return date
        return Date("/".join(year + part[4:] for part in date.edtf.split("/")))

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
    first, last = scene.sentence(unit)
    wanted = scene.of_class(name)
    before, after = min(before, SENTENCE), min(after, SENTENCE)
    span = scene.units.string[max(first, unit - before) : min(last, unit + after + 1)]
    return any(sign in wanted for sign in span)


def dates_near(scene: Scene, unit: int) -> list[tuple[int, Date]]:
    """Return the dates of a sentence with their distance from a unit, the nearest first."""
    first, last = scene.sentence(unit)
    found: list[tuple[int, Date]] = []
    for at in range(first, last):
        date = scene.date(at)
        if date is not None:
            found.append((abs(at - unit), date))
    return sorted(found, key=lambda f: f[0])


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
        if "/" not in date.edtf and (d <= REACH[len(date.edtf)] or opened < d <= unit - first)
    ]
    return min(single, key=lambda f: (-min(len(f[1].edtf), 10), f[0]))[1] if single else None


def status(scene: Scene, unit: int) -> str | None:
    """Return planned, underway, done or cancelled by the words before a unit; None for hope and denial: no facts."""
    if near(scene, unit, "cancelled"):
        return "cancelled"
    if near(scene, unit, "denial", 4) or near(scene, unit, "hope", 6) or near(scene, unit, "condition", 10):
        return None
    if near(scene, unit, "future"):
        return "planned"
    return "underway" if near(scene, unit, "underway", 5) else "done"
