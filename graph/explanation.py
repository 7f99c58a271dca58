"""Anything in the graph told in words, with the sentences that it rests on."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from graph import lookup
from graph.judgements import standing
from graph.mentions import resolver
from graph.model import MergedFact, MergedGraph, Node, Telling, Tie
from graph.review import shown
from graph.words import listed, told, words
from ontology.facts import Person
from ontology.names import exact
from ontology.terms import BASE
from ontology.vocabulary import load

if TYPE_CHECKING:
    from graph.store import GraphStore


def explain(store: "GraphStore", what: str, language: str = "vi") -> str:
    """Tell what an IRI, its local name, or a name in any spelling means; raises UsageError for an unknown one."""
    words(language)
    teller = Teller(store, language)
    found = lookup.find(store, what, "thing")
    return "\n\n".join("\n".join(teller.lines(iri)) for iri in found)


# Who takes part is the same in all tellings of a fact; how they are spelt is told with the person. Topics add up.
SHARED = frozenset({"person", "a", "b", "visitor", "leader", "parties", "topics"})


class Teller:
    """Words for the nodes, facts and ties of one store."""

    def __init__(self, store: "GraphStore", language: str) -> None:
        """Keep the merged graph at hand."""
        self.store, self.language, self.words = store, language, words(language)
        self.graph: MergedGraph = store.merged()
        self.nodes = {node.iri: node for node in self.graph.nodes}
        self.facts = {fact.iri: fact for fact in self.graph.facts}
        self.ties = {tie.iri: tie for tie in self.graph.ties}
        self.claims = {t.claim: fact.iri for fact in self.graph.facts for t in fact.tellings}
        self.claims |= {t.claim: node.iri for node in self.graph.nodes for t in node.tellings}
        self.people = resolver(store).resolve()
        self.published = {article.id: article.published for article in self.graph.articles}

    def lines(self, iri: str) -> Iterator[str]:
        """Yield the lines that tell what one IRI means."""
        iri = self.claims.get(iri, iri)
        if iri in self.facts:
            yield from self.of_fact(self.facts[iri])
        elif iri in self.ties:
            yield from self.of_tie(self.ties[iri])
        elif iri in self.nodes:
            yield from self.of_node(self.nodes[iri])
        else:
            concept = load().by_iri(iri)
            yield f"{concept.label(self.language)} — {iri}" if concept else iri

    def of_node(self, node: Node) -> Iterator[str]:
        """Tell who somebody is, why each spelling is here, and where they stand."""
        concept = load().by_iri(node.iri)
        name = concept.label(self.language) if concept else node.name
        land = load().find("polities", node.country or "")
        yield f"{name} ({', '.join([self.kind(node.kind), *([land.label(self.language)] if land else [])])})"
        yield f"  {node.iri}"
        yield from self.spellings(node)
        standing = [f for f in self.graph.facts if node.iri in {iri for _, iri in f.nodes}]
        if standing:
            yield f"  {self.words['says']['facts']}"
        for fact in standing:
            yield f"    {self.summary(fact)} [{fact.iri.removeprefix(BASE)}]"
        for tie in self.graph.ties:
            if node.iri in (tie.a, tie.b):
                yield f"    {self.tied(tie)} [{tie.iri.removeprefix(BASE)}]"

    def spellings(self, node: Node) -> Iterator[str]:
        """Tell which article writes which spelling, and why they are one person."""
        for telling in node.tellings:
            if isinstance(telling.fact, Person):
                names = ", ".join((telling.fact.name, *telling.fact.also))
                yield "  " + self.words["says"]["spelling"].format(article=telling.article, names=names)
                yield from self.quotes(telling)
        if node.kind == "person":
            for reason in self.people.reasons.get(node.iri, ()):
                why = " ".join(filter(None, (self.words["reasons"][reason.why], reason.more)))
                yield "  " + self.words["says"]["reason"].format(name=reason.name, other=reason.other, why=why)
            yield from self.different(node)

    def different(self, node: Node) -> Iterator[str]:
        """Tell whom people have judged to be somebody else."""
        told = {(exact(t.fact.name), t.fact.country or "") for t in node.tellings if isinstance(t.fact, Person)}
        for one in standing(self.store.judged()):
            if one.verdict == "different" and told & {one.first.key()[:2], one.second.key()[:2]}:
                why = f"{self.words['reasons']['judgement_not']} {one.by} {one.date}".strip()
                names = {"name": shown(one.first, self.language), "other": shown(one.second, self.language)}
                yield "  " + self.words["says"]["different"].format(**names, why=why)

    def of_fact(self, fact: MergedFact) -> Iterator[str]:
        """Tell a fact with all its sentences, and where an article tells it otherwise."""
        yield self.summary(fact)
        yield f"  {fact.iri}"
        preferred = told(fact.fact, self.language)
        for telling in fact.tellings:
            yield from self.quotes(telling)
            if isinstance(telling.fact, Person):
                continue
            own = told(telling.fact, self.language)
            other = {slot: text for slot, text in own.items() if preferred.get(slot) != text and slot not in SHARED}
            if other:
                yield "      " + self.words["says"]["differs"].format(told=listed(other, self.language))

    def of_tie(self, tie: Tie) -> Iterator[str]:
        """Tell what is tied, and by which facts."""
        yield self.tied(tie)
        yield f"  {tie.iri}"
        yield f"  {self.words['says']['derived']}"
        for iri in tie.facts:
            yield from (f"    {line}" for line in self.of_fact(self.facts[iri]))

    def tied(self, tie: Tie) -> str:
        """Tell a tie on one line."""
        ends = " – ".join(c.label(self.language) if (c := load().by_iri(iri)) else iri for iri in (tie.a, tie.b))
        kind = load().find("ties", tie.kind)
        return f"{self.kind('tie')} ({kind.label(self.language) if kind else tie.kind}): {ends}"

    def quotes(self, telling: Telling) -> Iterator[str]:
        """Tell the sentences of one article."""
        published = self.published.get(telling.article)
        for evidence in telling.evidence:
            quote = " ".join(evidence.quote.split())
            shown = f" ({published})" if published else ""
            yield "    " + self.words["says"]["quote"].format(article=telling.article, published=shown, quote=quote)

    def summary(self, fact: MergedFact) -> str:
        """Tell a fact on one line."""
        return f"{self.kind(fact.kind)}: {listed(told(fact.fact, self.language), self.language)}"

    def kind(self, name: str) -> str:
        """Return the word for a kind."""
        return self.words["kinds"][name]
