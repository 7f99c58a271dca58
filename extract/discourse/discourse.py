"""What a mention means in its article: who, when, and which two sides.

Who everybody is stands in `actors`, its days in `chronology`.
"""

from collections import Counter
from dataclasses import dataclass, field

from extract.discourse.chronology import Chronology
from extract.finders.dates import DateMention
from extract.finders.people import PersonMention
from extract.finders.posts import TitleMention
from extract.language import Names
from extract.tokens.document import Document
from ontology.dates import Date
from ontology.facts import Person
from ontology.vocabulary import Concept


@dataclass(eq=False, slots=True)
class Actor:
    """One person of an article while it is being read."""

    words: tuple[str, ...]
    spellings: Counter[str] = field(default_factory=Counter)
    titles: list[tuple[TitleMention, int]] = field(default_factory=list)
    native: bool = False
    sex: str | None = None
    honoured: bool = False
    scholar: bool = False
    abroad: bool = False
    country: str | None = None
    city: str | None = None
    first: int = 0
    person: Person | None = None


@dataclass(slots=True)
class Discourse:
    """The people, dates and sides of one document.

    A word of `scholars` before a name honours nobody as a side, nor does one of `firms` right behind it.
    """

    document: Document
    names: Names
    dates: Chronology
    actors: list[Actor] = field(default_factory=list)
    owner: dict[int, Actor] = field(default_factory=dict)
    index: dict[str, list[Actor]] = field(default_factory=dict)
    posts: dict[str, list[Actor]] = field(default_factory=dict)
    sides: tuple[str, ...] = ()
    weights: dict[str, int] = field(default_factory=dict)
    blocs: dict[str, int] = field(default_factory=dict)
    scholars: str = ""
    firms: str = ""
    cities: tuple[str, ...] = ()

    @property
    def lead(self) -> Date | None:
        """Return the day of the news."""
        return self.dates.lead

    def of(self, mention: PersonMention) -> Actor | None:
        """Return the person that a mention means, None where it stays open."""
        return self.owner.get(mention.first)


def country_of(polity: Concept) -> str | None:
    """Return the ISO code of the country that a polity is or belongs to."""
    return polity.notation if polity.kind in ("Country", "FormerCountry") else polity.get("country")


def main_sides(discourse: Discourse) -> tuple[str, ...]:
    """Return the countries that the article speaks of, most often named first."""
    counts: Counter[str] = Counter()
    blocs: Counter[str] = Counter()
    for _, concept in discourse.document.named:
        if concept.scheme == "polities":
            blocs[concept.notation] += 2 * (concept.kind == "Bloc")
            code = country_of(concept)
            if code:
                counts[code] += 2 if concept.kind == "Country" else 1
    for actor in discourse.actors:
        if actor.country:
            counts[actor.country] += 2
    discourse.weights, discourse.blocs = dict(counts), dict(blocs)
    return tuple(sorted(counts, key=lambda c: (-counts[c], c)))


def main_cities(document: Document) -> tuple[str, ...]:
    """Return the two cities of different countries that an article names most, if each stands there twice."""
    cities = [concept for _, concept in document.named if concept.kind in ("City", "Province")]
    counts = Counter(city.notation for city in cities)
    ranked = sorted(
        (c for c in {c.notation: c for c in cities}.values() if counts[c.notation] > 1),
        key=lambda c: (-counts[c.notation], c.notation),
    )
    other = next((c for c in ranked[1:] if c.get("country") != ranked[0].get("country")), None)
    return (ranked[0].notation, other.notation) if other else ()


def told(discourse: Discourse, mention: DateMention) -> Date | None:
    """Return the date of a mention, as far as the article tells it."""
    return discourse.dates.told(mention)
