"""Which anniversaries come next after a day."""

from collections.abc import Iterable, Iterator
from datetime import date as Day  # noqa: N812 - a day, beside our own dates

from graph.model import MergedFact
from ontology.dates import Date
from ontology.facts import Anniversary, Relation


def coming(facts: Iterable[MergedFact], as_of: Day) -> Iterator[tuple[str, int, MergedFact]]:
    """Yield date, years and fact of the next anniversary of each beginning, the nearest first."""
    found: dict[str, MergedFact] = {}
    for fact in sorted(facts, key=lambda f: f.iri):
        since = began(fact)
        if since is not None:
            found.setdefault(since.edtf, fact)
    due = ((*next_time(Date(edtf), as_of), fact) for edtf, fact in found.items())
    yield from sorted(due, key=lambda one: (one[0], one[2].iri))


def began(fact: MergedFact) -> Date | None:
    """Return when what an anniversary or relation is about began, told to the day or year."""
    match fact.fact:
        case Anniversary(years=int(), since=Date() as since) | Relation(since=Date() as since, status="established"):
            return since if since.edtf.replace("-", "").isdigit() and len(since.edtf) in (4, 10) else None
        case _:
            return None


def next_time(since: Date, as_of: Day) -> tuple[str, int]:
    """Return the next anniversary, on or after a day, and how many years it marks.

    >>> next_time(Date("1967-06-24"), Day(2022, 5, 1)), next_time(Date("1967"), Day(2022, 5, 1))
    (('2022-06-24', 55), ('2022', 55))
    """
    begun = int(since.edtf[:4])
    rest = since.edtf[4:]
    year = as_of.year if f"{as_of.year:04}{rest}" >= as_of.isoformat()[: len(since.edtf)] else as_of.year + 1
    year = max(year, begun + 1)
    return f"{year:04}{rest}", year - begun
