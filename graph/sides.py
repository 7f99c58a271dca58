"""Which spellings are one polity or body: the vocabulary's labels decide, else the name as written."""

from functools import cache, lru_cache

from graph.model import Node
from ontology import names
from ontology.facts import Body, Place, Polity, Side
from ontology.terms import mint
from ontology.vocabulary import Concept, load

KINDS = {
    "Country": "country",
    "FormerCountry": "country",
    "City": "city",
    "Province": "province",
    "Region": "province",
    "Bloc": "bloc",
    "Party": "party",
}
RANK = {"City": 0, "Country": 1, "Bloc": 2, "FormerCountry": 3, "Province": 4, "Region": 5}


@lru_cache(maxsize=1 << 16)
def concept(side: Side | Place) -> Concept | None:
    """Return the concept that a polity, body or place names, under whichever label."""
    schemes = ("organisations", "polities") if isinstance(side, Body) else ("polities", "organisations")
    key = names.phrase(side.name)
    for scheme in schemes if not isinstance(side, Place) else ("polities",):
        found = load().find(scheme, side.name) or labels(scheme).get(key)
        if found:
            return found
    return None


@cache
def labels(scheme: str) -> dict[str, Concept]:
    """Return a scheme's concepts by label; preferred labels go before others, cities before provinces."""
    found: dict[str, Concept] = {}
    ordered = sorted(load().concepts(scheme), key=lambda c: (RANK.get(c.kind, 9), c.notation))
    for preferred in (True, False):
        for one in ordered:
            for language, label in one.labels:
                if ((language, label) in one.pref) is preferred:
                    found.setdefault(names.phrase(label), one)
    return found


@lru_cache(maxsize=1 << 16)
def iri(side: Side) -> str:
    """Return the IRI of the node that a side is."""
    known = concept(side)
    if known:
        return known.iri
    kind = "body" if isinstance(side, Body) else "polity"
    return mint(kind, names.phrase(side.name), words=side.name)


def canonical(side: Side) -> Side:
    """Return a side by the notation of its concept, or as it is."""
    known = concept(side)
    if known is None:
        return side
    return Polity(known.notation) if known.scheme == "polities" else Body(known.notation)


def node(side: Side, also: set[str]) -> Node:
    """Return the node of a side; `also` are the spellings met."""
    known = concept(side)
    if known is None:
        kind = "body" if isinstance(side, Body) else "city"
        return Node(iri(side), kind, min(also | {side.name}), tuple(sorted(also))[1:])
    return of_concept(known, also)


def of_concept(known: Concept, also: set[str]) -> Node:
    """Return the node of a concept; `also` are the spellings met."""
    name = known.label("vi")
    spellings = tuple(sorted(also - {name, known.notation}))
    return Node(known.iri, KINDS.get(known.kind, "body"), name, spellings, country(known))


def country(known: Concept) -> str | None:
    """Return the ISO code of the country that a concept is, or belongs to."""
    return known.notation if KINDS.get(known.kind) == "country" else known.get("country")
