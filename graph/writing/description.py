"""The merged graph written as RDF: facts, people and ties with their evidence, and labels of all that they name.

These quads make the default graph. What each article says stays as told in the graph of that article
(`ontology.triples`), to which `bg:claim` leads.
"""

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Mapping

import pyoxigraph as ox

from graph import sides
from graph.facts import values
from graph.facts.preferred import NEVER, Way
from graph.index import plain
from graph.model import MergedFact, MergedGraph, Node, Telling, Tie
from graph.writing.labels import CLASSES, concepts_triples, place_term, unknown
from ontology.dates import Date
from ontology.facts import Body, Office, Place, Polity
from ontology.slots import SLOTS, Slot
from ontology.terms import (
    BG,
    FOAF,
    ORG,
    PROV,
    RDF,
    RDFS,
    SCHEMA,
    SKOS,
    article_iri,
    concept_iri,
    mint,
    place_iri,
    reading_iri,
)
from ontology.triples import (
    activity_triples,
    article_triples,
    date_term,
    day_term,
    evidence_node,
    evidence_triples,
    value_term,
)
from ontology.triples import values as said_in
from ontology.vocabulary import load

# The slots of `MergedFact.nodes` are named as the fields are, save this one.
NODES = {"parties": "party"}


def describe_merged(graph: MergedGraph) -> Iterator[ox.Quad]:
    """Yield the default graph of a merged graph, each quad once; the same graph gives the same order.

    >>> list(describe_merged(MergedGraph((), (), (), ())))
    []
    """
    for triple in dict.fromkeys(triples(graph)):
        yield ox.Quad(triple.subject, triple.predicate, triple.object)


def triples(graph: MergedGraph) -> Iterator[ox.Triple]:
    """Yield articles, nodes, facts, ties, then the sentences and concepts that these name."""
    if graph.articles:
        yield from activity_triples()
    for article in graph.articles:
        yield from article_triples(article)
    tellings = [telling for node in graph.nodes for telling in node.tellings]
    tellings += [telling for fact in graph.facts for telling in fact.tellings]
    named: set[str] = set()
    for triple in things(graph):
        named.add(triple.object.value if isinstance(triple.object, ox.NamedNode) else "")
        yield triple
    for article_id, evidence in dict.fromkeys((one.article, e) for one in tellings for e in one.evidence):
        yield from evidence_triples(article_id, evidence)
    yield from concepts_triples({*named, *(node.iri for node in graph.nodes)})


def things(graph: MergedGraph) -> Iterator[ox.Triple]:
    """Yield the nodes, facts and ties."""
    for node in graph.nodes:
        yield from node_triples(node)
        yield from told_by(node.iri, node.tellings)
    published = {article.id: str(article.published or NEVER) for article in graph.articles}
    for fact in graph.facts:
        yield from fact_triples(fact)
        yield from told_by(fact.iri, fact.tellings)
        yield from told_values(fact, published)
    tellings = {fact.iri: fact.tellings for fact in graph.facts}
    for tie in graph.ties:
        yield from tie_triples(tie)
        for telling in (one for fact in tie.facts for one in tellings.get(fact, ())):
            for evidence in telling.evidence:
                yield ox.Triple(ox.NamedNode(tie.iri), BG.evidence, evidence_node(telling.article, evidence))


def node_triples(node: Node) -> Iterator[ox.Triple]:
    """Yield a person, polity or body with all its spellings; a concept's own labels come from its scheme."""
    subject = ox.NamedNode(node.iri)
    if load().by_iri(node.iri) is None:
        yield ox.Triple(subject, RDF.type, CLASSES[node.kind])
        yield ox.Triple(subject, SKOS.prefLabel, ox.Literal(node.name))
    if node.kind == "person":
        yield ox.Triple(subject, FOAF.name, ox.Literal(node.name))
    for name in node.also:
        yield ox.Triple(subject, SKOS.altLabel, ox.Literal(name))
    if node.country is not None and node.kind != "country":
        yield ox.Triple(subject, BG.country, ox.NamedNode(place_iri(Polity(node.country))))
        yield from unknown(Polity(node.country))


def fact_triples(merged: MergedFact) -> Iterator[ox.Triple]:
    """Yield a fact: its class, its slots, the days that its dates can mean, and those that it may be one with."""
    subject = ox.NamedNode(merged.iri)
    yield ox.Triple(subject, RDF.type, BG.term(type(merged.fact).__name__))
    yield ox.Triple(subject, PROV.wasGeneratedBy, ox.NamedNode(reading_iri()))
    for iri in merged.choices:
        yield ox.Triple(subject, RDFS.seeAlso, ox.NamedNode(iri))
    for slot in SLOTS[type(merged.fact)]:
        for term in slot_terms(merged, slot):
            yield ox.Triple(subject, slot.predicate, term)
        yield from slot_names(merged, slot)
    first, last = bounds([getattr(merged.fact, name, None) for name in ("date", "since", "start", "end")])
    if first is not None:
        yield ox.Triple(subject, BG.earliest, day_term(first))
    if last is not None:
        yield ox.Triple(subject, BG.latest, day_term(last))
    if isinstance(merged.fact, Office):
        yield from post_triples(subject, merged, merged.fact)


def told_values(fact: MergedFact, published: Mapping[str, str]) -> Iterator[ox.Triple]:
    """Yield the values of a fact that are told in several ways, each with those who tell it."""
    names = values.slots(fact.kind)
    ways = [Way({n: getattr(t.fact, n) for n in names}, published=published[t.article]) for t in fact.tellings]
    for slot, said in values.several(fact.kind, ways).items():
        if values.disputed(slot, said):
            yield dispute(fact.iri, fact.kind, slot)
        for value, first in values.reported(slot, ways):
            yield from value_triples(fact.iri, fact.kind, (slot, value, first))
            those = (one for one, way in zip(fact.tellings, ways, strict=True) if values.key(slot, way.slots) == value)
            yield from told_by(values.iri(fact.iri, slot, value), those)


