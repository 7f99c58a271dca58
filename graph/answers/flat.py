"""Facts as flat records, for tables and for scoring.

One record for each fact and article, in that article's own words; only `iri` is the merged node.
`merged` gives one record for each merged fact instead, with the preferred values and all evidence.

`start` and `end` are where the quote stands in the article's text; those of a visit are its dates,
so each record says where its quote stands in `quote_start` and `quote_end` too.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import fields
from typing import Any, Protocol

from graph.facts.preferred import Way, preferred
from graph.model import MergedFact, MergedGraph, Node, Telling
from graph.parts import people_of
from ontology import names
from ontology.dates import Date
from ontology.facts import KINDS, Article, Body, Evidence, Person, Place, Polity

Record = dict[str, Any]


class Merged(Protocol):
    """What holds a merged graph: a store."""

    def merged(self) -> MergedGraph:
        """Return the merged graph."""


def records(store: Merged, *, merged: bool = False) -> Iterator[Record]:
    """Yield the records of a store: by article, people before facts; or those of the merged facts."""
    graph = store.merged()
    return merged_records(graph) if merged else Told(graph).records()


class Told:
    """The merged graph turned back to its articles."""

    def __init__(self, graph: MergedGraph) -> None:
        """Group tellings by article."""
        self.articles: dict[str, Article] = {article.id: article for article in graph.articles}
        self.people: dict[str, dict[str, list[Telling]]] = defaultdict(dict)
        self.iris: dict[tuple[str, Person], str] = {}
        self.facts: dict[str, list[tuple[MergedFact, list[Telling]]]] = defaultdict(list)
        for node in graph.nodes:
            for article, own in by_article(node.tellings).items():
                self.people[article][node.iri] = own
                self.iris |= {(article, t.fact): node.iri for t in own if isinstance(t.fact, Person)}
        for merged in graph.facts:
            for article, own in by_article(merged.tellings).items():
                self.facts[article].append((merged, own))

    def records(self) -> Iterator[Record]:
        """Yield the records of each article, in text order."""
        for article in sorted(self.articles):
            found = sorted(self.facts[article], key=lambda pair: (start(pair[1]), pair[0].iri))
            standing = {self.iris[article, p] for _, own in found for t in own for p in people_of(t.fact)}
            persons = [(iri, self.people[article][iri]) for iri in sorted(standing)]
            for iri, own in sorted(persons, key=lambda pair: (start(pair[1]), pair[0])):
                yield {"fact": "person", "article": article, "iri": iri, **self.person(own)}
            for merged, own in found:
                yield {"fact": merged.kind, "article": article, **self.fact(article, merged, own), "iri": merged.iri}

    def person(self, own: list[Telling]) -> Record:
        """Return a person as one article names them: the fullest name, and its others."""
        name = self.name(own)
        told = [t.fact for t in own if isinstance(t.fact, Person)]
        also = [spelling for person in told for spelling in (person.name, *person.also) if spelling != name]
        country = next((person.country for person in told if person.country), None)
        return {"name": name, "also": list(dict.fromkeys(also)), "country": country, **proof(own)}

    def name(self, own: list[Telling]) -> str:
        """Return the fullest name that an article gives a person."""
        return max((t.fact.name for t in own if isinstance(t.fact, Person)), key=lambda name: len(names.words(name)))

    def fact(self, article: str, merged: MergedFact, own: list[Telling]) -> Record:
        """Return a fact as one article tells it; where it tells it twice, the preferred of its values."""
        record: Record = {}
        for f in fields(KINDS[merged.kind]):
            value = getattr(own[0].fact, f.name)
            if isinstance(value, Person):
                record[f.name] = self.name(self.people[article][self.iris[article, value]])
            else:
                ways = [Way({f.name: getattr(telling.fact, f.name)}) for telling in own]
                record[f.name] = plain(value if len(own) == 1 else preferred(f.name, ways))
        return record | {name: value for name, value in proof(own).items() if name not in record}


def merged_records(graph: MergedGraph) -> Iterator[Record]:
    """Yield one record for each person and each merged fact."""
    for node in graph.nodes:
        if node.kind == "person":
            yield {"fact": "person", "iri": node.iri, **of_node(node), **evidence(node.tellings)}
    for merged in graph.facts:
        values = {f.name: plain(getattr(merged.fact, f.name)) for f in fields(merged.fact)}
        yield {"fact": merged.kind, "iri": merged.iri, **values, **evidence(merged.tellings)}


def of_node(node: Node) -> Record:
    """Return what is known of a person."""
    return {"name": node.name, "also": list(node.also), "country": node.country}


def plain(value: object) -> object:
    """Return a value of a slot as JSON can hold it.

    >>> plain((Polity("VNM"), Polity("KHM"))), plain(Date("2022-04")), plain(None), plain(55)
    (['VNM', 'KHM'], '2022-04', None, 55)
    """
    if isinstance(value, Person | Polity | Body | Place):
        return value.name
    if isinstance(value, tuple):
        return [plain(one) for one in value]
    return str(value) if isinstance(value, Date) else value


def proof(own: list[Telling]) -> Record:
    """Return the first sentence that states something."""
    first = next((e for t in own for e in t.evidence), Evidence("", 0, 0))
    where = {"start": first.start, "end": first.end}
    return {"quote": first.quote, **{f"quote_{name}": at for name, at in where.items()}, **where}


def evidence(tellings: Iterable[Telling]) -> Record:
    """Return the articles that tell something and all its sentences."""
    told = list(tellings)
    found = [{"article": t.article, "quote": e.quote, "start": e.start, "end": e.end} for t in told for e in t.evidence]
    return {"articles": sorted({t.article for t in told}), "evidence": found}


def by_article(tellings: Iterable[Telling]) -> dict[str, list[Telling]]:
    """Group tellings by article, in text order."""
    found: dict[str, list[Telling]] = defaultdict(list)
    for telling in tellings:
        found[telling.article].append(telling)
    return {article: sorted(own, key=lambda t: (start([t]), t.claim)) for article, own in found.items()}


def start(own: list[Telling]) -> int:
    """Return where tellings begin in their article."""
    return min((e.start for t in own for e in t.evidence[:1]), default=0)
