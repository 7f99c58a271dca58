"""What the graph says of one thing, and what the whole of it is: as RDF for machines."""

import itertools
from collections.abc import Iterator
from importlib import resources

import pyoxigraph as ox

from graph.answers.asked import rows
from graph.serving.answering import GRAPHS, Answer, of_triples
from graph.store import GraphStore
from ontology.terms import BASE, DCTERMS, FOAF, OA, PREFIXES, RDF, SKOS, XSD, Namespace

VOID, DCAT = Namespace("http://rdfs.org/ns/void#"), Namespace("http://www.w3.org/ns/dcat#")
SD = Namespace("http://www.w3.org/ns/sparql-service-description#")
RESULTS = [f"http://www.w3.org/ns/formats/SPARQL_Results_{name}" for name in ("JSON", "XML", "CSV", "TSV")]
MOST = 100_000  # triples of one thing
POINTING = 2_000  # triples that point to it; where there are more, as to a country, the endpoint gives them
NAMES = (SKOS.prefLabel, FOAF.name, RDF.type, OA.hasSelector, OA.hasSource)
TITLES = (DCTERMS.term("title"), DCTERMS.description)
CLASSES = "SELECT ?class (COUNT(?s) AS ?n) { ?s a ?class } GROUP BY ?class ORDER BY ?class"
ONTOLOGY = ox.NamedNode(BASE + "ontology")
DEFAULT = ox.DefaultGraph()


def thing(store: GraphStore, iri: str, accept: str) -> Answer | None:
    """Describe a thing: what the merged graph says of it, its sentences, and the names of what it points to.

    None where the graph says nothing of it.
    """
    node = ox.NamedNode(iri)
    own = [quad.triple for quad in store.core.quads_for_pattern(node, None, None, DEFAULT)]
    found = itertools.islice(store.core.quads_for_pattern(None, None, node, DEFAULT), POINTING + 1)
    pointing = [quad.triple for quad in found]
    if not (own or pointing):
        return None
    if len(pointing) > POINTING:
        pointing = []
    near = {one.object for one in own} | {one.subject for one in pointing}
    named = (triple for other in near if isinstance(other, ox.NamedNode) for triple in brief(store, other))
    return of_triples(dict.fromkeys((*own, *pointing, *named)), accept, MOST)


def brief(store: GraphStore, node: ox.NamedNode) -> Iterator[ox.Triple]:
    """Yield the names and classes of a thing; of a sentence, all."""
    for quad in store.core.quads_for_pattern(node, None, None, DEFAULT):
        if quad.predicate in NAMES:
            yield quad.triple
        if quad.predicate == OA.hasSelector and isinstance(quad.object, ox.NamedNode):
            yield from (one.triple for one in store.core.quads_for_pattern(quad.object, None, None, DEFAULT))


def about(store: GraphStore, base: str, accept: str) -> Answer:
    """Describe the data set and its service at an address."""
    return of_triples(description(store, base), accept, MOST, {"void": VOID, "dcat": DCAT, "sd": SD, **PREFIXES})


def description(store: GraphStore, base: str) -> Iterator[ox.Triple]:
    """Yield VoID, DCAT and Service Description of a store."""
    data, service = (ox.NamedNode(f"{base}/.well-known/void#{name}") for name in ("data", "service"))
    endpoint = ox.NamedNode(f"{base}/sparql")
    for kind in (VOID.Dataset, DCAT.Dataset):
        yield ox.Triple(data, RDF.type, kind)
    for triple in ontology():
        if triple.subject == ONTOLOGY and triple.predicate in TITLES:
            yield ox.Triple(data, triple.predicate, triple.object)
    yield ox.Triple(data, VOID.uriSpace, ox.Literal(BASE))
    yield ox.Triple(data, VOID.sparqlEndpoint, endpoint)
    yield ox.Triple(data, FOAF.homepage, ox.NamedNode(f"{base}/"))
    for vocabulary in PREFIXES.values():
        yield ox.Triple(data, VOID.vocabulary, ox.NamedNode(vocabulary))
    yield from counts(store, data)
    yield ox.Triple(service, RDF.type, DCAT.DataService)
    yield ox.Triple(service, RDF.type, SD.Service)
    yield ox.Triple(service, DCAT.endpointURL, endpoint)
    yield ox.Triple(service, SD.endpoint, endpoint)
    yield ox.Triple(service, DCAT.servesDataset, data)
    yield ox.Triple(service, SD.supportedLanguage, SD.SPARQL11Query)
    for name in (*(form.iri for form in GRAPHS.values()), *RESULTS):
        yield ox.Triple(service, SD.resultFormat, ox.NamedNode(name))


def ontology() -> Iterator[ox.Triple]:
    """Yield the ontology."""
    data = resources.files("ontology").joinpath("banggiao.ttl").read_bytes()
    yield from (quad.triple for quad in ox.parse(data, format=ox.RdfFormat.TURTLE))


def counts(store: GraphStore, data: ox.NamedNode) -> Iterator[ox.Triple]:
    """Yield how many triples, articles and things of each class there are."""
    (total,) = rows(store, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")
    yield ox.Triple(data, VOID.triples, whole(total["n"]))
    for n, row in enumerate(rows(store, CLASSES)):
        part = ox.NamedNode(f"{data.value}-{n + 1}")
        yield ox.Triple(data, VOID.classPartition, part)
        yield ox.Triple(part, VOID.term("class"), ox.NamedNode(row["class"]))
        yield ox.Triple(part, VOID.entities, whole(row["n"]))


def whole(number: str) -> ox.Literal:
    """Return a whole number."""
    return ox.Literal(number, datatype=XSD.integer)
