"""Claims written as RDF: what one article says, in the named graph of that article.

`ontology.claims.readings` is the exact inverse. An order that matters (the parties of a fact, a
person's other names, the evidence of a claim, the claims of an article) is kept with RDF's own
membership properties `rdf:_1`, `rdf:_2`, … where there is more than one. There are no blank nodes.
"""

from collections.abc import Iterable, Iterator
from typing import TypeAlias, TypeVar

import pyoxigraph as ox

from ontology.dates import Date
from ontology.facts import KINDS, Article, Body, Claim, Evidence, Fact, Person, Place, Polity, Reading, Silence
from ontology.slots import SLOTS, Slot
from ontology.terms import (
    BG,
    DCTERMS,
    EDTF,
    FOAF,
    OA,
    PROV,
    RDF,
    SCHEMA,
    SKOS,
    XSD,
    article_iri,
    claim_iri,
    concept_iri,
    evidence_iri,
    place_iri,
    reading_iri,
    silence_iri,
    told_iri,
)

Term: TypeAlias = ox.NamedNode | ox.Literal
TYPE = RDF.type
T = TypeVar("T")
# Sentences, people, polities, bodies and places of an article of which all is told already.
Told: TypeAlias = set[object]


def describe(reading: Reading) -> Iterator[ox.Quad]:
    """Yield what an article says, for its named graph; the article's text only where it is kept.

    Raises DataError where a closed list (a form, a status, …) does not have what a fact says.

    >>> text = "Hun Sen"
    >>> claim = Claim(Person(text, country="KHM"), (Evidence(text, 0, 7),))
    >>> quads = list(describe(Reading(Article("a.txt", text), (claim,))))
    >>> {quad.graph_name.value for quad in quads}
    {'https://w3id.org/banggiao/article/a.txt'}
    """
    graph = ox.NamedNode(article_iri(reading.article.id))
    for triple in dict.fromkeys(reading_triples(reading)):
        yield ox.Quad(triple.subject, triple.predicate, triple.object, graph)


def reading_triples(reading: Reading) -> Iterator[ox.Triple]:
    """Yield an article, its claims in their order, what each claims, and its silences; some triples more than once."""
    article = reading.article
    claims = [claim_iri(article.id, claim.fact, claim.evidence) for claim in reading.claims]
    yield from article_triples(article)
    if article.keep:
        yield ox.Triple(ox.NamedNode(article_iri(article.id)), SCHEMA.text, ox.Literal(article.text))
    yield from listed(ox.NamedNode(article_iri(article.id)), BG.claim, [ox.NamedNode(iri) for iri in claims])
    told: Told = set()
    for iri, claim in zip(claims, reading.claims, strict=True):
        yield from claim_triples(article.id, ox.NamedNode(iri), claim, told)
    for silence in reading.silences:
        yield from silence_triples(article.id, silence)


def article_triples(article: Article) -> Iterator[ox.Triple]:
    """Yield what is known about an article, without its text."""
    node = ox.NamedNode(article_iri(article.id))
    yield ox.Triple(node, TYPE, SCHEMA.NewsArticle)
    yield ox.Triple(node, SCHEMA.identifier, ox.Literal(article.id))
    yield ox.Triple(node, SCHEMA.inLanguage, ox.Literal(article.language))
    yield ox.Triple(node, SCHEMA.sha256, ox.Literal(article.digest))
    told = ((SCHEMA.headline, article.title), (SCHEMA.url, article.url), (DCTERMS.source, article.source))
    for predicate, value in told:
        if value is not None:
            yield ox.Triple(node, predicate, ox.Literal(value))
    if article.published is not None:
        yield ox.Triple(node, SCHEMA.datePublished, date_term(article.published))


def claim_triples(article: str, node: ox.NamedNode, claim: Claim, told: Told) -> Iterator[ox.Triple]:
    """Yield one claim of an article (its id): what it tells and its evidence, as far as that was not told yet."""
    thing = ox.NamedNode(told_iri(article, claim.fact))
    yield ox.Triple(node, TYPE, BG.Claim)
    yield ox.Triple(node, BG.tells, thing)
    yield ox.Triple(node, PROV.wasDerivedFrom, ox.NamedNode(article_iri(article)))
    yield ox.Triple(node, PROV.wasGeneratedBy, ox.NamedNode(reading_iri()))
    yield from () if told else activity_triples()
    yield from listed(node, BG.evidence, [evidence_node(article, one) for one in claim.evidence])
    for evidence in fresh(claim.evidence, told):
        yield from evidence_triples(article, evidence)
    if isinstance(claim.fact, Person):
        for person in fresh([claim.fact], told):
            yield from person_triples(article, person, told)
    else:
        yield from fact_triples(article, thing, claim.fact, told)


def fresh(things: Iterable[T], told: Told) -> Iterator[T]:
    """Yield what was not told yet, and note it."""
    for thing in things:
        if thing not in told:
            told.add(thing)
            yield thing


def activity_triples() -> Iterator[ox.Triple]:
    """Yield the activity of reading with this version; it has no times."""
    node = ox.NamedNode(reading_iri())
    yield ox.Triple(node, TYPE, PROV.Activity)
    yield ox.Triple(node, SCHEMA.softwareVersion, ox.Literal(reading_iri().rsplit("/", 1)[-1]))


def evidence_node(article: str, evidence: Evidence) -> ox.NamedNode:
    """Return the node of a sentence of an article (its id)."""
    return ox.NamedNode(evidence_iri(article, evidence))


