"""What a mention means in its article: who, when, and which two sides.

Who everybody is stands in `actors`; what a sentence leaves unsaid it inherits from the sentences before it.
"""

from collections import Counter
from dataclasses import dataclass, field

from extract.document import Document
from extract.finders.dates import DateMention, exists, nearest_year, shifted
from extract.finders.people import PersonMention
from extract.finders.titles import TitleMention
from extract.language import Names
from ontology.dates import Date
from ontology.facts import Person
from ontology.vocabulary import Concept

# The day of the news stands in the first sentences; a month told with its year dates a season after it.
LEAD, SEASON = 6, 3
# Vietnamese newspapers have been on the web since 1997; an older year is history.
WEB = 1997


@dataclass(eq=False, slots=True)
class Actor:
    """One person of an article while it is being read."""

    words: tuple[str, ...]
    spellings: Counter[str] = field(default_factory=Counter)
    titles: list[tuple[TitleMention, int]] = field(default_factory=list)
    native: bool = False
    honoured: bool = False
    abroad: bool = False
    country: str | None = None
    city: str | None = None
    first: int = 0
    person: Person | None = None


@dataclass(slots=True)
class Discourse:
    """The people, dates and sides of one document."""

    document: Document
    names: Names
    actors: list[Actor] = field(default_factory=list)
    owner: dict[int, Actor] = field(default_factory=dict)
    index: dict[str, list[Actor]] = field(default_factory=dict)
    sides: tuple[str, ...] = ()
    weights: dict[str, int] = field(default_factory=dict)
    scholars: str = ""
    cities: tuple[str, ...] = ()
    today: Date | None = None
    lead: Date | None = None
    year: str | None = None

    def of(self, mention: PersonMention) -> Actor | None:
        """Return the person that a mention means, None where it stays open."""
        return self.owner.get(mention.first)


def sentences(document: Document) -> list[int]:
    """Return the number of the sentence of each token."""
    result: list[int] = []
    for number, sentence in enumerate(document.sentences):
        result.extend([number] * (sentence.last - sentence.first + 1))
    return result


def country_of(polity: Concept) -> str | None:
    """Return the ISO code of the country that a polity is or belongs to."""
    return polity.notation if polity.kind in ("Country", "FormerCountry") else polity.get("country")


def main_sides(discourse: Discourse) -> tuple[str, ...]:
    """Return the countries that the article speaks of, most often named first."""
    counts: Counter[str] = Counter()
    for concept in discourse.document.concepts:
        if isinstance(concept, Concept) and concept.scheme == "polities":
            code = country_of(concept)
            if code:
                counts[code] += 2 if concept.kind == "Country" else 1
    for actor in discourse.actors:
        if actor.country:
            counts[actor.country] += 2
    discourse.weights = dict(counts)
    return tuple(sorted(counts, key=lambda c: (-counts[c], c)))


def main_cities(document: Document) -> tuple[str, ...]:
    """Return the two cities of different countries that an article names most, if each stands there twice."""
    counts: Counter[Concept] = Counter(
        c for c in document.concepts if isinstance(c, Concept) and c.kind in ("City", "Province")
    )
    ranked = sorted((c for c in counts if counts[c] > 1), key=lambda c: (-counts[c], c.notation))
    other = next((c for c in ranked[1:] if c.get("country") != ranked[0].get("country")), None)
    return (ranked[0].notation, other.notation) if other else ()


def settle_dates(discourse: Discourse) -> None:
    """Find the day of writing and the day of the news: the first full date of the body that has a day."""
    published = discourse.document.article.published
    discourse.today = published
    opening = discourse.document.sentences[:LEAD]
    for concept in discourse.document.concepts[: opening[-1].last] if opening else ():
        if isinstance(concept, DateMention) and concept.date is not None and len(concept.date.edtf) == 10:
            discourse.lead = nearest_year(concept.date, published)
            break
    if discourse.today is None:
        discourse.today = spoken_today(discourse.document)
    if published is None and discourse.lead is not None:
        discourse.year = news_year(discourse)
        discourse.lead = filled(discourse, discourse.lead)


def news_year(discourse: Discourse) -> str | None:
    """Return the year of the news where no date of publication tells it.

    It is told where the latest year in the text stands with a month, and that month is the news's own or one of
    the three before it: a later or a much earlier month may be another year's.
    """
    lead = discourse.lead
    if lead is None or not lead.edtf.startswith("XXXX"):
        return None
    told = [c.date.edtf for c in discourse.document.concepts if isinstance(c, DateMention) and c.date is not None]
    years = [part[:4] for edtf in told for part in edtf.split("/") if part[:4].isdigit()]
    latest = max((d for d in told if len(d) == 7 and d[:4].isdigit()), default=None)
    if latest is None or latest[:4] != max(years) or int(latest[:4]) < WEB:
        return None
    return latest[:4] if 0 <= int(lead.edtf[5:7]) - int(latest[5:7]) <= SEASON else None


def filled(discourse: Discourse, date: Date) -> Date:
    """Fill the unsaid year of a day with the year of the news, where it is known."""
    if discourse.year is None or not date.edtf.startswith("XXXX-") or len(date.edtf.split("/")[0]) != 10:
        return date
    return Date(date.edtf.replace("XXXX", discourse.year)) if exists(date.edtf, int(discourse.year)) else date


def spoken_today(document: Document) -> Date | None:
    """Return the day that the text itself gives to "today": "Hôm nay (21/02)"."""
    signs = document.concepts
    for index in range(len(signs) - 2):
        here, there = signs[index], signs[index + 2]
        if (
            isinstance(here, DateMention)
            and here.relative == ("day", 0)
            and isinstance(there, DateMention)
            and there.date
        ):
            return there.date
    return None


def told(discourse: Discourse, mention: DateMention) -> Date | None:
    """Return the date of a mention, its year filled from the day of publication, relative dates told from it."""
    if mention.relative is not None:
        return shifted(discourse.today, *mention.relative)
    if mention.date is None:
        return None
    return filled(discourse, nearest_year(mention.date, discourse.document.article.published))
