"""Readings for tests: those of the gold beside data/articles, and small ones made by hand."""

import functools
import hashlib
import json
import re
from pathlib import Path

from graph import sides
from ontology.dates import Date
from ontology.facts import (
    KINDS,
    Article,
    Body,
    Claim,
    Evidence,
    Fact,
    Meeting,
    Office,
    Person,
    Place,
    Polity,
    Reading,
    Side,
)

GOLD = Path(__file__).parents[3] / "data" / "gold.jsonl"
PEOPLE = {"person", "a", "b", "visitor", "leader"}
DATES = {"date", "start", "end", "since"}

DUNG = Person("Đinh Tiến Dũng", (), "VNM")
SRENG = Person("Khuong Sreng", (), "KHM")
SO_RENG = Person("Khuông Sơ-reng", (), "KHM")
HANOI, PHNOM_PENH = Polity("Hà Nội"), Polity("Phnom Penh")
VNM, KHM, LAO = Polity("VNM"), Polity("KHM"), Polity("LAO")


def reading(name: str, *facts: Fact | Person, published: str | None = None, text: str | None = None) -> Reading:
    """An article whose sentence n is "Câu n." and states fact n, with a claim for each person first."""
    told = list(dict.fromkeys([p for f in facts for p in people(f)]))
    told += [fact for fact in facts if not isinstance(fact, Person)]
    body = text or "".join(f"Câu {n}.\n" for n in range(len(told)))
    claims = []
    for n, fact in enumerate(told):
        quote = f"Câu {n}."
        start = max(body.find(quote), 0)
        claims.append(Claim(fact, (Evidence(quote, start, start + len(quote)),)))
    digest = hashlib.sha256(body.encode()).hexdigest()
    return Reading(Article(name, body, published=Date(published) if published else None, digest=digest), tuple(claims))


def people(fact: Fact | Person) -> list[Person]:
    if isinstance(fact, Person):
        return [fact]
    return [v for name in fact.__dataclass_fields__ if isinstance(v := getattr(fact, name), Person)]


def governor(person: Person) -> Office:
    return Office(person, "Đô trưởng", PHNOM_PENH, "KHM")


def secretary(person: Person = DUNG) -> Office:
    return Office(person, "Bí thư Thành ủy", HANOI, "VNM")


def met(date: str | None, a: Person = DUNG, b: Person = SRENG, **slots: str | None) -> Meeting:
    place = slots.pop("place", None)
    return Meeting(a, b, Date(date) if date else None, Place(place) if place else None, **slots)


@functools.cache
def gold() -> tuple[Reading, ...]:
    """The readings of all articles of data/articles, as the gold has them."""
    return tuple(of_gold(json.loads(line)) for line in GOLD.read_text(encoding="utf-8").splitlines() if line.strip())


def of_gold(row: dict) -> Reading:
    persons = {p["name"]: Person(p["name"], tuple(p["also"]), p["country"]) for p in row["persons"]}
    facts = [fact(one, persons) for one in row["facts"]]
    return reading(row["id"], *persons.values(), *facts, published=row["published"])


def fact(row: dict, persons: dict[str, Person]) -> Fact:
    kind = row["fact"]
    slots = {name: slot(kind, name, value, persons) for name, value in row.items() if name != "fact"}
    return KINDS[kind](**slots)


def slot(kind: str, name: str, value: object, persons: dict[str, Person]) -> object:
    if value is None:
        return None
    if name in PEOPLE:
        return persons.get(value) or Person(value)
    if name in DATES:
        return Date(value)
    if name in {"topics", "parties"}:
        return tuple(side(one) if name == "parties" else one for one in value)
    if name in {"origin", "destination"} or (name == "of" and kind == "office"):
        return side(value)
    return Place(value) if name == "place" else value


def side(name: str) -> Side:
    known = sides.concept(Polity(name))
    return Polity(name) if re.fullmatch("[A-Z]{3}", name) or (known and known.scheme == "polities") else Body(name)
