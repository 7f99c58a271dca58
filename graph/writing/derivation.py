"""The graph of what follows of facts and nobody tells, beside the merged graph, so that nobody takes it for told."""

from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from graph.facts import values
from graph.model import Derived, MergedFact, MergedGraph
from graph.quads import Object, Quads, Subject
from ontology.authority import people
from ontology.terms import BG, DCTERMS, DERIVED, RDF, RDFS, mint
from ontology.triples import day_term


def describe_derived(graph: MergedGraph) -> Iterator[ox.Quad]:
    """Yield the graph of what follows of the facts of a merged graph and nobody tells."""
    found = (triple for fact in graph.facts for triple in derived_triples(fact.iri, fact.kind, fact.derived))
    yield from (quad(triple) for triple in dict.fromkeys(found))


def derived_triples(iri: str, kind: str, found: Iterable[Derived]) -> Iterator[ox.Triple]:
    """Yield what follows for the slots of a fact: between which days, and what that rests on."""
    for one in found:
        subject = ox.NamedNode(mint("derived", iri, one.slot, words=one.slot))
        yield ox.Triple(subject, RDF.type, RDF.Statement)
        yield ox.Triple(subject, RDF.subject, ox.NamedNode(iri))
        yield ox.Triple(subject, RDF.predicate, values.slot(kind, one.slot).predicate)
        for predicate, day in ((BG.earliest, one.first), (BG.latest, one.last)):
            yield from [ox.Triple(subject, predicate, day_term(day))] if day else ()
        for rest in one.rests:
            yield ox.Triple(subject, BG.derivedFrom, ox.NamedNode(rest))
            yield from office_triples(rest)


def office_triples(iri: str) -> Iterator[ox.Triple]:
    """Yield who held an office of the authority file and when, in words, and the sources of that."""
    known, office = people().offices.get(iri) or (None, None)
    if known and office:
        term = f"{known.names[0]}: {office.title} ({office.start}/{office.end})"
        yield ox.Triple(ox.NamedNode(iri), RDFS.label, ox.Literal(term))
        for source in office.sources:
            yield ox.Triple(ox.NamedNode(iri), DCTERMS.source, ox.Literal(source))


def write(core: Quads, iri: str, fact: MergedFact | None, *, before: bool) -> None:
    """Write what follows of a fact in place of what followed before; `before` says that it was there."""
    new = {quad(triple) for triple in derived_triples(iri, fact.kind, fact.derived)} if fact else set()

    def graph(subject: Subject | None, predicate: ox.NamedNode | None, thing: Object | None) -> Iterator[ox.Quad]:
        return core.quads_for_pattern(subject, predicate, thing, DERIVED)

    nodes = [one.subject for one in graph(None, RDF.subject, ox.NamedNode(iri))] if before else []
    old = {one for node in nodes for one in graph(node, None, None)}
    core.extend(new - old)
    for one in old - new:
        core.remove(one)
    rests = {one.object for one in old - new if one.predicate == BG.derivedFrom}
    for rest in (one for one in rests if isinstance(one, ox.NamedNode)):
        if not any(graph(None, BG.derivedFrom, rest)):
            for one in list(graph(rest, None, None)):
                core.remove(one)


def quad(triple: ox.Triple) -> ox.Quad:
    """Return a triple of the graph of what follows."""
    return ox.Quad(triple.subject, triple.predicate, triple.object, DERIVED)
