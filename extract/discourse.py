"""What a mention means in its article: who, from where, when, and which two sides.

Names become people (the fullest name and its other spellings), posts without a name become the person who
holds them here, and what a sentence leaves unsaid it inherits from the sentences before it.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from extract.document import Document
from extract.finders.dates import DateMention, exists, nearest_year, shifted
from extract.finders.people import PersonMention
from extract.finders.titles import TitleMention
from extract.language import Names
from extract.text import word_key
from ontology.dates import Date
from ontology.facts import Person
from ontology.names import fold
from ontology.vocabulary import Concept

# The day of the news stands in the first sentences; a month told with its year dates a season after it.
LEAD, SEASON = 6, 3
# Vietnamese newspapers have been on the web since 1997; an older year is history.
WEB = 1997
# A country so many tokens before a name is taken for its bearer's.
BESIDE = 10
# How many people a reader keeps in mind.
RECENT = 40


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


def resolve(
    document: Document, mentions: Sequence[PersonMention], names: Names, objects: str, scholars: str = ""
) -> Discourse:
    """Find out who everybody is; `mentions` in text order.

    Somebody after a word of `objects` is no subject, and a pronoun means the subject; a word of `scholars` before
    a name honours nobody as a side.
    """
    discourse = Discourse(document, names, scholars=scholars)
    sentence_of = sentences(document)
    named = [m for m in mentions if m.name]
    for mention in sorted(named, key=lambda m: (-len(fold(m.name).split()), m.first)):
        introduce(discourse, mention, sentence_of[mention.first])
    for actor in discourse.actors:
        actor.titles.sort(key=lambda t: t[0].first)
    settle_countries(discourse)
    discourse.sides = main_sides(discourse)
    discourse.cities = main_cities(document)
    for actor in discourse.actors:
        if actor.country is None and not actor.native:
            actor.country = by_post(actor, mentions) or by_place(discourse, actor) or foreign_side(discourse)
    hold(discourse, mentions, objects)
    settle_dates(discourse)
    for actor in discourse.actors:
        actor.city = city_of(actor)
        actor.person = person(actor)
    return discourse


def sentences(document: Document) -> list[int]:
    """Return the number of the sentence of each token."""
    result: list[int] = []
    for number, sentence in enumerate(document.sentences):
        result.extend([number] * (sentence.last - sentence.first + 1))
    return result


def introduce(discourse: Discourse, mention: PersonMention, sentence: int) -> None:
    """Give a named mention to the actor whose name it is, or to a new one; longer names come first."""
    words = tuple(fold(mention.name).split())
    if not words:
        return
    surname = word_key(mention.name.split()[0])
    native = surname in discourse.names.surnames and surname not in discourse.names.foreign_surnames
    actor = same_actor(discourse, mention.name, words, mention.first)
    if actor is None:
        actor = Actor(words, native=native and len(words) > 1, first=mention.first)
        discourse.actors.append(actor)
        for word in {*words, "".join(words)}:
            discourse.index.setdefault(word, []).append(actor)
    actor.first = min(actor.first, mention.first)
    actor.spellings[mention.name] += 1
    if mention.gloss:
        actor.spellings[mention.gloss] += 0
    scholar = any(sign in discourse.scholars for sign in discourse.document.signs[mention.first : mention.at])
    post = any(title.head.kind != "Style" for title in mention.titles)
    actor.honoured = actor.honoured or post or (mention.honorific and not scholar)
    codes = {country_of(p) for title in mention.titles for p in title.polities}
    actor.abroad = actor.abroad or bool(codes - {None, discourse.names.home})
    actor.titles.extend((title, sentence) for title in mention.titles)
    discourse.owner[mention.first] = actor


def same_actor(discourse: Discourse, name: str, words: tuple[str, ...], at: int) -> Actor | None:
    """Return the actor of a name: the same words, or a part of a longer name; the nearest before it wins."""
    rarest = min((discourse.index.get(word, []) for word in words), key=len)
    near = {id(a): a for a in (*rarest, *discourse.index.get("".join(words), ()))}
    fits = [a for a in near.values() if matches(a, name, words)]
    exact = [a for a in fits if a.words == words]
    before = [a for a in fits if a.first < at]
    return max(exact or before or fits, key=lambda a: (a.first < at, a.first), default=None)


def matches(actor: Actor, name: str, words: tuple[str, ...]) -> bool:
    """Tell whether a name can be the actor's: all its words stand in the full name in their order.

    Of a native name the short form is its last word: "ông Phúc" is Nguyễn Xuân Phúc, with all marks alike.
    """
    full = actor.words
    if actor.native:
        spelled = {word_key(w) for s in actor.spellings for w in s.split()}
        alike = all(word_key(w) in spelled for w in name.split())
        if alike and len(words) == 1 and words == full[:1] and actor.abroad:
            return True
        return alike and (words == full or (len(words) < len(full) and full[-len(words) :] == words))
    joined = "".join(full)
    if "".join(words) == joined:
        return True
    rest = iter(full)
    return len(words) < len(full) and all(any(w == f for f in rest) for w in words)


def settle_countries(discourse: Discourse) -> None:
    """Give each actor the country that its posts name most, else, for a native name, the language's own."""
    for actor in discourse.actors:
        votes: Counter[str] = Counter()
        for title, _ in actor.titles:
            for polity in title.polities[-1:]:
                code = country_of(polity)
                if code:
                    votes[code] += 1
            if not title.polities and title.lands:
                votes[title.lands[-1]] += 1
        if votes:
            actor.country = min(votes, key=lambda c: (-votes[c], c))
        elif actor.native:
            actor.country = discourse.names.home


