"""What stands in a fact: its people, its polities and bodies."""

from dataclasses import fields

from graph import sides
from ontology.facts import Body, Fact, Person, Polity, Side


def people_of(fact: Fact | Person) -> list[Person]:
    """Return the persons who stand in a fact."""
    return [value for f in fields(fact) if isinstance(value := getattr(fact, f.name), Person)]


def sides_of(fact: Fact | Person) -> list[Side]:
    """Return the polities and bodies that stand in a fact; a code of a country is a polity too.

    >>> sides_of(Person("Hun Sen", country="KHM"))
    [Polity(name='KHM')]
    """
    found: list[Side] = []
    for f in fields(fact):
        value = getattr(fact, f.name)
        found += [side for side in (value if isinstance(value, tuple) else (value,)) if isinstance(side, Polity | Body)]
        if f.name == "country" and value:
            found.append(Polity(value))
    return found


def side_nodes(fact: Fact) -> list[tuple[str, str]]:
    """Return (slot, IRI) of each polity and body of a fact; parties stand in the slot "party"."""
    found: list[tuple[str, str]] = []
    for f in fields(fact):
        value = getattr(fact, f.name)
        if isinstance(value, Polity | Body):
            found.append((f.name, sides.iri(value)))
        elif f.name == "parties":
            found += [("party", sides.iri(side)) for side in value]
    return found
