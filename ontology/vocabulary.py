"""The names of things: SKOS concepts of `schemes/*.ttl`, by notation, IRI, label and language.

A concept stands in one scheme, has one notation there (what facts say), a preferred label in every
language of `LANGUAGES`, and at most one kind: a class of the ontology (`bg:Country`), or a kind of word
that only the reader tells apart (`https://w3id.org/banggiao/scheme/kind#Style`).
"""

import functools
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from ontology.errors import DataError

BG = "https://w3id.org/banggiao/ontology#"
WORDS = "https://w3id.org/banggiao/scheme/kind#"
SCHEME = "https://w3id.org/banggiao/scheme/"
SKOS = "http://www.w3.org/2004/02/skos/core#"
RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
LABELS = ("prefLabel", "altLabel", "hiddenLabel")
LANGUAGES = ("vi", "en")
FOLDER = Path(__file__).parent / "schemes"
LATER = ("people.ttl",)  # half of all: read only by who asks for people (ontology/authority.py)

Properties = dict[str, list[ox.NamedNode | ox.Literal]]


@dataclass(frozen=True, slots=True)
class Concept:
    """One concept of a scheme.

    `kind` is the local name of its kind ("Country", "Party"), or "Concept" where it has none.
    `labels` are (language, label): preferred, then alternative, then hidden, each sorted; `pref` only the
    preferred. `more` are its other properties: (local name, notation of the concept pointed to,
    or the literal), sorted.
    """

    iri: str
    scheme: str
    notation: str
    kind: str
    labels: tuple[tuple[str, str], ...]
    pref: tuple[tuple[str, str], ...]
    more: tuple[tuple[str, str], ...] = ()

    def label(self, language: str) -> str:
        """Return the preferred label in a language, or the notation where there is none."""
        return dict(self.pref).get(language, self.notation)

    def get(self, name: str) -> str | None:
        """Return the first value of a property by its local name ("country"), or None."""
        for key, value in self.more:  # asked for at every post of every article: no list of all values
            if key == name:
                return value
        return None

    def all(self, name: str) -> tuple[str, ...]:
        """Return every value of a property by its local name, sorted."""
        return tuple([value for key, value in self.more if key == name])


class Vocabulary:
    """The concepts of all schemes."""

    def __init__(self, concepts: Iterable[Concept]) -> None:
        """Index concepts by scheme, notation, IRI and label."""
        self._schemes: dict[str, list[Concept]] = defaultdict(list)
        self._notations: dict[tuple[str, str], Concept] = {}
        self._iris: dict[str, Concept] = {}
        self._labels: dict[tuple[str, str], list[tuple[str, Concept]]] = defaultdict(list)
        for concept in sorted(concepts, key=lambda c: (c.scheme, c.notation)):
            self._schemes[concept.scheme].append(concept)
            self._notations[concept.scheme, concept.notation] = concept
            self._iris[concept.iri] = concept
            for language, label in concept.labels:
                self._labels[concept.scheme, label].append((language, concept))

    def schemes(self) -> tuple[str, ...]:
        """Return the names of the schemes, sorted."""
        return tuple(sorted(self._schemes))

    def concepts(self, scheme: str) -> tuple[Concept, ...]:
        """Return the concepts of a scheme, sorted by notation.

        >>> [concept.notation for concept in load().concepts("ties")]
        ['capitals', 'countries', 'parties']
        """
        return tuple(self._schemes.get(scheme, ()))

    def find(self, scheme: str, notation: str) -> Concept | None:
        """Return the concept with a notation in a scheme.

        >>> load().find("forms", "talks").label("vi")
        'hội đàm'
        """
        return self._notations.get((scheme, notation))

    def by_iri(self, iri: str) -> Concept | None:
        """Return the concept with an IRI."""
        return self._iris.get(iri)

    def named(self, scheme: str, label: str, language: str | None = None) -> Concept | None:
        """Return the concept that has exactly this label; a preferred label goes before the others.

        >>> load().named("forms", "hội đàm", "vi").notation
        'talks'
        """
        found = [c for tongue, c in self._labels.get((scheme, label), ()) if language in (None, tongue)]
        return min(found, key=lambda c: label not in dict(c.pref).values(), default=None)


@functools.cache
def load() -> Vocabulary:
    """Return the vocabulary of the project's own schemes; raises DataError."""
    return read(FOLDER)


