"""What follows of a fact that nobody tells: the year of a day, and the year from which an anniversary counts.

An article that gives a day without its year tells of a time in which all whom it gives a post held it, as far as
sources of the authority file tell when. An anniversary of so many years counts from so many years before the
friendship year that the article names beside it, else before the time of the article. What follows is bounds, and
says what it rests on; it never goes into the fact itself, and nothing is merged by it.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple, TypeAlias

from graph import sides
from graph.facts import keys
from graph.index import plain, tellings
from graph.index.index import Index
from graph.model import Derived
from graph.people.terms import term
from ontology.dates import Date
from ontology.facts import KINDS, Anniversary, Office
from ontology.slots import SLOTS
from ontology.terms import BASE, article_iri

Move: TypeAlias = Callable[[dt.date], dt.date | None]
LEAP = 8  # a day that not every year has is found within so many years


class End(NamedTuple):
    """The first or the last day on which something was, and the IRIs of what says so."""

    day: dt.date
    rests: frozenset[str]


@dataclass(frozen=True, slots=True)
class Span:
    """The days between which something was; an end that is not known is None."""

    first: End | None = None
    last: End | None = None

    def meet(self, other: "Span") -> "Span":
        """Return the days that are in both; each end rests on what says the nearest."""
        first = [end for end in (self.first, other.first) if end]
        last = [end for end in (self.last, other.last) if end]
        return Span(nearest(first, max), nearest(last, min))

    @property
    def known(self) -> bool:
        """Tell whether it says anything that can hold."""
        if self.first and self.last:
            return self.first.day <= self.last.day
        return bool(self.first or self.last)

    def moved(self, first: Move, last: Move) -> "Span":
        """Return it with each day changed."""
        return Span(self.first and changed(self.first, first), self.last and changed(self.last, last))


def nearest(ends: list[End], choose: Callable[[Iterable[dt.date]], dt.date]) -> End | None:
    """Return the nearest of some ends, with all that say it."""
    day = choose(end.day for end in ends) if ends else None
    return End(day, frozenset[str]().union(*(end.rests for end in ends if end.day == day))) if day else None


def changed(end: End, move: Move) -> End | None:
    """Return an end with its day changed, None where that is no day."""
    day = move(end.day)
    return End(day, end.rests) if day else None


def span(first: dt.date | None, last: dt.date | None, rests: Iterable[str]) -> Span:
    """Return a span of which both ends rest on the same."""
    own = frozenset(rests)
    return Span(*(End(day, own) if day else None for day in (first, last)))


class Deriving:
    """What follows of facts of the tables; each article is read once."""

    def __init__(self, index: Index) -> None:
        """Read none yet."""
        self.index = index
        self.read: dict[int, Span] = {}

    def derive(self, iri: str, kind: str, slots: dict[str, object]) -> tuple[Derived, ...]:
        """Return what follows of a fact of which the graph says what stands in `slots`."""
        found: Iterable[tuple[str, Span]] = ()
        if kind == "anniversary":
            years = slots["years"]
            found = [("since", self.base(iri, years))] if isinstance(years, int) and slots["since"] is None else ()
        else:
            dates = ((slot.name, slots[slot.name]) for slot in SLOTS[KINDS[kind]] if slot.kind == "date")
            found = [(name, self.year(iri, kind, name, day)) for name, day in dates if yearless(day)]
        return tuple(derived(slot, days) for slot, days in found if days.known)

    def year(self, iri: str, kind: str, slot: str, day: object) -> Span:
        """Return the first and the last day that a day without a year can be."""
        told = Span()
        for article, body in self.articles(iri):
            if yearless(plain.slots(kind, body)[slot]):
                told = told.meet(self.time(article))
        return within(day, told) if isinstance(day, Date) and told.known else Span()

    def base(self, iri: str, years: int) -> Span:
        """Return the days from which an anniversary can count."""
        found = Span()
        for article, body in self.articles(iri):
            parties = keys.parties(plain.slots("anniversary", body)["parties"])
            found = found.meet(self.marked(article, parties) or around(self.published(article), self.time(article)))
        return found.moved(partial(before, years=years), partial(before, years=years))

    def articles(self, iri: str) -> Iterator[tuple[int, str]]:
        """Yield the articles that tell a fact, and how."""
        yield from self.index.rows(
            "SELECT DISTINCT t.article, s.body FROM telling t JOIN slots s ON s.id = t.slots WHERE t.fact = ?"
            " ORDER BY t.article, s.body",
            iri,
        )

    def marked(self, article: int, parties: list[str]) -> Span | None:
        """Return the one friendship year of some parties that an article names."""
        found = {
            (row.fact.since.edtf, row.claim)
            for row in tellings.read(self.index, article, "anniversary")
            if isinstance(row.fact, Anniversary) and row.fact.years is None and row.fact.since
            if keys.parties(row.fact.parties) == parties and len(row.fact.since.edtf) == len("2022")
        }
        if len({year for year, _ in found}) != 1:
            return None
        year = Date(next(iter(found))[0])
        return span(year.earliest(), year.latest(), (f"{BASE}claim/{claim}" for _, claim in found))

    def published(self, article: int) -> Span:
        """Return when an article appeared."""
        name, said = self.index.one("SELECT name, published FROM article WHERE id = ?", article) or ("", None)
        day = Date(said) if said else None
        return span(day.earliest(), day.latest(), [article_iri(name)]) if day else Span()

    def time(self, article: int) -> Span:
        """Return the days on which all whom an article gives a post held it."""
        if article not in self.read:
            found = Span()
            for row in tellings.read(self.index, article, "office"):
                if isinstance(row.fact, Office):
                    found = found.meet(held(row.fact, row.claim))
            self.read[article] = found if found.known else Span()
        return self.read[article]


def held(office: Office, claim: str) -> Span:
    """Return when an office was held as far as the authority file tells; `claim` is the end of the claim's IRI."""
    found = term(office.person, office.title, sides.iri(office.of) if office.of else "")
    if found is None or not (found.first or found.last):
        return Span()
    return span(found.first, found.last, [f"{BASE}claim/{claim}", *found.offices])


