"""Which facts are one fact: the merged graph as a function of the set of readings.

Neither the order of the readings nor how they came in batches can be seen in the result.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import fields, replace
from typing import Any

from graph import hints, keys, sides
from graph.judgements import Judgement
from graph.mentions import resolution, tellings_of
from graph.model import MergedFact, MergedGraph, Node, Telling, Tie
from graph.partition import Cluster, Told, partition
from graph.parts import side_nodes, sides_of
from graph.preferred import preferred
from graph.ties import ties
from ontology.facts import KINDS, Article, Delegation, Person, Reading, Side, Visit
from ontology.terms import mint
from ontology.vocabulary import load

# Meetings tell visits from each other, and visits delegations: each kind after those that it leans on.
ORDER = ("office", "meeting", "visit", "delegation", "agreement", "anniversary", "relation")


def merge(readings: Iterable[Reading], judged: Sequence[Judgement] = ()) -> MergedGraph:
    """Return the merged graph of all that articles say, with what people have judged of names."""
    return Merger(readings, judged).graph()


class Merger:
    """Readings on the way to one graph."""

    def __init__(self, readings: Iterable[Reading], judged: Sequence[Judgement] = ()) -> None:
        """Sort what is told by article, and find out who is who."""
        by_id = {reading.article.id: reading for reading in readings}
        self.articles: dict[str, Article] = {key: by_id[key].article for key in sorted(by_id)}
        self.tellings = tellings_of(by_id.values())
        self.people = resolution(self.tellings, self.articles, judged)
        self.persons = {node.iri: Person(node.name, node.also, node.country) for node in self.people.nodes}
        self.kinds: dict[str, list[Telling]] = defaultdict(list)
        names = {kind: name for name, kind in KINDS.items()}
        for telling in self.tellings:
            if not isinstance(telling.fact, Person):
                self.kinds[names[type(telling.fact)]].append(telling)

    def graph(self) -> MergedGraph:
        """Merge kind by kind, then tie those for whom people stand."""
        found: dict[str, list[MergedFact]] = {}
        for kind in ORDER:
            found[kind] = self.facts(kind, found)
        facts = sorted((fact for merged in found.values() for fact in merged), key=lambda fact: fact.iri)
        bound = ties(facts, self.tellings, self.people)
        nodes = {node.iri: node for node in (*tied(bound), *self.people.nodes, *self.sides())}
        articles = tuple(replace(a, text=a.text if a.keep else "") for a in self.articles.values())
        return MergedGraph(articles, tuple(nodes[iri] for iri in sorted(nodes)), tuple(facts), bound)

    def facts(self, kind: str, found: dict[str, list[MergedFact]]) -> list[MergedFact]:
        """Merge the facts of one kind, block by block; `found` are those of the kinds before."""
        blocks: dict[keys.Block, list[Told]] = defaultdict(list)
        for telling, key in self.keyed(kind, found):
            published = self.articles[telling.article].published
            blocks[key.block].append(Told(telling, key.features, key.anchored, key.dated, key.when, published))
        return [self.fact(kind, block, cluster) for block in sorted(blocks) for cluster in partition(blocks[block])]

    def keyed(self, kind: str, found: dict[str, list[MergedFact]]) -> list[hints.Keyed]:
        """Return the tellings of a kind with their keys, and what hints add to these."""
        plain = [(telling, self.key(telling)) for telling in self.kinds[kind]]
        if kind == "agreement":
            return hints.same_names(plain)
        if kind == "delegation":
            visits = hints.by_article(found["visit"])
            return [(telling, self.key(telling, visits[telling.article])) for telling in self.kinds[kind]]
        if kind == "visit":
            told = hints.by_article(found["meeting"])
            for telling in self.kinds[kind]:
                if isinstance(telling.fact, Visit):
                    told[telling.article].append((telling.fact, None))
            return hints.same_visits(plain, lambda telling: meeting_of(telling, told[telling.article]))
        return plain

    def key(self, telling: Telling, visits: Sequence[hints.Known] = ()) -> keys.Key:
        """Return the key of a telling; a delegation has that of its visit in it."""
        fact = telling.fact
        if isinstance(fact, Person):
            raise TypeError(fact)
        visit = hints.visit_of(fact, visits) if isinstance(fact, Delegation) else None
        return keys.key(fact, lambda person: self.people.iris[telling.article, person], visit)

    def fact(self, kind: str, block: keys.Block, cluster: Cluster) -> MergedFact:
        """Make the one fact of a cluster."""
        tellings = tuple(told.telling for told in sorted(cluster.tellings, key=Told.order))
        who = self.who(tellings[0])
        values: dict[str, Any] = {
            f.name: self.persons[who[f.name]] if f.name in who else preferred(f.name, tellings, self.articles)
            for f in fields(KINDS[kind])
        }
        fact = KINDS[kind](**values)
        iri = mint(kind, block, cluster.features, cluster.place, words=keys.words(block, cluster.features))
        return MergedFact(iri, kind, fact, tuple(sorted({*who.items(), *side_nodes(fact)})), tellings)

    def who(self, telling: Telling) -> dict[str, str]:
        """Return which person stands in which slot; the two of a meeting are sorted."""
        found = {
            f.name: self.people.iris[telling.article, value]
            for f in fields(telling.fact)
            if isinstance(value := getattr(telling.fact, f.name), Person)
        }
        return dict(zip(("a", "b"), sorted(found.values()), strict=True)) if set(found) == {"a", "b"} else found

    def sides(self) -> list[Node]:
        """Return a node for each polity and body that stands in a fact."""
        met: dict[str, tuple[Side, set[str]]] = {}
        for telling in self.tellings:
            for side in sides_of(telling.fact):
                met.setdefault(sides.iri(side), (side, set()))[1].add(side.name)
        return [sides.node(side, also) for _, (side, also) in sorted(met.items())]


def meeting_of(telling: Telling, told: Sequence[hints.Known]) -> hints.Sign | None:
    """Return the meeting that a visit is known by."""
    return hints.meeting_of(telling.fact, told) if isinstance(telling.fact, Visit) else None


def tied(found: Iterable[Tie]) -> list[Node]:
    """Return a node for each end of a tie that no fact names but by a label in a title."""
    concepts = {iri: load().by_iri(iri) for tie in found for iri in (tie.a, tie.b)}
    return [sides.of_concept(concept, set()) for concept in concepts.values() if concept]
