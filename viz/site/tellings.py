"""The sentences behind some facts and the articles in which they stand, read from the merged graph alone."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from graph.answers.asked import Asked, rows
from graph.answers.lookup import values
from graph.model import MergedFact, Telling
from ontology.dates import Date
from ontology.facts import Article, Evidence
from ontology.terms import BG, article_iri

KINDS = "bg:Office bg:Meeting bg:Visit bg:Delegation bg:Agreement bg:Anniversary bg:Relation"
STANDS = "VALUES ?kind {{ {kinds} }} ?fact {link} {node} ; a ?kind ."
COUNT = "SELECT (COUNT(DISTINCT ?fact) AS ?n) {{ {stands} }}"
NEWEST = (
    "SELECT ?fact (MAX(?day) AS ?newest) (MAX(?kind = bg:Office) AS ?post)"
    " {{ {stands} OPTIONAL {{ ?fact bg:earliest ?day }} }}"
    " GROUP BY ?fact ORDER BY DESC(?post) DESC(?newest) ?fact LIMIT {limit} OFFSET {offset}"
)
SENTENCES = (
    "SELECT ?fact ?article ?quote ?start ?end {{ VALUES ?fact {{ {facts} }} ?fact bg:evidence ?sentence ."
    " ?sentence oa:hasSource/schema:identifier ?article ; oa:hasSelector ?exact , ?place ."
    " ?exact oa:exact ?quote . ?place oa:start ?start ; oa:end ?end }} ORDER BY ?article ?start ?end"
)
ARTICLES = (
    "SELECT * {{ VALUES ?it {{ {articles} }} ?it schema:identifier ?id OPTIONAL {{ ?it schema:headline ?title }}"
    " OPTIONAL {{ ?it schema:datePublished ?published }} OPTIONAL {{ ?it schema:url ?url }}"
    " OPTIONAL {{ ?it dcterms:source ?source }} }}"
)


def count(store: Asked, iri: str, link: str = "?link") -> int:
    """Return in how many facts a thing stands, by any link or one."""
    (row,) = rows(store, COUNT.format(stands=stands(iri, link)))
    return int(row["n"])


def newest(store: Asked, iri: str, limit: int, offset: int, link: str = "?link") -> list[str]:
    """Return the facts in which a thing stands: posts, then what happened, the newest first."""
    asked = NEWEST.format(stands=stands(iri, link), limit=limit, offset=offset)
    return [row["fact"] for row in rows(store, asked) if "fact" in row]


def stands(iri: str, link: str) -> str:
    """Return the pattern of the facts in which a thing stands."""
    return STANDS.format(kinds=KINDS, node=values([iri]), link=link)


def of_facts(store: Asked, facts: Iterable[MergedFact]) -> dict[str, list[Telling]]:
    """Return who tells each of some facts, by IRI: one telling for each article, with its sentences."""
    held = {fact.iri: fact for fact in facts}
    found: dict[tuple[str, str], list[Evidence]] = defaultdict(list)
    for row in rows(store, SENTENCES.format(facts=values(held))):
        found[row["fact"], row["article"]].append(Evidence(row["quote"], int(row["start"]), int(row["end"])))
    told: dict[str, list[Telling]] = defaultdict(list)
    for (iri, article), evidence in found.items():
        told[iri].append(Telling(article, BG.claim.value, held[iri].fact, tuple(evidence)))
    return told


def articles(store: Asked, ids: Iterable[str]) -> Iterator[Article]:
    """Yield what is known of articles, by their ids."""
    for row in rows(store, ARTICLES.format(articles=values(article_iri(one) for one in sorted(set(ids))))):
        published = Date(row["published"]) if "published" in row else None
        yield Article(row["id"], "", row.get("title"), published, row.get("url"), row.get("source"))
