"""The dossier of one relation: its state, who is who, what was, what comes, each line with its source."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date as Day  # noqa: N812 - a day, beside our own dates
from typing import TYPE_CHECKING

from graph.answers.words import concept, told
from graph.model import MergedFact, MergedGraph
from ontology.errors import UsageError
from ontology.names import fold
from ontology.vocabulary import Concept, load
from viz import files
from viz.between import between
from viz.coming import coming
from viz.days import shown
from viz.events import when
from viz.lines import HOPED, Line, Lines

if TYPE_CHECKING:
    from ontology.dates import Date

MET = ("meeting", "visit")
SHOWN = 8  # of the last meetings


@dataclass(frozen=True, slots=True)
class Section:
    """Lines under a heading."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """The whole dossier."""

    title: str
    as_of: str
    sections: tuple[Section, ...]


def country(code: str) -> Concept:
    """Return the country of an ISO code; raises UsageError for an unknown one."""
    found = load().find("polities", code)
    if found is None or found.kind not in ("Country", "FormerCountry"):
        raise UsageError(code, "it is no country that we know", "name an ISO 3166 code of three letters, such as KHM")
    return found


def latest(graph: MergedGraph) -> Day | None:
    """Return the latest day in a graph: of its articles, and of what undated articles tell that is not merely planned.

    A dated article tells of nothing done after its own day; a later date in it is a plan, or a term.
    """
    published = {article.id: article.published for article in graph.articles}
    dates = [date for date in published.values() if date]
    happened = (fact for fact in graph.facts if fact.kind != "anniversary")  # its day is reckoned, not told
    for fact in happened:
        hoped = getattr(fact.fact, "status", None) in HOPED
        if not hoped and not any(published.get(telling.article) for telling in fact.tellings):
            dates += filter(None, [when(fact.fact)])
    return max((day for date in dates if (day := date.earliest())), default=None)


def brief(graph: MergedGraph, first: str, second: str, as_of: Day, language: str = "vi") -> Brief:
    """Return the dossier of two countries, by ISO codes, as of a day; raises UsageError for unknown ones."""
    return Writer(between(graph, first, second), (country(first), country(second)), as_of, language).brief()


class Writer:
    """One dossier on the way."""

    def __init__(self, graph: MergedGraph, countries: tuple[Concept, Concept], as_of: Day, language: str) -> None:
        """Keep what all sections need."""
        self.countries, self.as_of, self.language = countries, as_of, language
        self.words, self.lines = files.data("brief.json")[language], Lines(graph, language)
        self.nodes = {node.iri: node for node in graph.nodes}
        self.kinds: dict[str, list[MergedFact]] = defaultdict(list)
        for fact in graph.facts:
            self.kinds[fact.kind].append(fact)

    def brief(self) -> Brief:
        """Return all sections."""
        met = [fact for kind in MET for fact in self.kinds[kind]]
        ahead = [fact for fact in met if self.is_ahead(fact)]
        past = [fact for fact in met if fact not in ahead and when(fact.fact)]
        sections = (
            self.section("state", self.state()),
            self.section("who", self.people()),
            self.section("last", map(self.lines.line, self.newest(past)[:SHOWN])),
            self.section("next", map(self.lines.line, self.oldest(ahead))),
            *self.agreements(),
            self.section("topics", self.topics()),
            self.section("anniversaries", self.anniversaries()),
            self.section("timeline", map(self.lines.line, self.oldest([*met, *self.kinds["agreement"]]))),
        )
        a, b = (one.label(self.language) for one in self.countries)
        as_of = self.words["as_of"].format(date=shown(self.as_of.isoformat(), self.language))
        return Brief(self.words["title"].format(a=a, b=b), as_of, sections)

    def section(self, name: str, lines: Iterable[Line], more: str = "") -> Section:
        """Return a section; `more` stands after its title."""
        return Section(": ".join(filter(None, (self.words[name], more))), tuple(lines))

    def is_ahead(self, fact: MergedFact) -> bool:
        """Tell whether something is planned and its time has not passed, or lies after the day."""
        date = when(fact.fact)
        first, last = (date.earliest(), date.latest()) if date else (None, None)
        if getattr(fact.fact, "status", None) in HOPED:
            return last is None or last >= self.as_of
        return first is not None and first > self.as_of

    def newest(self, facts: Iterable[MergedFact]) -> list[MergedFact]:
        """Return facts, the newest first; those without a date last."""
        return sorted(sorted(facts, key=lambda f: f.iri), key=lambda f: first_day(f) or Day.min, reverse=True)

    def oldest(self, facts: Iterable[MergedFact]) -> list[MergedFact]:
        """Return facts, the oldest first; those without a date last."""
        return sorted(facts, key=lambda f: (first_day(f) or Day.max, f.iri))

    def state(self) -> Iterator[Line]:
        """Yield the levels of the relation, and since when the two have had what an anniversary marks."""
        yield from map(self.lines.line, self.oldest(self.kinds["relation"]))
        begun: dict[tuple[str, Date], list[MergedFact]] = defaultdict(list)
        for fact in self.kinds["anniversary"]:
            of, since = getattr(fact.fact, "of", None), getattr(fact.fact, "since", None)
            if of and since:
                begun[of, since].append(fact)
        for (_, since), facts in sorted(begun.items()):
            tellings = [telling for fact in facts for telling in fact.tellings]
            yield self.lines.of(shown(since.edtf, self.language), told(facts[0].fact, self.language)["of"], tellings)

    def people(self) -> Iterator[Line]:
        """Yield who holds which posts, one line for each person, country by country."""
        posts: dict[str, list[MergedFact]] = defaultdict(list)
        for fact in self.kinds["office"]:
            posts[dict(fact.nodes)["person"]].append(fact)
        lands = [one.notation for one in self.countries]
        lands_first = {iri: lands.index(c) if (c := self.nodes[iri].country) in lands else len(lands) for iri in posts}
        for iri in sorted(posts, key=lambda iri: (lands_first[iri], fold(self.nodes[iri].name), iri)):
            told_posts = dict.fromkeys(self.lines.text(fact).partition(": ")[2] for fact in posts[iri])
            newest = [max(fact.tellings, key=self.lines.published) for fact in posts[iri]]
            yield self.lines.of("", f"{self.nodes[iri].name}: {'; '.join(told_posts)}", newest)

    def agreements(self) -> Iterator[Section]:
        """Yield a section of agreements for each status."""
        found: dict[str, list[MergedFact]] = defaultdict(list)
        for fact in self.newest(self.kinds["agreement"]):
            found[told(fact.fact, self.language).get("status", "")].append(fact)
        for status, facts in sorted(found.items()) or [("", [])]:
            lines = (self.lines.line(fact, self.lines.text(fact, status=False)) for fact in facts)
            yield self.section("agreements", lines, status)

    def topics(self) -> Iterator[Line]:
        """Yield what meetings spoke of and agreements are about, the most frequent first, with the last time."""
        found: dict[str, list[MergedFact]] = defaultdict(list)
        for fact in self.newest([*self.kinds["meeting"], *self.kinds["agreement"]]):
            for topic in getattr(fact.fact, "topics", ()):
                found[topic].append(fact)
        alike: dict[tuple[int, str], list[str]] = defaultdict(list)
        for topic, facts in sorted(found.items(), key=lambda one: (-len(one[1]), one[0])):
            alike[len(facts), facts[0].iri].append(topic)
        for (times, _), topics in alike.items():
            named = ", ".join(concept("topics", topic, self.language) for topic in topics)
            yield self.lines.line(found[topics[0]][0], f"{named} (×{times})" if times > 1 else named)

    def anniversaries(self) -> Iterator[Line]:
        """Yield the next anniversary of each beginning that is told to the day or year."""
        for date, years, fact in coming([*self.kinds["anniversary"], *self.kinds["relation"]], self.as_of):
            text = self.words["years"].format(n=years, what=self.lines.text(fact))
            yield self.lines.line(fact, text, shown(date, self.language))


def first_day(fact: MergedFact) -> Day | None:
    """Return the first day that the date of a fact can mean; None where its year is unsaid."""
    date = when(fact.fact)
    return date.earliest() if date else None