def around(published: Span, time: Span) -> Span:
    """Return in which years an anniversary is marked: an article tells of one of its year, or of a year beside it."""
    now = published if published.known else time
    return now.moved(lambda day: dt.date(day.year - 1, 1, 1), lambda day: dt.date(day.year + 1, 12, 31))


def before(day: dt.date, years: int) -> dt.date:
    """Return the first or last day of a year, so many years before."""
    return day.replace(year=max(day.year - years, 1))


def yearless(said: object) -> bool:
    """Tell whether a value is a day of no year."""
    return isinstance(said, Date) and said.edtf.startswith("XXXX") and any(sign.isdigit() for sign in said.edtf)


def within(day: Date, days: Span) -> Span:
    """Return the first and the last day that a day without a year can be within some days.

    >>> first = within(Date("XXXX-02-21"), span(dt.date(2024, 8, 1), None, ())).first
    >>> first and first.day
    datetime.date(2025, 2, 21)
    """
    return days.moved(partial(following, day), partial(preceding, day))


def following(day: Date, first: dt.date) -> dt.date | None:
    """Return the first day, on or after another, that a day without a year can be."""
    found = (filled(day, first.year + n) for n in range(LEAP + 1))
    return next((one[0] for one in found if one and one[0] >= first), None)


def preceding(day: Date, last: dt.date) -> dt.date | None:
    """Return the last day, on or before another, that a day without a year can be."""
    found = (filled(day, last.year - n) for n in range(LEAP + 1))
    return next((one[1] for one in found if one and one[1] <= last), None)


def filled(day: Date, year: int) -> tuple[dt.date, dt.date] | None:
    """Return the first and the last day of a day in a year that has it."""
    try:
        found = Date(day.edtf.replace("XXXX", f"{year:04d}"))
    except ValueError:
        return None
    first, last = found.earliest(), found.latest()
    return (first, last) if first and last and first <= last else None


def derived(slot: str, days: Span) -> Derived:
    """Write what follows for a slot."""
    ends = [end for end in (days.first, days.last) if end]
    first, last = (str(end.day) if end else "" for end in (days.first, days.last))
    return Derived(slot, first, last, tuple(sorted({rest for end in ends for rest in end.rests})))
