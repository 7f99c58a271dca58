"""How the page writes Turtle: class and properties of each kind of fact, from the ontology's own table."""

from typing import Any

from ontology.facts import KINDS
from ontology.slots import SLOTS
from ontology.terms import PREFIXES

ROLES = {"parties": "party"}  # the roles of `MergedFact.nodes` are named as the fields are, save this one


def mapping() -> dict[str, Any]:
    """Return prefixes, and for each kind its class and [slot, property, kind of value].

    >>> mapping()["kinds"]["delegation"]["class"]
    'https://w3id.org/banggiao/ontology#Delegation'
    """
    return {
        "prefixes": PREFIXES,
        "kinds": {
            kind: {
                "class": f"{PREFIXES['bg']}{fact.__name__}",
                "slots": [[ROLES.get(s.name, s.name), s.predicate.value, s.kind] for s in SLOTS[fact]],
            }
            for kind, fact in KINDS.items()
        },
    }