def read(folder: Path) -> Vocabulary:
    """Read every Turtle file of a folder; raises DataError naming the file and the mend."""
    described: dict[str, Properties] = {}
    homes: dict[str, Path] = {}
    for path in sorted(set(folder.glob("*.ttl")) - {folder / name for name in LATER}):
        for iri, properties in parse(path).items():
            if iri in homes:
                raise DataError(str(path), f"{iri} is already described in {homes[iri].name}", "keep it in one file")
            described[iri], homes[iri] = properties, path
    notations = {iri: str(found[0].value) for iri, p in described.items() if (found := p.get(SKOS + "notation"))}
    concepts = [concept(homes[iri], iri, p, notations) for iri, p in described.items()]
    refuse_twins(concepts, homes)
    return Vocabulary(concepts)


def parse(path: Path) -> dict[str, Properties]:
    """Return the properties of each concept of a file; raises DataError where it is no Turtle."""
    return {iri: p for iri, p in statements(path).items() if ox.NamedNode(SKOS + "Concept") in p[RDF_TYPE]}


def statements(path: Path) -> dict[str, Properties]:
    """Return the properties of each subject of a file; raises DataError where it is no Turtle."""
    described: dict[str, Properties] = defaultdict(lambda: defaultdict(list))
    try:
        for quad in ox.parse(path=path, format=ox.RdfFormat.TURTLE):
            if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.NamedNode | ox.Literal):
                described[quad.subject.value][quad.predicate.value].append(quad.object)
            else:
                raise DataError(str(path), f"{quad.subject} or its value is a blank node", "give it an IRI")
    except (SyntaxError, OSError) as error:
        raise DataError(str(path), f"cannot be read: {error}", "write it in Turtle") from error
    return described


def concept(path: Path, iri: str, properties: Properties, notations: dict[str, str]) -> Concept:
    """Make one concept of its properties; raises DataError where it is not well-formed."""
    where = f"{path}: {iri}"
    scheme = only(where, "skos:inScheme", properties.get(SKOS + "inScheme", []))
    notation = only(where, "skos:notation", properties.get(SKOS + "notation", []))
    if not scheme.startswith(SCHEME):
        raise DataError(where, f"its scheme is {scheme}", f"name one that starts with {SCHEME}")
    kinds = [v.value.rsplit("#")[1] for v in properties[RDF_TYPE] if v.value.startswith((BG, WORDS))]
    if len(kinds) > 1:
        raise DataError(where, f"it has two classes: {', '.join(sorted(kinds))}", "keep the most exact one")
    ordered = tuple(label for name in LABELS for label in sorted(labels(where, properties.get(SKOS + name, []))))
    pref = tuple(sorted(labels(where, properties.get(SKOS + "prefLabel", []))))
    if sorted(language for language, _ in pref) != sorted({*LANGUAGES, *(language for language, _ in pref)}):
        raise DataError(where, f"its skos:prefLabel are {list(pref)}", 'give one each in "vi" and "en"')
    return Concept(
        iri=iri,
        scheme=scheme.removeprefix(SCHEME),
        notation=notation,
        kind=kinds[0] if kinds else "Concept",
        labels=ordered,
        pref=pref,
        more=tuple(sorted(set(more(properties, notations)))),
    )


def only(where: str, name: str, values: list[ox.NamedNode | ox.Literal]) -> str:
    """Return the one value that a concept must have; raises DataError."""
    if len(values) != 1 or not values[0].value:
        raise DataError(where, f"it has {len(values)} {name}", "give it exactly one that is not empty")
    return values[0].value


def labels(where: str, values: list[ox.NamedNode | ox.Literal]) -> Iterator[tuple[str, str]]:
    """Yield (language, label) of each; raises DataError where it has no language or is not NFC."""
    for value in values:
        if not isinstance(value, ox.Literal) or not value.language:
            raise DataError(where, f"its label {value} has no language", 'write it as "…"@vi')
        if not value.value.strip() or not unicodedata.is_normalized("NFC", value.value):
            raise DataError(where, f"its label {value} is empty or not in Unicode's NFC", "write it in NFC")
        yield value.language, value.value


def more(properties: Properties, notations: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the properties that are neither label, notation, scheme nor class."""
    known = {RDF_TYPE, SKOS + "inScheme", SKOS + "notation", *(SKOS + name for name in LABELS)}
    for iri in properties.keys() - known:
        name = iri.rsplit("#", 1)[-1].rsplit("/", 1)[-1]
        for value in properties[iri]:
            yield name, notations.get(value.value, value.value) if isinstance(value, ox.NamedNode) else value.value


def refuse_twins(concepts: list[Concept], homes: dict[str, Path]) -> None:
    """Raise DataError where two concepts of a scheme have one notation."""
    met: dict[tuple[str, str], str] = {}
    for one in concepts:
        other = met.setdefault((one.scheme, one.notation), one.iri)
        if other != one.iri:
            wrong = f"{one.iri} has the notation {one.notation!r} of {other}"
            raise DataError(str(homes[one.iri]), wrong, "give each concept of a scheme its own")
