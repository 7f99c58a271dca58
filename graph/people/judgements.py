"""What people have judged of two names: same, different or unsure; each dated and signed, each can be withdrawn.

They stand in a table of their own (`judgements.tsv` in the store's folder), one line a judgement, the newest last;
nothing is ever taken out of it: a line that withdraws one is added. The same table can be kept in git and applied.
"""

import csv
import datetime as dt
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from functools import cached_property
from pathlib import Path

from graph import sides
from graph.people.posts import post
from graph.people.unions import Unions
from ontology import names
from ontology.errors import DataError, UsageError
from ontology.facts import Body, Polity

VERDICTS = ("same", "different", "unsure", "withdrawn")
FILE = "judgements.tsv"


@dataclass(frozen=True, slots=True, order=True)
class Named:
    """Whom a judgement speaks of: a name, a country's code ("" where unsaid), and one post where it counts."""

    name: str
    country: str = ""
    title: str = ""
    of: str = ""

    def key(self) -> tuple[str, ...]:
        """Return what two ways to write the same have in common."""
        return (names.exact(self.name), self.country, post(self.title) if self.title else "", self.of)

    def holds(self, posts: Iterable[tuple[str, str]]) -> bool:
        """Tell whether some posts are those that it speaks of: any, where it names none."""
        if not self.title:
            return True
        wanted = {sides.iri(Polity(self.of)), sides.iri(Body(self.of))} if self.of else set()
        return any(title == post(self.title) and (not wanted or of in wanted) for title, of in posts)


@dataclass(frozen=True)
class Judgement:
    """One judgement; `date` is a day, `by` who judged, `note` why."""

    first: Named
    second: Named
    verdict: str
    date: str
    by: str
    note: str = ""

    @cached_property
    def pair(self) -> tuple[tuple[str, ...], ...]:
        """Return what it is about, whichever stands first."""
        return tuple(sorted((self.first.key(), self.second.key())))


SIDES = tuple(f"{side}{field.name}" for side in ("", "other_") for field in fields(Named))
COLUMNS = (*SIDES, "verdict", "date", "by", "note")


def load(path: Path) -> tuple[Judgement, ...]:
    """Return the judgements of a file, oldest first, none where there is no file; raises DataError."""
    if not path.exists():
        return ()
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(str(path), f"it cannot be read ({error})", "write it as UTF-8") from error
    return tuple(parse(text, str(path)))


def parse(text: str, where: str) -> Iterator[Judgement]:
    """Yield the judgements of a table; lines without a verdict are left for later. Raises DataError."""
    reader = csv.DictReader(io.StringIO(text), delimiter="\t", quoting=csv.QUOTE_NONE)
    missing = [name for name in ("name", "other_name", "verdict") if name not in (reader.fieldnames or ())]
    if missing:
        wrong = f"its first line has no column {', '.join(missing)}"
        raise DataError(where, wrong, f"begin with the columns of review --export: {', '.join(COLUMNS)}")
    for number, row in enumerate(reader, 2):
        cells = {name: (row.get(name) or "").strip() for name in COLUMNS}
        if cells["verdict"]:
            yield judgement(cells, f"{where}, line {number}")


def judgement(cells: dict[str, str], where: str) -> Judgement:
    """Make a judgement of a line's cells; raises DataError."""
    if cells["verdict"] not in VERDICTS:
        wrong = f"{cells['verdict']!r} is no verdict"
        raise DataError(where, wrong, f"write one of {', '.join(VERDICTS)}, or nothing to leave it for later")
    if not cells["name"] or not cells["other_name"]:
        raise DataError(where, "it names nobody", "give name and other_name")
    if cells["date"]:
        day(cells["date"], where)
    first, second = (Named(*(cells[f"{side}{field.name}"] for field in fields(Named))) for side in ("", "other_"))
    return Judgement(first, second, cells["verdict"], cells["date"], cells["by"], cells["note"])


def day(text: str, where: str = "--date") -> str:
    """Return a day as YYYY-MM-DD; raises DataError.

    >>> day("2026-11-24")
    '2026-11-24'
    """
    try:
        return dt.date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise DataError(where, f"{text!r} is no day", "write it as 2026-11-24") from error


def lines(judged: Iterable[Judgement]) -> Iterator[str]:
    """Yield the lines of a table, its heading first."""
    yield "\t".join(COLUMNS) + "\n"
    for one in judged:
        cells = [getattr(side, field.name) for side in (one.first, one.second) for field in fields(Named)]
        told = (*cells, one.verdict, one.date, one.by, one.note)
        yield "\t".join(" ".join(cell.split()) for cell in told) + "\n"


def standing(log: Sequence[Judgement]) -> tuple[Judgement, ...]:
    """Return the judgements in force: the newest of each pair, unless it was withdrawn, sorted by pair."""
    newest = {one.pair: one for one in log}
    return tuple(newest[pair] for pair in sorted(newest) if newest[pair].verdict != "withdrawn")


class Verdicts:
    """What judgements in force answer, those that follow from others too.

    Who is the same as somebody is different from all whom that one is different from.
    """

    def __init__(self, judged: Iterable[Judgement]) -> None:
        """Join and part; raises UsageError where judgements contradict each other."""
        self._same, self._unsure = Unions(), set[tuple[tuple[str, ...], ...]]()
        ordered = sorted(standing(tuple(judged)), key=lambda one: one.verdict == "different")
        for one in ordered:
            if one.verdict == "same":
                self._same.join(one.first.key(), one.second.key())
            elif one.verdict == "unsure":
                self._unsure.add(one.pair)
            elif not self._same.part(one.first.key(), one.second.key()):
                pair = f"{one.first.name} ({one.first.country}) and {one.second.name} ({one.second.country})"
                raise UsageError(pair, "other judgements make them one", "withdraw one of those, or this one")

    def answer(self, first: Named, second: Named) -> str:
        """Return what is judged of a pair, or "".

        >>> a, b, c = (Named(name, "KHM") for name in ("A", "B", "C"))
        >>> told = [Judgement(a, b, "different", "", ""), Judgement(b, c, "same", "", "")]
        >>> Verdicts(told).answer(c, a)
        'different'
        """
        mine, theirs = first.key(), second.key()
        if mine != theirs and self._same.find(mine) == self._same.find(theirs):
            return "same"
        if self._same.kept_apart(mine, theirs):
            return "different"
        return "unsure" if tuple(sorted((mine, theirs))) in self._unsure else ""


def check(log: Sequence[Judgement]) -> None:
    """Refuse judgements that contradict each other; raises UsageError naming the pair."""
    Verdicts(log)


def withdrawal(one: Judgement, date: str, by: str) -> Judgement:
    """Return the line that withdraws a judgement."""
    return Judgement(one.first, one.second, "withdrawn", date, by, f"was {one.verdict}, {one.date} {one.by}".strip())
