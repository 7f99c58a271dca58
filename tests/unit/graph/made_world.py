"""A small world in which much is told twice: readings drawn at random from a few people, days and instruments."""

import random
from collections.abc import Iterator

from told_examples import HANOI, KHM, LAO, PHNOM_PENH, VNM, reading

from ontology.dates import Date
from ontology.facts import (
    Agreement,
    Anniversary,
    Body,
    Delegation,
    Fact,
    Meeting,
    Office,
    Person,
    Place,
    Reading,
    Relation,
    Visit,
)

# Spellings of one, people of one name, people of unsaid country, a name that others are short for.
NAMES = {
    "VNM": ("Đinh Tiến Dũng", "Nguyễn Xuân Phúc", "Xuân Phúc", "Nguyễn Văn Hùng"),
    "KHM": ("Khuong Sreng", "Khuông Sơ-reng", "Hun Sen", "Hun Xen", "Hun Manet", "Sreng"),
    "LAO": ("Thongloun Sisoulith", "Thoong-lun Xỉ-xu-lít"),
    None: ("Khuong Sreng", "Hun Sen", "Lee Hyun"),
}
TITLES = ("Thủ tướng", "Đô trưởng", "Bí thư Thành ủy", "Chủ tịch UBND", "Bộ trưởng Ngoại giao")
DAYS = (None, None, "2022-04-27", "2022-04-28", "2022-04", "2022", "XXXX-04-27", "2023-04-27", "2022-04-26/2022-04-28")
SIDES = (VNM, KHM, LAO, HANOI, PHNOM_PENH, Body("Đảng Nhân dân Campuchia"), Body("CPP"), Body("Hội Hữu nghị"))
INSTRUMENTS = (None, "Bản ghi nhớ", "Bản ghi nhớ về hải quan", "Hiệp định hợp tác 2017-2020")


class World:
    """Draws readings."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)  # noqa: S311 - made data, no secret

    def readings(self, count: int) -> list[Reading]:
        return [self.reading(f"a{number:02}") for number in self.dice.sample(range(99), count)]

    def reading(self, name: str) -> Reading:
        known = [self.person() for _ in range(self.dice.randint(2, 4))]
        facts = list(dict.fromkeys(fact for _ in range(self.dice.randint(1, 6)) for fact in self.facts(known)))
        return reading(name, *facts, published=self.dice.choice((None, "2022-04-20", "2022-05-01", "2023-05-01")))

    def person(self) -> Person:
        country = self.dice.choice([*NAMES])
        name, *rest = self.dice.sample(NAMES[country], 2)
        return Person(name, tuple(rest) if self.dice.random() < 0.15 else (), country)

    def facts(self, known: list[Person]) -> Iterator[Fact]:
        a, b = self.dice.sample(known, 2)
        one, two = self.dice.sample(SIDES[:3], 2)
        yield self.dice.choice(
            (
                Office(a, self.dice.choice(TITLES), self.dice.choice((None, *SIDES)), a.country),
                Office(a, "Thủ tướng", dict(zip(("VNM", "KHM", "LAO"), SIDES, strict=False)).get(a.country), a.country),
                Office(a, self.dice.choice(TITLES), self.dice.choice((HANOI, PHNOM_PENH)), a.country),
                Meeting(a, b, self.day(), self.place(), self.dice.choice((None, "talks", "reception")), self.status()),
                Visit(self.dice.choice((None, a)), one, two, self.day(), self.day(), None, self.status()),
                Delegation(a, one, self.dice.choice((None, two))),
                Agreement((one, two), "memorandum", self.dice.choice(INSTRUMENTS), None, self.day()),
                Anniversary((one, two), self.dice.choice((None, 55)), None, self.day()),
                Relation((two, one), "strategic partnership", self.day(), self.dice.choice((None, "established"))),
            )
        )

    def day(self) -> Date | None:
        day = self.dice.choice(DAYS)
        return Date(day) if day else None

    def place(self) -> Place | None:
        place = self.dice.choice((None, "Hà Nội", "Phnom Penh", "Phnôm Pênh", "Nhà khách Chính phủ"))
        return Place(place) if place else None

    def status(self) -> str | None:
        return self.dice.choice((None, "planned", "underway", "done", "cancelled"))
