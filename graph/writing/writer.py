"""The default graph of a store, brought to what the tables say: only what an update changed is compared and written.

What stood there before is read from the store itself, so that an update that was cut off can be done again.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

import pyoxigraph as ox

from graph import merged
from graph.facts import ties, values, weighing
from graph.index import plain
from graph.index.index import Index
from graph.merge import Changes
from graph.model import Node
from graph.quads import Quads
from graph.writing import derivation, loading
from graph.writing.description import dispute, fact_triples, links, node_triples, tie_triples, value_triples
from graph.writing.labels import concept_triples, pointed
from ontology.facts import Reading
from ontology.slots import SLOTS
from ontology.terms import BASE, BG, FOAF, PROV, RDF, RDFS, SCHEMA, SKOS, article_iri, reading_iri
from ontology.triples import activity_triples, article_triples, evidence_triples
from ontology.vocabulary import Concept, load

# What a fact or node says of itself; the rest links it to what tells it.
OF_FACT = frozenset(
    {slot.predicate for slots in SLOTS.values() for slot in slots}
    | {RDF.type, PROV.wasGeneratedBy, BG.earliest, BG.latest, BG.post, BG.disputed, RDFS.seeAlso}
)
OF_VALUE = (RDF.type, RDF.subject, RDF.predicate, RDF.object, SCHEMA.datePublished)
OF_NODE = (RDF.type, SKOS.prefLabel, SKOS.altLabel, FOAF.name, BG.country)
DEFAULT = ox.DefaultGraph()
POINTING = ("capital", "country")
SWEPT = frozenset({"place", "post", "polity", "body", "tie", "reading"})
Triples = set[ox.Triple]


class Writer:
    """One update of a store's default graph."""

    def __init__(self, core: Quads, index: Index) -> None:
        """Begin with nothing to write."""
        self.core, self.index = core, index
        self.new: Triples = set()
        self.old: Triples = set()
        self.held: set[str] = set()  # concepts that the graph holds

    def write(self, changes: Changes, readings: Mapping[str, Reading | None]) -> None:
        """Write what an update changed; `readings` are those of the articles that came."""
        for name, tails in changes.left.items():
            self.old |= set(self.article(article_iri(name), tails))
        for name in changes.fresh:
            reading = readings[name]
            self.new |= set(told(reading)) if reading else set()
        known = self.names(changes.moved)
        for number, name in known.items():
            self.links(number, name, fresh=name in changes.fresh)
        for iri, before in changes.facts.items():
            self.fact(iri, before=before)
        for iri in changes.people:
            self.node(iri, merged.one_person(self.index, iri))
        for iri in changes.sides:
            self.node(iri, merged.side(self.index, iri))
        self.apply(changes.sides)

    def names(self, articles: Iterable[int]) -> dict[int, str]:
        """Return the ids of articles by their numbers."""
        rows = self.index.rows(
            "SELECT id, name FROM article WHERE id IN (SELECT value FROM json_each(?))", plain.written(sorted(articles))
        )
        return dict(rows)

    def found(
        self, subject: str | None = None, predicate: ox.NamedNode | None = None, thing: str | None = None
    ) -> Iterator[ox.Triple]:
        """Yield the triples of the default graph with a subject, predicate or object."""
        s, o = (ox.NamedNode(iri) if iri else None for iri in (subject, thing))
        return (quad.triple for quad in self.core.quads_for_pattern(s, predicate, o, DEFAULT))

    def article(self, iri: str, tails: Iterable[str]) -> Iterator[ox.Triple]:
        """Yield all that stands of an article and its sentences, and what links others to it."""
        yield from self.found(iri)
        yield from self.found(None, PROV.wasDerivedFrom, iri)
        for node in (BASE + tail for tail in tails):
            yield from self.found(None, BG.claim, node)
            yield from self.found(None, BG.evidence, node)
            for subject in (node, node + "#quote", node + "#position"):
                yield from self.found(subject)

    def links(self, number: int, name: str, *, fresh: bool) -> None:
        """Compare what links facts, people and ties to an article."""
        iri = article_iri(name)
        facts = self.index.rows(
            "SELECT t.fact, t.claim, t.evidence, t.kind, s.body FROM telling t JOIN slots s ON s.id = t.slots"
            " WHERE t.article = ?",
            number,
        )
        people = self.index.rows(
            "SELECT p.iri, m.claim, m.evidence FROM mention m JOIN person p ON p.id = m.person WHERE m.article = ?",
            number,
        )
        for subject, claim, evidence, *said in (*facts, *people):
            node, sentences = f"{BASE}claim/{claim}", [f"{BASE}evidence/{one}" for one in evidence.split()]
            self.new |= set(links(subject, node, iri, sentences))
            if said:
                self.new |= set(self.shared(subject, said, node, iri, sentences))
            if not fresh:
                self.old |= set(self.found(None, BG.claim, node))
                self.old |= {triple for one in sentences for triple in self.found(None, BG.evidence, one)}
        if not fresh:
            self.old |= set(self.found(None, PROV.wasDerivedFrom, iri))

    def shared(
        self, fact: str, said: Sequence[str], claim: str, article: str, sentences: list[str]
    ) -> Iterator[ox.Triple]:
        """Yield what links the ties and values of a fact to a telling; `said` are its kind and its slots."""
        state = weighing.state(self.index, fact)
        for ends in state.ties:
            tie = ox.NamedNode(ties.tie(*ends).iri)
            yield from (ox.Triple(tie, BG.evidence, ox.NamedNode(one)) for one in sentences)
        for slot in sorted(state.shared()[1]):
            value = values.key(slot, plain.slots(said[0], said[1]))
            if value is not None:
                yield from links(values.iri(fact, slot, value), claim, article, sentences)

    def fact(self, iri: str, *, before: bool) -> None:
        """Compare what is said of a fact, if it was there before, and which ties are derived from it."""
        if before:
            self.old |= {triple for predicate in OF_FACT for triple in self.found(iri, predicate)}
            self.old |= set(self.found(None, PROV.wasDerivedFrom, iri))
            told = subjects(self.found(None, RDF.subject, iri))
            self.old |= {triple for one in told for predicate in OF_VALUE for triple in self.found(one, predicate)}
        fact = merged.light_fact(self.index, iri)
        if fact:
            state = weighing.state(self.index, iri)
            self.new |= {*fact_triples(fact), *(dispute(iri, fact.kind, slot) for slot in state.disputed)}
            self.new |= {triple for ends in state.ties for triple in tie_triples(ties.tie(*ends, [iri]))}
            self.new |= {triple for told in state.told for triple in value_triples(iri, fact.kind, told)}
        derivation.write(self.core, iri, fact, before=before)

    def node(self, iri: str, node: Node | None) -> None:
        """Compare what is said of a person, polity or body; the labels of a concept stand in its scheme."""
        for predicate in (SKOS.altLabel,) if load().by_iri(iri) else OF_NODE:
            self.old |= set(self.found(iri, predicate))
        if node:
            self.new |= {*node_triples(node), *self.concepts(iri)}

    def apply(self, sides: Iterable[str]) -> None:
        """Write what differs, with the concepts that it names; take out what nothing names any more."""
        self.new |= {triple for iri in objects(self.new) for triple in self.concepts(iri)}
        self.new |= set(activity_triples()) if self.filled() else set()
        gone = self.old - self.new
        loading.extend(self.core, self.new - self.old)
        for triple in gone:
            self.core.remove(quad(triple))
        self.sweep({*sides, *objects(gone), *subjects(gone)})

    def filled(self) -> bool:
        """Tell whether there is any article."""
        return self.index.one("SELECT 1 FROM article LIMIT 1") is not None

    def concepts(self, iri: str) -> Iterator[ox.Triple]:
        """Yield a concept with those that it points to, as far as the graph does not hold them yet."""
        for concept in closure(iri):
            if concept.iri not in self.held and not any(self.found(concept.iri, SKOS.notation)):
                yield from concept_triples(concept)
            self.held.add(concept.iri)

    def sweep(self, iris: set[str]) -> None:
        """Take out whatever is said of concepts, places, posts and ties that nothing names any more, and so on."""
        waiting = {iri for iri in iris if swept(iri)}
        while waiting:
            iri = waiting.pop()
            said = [] if self.named(iri) else list(self.found(iri))
            for triple in said:
                self.core.remove(quad(triple))
            waiting |= {one for one in objects(said) if swept(one)}

    def named(self, iri: str) -> bool:
        """Tell whether the tables or a thing in the graph name something."""
        if iri == reading_iri():
            return self.filled()
        if kind_of(iri) == "tie":
            return any(self.found(iri, PROV.wasDerivedFrom))
        return any(self.rooted(one) for one in pointing().get(iri, {iri}))

    def rooted(self, iri: str) -> bool:
        """Tell whether articles name a polity or body, or a thing that is no concept names something."""
        if self.index.one("SELECT 1 FROM side WHERE iri = ?", iri):
            return True
        return any(
            load().by_iri(subject) is None for triple in self.found(None, None, iri) for subject in subjects([triple])
        )


