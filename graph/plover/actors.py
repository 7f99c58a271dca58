"""Who acts in an event, as PLOVER has it: a country's code, who it is, and the posts that the same articles give."""

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from graph import sides
from graph.model import MergedFact, MergedGraph, Node
from graph.plover.codebook import codebook
from ontology.facts import Office
from ontology.vocabulary import Concept, load

Actor = dict[str, Any]

# PLOVER's code for an organisation of states.
INTERGOVERNMENTAL = "IGO"


class Actors:
    """The nodes of a graph as actors."""

    def __init__(self, graph: MergedGraph) -> None:
        """Note the nodes, and who holds which post by which article."""
        self.nodes = {node.iri: node for node in graph.nodes}
        self.posts: dict[tuple[str, str], set[Office]] = defaultdict(set)
        for fact in graph.facts:
            if isinstance(fact.fact, Office):
                holder = dict(fact.nodes).get("person", "")
                for telling in fact.tellings:
                    self.posts[holder, telling.article].add(fact.fact)

    def of(self, fact: MergedFact, *roles: str) -> list[Actor]:
        """Return those who stand in some roles of a fact; who has no country of their own acts for its origin."""
        articles = sorted({telling.article for telling in fact.tellings})
        sent = [self.nodes[iri] for role, iri in fact.nodes if role == "origin" and iri in self.nodes]
        standing = [self.nodes[iri] for role, iri in fact.nodes if role in roles and iri in self.nodes]
        return [self.actor(node, articles, sent if "visitor" in roles else ()) for node in standing]

    def actor(self, node: Node, articles: Iterable[str], sent: Iterable[Node]) -> Actor:
        """Return one actor."""
        posts = {office for article in articles for office in self.posts.get((node.iri, article), ())}
        known = load().by_iri(node.iri)
        said = {
            "code": code(node) or next(filter(None, map(code, sent)), None),
            "sector": sectors(posts),
            "actor_text": node.name,
            "identifier_id": node.iri,
            "identifier_text": known.label("en") if known else None,
            "office": "; ".join(sorted({post(office.title) for office in posts})),
        }
        return {name: value for name, value in said.items() if value}


def code(node: Node) -> str | None:
    """Return the code of an actor: ISO 3166-1 alpha-3, or IGO for a bloc of states; None where it is unknown.

    >>> code(Node("i", "bloc", "ASEAN")), code(Node("i", "person", "Hun Sen", (), "KHM"))
    ('IGO', 'KHM')
    """
    return node.country or (INTERGOVERNMENTAL if node.kind == "bloc" else None)


def sectors(posts: Iterable[Office]) -> str:
    """Return the sector of who holds some posts: three letters, or six where they are of two.

    >>> sectors([])
    ''
    """
    found = {sector(office) for office in posts}
    return "".join([one for one in codebook()["sectors"]["order"] if one in found][:2])


def sector(office: Office) -> str:
    """Return the sector of one post; nothing where it is not known."""
    table, title = codebook()["sectors"], head(office.title)
    of = sides.concept(office.of) if office.of else None
    name = title.label("en") if title else ""
    named = next((code for code, shape in table["names"] if re.search(shape, name)), None)
    return str(
        named or table["bodies"].get(of.kind if of else "") or table["of"].get(title.get("of") if title else "", "")
    )


def head(title: str) -> Concept | None:
    """Return the concept of a post, or of the longest beginning of its words that has one: a minister of whatever."""
    words = title.split()
    beginnings = (" ".join(words[:count]) for count in range(len(words), 0, -1))
    return next((found for one in beginnings if (found := load().named("titles", one))), None)


def post(title: str) -> str:
    """Return a title in English where the scheme has it, else as told."""
    known = load().find("titles", title) or load().named("titles", title)
    return known.label("en") if known else title
