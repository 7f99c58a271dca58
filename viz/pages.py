"""The sentences of the articles in blocks, each packed on its own: the page unpacks the ones that are read."""

from collections import defaultdict
from typing import Any

from graph.model import MergedFact, MergedGraph
from ontology.facts import Article, Evidence
from viz.columns import disagreements
from viz.pack import packed
from viz.words import Dates, Words

BLOCK = 150_000  # letters of a block before it is packed: 10 ms to unpack

Quotes = dict[str, list[Evidence]]


def quotes(facts: list[MergedFact]) -> Quotes:
    """Return each article's sentences once, in the order in which they stand there."""
    found: dict[str, set[tuple[int, int, str]]] = defaultdict(set)
    for fact in facts:
        for telling in fact.tellings:
            found[telling.article].update((e.start, e.end, e.quote) for e in telling.evidence)
    return {article: [Evidence(q, s, e) for s, e, q in sorted(all_)] for article, all_ in found.items()}


def told_in(graph: MergedGraph, found: Quotes) -> list[Article]:
    """Return the articles that tell a fact, by id."""
    known = {article.id: article for article in graph.articles}
    return [known.get(name) or Article(name, "") for name in sorted(found)]


def blocks(articles: list[Article], found: Quotes) -> tuple[list[int], list[str]]:
    """Return the number of the first article of each block, and the blocks, packed."""
    starts: list[int] = []
    rows: list[list[list[Any]]] = []
    size = BLOCK
    for n, article in enumerate(articles):
        if size >= BLOCK:
            starts.append(n)
            rows.append([])
            size = 0
        texts = [evidence.quote for evidence in found[article.id]]
        rows[-1].append([*heading(article), texts])
        size += sum(map(len, texts)) + 100
    return starts, [packed(block) for block in rows]


def heading(article: Article) -> list[str | None]:
    """Return what a reader wants to know of an article: id, title, date, address, paper."""
    published = article.published.edtf if article.published else None
    return [article.id, article.title, published, article.url, article.source]


def telling_columns(
    facts: list[MergedFact], articles: list[Article], found: Quotes, words: Words, dates: Dates
) -> dict[str, list[Any]]:
    """Return for each fact how many articles tell it; for each telling its article and sentences.

    An article is told as how far it lies from the one before, which compresses well.
    """
    number = {article.id: n for n, article in enumerate(articles)}
    place = {name: {(e.start, e.end): n for n, e in enumerate(all_)} for name, all_ in found.items()}
    columns: dict[str, list[Any]] = {"count": [], "article": [], "quotes": [], "quote": [], "differs": []}
    last = 0
    for fact in facts:
        columns["count"].append(len(fact.tellings))
        for telling in fact.tellings:
            if apart := list(disagreements(fact.kind, fact.fact, telling.fact, words, dates)):  # type: ignore[arg-type]
                columns["differs"].append([len(columns["article"]), apart])
            columns["article"].append(number[telling.article] - last)
            last = number[telling.article]
            columns["quotes"].append(len(telling.evidence))
            columns["quote"] += [place[telling.article][e.start, e.end] for e in telling.evidence]
    return columns
