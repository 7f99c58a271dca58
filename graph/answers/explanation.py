"""Anything in the graph told in words, with the sentences that it rests on; only what is told of is read."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pyoxigraph as ox

from graph import merged
from graph.answers import derivation, lookup
from graph.answers.review import shown
from graph.answers.words import listed, told, words
from graph.facts import ties
from graph.facts.preferred import NEVER
from graph.index import former
from graph.model import MergedFact, Node, Telling, Tie
from graph.people import register
from graph.people.judgements import standing
from ontology.errors import UsageError
from ontology.facts import Person
from ontology.names import exact
from ontology.terms import BASE, BG, PROV, RDF
from ontology.vocabulary import load

if TYPE_CHECKING:
    from graph.store import GraphStore


def explain(store: "GraphStore", what: str, language: str = "vi", *, only_told: bool = False) -> str:
    """Tell what an IRI, its local name, or a name in any spelling means; raises UsageError for an unknown one.

    An IRI that is gone is told by what tells the claims now that it held.
    """
    words(language)
    teller = Teller(store, language, only_told=only_told)
    try:
        found = lookup.find(store, what, "thing")
    except UsageError:
        gone = former.find(store.index, what)
        if not gone:
            raise
        return "\n\n".join("\n".join(teller.gone(iri)) for iri in gone)
    return "\n\n".join("\n".join(teller.lines(iri)) for iri in found)


# Who takes part is the same in all tellings of a fact; how they are spelt is told with the person. Topics add up.
SHARED = frozenset({"person", "a", "b", "visitor", "leader", "parties", "topics"})


class Teller:
    """Words for the nodes, facts and ties of one store."""

    def __init__(self, store: "GraphStore", language: str, *, only_told: bool) -> None:
        """Keep the store at hand."""
        store.settle()
        self.only_told = only_told
        self.store, self.index, self.language, self.words = store, store.index, language, words(language)

    def lines(self, iri: str) -> Iterator[str]:
        """Yield the lines that tell what one IRI means."""
        iri = next((one for one in (*self.subjects(BG.claim, iri), *self.whole(iri)) if self.held(one)), iri)
        fact = merged.one_fact(self.index, iri, self.store.reading)
        node = None if fact else merged.one_node(self.index, iri, self.store.reading)
        tie = None if fact or node else self.tie(iri)
        if fact:
            yield from self.of_fact(fact)
        elif tie:
            yield from self.of_tie(tie)
        elif node:
            yield from self.of_node(node)
        else:
            concept = load().by_iri(iri)
            yield f"{concept.label(self.language)} — {iri}" if concept else iri

    def gone(self, iri: str) -> Iterator[str]:
        """Tell what an IRI is now that is in the graph no more."""
        now = former.now(self.index, iri)
        articles = ", ".join(former.articles(self.index, iri))
        yield self.words["says"]["moved" if now else "gone"].format(iri=iri, articles=articles)
        for one in now:
            yield ""
            yield from self.lines(one)

    def subjects(self, predicate: ox.NamedNode | None, iri: str) -> Iterator[str]:
        """Yield what the graph relates to something, sorted."""
        quads = self.store.core.quads_for_pattern(None, predicate, ox.NamedNode(iri), ox.DefaultGraph())
        yield from sorted({quad.subject.value for quad in quads if isinstance(quad.subject, ox.NamedNode)})

    def whole(self, iri: str) -> Iterator[str]:
        """Yield the fact that a value is of."""
        quads = self.store.core.quads_for_pattern(ox.NamedNode(iri), RDF.subject, None, ox.DefaultGraph())
        yield from (quad.object.value for quad in quads if isinstance(quad.object, ox.NamedNode))

    def held(self, iri: str) -> bool:
        """Tell whether something is a fact or a person."""
        return bool(
            self.index.one("SELECT 1 FROM fact WHERE iri = ? UNION SELECT 1 FROM person WHERE iri = ?", iri, iri)
        )

    def tie(self, iri: str) -> Tie | None:
        """Return a tie with the facts that it is derived from, if it is one."""
        core, node = self.store.core, ox.NamedNode(iri)
        facts = [quad.object for quad in core.quads_for_pattern(node, PROV.wasDerivedFrom, None, ox.DefaultGraph())]
        derived = sorted(fact.value for fact in facts if isinstance(fact, ox.NamedNode))
        for kind, a, b in self.index.rows(
            "SELECT DISTINCT d.kind, d.a, d.b FROM telling t JOIN tied d ON d.telling = t.id WHERE t.fact = ?",
            derived[0] if derived else "",
        ):
            found = ties.tie(kind, a, b, derived)
            if found.iri == iri:
                return found
        return None

    def of_node(self, node: Node) -> Iterator[str]:
        """Tell who somebody is, why each spelling is here, and where they stand."""
        concept = load().by_iri(node.iri)
        name = concept.label(self.language) if concept else node.name
        land = load().find("polities", node.country or "")
        yield f"{name} ({', '.join([self.kind(node.kind), *([land.label(self.language)] if land else [])])})"
        yield f"  {node.iri}"
        yield from self.spellings(node)
        related = list(self.subjects(None, node.iri))
        facts = [fact for iri in related if (fact := merged.light_fact(self.index, iri))]
        if facts:
            yield f"  {self.words['says']['facts']}"
        for fact in facts:
            yield f"    {self.summary(fact)} [{fact.iri.removeprefix(BASE)}]"
        for tie in (tie for iri in self.subjects(BG.between, node.iri) if (tie := self.tie(iri))):
            yield f"    {self.tied(tie)} [{tie.iri.removeprefix(BASE)}]"

    def spellings(self, node: Node) -> Iterator[str]:
        """Tell which article writes which spelling, and why they are one person."""
        for telling in node.tellings:
            if isinstance(telling.fact, Person):
                names = ", ".join((telling.fact.name, *telling.fact.also))
                yield "  " + self.words["says"]["spelling"].format(article=telling.article, names=names)
                yield from self.quotes(telling)
        if node.kind == "person":
            for reason in register.reasons(self.index, node.iri, self.store.judged()):
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
        for telling in sorted(fact.tellings, key=self.appeared):
            yield from self.quotes(telling)
            if isinstance(telling.fact, Person):
                continue
            own = told(telling.fact, self.language)
            other = {slot: text for slot, text in own.items() if preferred.get(slot) != text and slot not in SHARED}
            if other:
                yield "      " + self.words["says"]["differs"].format(told=listed(other, self.language))
        for follows in () if self.only_told else fact.derived:
            yield from (f"  {line}" for line in derivation.lines(self.index, fact, follows, self.language))
        if fact.choices:
            yield f"  {self.words['says']['choices']}"
        for choice in (merged.light_fact(self.index, iri) for iri in fact.choices):
            yield from [f"    {self.summary(choice)} [{choice.iri.removeprefix(BASE)}]"] if choice else ()

    def appeared(self, telling: Telling) -> tuple[str, str, str]:
        """Return what tellings are sorted by: when their articles appeared, those of unknown days last."""
        return self.published(telling.article) or NEVER, telling.article, telling.claim

    def published(self, article: str) -> str:
        """Return when an article appeared, "" where that is unsaid."""
        row = self.index.one("SELECT published FROM article WHERE name = ?", article)
        return (row[0] if row else None) or ""

    def of_tie(self, tie: Tie) -> Iterator[str]:
        """Tell what is tied, and by which facts."""
        yield self.tied(tie)
        yield f"  {tie.iri}"
        yield f"  {self.words['says']['derived']}"
        for fact in (merged.one_fact(self.index, iri, self.store.reading) for iri in tie.facts):
            yield from (f"    {line}" for line in (self.of_fact(fact) if fact else ()))

    def tied(self, tie: Tie) -> str:
        """Tell a tie on one line."""
        ends = " – ".join(c.label(self.language) if (c := load().by_iri(iri)) else iri for iri in (tie.a, tie.b))
        kind = load().find("ties", tie.kind)
        return f"{self.kind('tie')} ({kind.label(self.language) if kind else tie.kind}): {ends}"

    def quotes(self, telling: Telling) -> Iterator[str]:
        """Tell the sentences of one article."""
        published = self.published(telling.article)
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