def told(reading: Reading) -> Iterator[ox.Triple]:
    """Yield an article with all its sentences."""
    yield from article_triples(reading.article)
    for evidence in {evidence for claim in reading.claims for evidence in claim.evidence}:
        yield from evidence_triples(reading.article.id, evidence)


def quad(triple: ox.Triple) -> ox.Quad:
    """Return a triple of the default graph."""
    return ox.Quad(triple.subject, triple.predicate, triple.object)


def objects(triples: Iterable[ox.Triple]) -> set[str]:
    """Return the IRIs that stand as objects."""
    return {triple.object.value for triple in triples if isinstance(triple.object, ox.NamedNode)}


def subjects(triples: Iterable[ox.Triple]) -> set[str]:
    """Return the IRIs that stand as subjects."""
    return {triple.subject.value for triple in triples if isinstance(triple.subject, ox.NamedNode)}


def kind_of(iri: str) -> str:
    """Return the kind of thing that an IRI of ours is minted for.

    >>> kind_of("https://w3id.org/banggiao/tie/ha-noi-phnom-penh-51e1b14f7f0d2b2d")
    'tie'
    """
    return iri.removeprefix(BASE).partition("/")[0]


def swept(iri: str) -> bool:
    """Tell whether something stands in the graph only as long as others name it."""
    return kind_of(iri) in SWEPT or load().by_iri(iri) is not None


def closure(iri: str) -> Iterator[Concept]:
    """Yield a concept, if it is one, and those that it points to."""
    waiting, done = [load().by_iri(iri)], set[str]()
    while waiting:
        concept = waiting.pop()
        if concept and concept.iri not in done:
            done.add(concept.iri)
            yield concept
            waiting += [load().by_iri(one) for name in POINTING for one in pointed(concept, name)]


@cache
def pointing() -> dict[str, set[str]]:
    """Return the concepts that point to each, itself among them."""
    found: dict[str, set[str]] = defaultdict(set)
    for scheme in load().schemes():
        for concept in load().concepts(scheme):
            for other in closure(concept.iri):
                found[other.iri].add(concept.iri)
    return found
