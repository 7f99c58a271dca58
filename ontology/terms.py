"""The IRIs that we write: namespaces, and how the IRI of a thing is minted from what makes it that thing."""

import hashlib
import re
import unicodedata
from functools import lru_cache
from urllib.parse import quote, unquote

import pyoxigraph as ox

from ontology.errors import DataError
from ontology.facts import Body, Evidence, Fact, Person, Place, Polity, Silence
from ontology.vocabulary import load

# The version of the ontology and of the reading; pyproject.toml and banggiao.ttl say the same (a test compares).
VERSION = "0.1.0"

BASE = "https://w3id.org/banggiao/"
ARTICLE = BASE + "article/"
DERIVED = ox.NamedNode(BASE + "derived")  # the graph of what follows and no article tells

# An article names a thing several times: so many IRIs of each kind are remembered, those of some fifty articles.
REMEMBERED = 1 << 11

# d with stroke is a letter of its own, which no Unicode decomposition turns into d.
STROKES = {0x110: "D", 0x111: "d"}


class Namespace(str):
    """A namespace that makes terms.

    >>> Namespace("https://schema.org/").name
    <NamedNode value=https://schema.org/name>
    """

    __slots__ = ("__dict__",)

    def __getattr__(self, name: str) -> ox.NamedNode:
        """Return the term with a local name, made once; raises AttributeError for Python's own names."""
        if name.startswith("__"):
            raise AttributeError(name)
        term = ox.NamedNode(self + name)
        self.__dict__[name] = term
        return term

    def term(self, name: str) -> ox.NamedNode:
        """Return the term with a local name that a method of str has too ("title")."""
        return ox.NamedNode(self + name)


BG = Namespace(BASE + "ontology#")
RDF = Namespace("http://www.w3.org/1999/02/22-rdf-syntax-ns#")
RDFS = Namespace("http://www.w3.org/2000/01/rdf-schema#")
OWL = Namespace("http://www.w3.org/2002/07/owl#")
XSD = Namespace("http://www.w3.org/2001/XMLSchema#")
SKOS = Namespace("http://www.w3.org/2004/02/skos/core#")
PROV = Namespace("http://www.w3.org/ns/prov#")
ORG = Namespace("http://www.w3.org/ns/org#")
FOAF = Namespace("http://xmlns.com/foaf/0.1/")
SCHEMA = Namespace("https://schema.org/")
OA = Namespace("http://www.w3.org/ns/oa#")
DCTERMS = Namespace("http://purl.org/dc/terms/")
EDTF = ox.NamedNode("http://id.loc.gov/datatypes/edtf/EDTF")

# What a Turtle file of ours declares, in this order.
PREFIXES: dict[str, str] = {
    "bg": BG,
    "dcterms": DCTERMS,
    "edtf": "http://id.loc.gov/datatypes/edtf/",
    "foaf": FOAF,
    "oa": OA,
    "org": ORG,
    "owl": OWL,
    "prov": PROV,
    "rdf": RDF,
    "rdfs": RDFS,
    "schema": SCHEMA,
    "skos": SKOS,
    "xsd": XSD,
}


def mint(kind: str, *keys: object, words: str = "") -> str:
    """Return the IRI of a thing of a kind: its words, readable, and a hash of its keys.

    The keys are strings, numbers, None, and tuples or frozen dataclasses of them: `ascii()` of them is the same
    on every machine.

    >>> mint("person", "KHM", "Khuong Sreng", words="Khuong Sreng")
    'https://w3id.org/banggiao/person/khuong-sreng-6b3db1a48fe88bd0'
    """
    digest = hashlib.sha256(ascii(keys).encode()).hexdigest()[:16]
    return f"{BASE}{kind}/{'-'.join(filter(None, (slug(words), digest)))}"


@lru_cache(maxsize=REMEMBERED)
def slug(words: str) -> str:
    """Return words as at most 48 letters, digits and hyphens of ASCII, for the eye only.

    >>> slug("B\u1ed9 Ngo\u1ea1i giao")
    'bo-ngoai-giao'
    """
    plain = unicodedata.normalize("NFKD", words.translate(STROKES)).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain)[:48].strip("-")


@lru_cache(maxsize=REMEMBERED)
def article_iri(identifier: str) -> str:
    """Return the IRI of an article, which is that of its named graph too.

    >>> article_iri("2022/tin 1.txt")
    'https://w3id.org/banggiao/article/2022%2Ftin%201.txt'
    """
    return ARTICLE + quote(identifier, safe="")


def article_id(iri: str) -> str:
    """Return the id of the article with an IRI: the inverse of `article_iri`."""
    return unquote(iri.removeprefix(ARTICLE))


def claim_iri(article: str, fact: Fact | Person, evidence: tuple[Evidence, ...]) -> str:
    """Return the IRI of a claim of an article (its id): a repeat gives the same."""
    return mint("claim", article, fact, evidence)


@lru_cache(maxsize=REMEMBERED)
def told_iri(article: str, fact: Fact | Person) -> str:
    """Return the IRI of a fact or person as an article tells it, before any merge."""
    return mint("told", article, fact, words=fact.name if isinstance(fact, Person) else type(fact).__name__)


@lru_cache(maxsize=REMEMBERED)
def evidence_iri(article: str, evidence: Evidence) -> str:
    """Return the IRI of a sentence of an article (its id)."""
    return mint("evidence", article, evidence)


def silence_iri(article: str, silence: Silence) -> str:
    """Return the IRI of a sentence of an article (its id) that told no fact."""
    return mint("silence", article, silence)


@lru_cache(maxsize=REMEMBERED)
def place_iri(place: Polity | Body | Place) -> str:
    """Return the IRI of a polity, body or place: its concept's, where its name is a notation of the vocabulary.

    No two names share an IRI, so that what is written can be read back.

    >>> place_iri(Body("Hội Hữu nghị"))
    'https://w3id.org/banggiao/body/hoi-huu-nghi-438d83344a162666'
    """
    concept = load().find("organisations" if isinstance(place, Body) else "polities", place.name)
    if concept:
        return concept.iri
    return mint(type(place).__name__.lower(), place.name, words=place.name)


def concept_iri(scheme: str, notation: str) -> str:
    """Return the IRI of a value of a closed list; raises DataError where the list does not have it."""
    concept = load().find(scheme, notation)
    if concept is None:
        known = ", ".join(c.notation for c in load().concepts(scheme))
        raise DataError(f"ontology/schemes/{scheme}.ttl", f"there is no {notation!r}", f"use one of {known}, or add it")
    return concept.iri


def reading_iri() -> str:
    """Return the IRI of the activity of reading with this version."""
    return f"{BASE}reading/{VERSION}"