def value_triples(iri: str, kind: str, told: tuple[str, str, str]) -> Iterator[ox.Triple]:
    """Yield a value of a fact: its slot, what is said there, and when that was first reported."""
    name, text, first = told
    slot = values.slot(kind, name)
    subject, said = ox.NamedNode(values.iri(iri, name, text)), plain.value(slot.kind, json.loads(text))
    yield ox.Triple(subject, RDF.type, BG.Value)
    yield ox.Triple(subject, RDF.subject, ox.NamedNode(iri))
    yield ox.Triple(subject, RDF.predicate, slot.predicate)
    yield ox.Triple(subject, RDF.object, said_term(slot, said))
    if first:
        yield ox.Triple(subject, SCHEMA.datePublished, date_term(Date(first)))
    if isinstance(said, Place) or slot.kind == "code":
        yield from unknown(said if isinstance(said, Place) else Polity(said))


def said_term(slot: Slot, said: object) -> ox.NamedNode | ox.Literal:
    """Return the term of a value of a slot."""
    if isinstance(said, Place):
        return place_term(said)
    if isinstance(said, Polity | Body):
        return ox.NamedNode(sides.iri(said))
    return value_term("", slot, Polity(str(said)) if slot.kind == "code" else said)


def dispute(iri: str, kind: str, slot: str) -> ox.Triple:
    """Return that not all values of a slot of a fact can hold."""
    return ox.Triple(ox.NamedNode(iri), BG.disputed, values.slot(kind, slot).predicate)


def slot_terms(merged: MergedFact, slot: Slot) -> list[ox.NamedNode | ox.Literal]:
    """Return the terms of a slot: the merged nodes where there are some, else what the fact says."""
    nodes = slot_nodes(merged, slot)
    if nodes:
        return list(nodes)
    said = said_in(merged.fact, slot)
    return [place_term(one) if isinstance(one, Place) else value_term("", slot, one) for one in said]


def slot_nodes(merged: MergedFact, slot: Slot) -> list[ox.NamedNode]:
    """Return the merged nodes that stand in a slot."""
    return [ox.NamedNode(iri) for name, iri in merged.nodes if name == NODES.get(slot.name, slot.name)]


def slot_names(merged: MergedFact, slot: Slot) -> Iterator[ox.Triple]:
    """Yield class and name of what stands in a slot and is neither a merged node nor in the vocabulary."""
    if not slot_nodes(merged, slot):
        for place in said_in(merged.fact, slot):
            if isinstance(place, Polity | Body | Place):
                yield from unknown(place)


def bounds(dates: Iterable[Date | None]) -> tuple[dt.date | None, dt.date | None]:
    """Return the first and the last day that dates in their order can mean.

    >>> bounds([None, Date("2022-04-26"), Date("2022-05")])
    (datetime.date(2022, 4, 26), datetime.date(2022, 5, 31))
    """
    said = [date for date in dates if date is not None]
    if not said:
        return None, None
    return said[0].earliest(), said[-1].latest()


def post_triples(subject: ox.NamedNode, merged: MergedFact, office: Office) -> Iterator[ox.Triple]:
    """Yield the post that an office is: a title within a polity or body, whoever holds it."""
    of = next((iri for name, iri in merged.nodes if name == "of"), None)
    post = ox.NamedNode(mint("post", office.title, of, words=office.title))
    yield ox.Triple(subject, RDF.type, ORG.Membership)
    yield ox.Triple(subject, BG.post, post)
    yield ox.Triple(post, RDF.type, ORG.Post)
    yield ox.Triple(post, SKOS.prefLabel, ox.Literal(office.title))
    if of is not None:
        yield ox.Triple(post, ORG.postIn, ox.NamedNode(of))
    title = load().find("titles", office.title) or load().named("titles", office.title)
    if title is not None:
        yield ox.Triple(post, ORG.role, ox.NamedNode(title.iri))


def told_by(iri: str, tellings: Iterable[Telling]) -> Iterator[ox.Triple]:
    """Yield the claims, articles and sentences that tell something."""
    for telling in tellings:
        sentences = [evidence_node(telling.article, evidence).value for evidence in telling.evidence]
        yield from links(iri, telling.claim, article_iri(telling.article), sentences)


def links(iri: str, claim: str, article: str, sentences: Iterable[str]) -> Iterator[ox.Triple]:
    """Yield what links a fact or person to a claim, its article and its sentences, by their IRIs."""
    subject = ox.NamedNode(iri)
    yield ox.Triple(subject, BG.claim, ox.NamedNode(claim))
    yield ox.Triple(subject, PROV.wasDerivedFrom, ox.NamedNode(article))
    yield from (ox.Triple(subject, BG.evidence, ox.NamedNode(sentence)) for sentence in sentences)


def tie_triples(tie: Tie) -> Iterator[ox.Triple]:
    """Yield a tie, and the facts that it is derived from."""
    subject = ox.NamedNode(tie.iri)
    yield ox.Triple(subject, RDF.type, BG.Tie)
    yield ox.Triple(subject, BG.kind, ox.NamedNode(concept_iri("ties", tie.kind)))
    for side in (tie.a, tie.b):
        yield ox.Triple(subject, BG.between, ox.NamedNode(side))
    for fact in tie.facts:
        yield ox.Triple(subject, PROV.wasDerivedFrom, ox.NamedNode(fact))
