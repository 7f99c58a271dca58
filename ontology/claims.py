"""Claims read back from RDF: the exact inverse of `ontology.triples.describe`."""

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias

import pyoxigraph as ox

from ontology.dates import Date
from ontology.errors import DataError
from ontology.facts import KINDS, Article, Body, Claim, Evidence, Fact, Person, Place, Polity, Reading, Silence
from ontology.slots import CLASSES, SEVERAL, SLOTS, Kind, Slot
from ontology.terms import BG, DCTERMS, DERIVED, FOAF, OA, RDF, SCHEMA, SKOS
from ontology.vocabulary import load

Term: TypeAlias = ox.NamedNode | ox.Literal


class Told:
    """The triples of one article's graph, by subject and property."""

    def __init__(self, quads: Iterable[ox.Quad]) -> None:
        """Index quads; those with blank nodes are none of ours and are left aside."""
        self.terms: dict[str, dict[str, list[Term]]] = defaultdict(lambda: defaultdict(list))
        for quad in quads:
            if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.NamedNode | ox.Literal):
                self.terms[quad.subject.value][quad.predicate.value].append(quad.object)

    def all(self, node: str, predicate: ox.NamedNode) -> list[str]:
        """Return the values of a property in their order."""
        found = set(self.terms[node].get(predicate.value, ()))
        members = (self.terms[node].get(RDF.term(f"_{n}").value) for n in itertools.count(1))
        ordered = [terms[0] for terms in itertools.takewhile(bool, members) if terms and terms[0] in found]
        return [term.value for term in ordered or found]

    def get(self, node: str, predicate: ox.NamedNode) -> str | None:
        """Return the one value of a property, or None."""
        terms = self.terms[node].get(predicate.value)
        return terms[0].value if terms else None

    def need(self, node: str, predicate: ox.NamedNode) -> str:
        """Return the one value of a property; raises DataError where there is none."""
        value = self.get(node, predicate)
        if value is None:
            raise DataError(node, f"it has no {predicate.value}", "build the article again")
        return value

    def types(self, node: str) -> list[str]:
        """Return the classes of a node."""
        return [term.value for term in self.terms[node].get(RDF.type.value, ())]


def readings(quads: Iterable[ox.Quad]) -> Iterator[Reading]:
    """Yield what each article says, by id; quads of the default graph, and of what follows, are left aside.

    Raises DataError where a claim is not whole.
    """
    graphs: dict[str, list[ox.Quad]] = defaultdict(list)
    for quad in quads:
        if isinstance(quad.graph_name, ox.NamedNode) and quad.graph_name != DERIVED:
            graphs[quad.graph_name.value].append(quad)
    told = [(iri, Told(found)) for iri, found in graphs.items()]
    for iri, graph in sorted(told, key=lambda pair: pair[1].need(pair[0], SCHEMA.identifier)):
        told_claims = tuple(claim(graph, one) for one in graph.all(iri, BG.claim))
        silent = (silence(graph, one) for one in graph.all(iri, BG.silence))
        yield Reading(article(graph, iri), told_claims, tuple(sorted(silent, key=lambda one: one.evidence.start)))


def article(told: Told, node: str) -> Article:
    """Return the article of a graph; its text is empty unless it was kept."""
    published, text = told.get(node, SCHEMA.datePublished), told.get(node, SCHEMA.text)
    return Article(
        id=told.need(node, SCHEMA.identifier),
        text=text or "",
        title=told.get(node, SCHEMA.headline),
        published=Date(published) if published is not None else None,
        url=told.get(node, SCHEMA.url),
        source=told.get(node, DCTERMS.source),
        language=told.need(node, SCHEMA.inLanguage),
        digest=told.need(node, SCHEMA.sha256),
        keep=text is not None,
    )


def claim(told: Told, node: str) -> Claim:
    """Return one claim with its evidence."""
    thing = told.need(node, BG.tells)
    fact = person(told, thing) if FOAF.Person.value in told.types(thing) else fact_of(told, thing)
    return Claim(fact, tuple(evidence(told, one) for one in told.all(node, BG.evidence)))


def silence(told: Told, node: str) -> Silence:
    """Return one sentence that told no fact."""
    said = Evidence(told.need(node, OA.exact), int(told.need(node, OA.start)), int(told.need(node, OA.end)))
    kind = next(name for name, cls in KINDS.items() if BG.term(cls.__name__).value == told.need(node, BG.sought))
    return Silence(kind, told.need(node, BG.cue), notation(told.need(node, BG.reason)), said)


def evidence(told: Told, node: str) -> Evidence:
    """Return one sentence from its two selectors."""
    quote, position = node + "#quote", node + "#position"
    start, end = told.need(position, OA.start), told.need(position, OA.end)
    return Evidence(told.need(quote, OA.exact), int(start), int(end))


def person(told: Told, node: str) -> Person:
    """Return a person as the article names them."""
    country = told.get(node, BG.country)
    return Person(
        name=told.need(node, FOAF.name),
        also=tuple(told.all(node, SKOS.altLabel)),
        country=told.need(country, SCHEMA.name) if country is not None else None,
    )


def fact_of(told: Told, node: str) -> Fact:
    """Return a fact as the article tells it; raises DataError where it is of no class of facts."""
    kind = next((kind for iri, kind in CLASSES.items() if iri.value in told.types(node)), None)
    if kind is None:
        raise DataError(node, "it is told, but is neither a person nor one of our facts", "build the article again")
    slots: dict[ox.NamedNode, list[Slot]] = defaultdict(list)
    for slot in SLOTS[kind]:
        slots[slot.predicate].append(slot)
    fields: dict[str, Any] = {slot.name: () if slot.kind in SEVERAL else None for slot in SLOTS[kind]}
    for predicate, sharing in slots.items():
        found = [value(told, sharing[0].kind, one) for one in told.all(node, predicate)]
        if sharing[0].kind in SEVERAL:
            fields[sharing[0].name] = tuple(found if sharing[0].kind == "sides" else sorted(found))
        else:
            fields.update(zip((slot.name for slot in sharing), found, strict=False))
    return kind(**fields)


def value(told: Told, kind: Kind, text: str) -> object:
    """Return the value of a slot from its literal's text or its node's IRI."""
    match kind:
        case "person":
            return person(told, text)
        case "side" | "sides" | "place" | "code":
            return place(told, kind, text)
        case "concept" | "concepts":
            return notation(text)
        case "number":
            return int(text)
        case "date":
            return Date(text)
        case "text":
            return text


def place(told: Told, kind: Kind, node: str) -> Polity | Body | Place | str:
    """Return a polity, body or place by the name told; a country's code where the slot holds codes."""
    name = told.need(node, SCHEMA.name)
    if kind in ("code", "place"):
        return name if kind == "code" else Place(name)
    return Body(name) if BG.Body.value in told.types(node) else Polity(name)


def notation(iri: str) -> str:
    """Return the notation of a concept; raises DataError where the vocabulary does not have it."""
    concept = load().by_iri(iri)
    if concept is None:
        raise DataError(iri, "it is in no scheme of this version", "build the articles again with this version")
    return concept.notation
