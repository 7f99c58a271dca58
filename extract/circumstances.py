"""When, where and whether: what stands around a match in its sentence."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from extract.discourse import Actor, Discourse, country_of, told
from extract.finders.dates import DateMention
from extract.lexicon import Lexicon
from extract.units import Units
from ontology.dates import Date
from ontology.facts import Evidence, Place
from ontology.vocabulary import Concept

CLAUSE = 12
TERRITORIES = ("Country", "FormerCountry", "City", "Province")
VENUE = 6
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
        """Return the person that a unit means."""
        mention = self.units.mentions[unit]
        return self.discourse.of(mention) if mention is not None else None

    def post(self, unit: int) -> str | None:
        """Return the country of a post whose holder the article never names: "the French prime minister"."""
        mention = self.units.mentions[unit]
        if mention is None or mention.name or not mention.titles or mention.titles[-1].plural:
            return None
        return next((code for p in mention.titles[-1].polities if (code := country_of(p))), None)

    def lead_sentence(self) -> int | None:
        """Return the number of the sentence that dates the news."""
        unit = self.lead_unit()
        return None if unit is None else self.units.sentence_of[unit]

    def lead_unit(self) -> int | None:
        """Return the unit of the date of the news."""
        at = bisect_right(self.units.firsts, self.discourse.dates.at) - 1
        return at if at >= 0 else None

    def news_place(self) -> Place | None:
        """Return the place that the sentence names which dates the news."""
        unit = self.lead_unit()
        return None if unit is None else where(self, unit)

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
        mention = scene.concept(at) if scene.units.string[at] == "D" else None
        if isinstance(mention, DateMention):
            date = told(scene.discourse, mention)
            if date is not None:
                found.append((abs(at - unit), date))
    return sorted(found, key=lambda f: f[0])


def when(scene: Scene, unit: int, *, inherit: bool) -> Date | None:
    """Return the day that a sentence gives its event: the nearest date, a day before a month before a year.

    A month or a year that stands far away dates something else. With `inherit`, a sentence without a date
    has that of the news.
    """
    single = [(d, date) for d, date in dates_near(scene, unit) if "/" not in date.edtf and d <= REACH[len(date.edtf)]]
    if single:
        return min(single, key=lambda f: (-min(len(f[1].edtf), 10), f[0]))[1]
    return scene.discourse.lead if inherit else None


def where(scene: Scene, unit: int) -> Place | None:
    """Return the place that a sentence names after "at": a city before a country before a venue.

    Of several the nearest after the unit counts, else the nearest before it.
    """
    options = list(places(scene, unit))
    for rank in ("city", "country", "venue"):
        ranked = [(at, place) for at, kind, place in options if kind == rank]
        after = [option for option in ranked if option[0] > unit]
        if ranked:
            return (min(after, key=lambda o: o[0]) if after else max(ranked, key=lambda o: o[0]))[1]
    return None


def places(scene: Scene, unit: int) -> Iterator[tuple[int, str, Place]]:
    """Yield the places of a sentence: where they stand, city, country or venue, and the place."""
    first, last = scene.sentence(unit)
    string, at_signs, filler = scene.units.string, scene.of_class("at"), scene.of_class("filler")
    for at in range(first, last - 1):
        if string[at] not in at_signs:
            continue
        place = at + 1
        while place < last - 1 and string[place] in filler:
            place += 1
        concept = scene.concept(place)
        if isinstance(concept, Concept) and concept.kind in TERRITORIES:
            goal = any(near(scene, at, name, 3) for name in ("trip", "travel", "rank_working"))
            if concept.kind in ("City", "Province"):
                yield place, "city", Place(concept.label("vi"))
            elif not goal:
                yield place, "country", Place(concept.label("vi"))
        elif string[place] in scene.of_class("venue") or string[place] == "B":
            yield place, "venue", Place(venue(scene, place, last))


def venue(scene: Scene, first: int, last: int) -> str:
    """Return a venue's name as written: up to a stop, a date, a person, or another small word of place."""
    stop = first + 1
    ends = ",.;:|(DPO" + scene.of_class("at") + scene.of_class("aux") + scene.of_class("and")
    while stop < min(last, first + VENUE) and scene.units.string[stop] not in ends:
        stop += 1
    return scene.units.words(first, stop)


def status(scene: Scene, unit: int) -> str | None:
    """Return planned, underway, done or cancelled by the words before a unit; None for hope and denial: no facts."""
    if near(scene, unit, "cancelled"):
        return "cancelled"
    if near(scene, unit, "denial", 4) or near(scene, unit, "hope", 6) or near(scene, unit, "condition", 10):
        return None
    if near(scene, unit, "future"):
        return "planned"
    return "underway" if near(scene, unit, "underway", 5) else "done"
