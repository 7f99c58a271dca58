"""What facts say as JSON text and back: slots without the people in them, people with their spellings, features."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from graph.model import Feature
from ontology.dates import Date
from ontology.facts import KINDS, Body, Fact, Person, Place, Polity, Side
from ontology.slots import SLOTS, Kind

Posts = frozenset[tuple[str, str]]
ENCODER = json.JSONEncoder(ensure_ascii=True, separators=(",", ":"))  # made once: `json.dumps` makes one for each call


def written(value: object) -> str:
    """Write a value as JSON, the same for equal values."""
    return ENCODER.encode(value)


def body(fact: Fact) -> str:
    """Write what a fact says beside its people."""
    return written([plain(getattr(fact, slot.name)) for slot in SLOTS[type(fact)] if slot.kind != "person"])


def plain(value: object) -> object:
    """Return a value of a slot as JSON can hold it.

    >>> plain((Polity("VNM"), Body("ASEAN"))), plain(Date("2022-04"))
    ([['Polity', 'VNM'], ['Body', 'ASEAN']], '2022-04')
    """
    match value:
        case Polity() | Body():
            return [type(value).__name__, value.name]
        case Place():
            return value.name
        case Date():
            return value.edtf
        case tuple():
            return [plain(one) for one in value]
    return value


def side(said: Sequence[str]) -> Side:
    """Return a polity or body."""
    return Body(said[1]) if said[0] == "Body" else Polity(said[1])


def sides(said: Iterable[Sequence[str]]) -> tuple[Side, ...]:
    """Return polities and bodies."""
    return tuple(map(side, said))


READ: dict[Kind, Callable[[Any], Any]] = {"date": Date, "place": Place, "side": side, "sides": sides, "concepts": tuple}


@lru_cache(maxsize=1 << 16)
def slots(kind: str, text: str) -> Mapping[str, Any]:
    """Read what a fact of a kind says beside its people, by slot."""
    those = [slot for slot in SLOTS[KINDS[kind]] if slot.kind != "person"]
    return {slot.name: value(slot.kind, one) for slot, one in zip(those, json.loads(text), strict=True)}


def value(kind: Kind, said: Any) -> Any:  # noqa: ANN401 - what JSON holds, and a slot's value
    """Return the value of a slot of a kind."""
    return READ[kind](said) if said is not None and kind in READ else said


def person(told: Person) -> str:
    """Write a person."""
    return written([told.name, told.also, told.country])


@lru_cache(maxsize=1 << 16)
def read_person(text: str) -> Person:
    """Read a person.

    >>> read_person(person(Person("Hun Sen", ("Hun Xen",), "KHM")))
    Person(name='Hun Sen', also=('Hun Xen',), country='KHM')
    """
    name, also, country = json.loads(text)
    return Person(name, tuple(also), country)


def posts(held: Posts) -> str:
    """Write the posts of a person."""
    return written(sorted(held))


@lru_cache(maxsize=1 << 16)
def read_posts(text: str) -> Posts:
    """Read the posts of a person."""
    return frozenset((title, of) for title, of in json.loads(text))


def features(found: tuple[Feature, ...]) -> str:
    """Write features."""
    return written([{"date": one.edtf} if isinstance(one, Date) else one for one in found])


@lru_cache(maxsize=1 << 16)
def read_features(text: str) -> tuple[Feature, ...]:
    """Read features.

    >>> read_features(features((None, Date("2022-04-27"), "x")))
    (None, Date(edtf='2022-04-27'), 'x')
    """
    return tuple(Date(one["date"]) if isinstance(one, dict) else one for one in json.loads(text))


@lru_cache(maxsize=1 << 16)
def read_numbers(text: str) -> tuple[int | None, ...]:
    """Read numbers of variants; none stands for nobody."""
    return tuple(json.loads(text))


@lru_cache(maxsize=1 << 16)
def read_key(text: str) -> tuple[str, ...]:
    """Read the key of a profile or block."""
    return tuple(json.loads(text))