def country_of(polity: Concept) -> str | None:
    """Return the ISO code of the country that a polity is or belongs to."""
    return polity.notation if polity.kind in ("Country", "FormerCountry") else polity.get("country")


def city_of(actor: Actor) -> str | None:
    """Return the city or province that a person stands for: one whose only public posts are there."""
    scopes = {title.head.get("of") for title, _ in actor.titles}
    if "state" in scopes or "city" not in scopes:
        return None
    cities = [p.notation for t, _ in actor.titles for p in t.polities if p.kind in ("City", "Province")]
    return cities[0] if cities else None


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


def by_post(actor: Actor, mentions: Iterable[PersonMention]) -> str | None:
    """Return the country that the article names with the same post elsewhere, if there is just one."""
    heads = {title.head.notation for title, _ in actor.titles if title.head.get("of") == "state"}
    codes = {
        code
        for mention in mentions
        for title in mention.titles
        if title.head.notation in heads
        for polity in title.polities
        if (code := country_of(polity))
    }
    return codes.pop() if len(codes) == 1 else None


def by_place(discourse: Discourse, actor: Actor) -> str | None:
    """Return the foreign country named last before a person in the same sentence or the one before."""
    document, home = discourse.document, discourse.names.home
    numbers = [n for n, s in enumerate(document.sentences) if s.first <= actor.first < s.last]
    opening = document.sentences[max(0, numbers[0] - 1)].first if numbers else actor.first
    for at in range(actor.first - 1, max(opening, actor.first - BESIDE) - 1, -1):
        concept = document.concepts[at]
        if isinstance(concept, Concept) and concept.scheme == "polities":
            code = country_of(concept)
            if code and code != home:
                return code
    return None


def foreign_side(discourse: Discourse) -> str | None:
    """Return the side of the article that is not the language's own, for foreign names without a country."""
    return next((c for c in discourse.sides if c != discourse.names.home), None)


def hold(discourse: Discourse, mentions: Iterable[PersonMention], objects: str) -> None:
    """Give each post without a name to the person who holds it in this article, the last named before it first."""
    recent: list[Actor] = []
    subjects: list[Actor] = []
    signs = discourse.document.signs
    for mention in mentions:
        actor = discourse.of(mention) if mention.name else holder(discourse, mention, recent, subjects)
        if actor is None:
            continue
        discourse.owner[mention.first] = actor
        if actor in recent:
            recent.remove(actor)
        recent.append(actor)
        del recent[:-RECENT]
        if mention.first == 0 or signs[mention.first - 1] not in objects:
            subjects.append(actor)


def holder(
    discourse: Discourse, mention: PersonMention, recent: Sequence[Actor], subjects: Sequence[Actor]
) -> Actor | None:
    """Return the actor who holds a bare post: same title, and the polity named with it if one is."""
    if not mention.titles:
        return subjects[-1] if subjects else recent[-1] if recent else None
    if mention.titles[-1].plural:
        return None
    title = mention.titles[-1]
    codes = {country_of(p) for p in title.polities}
    for actor in [*reversed(recent), *discourse.actors[:RECENT]]:
        if codes and actor.country not in codes:
            continue
        if any(same_post(title, own) for own, _ in actor.titles):
            return actor
    return None


def same_post(bare: TitleMention, own: TitleMention) -> bool:
    """Tell whether a bare post can be short for a full one."""
    return word_key(own.title).startswith(word_key(bare.title))


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


def person(actor: Actor) -> Person:
    """Make the record of an actor: the fullest spelling, then the others."""
    ranked = sorted(actor.spellings, key=lambda s: (-len(s.split()), -actor.spellings[s], s))
    return Person(ranked[0], tuple(sorted(ranked[1:])), actor.country)
