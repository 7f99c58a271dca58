"""Writes the page of one thing in one language: a person, polity or body, a fact, a tie, an article, or another."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import pyoxigraph as ox

from graph import merged
from graph.answers import derivation
from graph.answers.explanation import SHARED, Teller
from graph.answers.words import listed, told
from graph.model import Derived, MergedFact, MergedGraph, Node, Telling, Tie
from graph.people import register
from ontology.dates import Date
from ontology.facts import Person
from ontology.terms import BG, PROV
from ontology.vocabulary import load
from viz import files
from viz.days import shown
from viz.events import when
from viz.lines import HOPED, SOURCES, Lines
from viz.rdf import ROLES
from viz.site import addresses, tellings
from viz.site.language import LANGUAGES
from viz.site.sheet import Entry, Link, Quote, Row, Section, Sheet

if TYPE_CHECKING:
    from graph.store import GraphStore

PAGE = 50  # facts of one page


class Writer:
    """Writes pages of one store in one language."""

    def __init__(self, store: "GraphStore", language: str) -> None:
        """Keep the store and the words at hand."""
        self.store, self.language = store, language
        self.teller, self.words = Teller(store, language, only_told=False), files.data("site/words.json")[language]

    def sheet(self, iri: str, page: int = 1) -> Sheet | None:
        """Return the page of a thing, or None where the graph says nothing of it."""
        if fact := merged.one_fact(self.store.index, iri, self.store.reading):
            return self.of_fact(fact)
        if node := merged.one_node(self.store.index, iri, self.store.reading):
            return self.of_node(node, page)
        if tie := self.teller.tie(iri):
            return self.of_tie(tie)
        return self.of_other(iri, page)

    def of_node(self, node: Node, page: int) -> Sheet:
        """Tell who somebody is, in what they stand, and how they are written."""
        also = [name for name in node.also if name != self.name(node.iri, node.name)]
        land = load().find("polities", node.country or "")
        rows = [
            Row(
                self.words["country"],
                (self.link(land.iri, land.label(self.language)),) if land and land.iri != node.iri else (),
            ),
            Row(self.words["also"], tuple(map(Link, also))),
        ]
        ties = (tie for iri in self.teller.subjects(BG.between, node.iri) if (tie := self.teller.tie(iri)))
        more = (
            Section(self.words["ties"], tuple(Entry(self.teller.tied(tie), addresses.path(tie.iri)) for tie in ties)),
            *([self.spellings(node)] if node.kind == "person" else ()),
        )
        return self.paged(
            Sheet(self.name(node.iri, node.name), self.kind(node.kind), node.iri, tuple(rows), more), page
        )

    def paged(self, sheet: Sheet, page: int, link: ox.NamedNode | None = None) -> Sheet:
        """Put the facts in which a thing stands before its other sections, as many as a page holds."""
        standing = tellings.standing(self.store.core, sheet.iri, link)
        pages = max(1, -(-len(standing) // PAGE))
        page = min(max(page, 1), pages)
        iris = standing[(page - 1) * PAGE : page * PAGE]
        facts = [fact for iri in iris if (fact := merged.light_fact(self.store.index, iri))]
        posts = [fact for fact in facts if fact.kind == "office"]
        rest = [fact for fact in facts if fact.kind != "office"]
        own = [self.facts("posts", posts), self.facts("facts", rest)]
        if tellings.kind(sheet.iri) != "person":
            own.reverse()
        sections = (*own, *(sheet.sections if page == 1 else ()))
        kept = tuple(section for section in sections if section.entries)
        return Sheet(sheet.title, sheet.kind, sheet.iri, sheet.rows, kept, page, pages)

    def facts(self, title: str, facts: list[MergedFact]) -> Section:
        """Return facts, each with the newest of its sentences."""
        sources = tellings.of_facts(self.store, facts)
        lines = self.lines(telling.article for all_ in sources.values() for telling in all_)
        entries = (self.entry(fact, sources.get(fact.iri, []), lines) for fact in facts)
        return Section(self.words[title], tuple(entries))

    def entry(self, fact: MergedFact, sources: list[Telling], lines: Lines) -> Entry:
        """Return one fact on a line."""
        date = when(fact.fact)
        newest = sorted(sources, key=lines.published, reverse=True)
        quotes = tuple(quote for one in newest[:SOURCES] for quote in self.quotes(one, lines)[:1])
        planned = getattr(fact.fact, "status", None) in HOPED
        text = f"{self.kind(fact.kind)}: {lines.text(fact)}"
        day = shown(date.edtf, self.language) if date else ""
        return Entry(text, addresses.path(fact.iri), day, planned, quotes, len(newest[SOURCES:]))

    def lines(self, articles: Iterable[str]) -> Lines:
        """Return what writes facts on lines, knowing some articles."""
        known = tuple(tellings.articles(self.store, articles))
        return Lines(MergedGraph(known, (), (), ()), self.language)

    def quotes(self, telling: Telling, lines: Lines) -> tuple[Quote, ...]:
        """Return the sentences of a telling."""
        source = lines.source(telling)
        path = addresses.article(telling.article)
        return tuple(Quote(" ".join(e.quote.split()), source.name, path, source.url) for e in telling.evidence)

    def spellings(self, node: Node) -> Section:
        """Tell which article writes which spelling, and why they are one person."""
        lines = self.lines(telling.article for telling in node.tellings)
        first: dict[str, Telling] = {}
        for telling in node.tellings:
            if isinstance(telling.fact, Person):
                first.setdefault(", ".join((telling.fact.name, *telling.fact.also)), telling)
        written = [Entry(names, quotes=self.quotes(telling, lines)[:1]) for names, telling in sorted(first.items())]
        said = self.teller.words["says"]["reason"]
        for reason in register.reasons(self.store.index, node.iri, self.store.judged()):
            why = " ".join(filter(None, (self.teller.words["reasons"][reason.why], reason.more)))
            written.append(Entry(said.format(name=reason.name, other=reason.other, why=why)))
        written += [Entry(line.strip()) for line in self.teller.different(node)]
        return Section(self.words["spellings"], tuple(written))

    def of_fact(self, fact: MergedFact) -> Sheet:
        """Tell a fact with all its sentences, and where an article tells it otherwise."""
        said, lines = told(fact.fact, self.language), self.lines(telling.article for telling in fact.tellings)
        rows = [Row(self.slot(slot), self.filled(fact, slot, text)) for slot, text in said.items()]
        newest = sorted(fact.tellings, key=lines.published, reverse=True)
        sources = Section(self.words["sources"], tuple(self.telling(one, said, lines) for one in newest))
        choices = [one for iri in fact.choices if (one := merged.light_fact(self.store.index, iri))]
        follows = tuple(Entry(" ".join(map(str.strip, self.follows(fact, one)))) for one in fact.derived)
        more = (Section(self.words["follows"], follows), self.facts("choices", choices))
        sections = (sources, *(section for section in more if section.entries))
        return Sheet(lines.text(fact).partition("; ")[0], self.kind(fact.kind), fact.iri, tuple(rows), sections)

    def follows(self, fact: MergedFact, found: Derived) -> Iterator[str]:
        """Yield the lines that tell what follows of a fact and nobody tells."""
        return derivation.lines(self.store.index, fact, found, self.language)

    def filled(self, fact: MergedFact, slot: str, text: str) -> tuple[Link, ...]:
        """Return who or what stands in a slot, with their pages."""
        standing = [iri for role, iri in fact.nodes if role == ROLES.get(slot, slot)]
        if not standing:
            value = getattr(fact.fact, slot)
            return (Link(shown(text, self.language) if isinstance(value, Date) else text),)
        return tuple(self.link(iri, self.name(iri, text)) for iri in standing)

    def telling(self, telling: Telling, said: dict[str, str], lines: Lines) -> Entry:
        """Return what one article says of a fact."""
        own = {} if isinstance(telling.fact, Person) else told(telling.fact, self.language)
        other = {slot: text for slot, text in own.items() if said.get(slot) != text and slot not in SHARED}
        differs = self.teller.words["says"]["differs"].format(told=listed(other, self.language)) if other else ""
        return Entry(differs, quotes=self.quotes(telling, lines))

    def of_tie(self, tie: Tie) -> Sheet:
        """Tell what is tied, and by which facts."""
        facts = [fact for iri in tie.facts[:PAGE] if (fact := merged.light_fact(self.store.index, iri))]
        ends = Row(self.words["between"], tuple(self.link(iri, self.name(iri, iri)) for iri in (tie.a, tie.b)))
        return Sheet(self.teller.tied(tie), self.kind("tie"), tie.iri, (ends,), (self.facts("derived", facts),))

    def of_other(self, iri: str, page: int) -> Sheet | None:
        """Tell what the graph says of an article, a sentence, a place, a concept: property by property."""
        quads = self.store.core.quads_for_pattern(ox.NamedNode(iri), None, None, ox.DefaultGraph())
        rows: dict[str, list[Link]] = {}
        for quad in sorted(quads, key=str):
            name = quad.predicate.value.rsplit("/", 1)[-1].rsplit("#", 1)[-1]
            rows.setdefault(name, []).append(self.value(quad.object))
        if not rows:
            return None
        title = self.name(iri, next((rows[name][0].text for name in ("headline", "identifier") if name in rows), iri))
        link = PROV.wasDerivedFrom if "sha256" in rows else None
        words, at = files.data("site/words.json")["properties"], LANGUAGES.index(self.language)
        said = tuple(Row(words.get(name, [name] * 2)[at], tuple(values)) for name, values in rows.items())
        made = Sheet(title, "", iri, said, ())
        return self.paged(made, page, link)

    def value(self, term: "ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple") -> Link:
        """Return a term of the graph."""
        if isinstance(term, ox.NamedNode):
            return self.link(term.value, self.name(term.value, term.value))
        return Link(term.value if isinstance(term, ox.Literal) else str(term))

    def link(self, iri: str, text: str) -> Link:
        """Return a link to a thing of ours."""
        return Link(text, addresses.path(iri))

    def name(self, iri: str, fallback: str) -> str:
        """Return what a thing is called in the language."""
        if concept := load().by_iri(iri):
            return concept.label(self.language)
        row = self.store.index.one("SELECT name FROM person WHERE iri = ?", iri)
        if row:
            return str(row[0])
        node = merged.side(self.store.index, iri)
        return node.name if node else fallback

    def kind(self, name: str) -> str:
        """Return the word for a kind."""
        return self.teller.words["kinds"].get(name, name)

    def slot(self, name: str) -> str:
        """Return the word for a slot."""
        word = self.teller.words["slots"][name]
        return word[:1].upper() + word[1:]

    def gone(self, iris: Iterable[str]) -> Iterator[Entry]:
        """Yield what tells now what something told that is gone."""
        for iri in iris:
            fact = merged.light_fact(self.store.index, iri)
            yield Entry(self.teller.summary(fact) if fact else self.name(iri, iri), addresses.path(iri))
