"""Which property of the ontology carries which field of a fact: one table for writing and for reading back."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

import pyoxigraph as ox

from ontology.facts import Agreement, Anniversary, Delegation, Fact, Meeting, Office, Relation, Visit
from ontology.terms import BG, ORG, SCHEMA

# What a value is: `code` is a country's code, `concept` a notation of a scheme, `concepts` a sorted tuple of them,
# `sides` a tuple of polities and bodies.
Kind: TypeAlias = Literal["person", "side", "sides", "place", "code", "concept", "concepts", "text", "number", "date"]
# The kinds of which a slot holds several values.
SEVERAL = ("sides", "concepts")


@dataclass(frozen=True, slots=True)
class Slot:
    """A field of a fact, its property, the kind of its value, and the scheme where it is a concept."""

    name: str
    predicate: ox.NamedNode
    kind: Kind
    scheme: str = ""


SLOTS: dict[type[Fact], tuple[Slot, ...]] = {
    Office: (
        Slot("person", ORG.member, "person"),
        Slot("title", BG.term("title"), "text"),
        Slot("of", ORG.organization, "side"),
        Slot("country", BG.country, "code"),
    ),
    Meeting: (
        Slot("a", BG.participant, "person"),
        Slot("b", BG.participant, "person"),
        Slot("date", BG.date, "date"),
        Slot("place", BG.place, "place"),
        Slot("form", BG.form, "concept", "forms"),
        Slot("status", BG.status, "concept", "statuses"),
        Slot("topics", BG.topic, "concepts", "topics"),
    ),
    Visit: (
        Slot("visitor", BG.visitor, "person"),
        Slot("destination", BG.destination, "side"),
        Slot("origin", BG.origin, "side"),
        Slot("start", BG.start, "date"),
        Slot("end", BG.end, "date"),
        Slot("rank", BG.rank, "concept", "ranks"),
        Slot("status", BG.status, "concept", "statuses"),
    ),
    Delegation: (
        Slot("leader", BG.leader, "person"),
        Slot("origin", BG.origin, "side"),
        Slot("destination", BG.destination, "side"),
    ),
    Agreement: (
        Slot("parties", BG.party, "sides"),
        Slot("kind", BG.kind, "concept", "kinds"),
        Slot("name", SCHEMA.name, "text"),
        Slot("status", BG.status, "concept", "statuses"),
        Slot("date", BG.date, "date"),
        Slot("topics", BG.topic, "concepts", "topics"),
    ),
    Anniversary: (
        Slot("parties", BG.party, "sides"),
        Slot("years", BG.years, "number"),
        Slot("of", BG.occasion, "concept", "occasions"),
        Slot("since", BG.since, "date"),
    ),
    Relation: (
        Slot("parties", BG.party, "sides"),
        Slot("level", BG.level, "concept", "levels"),
        Slot("since", BG.since, "date"),
        Slot("status", BG.status, "concept", "statuses"),
    ),
}

# The class of each kind of fact is named as its Python class is.
CLASSES: dict[ox.NamedNode, type[Fact]] = {BG.term(kind.__name__): kind for kind in SLOTS}
