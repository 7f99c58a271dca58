"""The authority file: people who are known by name, with their offices and where that is from (`schemes/people.ttl`).

What a source gives is proved; what general knowledge gives alone only proposes that two names are one, and neither
separates, dates nor derives anything. It is read when somebody asks who is who, not with the vocabulary.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

import pyoxigraph as ox

from ontology import names
from ontology.terms import BG, DCTERMS, ORG, RDF, SKOS
from ontology.vocabulary import FOLDER, Properties, load, statements

UNVERIFIED = "unverified"


@dataclass(frozen=True, slots=True)
class Held:
    """An office that somebody is known to hold; `of` is the IRI of what it is of, "" where unsaid."""

    iri: str
    title: str
    of: str
    start: str
    end: str
    sources: tuple[str, ...]

    @property
    def verified(self) -> bool:
        """Tell whether a source gives it."""
        return any(source != UNVERIFIED for source in self.sources)


@dataclass(frozen=True)
class Known:
    """A person of the authority file; `proposed` are the names that only general knowledge gives."""

    iri: str
    notation: str
    country: str
    names: tuple[str, ...]
    proposed: tuple[str, ...]
    offices: tuple[Held, ...]
    sources: tuple[str, ...]

    @property
    def verified(self) -> bool:
        """Tell whether a source knows the person, who then is nobody else's."""
        return any(source != UNVERIFIED for source in self.sources)


@dataclass(frozen=True)
class Authority:
    """All people who are known, by IRI."""

    people: tuple[Known, ...]

    @cached_property
    def proved(self) -> dict[tuple[str, str], tuple[Known, ...]]:
        """Return who is called so, by exact name and country, as sources have it."""
        return indexed((names.exact(one), known) for known in self.people if known.verified for one in known.names)

    @cached_property
    def proposed(self) -> dict[tuple[str, str], tuple[Known, ...]]:
        """Return who may be called so, by exact name and country, as general knowledge has it."""
        told = ((known, known.proposed if known.verified else known.names + known.proposed) for known in self.people)
        return indexed((names.exact(one), known) for known, own in told for one in own)

    @cached_property
    def offices(self) -> dict[str, tuple[Known, Held]]:
        """Return all offices with those who held them, by IRI."""
        return {held.iri: (known, held) for known in self.people for held in known.offices}

    def collisions(self) -> list[tuple[str, tuple[Known, ...]]]:
        """Return each name that two people of one country have, with them, sorted."""
        called: dict[tuple[str, str], dict[str, Known]] = defaultdict(dict)
        for known in self.people:
            for one in (*known.names, *known.proposed):
                called[names.exact(one), known.country][known.iri] = known
        found = {key: tuple(those[iri] for iri in sorted(those)) for key, those in called.items() if len(those) > 1}
        return [(key[0], those) for key, those in sorted(found.items())]


def indexed(called: Iterator[tuple[str, Known]]) -> dict[tuple[str, str], tuple[Known, ...]]:
    """Return people by exact name and country."""
    found: dict[tuple[str, str], dict[str, Known]] = defaultdict(dict)
    for name, known in called:
        found[name, known.country][known.iri] = known
    return {key: tuple(those.values()) for key, those in found.items()}


@cache
def people() -> Authority:
    """Return the project's own authority file; raises DataError.

    >>> [known.notation for known in people().proved[names.exact("Xi Jinping"), "CHN"]] == [
    ...     known.notation for known in people().proved[names.exact("T\u1eadp C\u1eadn B\u00ecnh"), "CHN"]
    ... ]
    True
    """
    return read(FOLDER / "people.ttl")


def read(path: Path) -> Authority:
    """Read a file of people; raises DataError where it is no Turtle."""
    told = statements(path)
    offices: dict[str, list[Held]] = defaultdict(list)
    for iri, properties in told.items():
        if BG.Office in properties[RDF.type.value]:
            offices[text(properties, ORG.member)].append(held(iri, properties))
    found = [
        person(iri, told[iri], tuple(offices[iri])) for iri in sorted(told) if SKOS.Concept in told[iri][RDF.type.value]
    ]
    return Authority(tuple(found))


def held(iri: str, properties: Properties) -> Held:
    """Make one office."""
    start, end = text(properties, BG.start), text(properties, BG.end)
    of = text(properties, ORG.organization)
    return Held(iri, text(properties, BG.term("title")), of, start, end, texts(properties, DCTERMS.source))


def person(iri: str, properties: Properties, offices: tuple[Held, ...]) -> Known:
    """Make one person."""
    country = load().by_iri(text(properties, BG.country))
    shown = dict.fromkeys((*texts(properties, SKOS.prefLabel), *texts(properties, SKOS.altLabel)))
    return Known(
        iri=iri,
        notation=text(properties, SKOS.notation),
        country=country.notation if country else "",
        names=tuple(shown),
        proposed=texts(properties, SKOS.hiddenLabel),
        offices=offices,
        sources=texts(properties, DCTERMS.source),
    )


def texts(properties: Properties, term: ox.NamedNode) -> tuple[str, ...]:
    """Return the values of a property, in order."""
    return tuple(value.value for value in properties.get(term.value, ()))


def text(properties: Properties, term: ox.NamedNode) -> str:
    """Return the first value of a property, or ""."""
    return next(iter(texts(properties, term)), "")