def evidence_triples(article: str, evidence: Evidence) -> Iterator[ox.Triple]:
    """Yield a sentence of an article (its id) with the two Web Annotation selectors that find it."""
    node = evidence_node(article, evidence)
    quote, position = ox.NamedNode(node.value + "#quote"), ox.NamedNode(node.value + "#position")
    yield ox.Triple(node, TYPE, BG.Evidence)
    yield ox.Triple(node, OA.hasSource, ox.NamedNode(article_iri(article)))
    yield ox.Triple(node, OA.hasSelector, quote)
    yield ox.Triple(node, OA.hasSelector, position)
    yield ox.Triple(quote, TYPE, OA.TextQuoteSelector)
    yield ox.Triple(quote, OA.exact, ox.Literal(evidence.quote))
    yield ox.Triple(position, TYPE, OA.TextPositionSelector)
    yield ox.Triple(position, OA.start, ox.Literal(evidence.start))
    yield ox.Triple(position, OA.end, ox.Literal(evidence.end))


def silence_triples(article: str, silence: Silence) -> Iterator[ox.Triple]:
    """Yield a sentence of an article (its id) that told no fact; the sentence itself is in no other triples."""
    node = ox.NamedNode(silence_iri(article, silence))
    yield ox.Triple(ox.NamedNode(article_iri(article)), BG.silence, node)
    yield ox.Triple(node, TYPE, BG.Silence)
    yield ox.Triple(node, BG.sought, BG.term(KINDS[silence.kind].__name__))
    yield ox.Triple(node, BG.cue, ox.Literal(silence.cue))
    yield ox.Triple(node, BG.reason, ox.NamedNode(concept_iri("silences", silence.reason)))
    yield ox.Triple(node, OA.exact, ox.Literal(silence.evidence.quote))
    yield ox.Triple(node, OA.start, ox.Literal(silence.evidence.start))
    yield ox.Triple(node, OA.end, ox.Literal(silence.evidence.end))


def person_triples(article: str, person: Person, told: Told) -> Iterator[ox.Triple]:
    """Yield a person as an article (its id) names them."""
    node = ox.NamedNode(told_iri(article, person))
    yield ox.Triple(node, TYPE, FOAF.Person)
    yield ox.Triple(node, FOAF.name, ox.Literal(person.name))
    yield from listed(node, SKOS.altLabel, [ox.Literal(name) for name in person.also])
    if person.country is not None:
        yield ox.Triple(node, BG.country, ox.NamedNode(place_iri(Polity(person.country))))
        for place in fresh([Polity(person.country)], told):
            yield from place_triples(place)


def fact_triples(article: str, node: ox.NamedNode, fact: Fact, told: Told) -> Iterator[ox.Triple]:
    """Yield a fact as an article (its id) tells it: the class, and each slot that is told."""
    yield ox.Triple(node, TYPE, BG.term(type(fact).__name__))
    terms: dict[ox.NamedNode, list[Term]] = {}
    for slot in SLOTS[type(fact)]:
        for value in values(fact, slot):
            if slot.kind == "concepts":  # they have no order to be kept
                yield ox.Triple(node, slot.predicate, value_term(article, slot, value))
                continue
            terms.setdefault(slot.predicate, []).append(value_term(article, slot, value))
            for thing in fresh([value], told):
                if isinstance(thing, Person):
                    yield from person_triples(article, thing, told)
                elif isinstance(thing, Polity | Body | Place):
                    yield from place_triples(thing)
    for predicate, objects in terms.items():
        yield from listed(node, predicate, objects)


def values(fact: Fact, slot: Slot) -> tuple[object, ...]:
    """Return what a fact says in a slot: nothing, one value, or each of several; a code becomes a polity."""
    value = getattr(fact, slot.name)
    if value is None:
        return ()
    if slot.kind == "code":
        return (Polity(value),)
    return value if isinstance(value, tuple) else (value,)


def value_term(article: str, slot: Slot, value: object) -> Term:
    """Return the RDF term of one value of a slot; raises DataError for an unknown concept."""
    match value:
        case Person():
            return ox.NamedNode(told_iri(article, value))
        case Polity() | Body() | Place():
            return ox.NamedNode(place_iri(value))
        case Date():
            return date_term(value)
        case int():
            return ox.Literal(value)
        case _:
            return ox.NamedNode(concept_iri(slot.scheme, str(value))) if slot.scheme else ox.Literal(str(value))


def place_triples(place: Polity | Body | Place) -> Iterator[ox.Triple]:
    """Yield a polity, body or place by the name that the article tells; a place has no class of ours."""
    node = ox.NamedNode(place_iri(place))
    yield ox.Triple(node, SCHEMA.name, ox.Literal(place.name))
    yield ox.Triple(node, TYPE, SCHEMA.Place if isinstance(place, Place) else BG.term(type(place).__name__))


def date_term(date: Date) -> ox.Literal:
    """Return a date as told.

    >>> date_term(Date("XXXX-04-27")).value
    'XXXX-04-27'
    """
    return ox.Literal(date.edtf, datatype=EDTF)


def day_term(day: object) -> ox.Literal:
    """Return a calendar day as xsd:date."""
    return ox.Literal(str(day), datatype=XSD.date)


def listed(node: ox.NamedNode, predicate: ox.NamedNode, objects: Iterable[Term]) -> Iterator[ox.Triple]:
    """Yield a property for each object and, where there are several, their order."""
    ordered = list(objects)
    for number, one in enumerate(ordered, start=1):
        yield ox.Triple(node, predicate, one)
        if len(ordered) > 1:
            yield ox.Triple(node, RDF.term(f"_{number}"), one)
