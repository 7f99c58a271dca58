"""A fact as one line of a dossier: when, what, and the sentences that say so."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from graph.answers.words import told
from graph.model import MergedFact, MergedGraph, Telling
from ontology.vocabulary import load
from viz import files
from viz.days import shown
from viz.events import when

HOPED = ("planned", "proposed")
SOURCES = 2  # of a line; how many more articles say the same is told by number


@dataclass(frozen=True, slots=True)
class Source:
    """A sentence, and the article in which it stands; `url` only where it is one of the web."""

    quote: str
    name: str
    url: str | None


@dataclass(frozen=True, slots=True)
class Line:
    """One thing to know; `more` is how many articles beyond the sources say so."""

    date: str
    text: str
    planned: bool
    sources: tuple[Source, ...]
    more: int = 0


class Lines:
    """The facts of one graph as lines, in one language."""

    def __init__(self, graph: MergedGraph, language: str) -> None:
        """Keep what all lines need."""
        self.language = language
        self.words, self.data = files.data("brief.json")[language], files.data("brief.json")
        self.articles = {article.id: article for article in graph.articles}

    def line(self, fact: MergedFact, text: str = "", date: str | None = None) -> Line:
        """Return the line of a fact, with its own text and date where none are given."""
        said = when(fact.fact)
        own = shown(said.edtf, self.language) if said else ("" if fact.kind == "relation" else self.words["undated"])
        planned = getattr(fact.fact, "status", None) in HOPED
        return self.of(own if date is None else date, text or self.text(fact), fact.tellings, planned=planned)

    def of(self, date: str, text: str, tellings: Iterable[Telling], *, planned: bool = False) -> Line:
        """Return a line with the newest sources of some tellings."""
        sources = list(dict.fromkeys(map(self.source, sorted(tellings, key=self.published, reverse=True))))
        return Line(date, text, planned, tuple(sources[:SOURCES]), len(sources[SOURCES:]))

    def text(self, fact: MergedFact, *, status: bool = True) -> str:
        """Return what a fact says in one line, its status only where that is worth a word."""
        said = told(fact.fact, self.language)
        if not status or getattr(fact.fact, "status", None) in self.data["usual"]:
            said.pop("status", None)
        if self.language != "vi" and (title := load().named("titles", said.get("title", ""))):
            said["title"] = title.label(self.language)
        head = self.head(fact.kind, said)
        topics = said.pop("topics", "")
        about = self.words["about"].format(what=topics) if topics else ""
        rest = ", ".join(text for slot, text in said.items() if slot not in self.data["hidden"])
        return "; ".join(filter(None, (": ".join(filter(None, (head, rest))), about)))

    def head(self, kind: str, said: dict[str, str]) -> str:
        """Take out of what a fact says who stands in it, and return that: "A – B", "A (from) → to"."""
        names = [said.pop(slot) for slot in self.data["heads"][kind] if slot in said]
        start = said.pop("origin", "") if kind in self.data["travel"] else ""
        if start:
            names[0:1] = [f"{names[0]} ({start})"] if len(names) > 1 else [start, *names]
        return str(self.data["signs"].get(kind, " · ")).join(names)

    def source(self, telling: Telling) -> Source:
        """Return the first sentence of a telling, and where it stands."""
        article = self.articles.get(telling.article)
        day = shown(article.published.edtf, self.language) if article and article.published else ""
        named = (article.title or article.id, article.source, day) if article else (telling.article,)
        url = article.url if article and article.url and urlsplit(article.url).scheme in ("http", "https") else None
        quote = " ".join(telling.evidence[0].quote.split()) if telling.evidence else ""
        return Source(quote, ", ".join(filter(None, named)), url)

    def published(self, telling: Telling) -> tuple[str, str]:
        """Return when the article of a telling was published, and its id: to sort by."""
        article = self.articles.get(telling.article)
        return (str(article.published or "") if article else "", telling.article)
