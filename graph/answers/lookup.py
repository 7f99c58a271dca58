"""What a user means by a word: an IRI, its local name, a code, or a name in any spelling."""

from collections import defaultdict
from collections.abc import Iterable
from difflib import get_close_matches

import pyoxigraph as ox

from graph import sides
from graph.answers.asked import Asked, rows
from ontology import names
from ontology.errors import UsageError
from ontology.facts import Polity
from ontology.terms import BASE
from ontology.vocabulary import load

NAMED = "SELECT ?thing ?name {{ {} ?thing foaf:name|skos:prefLabel|skos:altLabel|skos:notation|bg:iso2 ?name }}"
OF = {"person": "?thing a foaf:Person .", "side": "FILTER NOT EXISTS { ?thing a foaf:Person }", "thing": ""}


def find(store: Asked, text: str, kind: str) -> list[str]:
    """Return the IRIs that a text means, sorted; `kind` is person, side (a polity or body) or thing.

    A name is compared exactly, then without its marks. Raises UsageError where nothing is so called.
    """
    text = text.strip().removeprefix("<").removesuffix(">")
    iris = local(store, text)
    if iris:
        return iris
    if kind != "person":
        concept = sides.concept(Polity(text)) or sides.concept(Polity(text.upper()))
        if concept is None:
            coded = [c for c in load().concepts("polities") if text.upper() in c.all("iso2")]
            concept = coded[0] if coded else None
        if concept and (kind == "side" or known(store, concept.iri)):
            return [concept.iri]
    return named(store, text, kind)


def local(store: Asked, text: str) -> list[str]:
    """Return the node that an IRI, or the part of it after the last slash, means."""
    if "/" in text or ":" in text:
        iri = text if ":" in text else BASE + text.removeprefix("/")
        try:
            return [iri] if known(store, iri) else []
        except ValueError:
            return []
    if not text.replace("-", "").isalnum() or not text.isascii():
        return []
    ending = ox.Literal("/" + text)
    query = f"SELECT DISTINCT ?thing {{ ?thing a ?class FILTER(STRENDS(STR(?thing), {ending})) }}"
    return sorted(row["thing"] for row in rows(store, query)) if names.fold(text) != text or "-" in text else []


def known(store: Asked, iri: str) -> bool:
    """Tell whether the graph says anything of an IRI; raises ValueError where it is none."""
    node = ox.NamedNode(iri)
    return bool(store.query(f"ASK {{ {{ {node} ?property ?value }} UNION {{ ?subject ?link {node} }} }}"))


def named(store: Asked, text: str, kind: str) -> list[str]:
    """Return the nodes with a name: the same one, else the same without marks; raises UsageError."""
    exact: dict[str, set[str]] = defaultdict(set)
    folded: dict[str, set[str]] = defaultdict(set)
    shown: dict[str, str] = {}
    for row in rows(store, NAMED.format(OF[kind])):
        exact[names.exact(row["name"])].add(row["thing"])
        folded[bare(row["name"])].add(row["thing"])
        shown[names.fold(row["name"])] = row["name"]
    found = exact.get(names.exact(text)) or folded.get(bare(text)) or set()
    if not found:
        raise UsageError(repr(text), "nothing in the graph is called so", near(text, shown))
    return sorted(found)


def bare(name: str) -> str:
    """Return a name without marks, hyphens and spaces.

    >>> bare("khuong so reng") == bare("Khuông Sơ-reng")
    True
    """
    return names.fold(name).replace(" ", "")


def near(text: str, shown: dict[str, str]) -> str:
    """Return the mend of an unknown name: names that look or sound like it."""
    heard = [name for name in shown.values() if names.similarity(text, name) >= names.ALIKE]
    alike = [shown[key] for key in get_close_matches(names.fold(text), sorted(shown), n=5, cutoff=0.6)]
    found = list(dict.fromkeys([*sorted(heard), *alike]))[:5]
    return f"did you mean {', '.join(found)}?" if found else "write a name that an article tells, or an IRI"


def values(iris: Iterable[str]) -> str:
    """Return IRIs as the values of a VALUES clause."""
    return " ".join(str(ox.NamedNode(iri)) for iri in iris)
