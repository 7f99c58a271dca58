"""Proof that every quote stands in its article where the graph says."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.model import MergedGraph, Telling
from ontology.facts import Article, Evidence

if TYPE_CHECKING:
    from graph.store import GraphStore


@dataclass(frozen=True, slots=True)
class Failure:
    """What does not stand: the article, the merged node that rests on it ("" for a whole article), and why."""

    article: str
    iri: str
    why: str

    def __str__(self) -> str:
        """Say it in one sentence."""
        return f"{self.article}: {self.iri + ': ' if self.iri else ''}{self.why}"


def verify(store: "GraphStore", articles: Iterable[Article]) -> list[Failure]:
    """Compare every quote of some articles with their texts; return what fails, in order.

    Exactly those facts and people fail whose quote does not stand. Articles of the store that are not
    given are not compared; given ones that it does not hold fail.
    """
    graph = store.merged()
    held = {article.id: article for article in graph.articles}
    tellings = by_article(graph)
    return [f for article in sorted(articles, key=lambda a: a.id) for f in failures(article, held, tellings)]


def failures(
    article: Article, held: dict[str, Article], tellings: dict[str, list[tuple[str, Telling]]]
) -> Iterator[Failure]:
    """Yield what fails of one article."""
    if article.id not in held:
        yield Failure(article.id, "", "the graph has not read it; build it")
        return
    for iri, telling in tellings.get(article.id, []):
        for evidence in telling.evidence:
            if article.text[evidence.start : evidence.end] != evidence.quote:
                yield Failure(article.id, iri, why(article, evidence, held[article.id].digest))


def why(article: Article, evidence: Evidence, digest: str) -> str:
    """Say how a quote fails: gone, or standing elsewhere; and whether the text is the one that was read."""
    now = hashlib.sha256(article.text.encode(errors="surrogatepass")).hexdigest()
    changed = "" if digest in ("", now) else "; its text has changed since it was read, build it again"
    short = " ".join(evidence.quote.split())[:60]
    place = article.text.find(evidence.quote)
    if place < 0 or not evidence.quote:
        return f"the article does not say “{short}…” at {evidence.start}{changed}"
    return f"“{short}…” stands at {place}, not at {evidence.start}{changed}"


def by_article(graph: MergedGraph) -> dict[str, list[tuple[str, Telling]]]:
    """Return the tellings of each article with the node that they tell, sorted."""
    found: dict[str, list[tuple[str, Telling]]] = {}
    told = [(node.iri, node.tellings) for node in graph.nodes] + [(fact.iri, fact.tellings) for fact in graph.facts]
    for iri, tellings in told:
        for telling in tellings:
            found.setdefault(telling.article, []).append((iri, telling))
    return {article: sorted(own, key=lambda pair: (pair[0], pair[1].claim)) for article, own in found.items()}
