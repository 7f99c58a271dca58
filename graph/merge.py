"""Which facts are one fact: the merged graph as a function of the set of readings.

Neither the order of the readings nor how they came in batches can be seen in the result. What has been merged
is kept in tables (graph/index/index.py), and an article that comes or goes changes no more of them than it must.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from graph import merged, sides
from graph.facts import hints, keys, ties, weighing
from graph.facts.blocks import Blocks
from graph.facts.deriving import Deriving
from graph.facts.hints import Known
from graph.index import former, plain, tellings
from graph.index.index import Index
from graph.index.tellings import Row
from graph.model import MergedGraph
from graph.parts import sides_of
from graph.people.judgements import Judgement
from graph.people.mentions import mentions, tellings_of
from graph.people.register import People
from ontology.facts import Delegation, Fact, Person, Reading, Visit

# Meetings tell visits from each other, and visits delegations: each kind after those that it leans on.
ORDER = ("office", "meeting", "visit", "delegation", "agreement", "anniversary", "relation")


@dataclass(slots=True)
class Changes:
    """What an update has changed: IRIs of facts, people, polities and bodies, and which articles link to others.

    Facts come with whether they were there before. `fresh` are the ids of articles that came, `left` of those that
    went or were replaced, with the ends of the IRIs of their claims and sentences; `moved` the numbers of articles
    whose claims tell other facts or people than before.
    """

    fresh: set[str] = field(default_factory=set)
    left: dict[str, set[str]] = field(default_factory=dict)
    moved: set[int] = field(default_factory=set)
    facts: dict[str, bool] = field(default_factory=dict)
    people: set[str] = field(default_factory=set)
    sides: set[str] = field(default_factory=set)


def merge(readings: Iterable[Reading], judged: Sequence[Judgement] = ()) -> MergedGraph:
    """Return the merged graph of all that articles say, with what people have judged of names."""
    index, held = Index(), {reading.article.id: reading for reading in readings}
    update(index, held, judged)
    return merged.graph(index, held.values())


def update(index: Index, readings: Mapping[str, Reading | None], judged: Sequence[Judgement] = ()) -> Changes:
    """Merge what some articles say, by id, in place of what they said before; None is an article that goes."""
    return Merger(index, judged).update(readings)


class Merger:
    """One update of the tables."""

    def __init__(self, index: Index, judged: Sequence[Judgement] = ()) -> None:
        """Begin with nothing changed."""
        self.index = index
        self.people = People(index, judged)
        self.blocks = Blocks(index)
        self.deriving = Deriving(index)
        self.changes = Changes()
        self.retied: set[str] = set()

    def update(self, readings: Mapping[str, Reading | None]) -> Changes:
        """Take articles out and in, find out who is who, and merge kind by kind."""
        for name in sorted(readings):
            self.forget(name)
        fresh = {self.take(reading) for _, reading in sorted(readings.items()) if reading}
        moved, self.changes.people = self.people.settle()
        waiting = fresh | moved
        for article in sorted(waiting):
            self.tie(article)
        leaning: set[int] = set()
        for kind in ORDER:
            for article in sorted(waiting | leaning):
                self.place(article, kind)
            leaning = self.settle(kind)
        self.weigh(self.retied)
        self.changes.moved |= waiting
        for iri in self.changes.sides:
            self.index.run("DELETE FROM side WHERE iri = ? AND told <= 0", iri)
        return self.changes

    def forget(self, name: str) -> None:
        """Take out all that an article told, if it told anything."""
        found = self.index.one("SELECT id FROM article WHERE name = ?", name)
        if found is None:
            return
        (article,) = found
        claims = self.index.rows("SELECT claim, evidence FROM telling WHERE article = ?", article)
        claims += self.index.rows("SELECT claim, evidence FROM mention WHERE article = ?", article)
        self.changes.left[name] = {f"claim/{claim}" for claim, _ in claims}
        self.changes.left[name] |= {f"evidence/{one}" for _, evidence in claims for one in evidence.split()}
        for row in tellings.read(self.index, article):
            self.count(row.fact, -1)
            self.blocks.leave(row.id)
        for person, times in self.told(article):
            self.count(person, -times)
        self.people.forget(article)
        self.index.run("DELETE FROM tied WHERE telling IN (SELECT id FROM telling WHERE article = ?)", article)
        self.index.run("DELETE FROM telling WHERE article = ?", article)
        self.index.run("DELETE FROM article WHERE id = ?", article)

    def take(self, reading: Reading) -> int:
        """Put in all that an article tells, and return its number."""
        article, own = reading.article, tellings_of([reading])
        self.changes.fresh.add(article.id)
        published = str(article.published) if article.published else None
        number = self.index.run("INSERT INTO article (name, published) VALUES (?, ?)", article.id, published)
        found = list(mentions(own, {article.id: article}))
        tellings.put(self.index, number, own, self.people.take(number, found))
        for told in (*(one.fact for one in own if not isinstance(one.fact, Person)), *(one.person for one in found)):
            self.count(told, 1)
        return number

    def told(self, article: int) -> Iterator[tuple[Person, int]]:
        """Yield the people of an article as it tells of them, and how often."""
        for said, times in self.index.rows(
            "SELECT v.person, COUNT(*) FROM mention m JOIN variant v ON v.id = m.variant"
            " WHERE m.article = ? GROUP BY v.id",
            article,
        ):
            yield plain.read_person(said), times

    def count(self, told: Fact | Person, times: int) -> None:
        """Count how often each polity and body is spelt in its way."""
        for side in sides_of(told):
            iri = sides.iri(side)
            before = self.index.one("SELECT told FROM side WHERE iri = ? AND name = ?", iri, side.name)
            if before is None or before[0] + times <= 0:
                self.changes.sides.add(iri)
            self.index.run(
                "INSERT INTO side VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET told = told + excluded.told",
                *(iri, side.name, type(side).__name__, times),
            )

    def tie(self, article: int) -> None:
        """Write what the facts of an article tie."""
        rows = list(tellings.read(self.index, article))
        people = {person: iri for row in rows for person, iri in row.people.items()}
        found = zip(rows, ties.tied([row.fact for row in rows], people), strict=True)
        for row, ends in ((row, sorted(those)) for row, those in found):
            if ends != sorted(self.index.rows("SELECT kind, a, b FROM tied WHERE telling = ?", row.id)):
                self.index.run("DELETE FROM tied WHERE telling = ?", row.id)
                self.index.many("INSERT INTO tied VALUES (?, ?, ?, ?)", ((row.id, *one) for one in ends))
                self.retied |= {row.merged} if row.merged else set()

    def place(self, article: int, kind: str) -> None:
        """Put the tellings of one kind of an article in their blocks."""
        rows = list(tellings.read(self.index, article, kind))
        if kind == "visit":
            met = [self.known(row) for row in tellings.read(self.index, article, "meeting")] if rows else []
            visits = [row.fact for row in rows if isinstance(row.fact, Visit)]
            for row in rows:
                signs = hints.signs_of(row.fact, visits, met) if isinstance(row.fact, Visit) else ()
                self.blocks.put(row.id, self.key(row), signs)
            return
        made = [self.known(row) for row in tellings.read(self.index, article, "visit")] if kind == "delegation" else []
        for row in rows:
            visit = hints.visit_of(row.fact, made) if isinstance(row.fact, Delegation) else None
            self.blocks.put(row.id, self.key(row, visit))

    def key(self, row: Row, visit: str | None = None) -> keys.Key:
        """Return the key of a telling."""
        return keys.key(row.fact, row.people.__getitem__, visit)

    def known(self, row: Row) -> Known:
        """Return a telling with the merged fact that it is of."""
        said = weighing.state(self.index, row.merged or "").slots
        slots = plain.slots(row.kind, said) if said else {}
        return Known(row.fact, row.merged or "", slots.get("date"), slots.get("place"))

    def settle(self, kind: str) -> set[int]:
        """Partition the blocks that changed and weigh their facts; return the articles whose others lean on these."""
        facts, moved = self.blocks.settle(kind)
        seen = articles_with(self.index, "id", moved) | articles_with(self.index, "fact", self.weigh(facts, kind))
        self.changes.moved |= articles_with(self.index, "id", moved)
        return seen if kind in ("meeting", "visit") else set()

    def weigh(self, facts: Iterable[str], kind: str = "") -> set[str]:
        """Write the states of facts; return the meetings that are at another time or place than before."""
        elsewhere: set[str] = set()
        for iri in facts:
            before, now = weighing.weigh(self.index, iri, self.deriving)
            if before == now:
                continue
            if now is None:
                former.note(self.index, iri, self.blocks.left.get(iri, ()))
            self.changes.facts[iri] = self.changes.facts.get(iri, False) or before is not None
            if now and (before.shared() if before else ((), set())) != now.shared():
                self.changes.moved |= articles_with(self.index, "fact", {iri})
            if kind == "meeting" and now and before and before.slots != now.slots:
                elsewhere.add(iri)
        return elsewhere


def articles_with(index: Index, column: str, those: Iterable[int] | Iterable[str]) -> set[int]:
    """Return the numbers of the articles that have some tellings, or tell some facts."""
    found = index.rows(
        f"SELECT DISTINCT article FROM telling WHERE {column} IN (SELECT value FROM json_each(?))",  # noqa: S608 - ours
        plain.written(list(those)),
    )
    return {article for (article,) in found}
