"""What breaks the shapes of `ontology/shapes.ttl`, said in plain words, with the sentence of an article behind it."""

import functools
from collections.abc import Collection, Iterable, Iterator
from itertools import islice

import pyoxigraph as ox

from graph.answers.asked import Asked
from graph.answers.words import words
from graph.shapes.checking import Violation, check
from graph.shapes.data import Data, Term
from graph.shapes.reading import Shape, read
from ontology.terms import BASE, DERIVED, PREFIXES, RDF
from ontology.vocabulary import FOLDER

SHAPES = FOLDER.parent / "shapes.ttl"

# The class that marks what follows, in a graph of its own.
FOLLOWING = RDF.Statement.value
# Two ways side by side: a class looked up as OPTIONAL costs every class of the graph for each statement.
DERIVATIONS = f"""CONSTRUCT {{ ?derived ?property ?value . ?fact a ?class }} WHERE {{
    {{ GRAPH {DERIVED} {{ ?derived a rdf:Statement ; ?property ?value }} }}
    UNION {{ GRAPH {DERIVED} {{ ?derived a rdf:Statement ; rdf:subject ?fact }} ?fact a ?class }} }}"""

# What is looked up of so many things is asked at once.
BATCH = 500
NAMES = "SELECT ?thing ?name {{ VALUES ?thing {{ {} }} ?thing foaf:name|skos:prefLabel|rdfs:label ?name }}"
# The first evidence of a thing: its own, the one that it is a part of, else that of a fact in which it stands.
OWN = (
    "{ ?thing bg:evidence ?e } UNION { ?e oa:hasSelector ?thing } UNION { ?thing oa:hasSelector ?p BIND(?thing AS ?e) }"
)
NEAR = "?fact ?p ?thing ; bg:evidence ?e"
EVIDENCE = "SELECT ?thing (MIN(STR(?e)) AS ?first) {{ VALUES ?thing {{ {} }} {} }} GROUP BY ?thing"
QUOTES = """SELECT ?e ?quote ?article {{ VALUES ?e {{ {} }} ?e oa:hasSelector/oa:exact ?quote
    OPTIONAL {{ ?e oa:hasSource/schema:identifier ?article }} }}"""


def validate(store: Asked, language: str = "en") -> list[str]:
    """Return a sentence for each thing that is told, or follows from that, and breaks a shape; none if all is well."""
    told = said(store, shapes(), language)
    return sorted(told | said(Loaded(follows(store)), [one for one in shapes() if FOLLOWING in one.targets], language))


def follows(store: Asked) -> bytes:
    """Return as N-Triples what follows and nobody tells, with the classes of what it follows for."""
    found = store.query(DERIVATIONS)
    return (ox.serialize(found, format=ox.RdfFormat.N_TRIPLES) if isinstance(found, ox.QueryTriples) else None) or b""


def said(store: Asked, those: Iterable[Shape], language: str) -> set[str]:
    """Return a sentence for each thing in the default graph that breaks one of some shapes."""
    found = check(store, those)
    told: set[str] = set()
    while batch := list(islice(found, BATCH)):
        told.update(sentences(store, batch, language))
    return told


def violations(triples: bytes, language: str = "en") -> list[str]:
    """Return a sentence for each violation in N-Triples: which thing, what is wrong, how to mend it.

    >>> a = b"<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
    >>> print(*violations(b"<x:y> " + a + b" <http://xmlns.com/foaf/0.1/Person> ."))
    x:y: must have exactly one name that is not empty: mend foaf:name.
    """
    return validate(Loaded(triples), language)


class Loaded:
    """N-Triples in memory, as a store that answers."""

    def __init__(self, triples: bytes) -> None:
        """Load them."""
        self.core = ox.Store()
        self.core.load(triples, format=ox.RdfFormat.N_TRIPLES)

    def query(self, sparql: str, /) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
        """Answer a query."""
        return self.core.query(sparql, prefixes=dict(PREFIXES))


@functools.cache
def shapes() -> tuple[Shape, ...]:
    """Return the shapes."""
    return read(SHAPES)


def sentences(store: Asked, found: Collection[Violation], language: str) -> Iterator[str]:
    """Yield violations as sentences."""
    focus = {one.focus for one in found}
    names, quotes = labels(store, focus, language), behind(store, focus)
    for one in found:
        said = one.shape.messages.get(language) or min(one.shape.messages.values())
        value = f" (found: {shown(one.value)})" if one.value is not None and one.value != one.focus else ""
        name = f" ({names[one.focus]})" if one.focus in names else ""
        quote = words(language)["says"]["behind"].format(**quotes[one.focus]) if one.focus in quotes else ""
        yield f"{shown(one.focus)}{name}: {said}{value}{quote}"


def labels(store: Asked, things: Iterable[Term], language: str) -> dict[Term, str]:
    """Return what things are called, in a language where they have a label in it."""
    found: dict[Term, list[tuple[bool, str]]] = {}
    for thing, name in Data(store).select(NAMES.format(listed(things))):
        if isinstance(name, ox.Literal):
            found.setdefault(thing, []).append((name.language not in (None, language), plain(name.value)))
    return {thing: min(names)[1] for thing, names in found.items()}


def behind(store: Asked, things: Collection[Term]) -> dict[Term, dict[str, str]]:
    """Return the sentence, and its article's id, that stands behind things; some have none."""
    first = firsts(store, things, OWN)
    first |= firsts(store, set(things) - first.keys(), NEAR)
    told: dict[Term, dict[str, str]] = {}
    for node, quote, *article in Data(store).select(QUOTES.format(listed(set(first.values())))):
        told[node] = {"quote": shown(quote), "article": shown(*article) if article else "?"}
    return {thing: told[node] for thing, node in first.items() if node in told}


def firsts(store: Asked, things: Iterable[Term], way: str) -> dict[Term, Term]:
    """Return the first evidence of things that is reached in some way."""
    rows = Data(store).select(EVIDENCE.format(listed(things), way))
    return {thing: ox.NamedNode(first.value) for thing, first in rows if isinstance(first, ox.Literal)}


def listed(things: Iterable[Term]) -> str:
    """Return things as the values of a VALUES clause; a blank node cannot be asked for."""
    return " ".join(sorted(str(thing) for thing in things if isinstance(thing, ox.NamedNode)))


def shown(term: Term | None) -> str:
    """Return a term for the reader: an IRI of ours by its local name, a literal by what it says."""
    return plain(term.value if isinstance(term, ox.NamedNode | ox.Literal) else str(term))


def plain(text: str) -> str:
    """Return text on one line, cut where it is long; what a terminal would obey is left out.

    >>> plain("https://w3id.org/banggiao/meeting/1"), plain("a" + chr(27) + "[31m")
    ('meeting/1', 'a[31m')
    """
    said = " ".join(text.removeprefix(BASE).split())
    said = "".join(sign for sign in said if sign.isprintable())
    return said if len(said) <= 200 else said[:199] + "…"
