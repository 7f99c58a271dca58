"""The merged graph as Python values: what the store hands to flat tables, explanations and the page."""

from dataclasses import dataclass
from typing import TypeAlias

from ontology.dates import Date
from ontology.facts import Article, Evidence, Fact, Person

Feature: TypeAlias = str | int | Date | None  # what tells two facts of one block apart


@dataclass(frozen=True, slots=True)
class Telling:
    """One claim of one article: what it says in its own words, and where."""

    article: str
    claim: str
    fact: Fact | Person
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Node:
    """A person, polity or body: one IRI for all its spellings.

    `kind` is one of person, country, city, province, bloc, party, body; `country` an ISO code or
    None; `also` every other spelling met, sorted; `tellings` are the person claims (none for others).
    """

    iri: str
    kind: str
    name: str
    also: tuple[str, ...] = ()
    country: str | None = None
    tellings: tuple[Telling, ...] = ()


@dataclass(frozen=True, slots=True)
class Derived:
    """What follows for a slot of a fact and nobody tells: the first and the last day that it can be ("" where unknown).

    `rests` are the IRIs of what it rests on: claims, articles, and offices of the authority file, sorted.
    """

    slot: str
    first: str
    last: str
    rests: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MergedFact:
    """One fact with the preferred value of each slot, and all that tell it.

    In `fact` each person is the canonical one. `nodes` says which node stands in which slot:
    `(("a", iri), ("b", iri))`, `(("party", iri), ("party", iri))`, sorted. `choices` are facts that it may be
    one with, where it is told too vaguely to know which; `derived` what follows and is not told.
    """

    iri: str
    kind: str
    fact: Fact
    nodes: tuple[tuple[str, str], ...]
    tellings: tuple[Telling, ...]
    choices: tuple[str, ...] = ()
    derived: tuple[Derived, ...] = ()


@dataclass(frozen=True, slots=True)
class Tie:
    """Two capitals, parties or countries that a fact ties because leaders stand for them.

    `kind` is capitals, parties or countries; `a` and `b` are node IRIs, a < b; `facts` the IRIs of
    the meetings, visits and delegations that it is derived from, sorted.
    """

    iri: str
    kind: str
    a: str
    b: str
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MergedGraph:
    """Everything in a store, merged; each tuple is sorted by IRI (articles by id)."""

    articles: tuple[Article, ...]
    nodes: tuple[Node, ...]
    facts: tuple[MergedFact, ...]
    ties: tuple[Tie, ...]
