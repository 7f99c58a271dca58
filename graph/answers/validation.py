"""What breaks the shapes of `ontology/shapes.ttl`, said in plain words.

The default graph is copied into a plain rdflib graph first: over oxrdflib, pyshacl would take every
string for a violation, because it comes back as `xsd:string`.
"""

import functools
from typing import TYPE_CHECKING

import pyoxigraph as ox
from pyshacl import validate as check
from rdflib import RDF, Graph
from rdflib.namespace import FOAF, RDFS, SH, SKOS
from rdflib.term import Literal, Node

from ontology.errors import DataError
from ontology.terms import BASE
from ontology.vocabulary import FOLDER

if TYPE_CHECKING:
    from graph.store import GraphStore

SHAPES = FOLDER.parent / "shapes.ttl"
EVERYTHING = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"


def validate(store: "GraphStore", language: str = "en") -> list[str]:
    """Return a sentence for each thing in the default graph that breaks a shape; none if all is well."""
    found = store.query(EVERYTHING)
    if not isinstance(found, ox.QueryTriples):
        raise TypeError(found)
    return violations(ox.serialize(found, format=ox.RdfFormat.N_TRIPLES) or b"", language)


def violations(triples: bytes, language: str = "en") -> list[str]:
    """Return a sentence for each violation in N-Triples: which thing, what is wrong, how to mend it.

    >>> a = b"<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
    >>> print(*violations(b"<x:y> " + a + b" <http://xmlns.com/foaf/0.1/Person> ."))
    x:y: must have exactly one name that is not empty: mend foaf:name.
    """
    data = Graph().parse(data=triples, format="nt")
    _, report, text = check(data, shacl_graph=shapes(), inference="none")
    if not isinstance(report, Graph):
        raise DataError(str(SHAPES), f"pyshacl cannot use it: {text}", "mend the shapes")
    results = report.subjects(RDF.type, SH.ValidationResult)
    return sorted({sentence(data, report, result, language) for result in results})


@functools.cache
def shapes() -> Graph:
    """Return the shapes."""
    return Graph().parse(SHAPES)


def sentence(data: Graph, report: Graph, result: Node, language: str) -> str:
    """Return one violation as a sentence."""
    focus, found = report.value(result, SH.focusNode), report.value(result, SH.value)
    messages = {one.language: str(one) for one in report.objects(result, SH.resultMessage) if isinstance(one, Literal)}
    said = messages.get(language) or min(messages.values())
    value = f" (found: {shown(found)})" if found is not None and found != focus else ""
    return f"{thing(data, focus, language)}: {said}{value}"


def thing(data: Graph, node: Node | None, language: str) -> str:
    """Return the local name of a node, with its label where it has one."""
    names = [name for path in (FOAF.name, SKOS.prefLabel, RDFS.label) for name in data.objects(node, path)]
    ordered = sorted(names, key=lambda name: (getattr(name, "language", None) not in (None, language), str(name)))
    return shown(node) + (f" ({ordered[0]})" if ordered else "")


def shown(node: object) -> str:
    """Return a term for the reader: an IRI of ours by its local name, a long literal cut."""
    text = str(node).removeprefix(BASE)
    return text if len(text) <= 100 else text[:99] + "…"
