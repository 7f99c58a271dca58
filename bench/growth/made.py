"""Readings without end, made from some that were read: other names, other days, as uneven as news is.

The n-th made reading is the same on every machine. In place of each person stand some hundred, a few of whom are
told of again and again, and most of them in few articles.
"""

import datetime as dt
import hashlib
import random
from collections.abc import Iterator, Sequence
from dataclasses import fields, replace
from typing import Any

from ontology.dates import Date
from ontology.facts import Article, Claim, Evidence, Fact, Person, Reading

STEEP = 1.5  # how fast those who stand for a person are told of less: the first in half of all copies
STANDINGS = 300  # so many stand for one person
YEARS = 12  # the days of the copies are spread over so many


def copies(readings: Sequence[Reading], count: int, start: int = 0) -> Iterator[Reading]:
    """Yield so many copies, from a given one on."""
    syllables = sorted({word for r in readings for p in people(r) for word in p.name.split()})
    for number in range(start, start + count):
        yield Maker(syllables, number).reading(readings[number % len(readings)])


def people(reading: Reading) -> Iterator[Person]:
    """Yield the people whom a reading introduces."""
    yield from (claim.fact for claim in reading.claims if isinstance(claim.fact, Person))


class Maker:
    """One copy on the way."""

    def __init__(self, syllables: Sequence[str], number: int) -> None:
        """Choose by how many days it is moved."""
        self.syllables, self.number = syllables, number
        self.dice = random.Random(number)  # noqa: S311 - made data, no secret
        self.days = self.dice.randrange(YEARS * 365)
        self.names: dict[str, str] = {}

    def reading(self, reading: Reading) -> Reading:
        """Return a copy of a reading."""
        article = reading.article
        digest = hashlib.sha256(f"{article.id} {self.number}".encode()).hexdigest()
        moved = Article(
            f"{self.number:07}-{article.id}", "", article.title, published=self.date(article.published), digest=digest
        )
        claims = (Claim(self.fact(claim.fact), tuple(map(self.evidence, claim.evidence))) for claim in reading.claims)
        return Reading(moved, tuple(dict.fromkeys(claims)))

    def evidence(self, evidence: Evidence) -> Evidence:
        """Return a sentence of the copy, as long as the first."""
        return replace(evidence, quote=f"{self.number} {evidence.quote}"[: max(len(evidence.quote), 8)])

    def fact(self, fact: Fact | Person) -> Any:  # noqa: ANN401 - of the same class
        """Return a fact with other people, on other days."""
        if isinstance(fact, Person):
            return self.person(fact)
        return replace(fact, **{f.name: self.value(getattr(fact, f.name)) for f in fields(fact)})

    def value(self, value: object) -> object:
        """Return a value of a slot."""
        if isinstance(value, Person):
            return self.person(value)
        return self.date(value) if isinstance(value, Date) else value

    def person(self, person: Person) -> Person:
        """Return somebody in place of a person: the same one within a copy."""
        if person.name not in self.names:
            self.names[person.name] = self.name(person.name, min(int(self.dice.paretovariate(STEEP)), STANDINGS))
        name = self.names[person.name]
        return person if name == person.name else Person(name, (), person.country)

    def name(self, name: str, nth: int) -> str:
        """Return the name of the n-th who stands for a person: the first has the same name."""
        dice = random.Random(f"{name} {nth}")  # noqa: S311 - made data, no secret
        return name if nth == 1 else " ".join(dice.choices(self.syllables, k=max(2, len(name.split()))))

    def date(self, date: Date | None) -> Date | None:
        """Return a date moved by as many days as the copy is; one that is no full date keeps what it leaves unsaid."""
        if date is None or "X" in date.edtf:
            return date
        return Date("/".join(self.moved(part) for part in date.edtf.split("/")))

    def moved(self, part: str) -> str:
        """Return one end of a date, moved."""
        first = dt.date.fromisoformat((part + "-01-01")[:10] if len(part) < 10 else part)
        return (first - dt.timedelta(days=self.days)).isoformat()[: len(part)]
