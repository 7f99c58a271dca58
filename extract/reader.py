"""Read an article: finders, discourse, then the extractors in order."""

import functools
import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator

from extract import language, topics
from extract.discourse import actors, chronology
from extract.discourse.circumstances import Scene
from extract.discourse.discourse import Discourse
from extract.extractors import agreements, anniversaries, delegations, meetings, offices, relations, visits
from extract.finders.people import PeopleFinder, PersonMention
from extract.finders.rosters import shared
from extract.language import Language
from extract.silence import silences
from extract.tokens.document import Document, tokenize
from extract.tokens.patterns import Match, Pattern
from extract.tokens.sentences import split, unbroken
from extract.tokens.text import key, reading_text
from extract.tokens.units import build
from ontology.facts import Article, Claim, Fact, Person, Reading


@functools.cache
def patterns(code: str) -> tuple[Pattern, ...]:
    """Compile the shapes of a language, in the order of its files."""
    known = language.load(code)
    return tuple(
        Pattern(shape["fact"], shape["says"], shape.get("with", {}), known.lexicon, anyone=shape.get("anyone", False))
        for shape in known.shapes
    )


def annotate(article: Article, known: Language) -> tuple[Document, PeopleFinder, list[PersonMention]]:
    """Cut an article into classed tokens and find its people."""
    text = reading_text(article.text)
    text = text._replace(plain=unbroken(text.plain, known.sentences))
    low = key(text.plain)
    spans = split(text.plain, low, known.sentences)
    document = tokenize(Document(article, text, low), spans, known.lexicon, known.dates.find(low))
    letters = "".join(document.signs).translate(known.lexicon.letters()) + "||||"
    finder = PeopleFinder(document, known.names, letters, known.lexicon, objects(known))
    return document, finder, shared(finder, finder.find())


def objects(known: Language) -> str:
    """Return the signs of words after which somebody is the object of a clause."""
    return "".join(known.lexicon.signs_of(name) for name in known.settings["objects"])


def scene_of(article: Article) -> Scene:
    """Make everything that extractors ask of an article."""
    known = language.load(article.language)
    document, finder, mentions = annotate(article, known)
    units = build(finder, mentions, finder.objects)
    dates = chronology.settle(document, known.lexicon)
    opened = Discourse(
        document,
        known.names,
        dates,
        scholars=known.lexicon.signs_of("academic"),
        firms=known.lexicon.signs_of("company"),
    )
    resolved = actors.resolve(opened, mentions, known.lexicon, finder.objects)
    return Scene(units, resolved, known.lexicon)


def read(article: Article) -> Reading:
    """Read one article: a claim for each fact, then one for each person who stands in one; and where it is silent."""
    scene = scene_of(article)
    known, posts = recognised(scene, posts=False), recognised(scene, posts=True)
    found: dict[str, list[Match]] = defaultdict(list)
    for pattern in patterns(article.language):
        if pattern.possible(scene.classes):
            found[pattern.kind] += pattern.find(scene.units, posts if pattern.kind == "Visit" else known)
    travels = list(visits.extract(scene, found["Visit"], delegations.chiefs(scene, found["Delegation"])))
    tied = list(relations.extract(scene))
    told: tuple[Iterable[tuple[Fact, int]], ...] = (
        offices.extract(scene),
        meetings.extract(scene, found["Meeting"]),
        travels,
        delegations.extract(scene, found["Delegation"], [visit for visit, _ in travels]),
        agreements.extract(scene),
        anniversaries.extract(scene, [relation for relation, _ in tied]),
        tied,
    )
    facts = topics.about(scene, list(itertools.chain(*told)))
    claims = [Claim(fact, (scene.evidence(unit),)) for fact, unit in facts]
    return Reading(article, (*claims, *people(scene, claims)), tuple(silences(scene)))


def recognised(scene: Scene, *, posts: bool) -> str:
    """Return the units with no people but those who are known; with `posts`, by the country of their post alone."""
    signs = list(scene.units.string)
    for unit in scene.people:
        if scene.actor(unit) is None and not (posts and scene.post(unit)):
            signs[unit] = "w"
    return "".join(signs)


def people(scene: Scene, claims: Iterable[Claim]) -> Iterator[Claim]:
    """Yield a claim for each person in the facts, with the sentence of the fullest name."""
    wanted = {p for claim in claims if not isinstance(claim.fact, Person) for p in standing(claim.fact)}
    spelled: dict[str, int] = {}
    for unit in scene.people:
        mention = scene.units.mentions[unit]
        if mention is not None:
            spelled.setdefault(mention.name, unit)
    for actor in scene.discourse.actors:
        if actor.person in wanted:
            wanted.discard(actor.person)
            yield Claim(actor.person, (scene.evidence(spelled.get(actor.person.name, 0)),))


def standing(fact: Fact) -> list[Person]:
    """Return the people who stand in a fact."""
    values = [getattr(fact, name, None) for name in ("person", "a", "b", "visitor", "leader")]
    return [v for v in values if isinstance(v, Person)]
