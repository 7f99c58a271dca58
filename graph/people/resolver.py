"""Which names are one person: a function of the set of mentions, whatever their order.

Two mentions are one person when the name is the same (marks compared, tone placement aside) and so
is the country, unless something says otherwise (graph/people/personas.py). Other names are joined by
the rules of graph/people/rules.py. What people have judged goes first.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.model import Node
from graph.people.candidates import Candidates, Reason
from graph.people.judgements import Judgement
from graph.people.rules import RULES
from graph.people.spellings import Mention, common, fullest
from graph.people.unions import Key
from ontology import authority, names
from ontology.facts import Person
from ontology.terms import mint


@dataclass(frozen=True, slots=True)
class Resolution:
    """The people, which of them each mention is, and why their spellings are together."""

    nodes: tuple[Node, ...]
    iris: dict[tuple[str, Person], str]
    reasons: dict[str, tuple[Reason, ...]]


class Resolver(Candidates):
    """All mentions on the way to people."""

    def resolve(self) -> Resolution:
        """Join the keys and name the people."""
        for rule in RULES:
            rule(self)
        return self.people()

    def people(self) -> Resolution:
        """Make a node of each cluster."""
        clusters: dict[Key, list[Key]] = defaultdict(list)
        for key in self.keys:
            clusters[self.unions.find(key)].append(key)
        nodes: list[Node] = []
        iris: dict[tuple[str, Person], str] = {}
        reasons: dict[str, set[Reason]] = defaultdict(set)
        homes: dict[Key, str] = {}
        for root, those in clusters.items():
            cluster = [mention for key in those for mention in self.members[key]]
            person = node(self.iri(those), cluster)
            nodes.append(person)
            iris |= {m.key(): person.iri for m in cluster}
            homes[root] = person.iri
        for reason, key in self.reasons:
            reasons[homes[self.unions.find(key)]].add(reason)
        kept = {iri: tuple(sorted(those)) for iri, those in reasons.items()}
        return Resolution(tuple(sorted(nodes, key=lambda one: one.iri)), iris, kept)

    def order(self, key: Key) -> tuple[bool, int, bool, Key]:
        """Return what keys are sorted by: a country first, then a full name, then one that is known in that country."""
        known = key[:2] in authority.people().proved
        return not key[1], -len(names.words(self.spelt[key])), not known, key

    def iri(self, those: list[Key]) -> str:
        """Name a person by the key of the fullest name with a country; how often or where it is told does not count."""
        fullest = min(those, key=self.order)
        return mint("person", *fullest, words=self.spelt[fullest])


def resolve(mentions: Iterable[Mention], judged: Sequence[Judgement] = ()) -> Resolution:
    """Return the people of all mentions."""
    return Resolver(mentions, judged).resolve()


def node(iri: str, cluster: list[Mention]) -> Node:
    """Make the node of a person."""
    name = fullest(Counter(m.person.name for m in cluster))
    country = common(Counter(m.person.country for m in cluster if m.person.country))
    spellings = {s for m in cluster for s in (m.person.name, *m.person.also)} - {name}
    tellings = sorted((m.telling for m in cluster), key=lambda t: (t.article, t.claim))
    return Node(iri, "person", name, tuple(sorted(spellings)), country, tuple(tellings))
