"""The dossier of one relation: its state, who is who, what was, what comes, each line with its source."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date as Day  # noqa: N812 - a day, beside our own dates
from urllib.parse import urlsplit

from graph.model import MergedFact, MergedGraph
from graph.words import told
from ontology.dates import Date
from ontology.errors import UsageError
from ontology.vocabulary import Concept, load
from viz import files
from viz.between import between
from viz.coming import coming
from viz.events import when

HOPED = ("planned", "proposed")
MET = ("meeting", "visit")
SHOWN = 8  # of the last meetings


@dataclass(frozen=True, slots=True)
class Source:
    """A sentence, and the article in which it stands; `url` only where it is one of the web."""

    quote: str
    name: str
    url: str | None


@dataclass(frozen=True, slots=True)
class Line:
    """One thing to know."""

    date: str
    text: str
    planned: bool
    sources: tuple[Source, ...]


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
    """Return the latest day that anything in a graph tells of: articles, and what is not merely planned."""
    dates = [article.published for article in graph.articles]
    told_days = (fact.fact for fact in graph.facts if fact.kind != "anniversary")  # its day is reckoned, not told
    dates += [when(fact) for fact in told_days if getattr(fact, "status", None) not in HOPED]
    return max((day for date in dates if date and (day := date.earliest())), default=None)


def brief(graph: MergedGraph, first: str, second: str, as_of: Day, language: str = "vi") -> Brief:
    """Return the dossier of two countries, by ISO codes, as of a day; raises UsageError for unknown ones."""
    a, b = country(first), country(second)
    return Writer(between(graph, first, second), as_of, language).brief(a.label(language), b.label(language))


class Writer:
    """One dossier on the way."""

    def __init__(self, graph: MergedGraph, as_of: Day, language: str) -> None:
        """Keep what all sections need."""
        self.graph, self.as_of, self.language = graph, as_of, language
        self.words = files.data("brief.json")[language]
        self.articles = {article.id: article for article in graph.articles}

    def brief(self, a: str, b: str) -> Brief:
        """Return all sections."""
        kinds = {kind: [f for f in self.graph.facts if f.kind == kind] for kind in files.data("brief.json")["heads"]}
        events = [fact for kind in (*MET, "agreement") for fact in kinds[kind]]
        met = [fact for kind in MET for fact in kinds[kind]]
        ahead = [fact for fact in met if self.is_ahead(fact)]
        past = [fact for fact in met if fact not in ahead and when(fact.fact)]
        sections = (
            self.section("state", kinds["relation"]),
            self.section("who", sorted(kinds["office"], key=lambda f: (self.text(f), f.iri))),
            self.section("last", self.dated(past)[:SHOWN]),
            self.section("next", self.dated(ahead)[::-1]),
            self.section("agreements", sorted(self.dated(kinds["agreement"]), key=self.status)),
            Section(self.words["anniversaries"], tuple(self.anniversaries())),
            self.section("timeline", self.dated(events)[::-1]),
        )
        title = self.words["title"].format(a=a, b=b)
        return Brief(title, self.words["as_of"].format(date=self.as_of.isoformat()), sections)

    def section(self, name: str, facts: Iterable[MergedFact]) -> Section:
        """Return a section with a line for each fact."""
        return Section(self.words[name], tuple(self.line(fact) for fact in facts))

    def is_ahead(self, fact: MergedFact) -> bool:
        """Tell whether something is planned and its time has not passed, or lies after the day."""
        date = when(fact.fact)
        first, last = (date.earliest(), date.latest()) if date else (None, None)
        if getattr(fact.fact, "status", None) in HOPED:
            return last is None or last >= self.as_of
        return first is not None and first > self.as_of

    def status(self, fact: MergedFact) -> str:
        """Return the status of a fact, to sort by."""
        return getattr(fact.fact, "status", None) or ""

    def dated(self, facts: Iterable[MergedFact]) -> list[MergedFact]:
        """Return facts, the newest first; those without a date last."""
        return sorted(sorted(facts, key=lambda f: f.iri), key=lambda f: first_day(when(f.fact)), reverse=True)

    def line(self, fact: MergedFact, text: str = "", date: str | None = None) -> Line:
        """Return the line of a fact."""
        said = when(fact.fact)
        shown = said.edtf if said else ("" if fact.kind in ("office", "relation") else self.words["undated"])
        planned = getattr(fact.fact, "status", None) in HOPED
        return Line(shown if date is None else date, text or self.text(fact), planned, tuple(self.sources(fact)))

    def text(self, fact: MergedFact) -> str:
        """Return what a fact says in one line."""
        data = files.data("brief.json")
        said = told(fact.fact, self.language)
        heads = [said.pop(slot) for slot in data["heads"][fact.kind] if slot in said]
        rest = [text for slot, text in said.items() if slot not in data["hidden"]]
        return ": ".join(filter(None, (data["signs"].get(fact.kind, " · ").join(heads), ", ".join(rest))))

    def sources(self, fact: MergedFact) -> Iterable[Source]:
        """Yield the first sentence of each article that tells a fact."""
        for telling in fact.tellings:
            article = self.articles.get(telling.article)
            named = (article.title or article.id, article.source, str(article.published or "")) if article else ()
            url = article.url if article and article.url and urlsplit(article.url).scheme in ("http", "https") else None
            quote = " ".join(telling.evidence[0].quote.split()) if telling.evidence else ""
            yield Source(quote, ", ".join(filter(None, named)), url)

    def anniversaries(self) -> Iterable[Line]:
        """Yield the next anniversary of each beginning that is told to the day or year."""
        for date, years, fact in coming(self.graph.facts, self.as_of):
            yield self.line(fact, self.words["years"].format(n=years, what=self.text(fact)), date)


def first_day(date: Date | None) -> Day:
    """Return the first day that a date can mean; the first of all where its year is unsaid."""
    return (date.earliest() if date else None) or Day.min
