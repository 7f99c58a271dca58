"""What follows of a fact and nobody tells, in words: the days, and what they rest on."""

from collections.abc import Iterator

from graph import merged
from graph.answers.words import listed, told, words
from graph.index import plain
from graph.index.index import Index
from graph.index.tellings import tail
from graph.model import Derived, MergedFact
from ontology.authority import people
from ontology.terms import ARTICLE, article_id


def lines(index: Index, fact: MergedFact, found: Derived, language: str) -> Iterator[str]:
    """Yield the lines that tell what follows for one slot of a fact."""
    say = words(language)
    bounds = "between" if found.first and found.last else "after" if found.first else "before"
    days = say["says"][bounds].format(first=found.first, last=found.last)
    yield say["says"]["follows"].format(slot=say["slots"][found.slot], days=days)
    for rest in found.rests:
        yield f"  {resting(index, fact, rest, language)}"


def resting(index: Index, fact: MergedFact, iri: str, language: str) -> str:
    """Return in words what rests behind a fact: an office of the authority file, an article, or what one tells."""
    known, office = people().offices.get(iri, (None, None))
    if known and office:
        term = f"{office.title} {office.start}/{office.end}"
        return f"{known.names[0]}, {term} ({', '.join(office.sources)})"
    if iri.startswith(ARTICLE):
        return article_id(iri)
    row = index.one(
        "SELECT t.fact, a.name FROM article a JOIN telling t ON t.article = a.id WHERE t.claim = ?"
        " AND a.name IN (SELECT value FROM json_each(?))",
        *(tail(iri), plain.written([telling.article for telling in fact.tellings])),
    )
    other = merged.light_fact(index, row[0]) if row else None
    return f"{row[1]}: {listed(told(other.fact, language), language)}" if row and other else iri
