"""Short texts of our own, read below a headline that tells nothing."""

from extract.discourse.circumstances import Scene
from extract.finders.people import PersonMention
from extract.reader import read, scene_of
from ontology.dates import Date
from ontology.facts import Article, Fact

HEADLINE = "Vài dòng tin ghi lại\n"


def article(text: str, published: str | None = None) -> Article:
    return Article("a", HEADLINE + text, published=Date(published) if published else None)


def scene(text: str, published: str | None = None) -> Scene:
    return scene_of(article(text, published))


def facts(kind: type[Fact], text: str, published: str | None = None) -> list[Fact]:
    """Return the facts of one kind that a text tells."""
    return [claim.fact for claim in read(article(text, published)).claims if isinstance(claim.fact, kind)]


def mentions(text: str) -> list[PersonMention]:
    """Return the people mentioned in a text, in text order."""
    return [mention for mention in scene(text).units.mentions if mention is not None]


def people(text: str) -> dict[str, str | None]:
    """Return the people of a text by name, each with their country."""
    return {actor.person.name: actor.country for actor in scene(text).discourse.actors if actor.person}


def unit(found: Scene, words: str) -> int:
    """Return the unit of a scene that holds exactly these words."""
    return next(u for u in range(len(found.units.string)) if found.units.words(u, u + 1) == words)
