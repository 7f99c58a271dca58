"""Concepts as the default graph shows them, and names for what no scheme knows."""

from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from graph import sides
from ontology.facts import Body, Place, Polity
from ontology.terms import BG, FOAF, OWL, RDF, SCHEMA, SKOS, place_iri
from ontology.vocabulary import SCHEME, Concept, load

# The class of a node or concept by its kind; of another kind, a concept of organisations is a body, others have none.
CLASSES = {
    "person": FOAF.Person,
    "country": BG.Country,
    "formercountry": BG.Country,
    "city": BG.City,
    "province": BG.Province,
    "region": BG.Polity,
    "bloc": BG.Bloc,
    "party": BG.Party,
    "body": BG.Body,
}


def concepts_triples(iris: Iterable[str]) -> Iterator[ox.Triple]:
    """Yield every concept among some IRIs, and the concepts that these point to."""
    waiting, done = sorted(iris, reverse=True), set[str]()
    while waiting:
        concept = load().by_iri(waiting.pop())
        if concept is not None and concept.iri not in done:
            done.add(concept.iri)
            yield from concept_triples(concept)
            waiting += [iri for name in ("capital", "country") for iri in pointed(concept, name)]


def concept_triples(concept: Concept) -> Iterator[ox.Triple]:
    """Yield one concept: scheme, notation, preferred labels, codes, and what it is known as elsewhere."""
    subject = ox.NamedNode(concept.iri)
    yield ox.Triple(subject, RDF.type, SKOS.Concept)
    yield ox.Triple(subject, SKOS.inScheme, ox.NamedNode(SCHEME + concept.scheme))
    yield ox.Triple(subject, SKOS.notation, ox.Literal(concept.notation))
    kind = CLASSES.get(concept.kind.lower(), BG.Body if concept.scheme == "organisations" else None)
    if kind is not None:
        yield ox.Triple(subject, RDF.type, kind)
    for language, label in concept.pref:
        yield ox.Triple(subject, SKOS.prefLabel, ox.Literal(label, language=language))
    for name in ("capital", "country"):
        for iri in pointed(concept, name):
            yield ox.Triple(subject, BG.term(name), ox.NamedNode(iri))
    for iri in concept.all("sameAs"):
        yield ox.Triple(subject, OWL.sameAs, ox.NamedNode(iri))
    for code in concept.all("iso2"):
        yield ox.Triple(subject, BG.iso2, ox.Literal(code))
    for weight in concept.all("weight"):
        yield ox.Triple(subject, BG.weight, ox.Literal(int(weight)))
    if concept.get("isCapital") == "true":
        yield ox.Triple(subject, BG.isCapital, ox.Literal(True))  # noqa: FBT003 - it is the literal's value


def pointed(concept: Concept, name: str) -> list[str]:
    """Return the IRIs of the polities that a concept points to."""
    found = (load().find("polities", notation) for notation in concept.all(name))
    return [one.iri for one in found if one is not None]


def place_term(place: Place) -> ox.NamedNode:
    """Return the polity that a place names by any label, or a place of its own."""
    known = sides.concept(place)
    return ox.NamedNode(known.iri if known else place_iri(place))


def unknown(place: Polity | Body | Place) -> Iterator[ox.Triple]:
    """Yield class and name of a polity, body or venue that the vocabulary does not know."""
    node = place_term(place) if isinstance(place, Place) else ox.NamedNode(place_iri(place))
    if load().by_iri(node.value) is None:
        yield ox.Triple(node, RDF.type, SCHEMA.Place if isinstance(place, Place) else BG.term(type(place).__name__))
        yield ox.Triple(node, SKOS.prefLabel, ox.Literal(place.name))
