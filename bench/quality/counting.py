"""What is counted when found facts are compared with gold facts: people, keys, slots, and dates that say too much.

Only facts of the same article are compared. A fact is found where its keys are right; the slots of what is
found are then compared one by one.
"""

import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

sys.path.insert(0, str(Path(__file__).parents[2]))
from bench.quality import alike

Record: TypeAlias = dict[str, Any]
Same: TypeAlias = Callable[[Any, Any], bool]

KEYS = {
    "office": ("person", "title"),
    "meeting": ("a", "b"),
    "visit": ("visitor", "destination"),
    "delegation": ("leader", "origin"),
    "agreement": ("parties", "kind"),
    "anniversary": ("parties", "years"),
    "relation": ("parties", "level"),
}
SLOTS = {
    "office": ("of", "country"),
    "meeting": ("date", "place", "form", "status"),
    "visit": ("origin", "start", "end", "rank", "status"),
    "delegation": ("destination",),
    "agreement": ("name", "status", "date"),
    "anniversary": ("of", "since"),
    "relation": ("since", "status"),
}
PERSONS = ("person", "a", "b", "visitor", "leader")
DATES = ("date", "start", "end", "since")
EXACT = ("form", "rank", "status", "kind", "level", "years")


def equal(gold: object, found: object) -> bool:
    """Tell whether two values of a list are the same."""
    return gold == found


# How a field is compared; every other one is the name of a place or body.
COMPARED: dict[str, Same] = {
    **dict.fromkeys(DATES, alike.date),
    **dict.fromkeys(EXACT, equal),
    "title": alike.title,
    "parties": alike.parties,
    "name": alike.agreement_name,
}


@dataclass(slots=True)
class Counts:
    """What was counted of one kind of fact: facts, slots that the gold states, and date slots."""

    gold: int = 0
    found: int = 0
    hits: int = 0
    slots: int = 0
    slots_right: int = 0
    dates: int = 0
    invented: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        """Add up."""
        return Counts(*(getattr(self, name) + getattr(other, name) for name in self.__slots__))

    @property
    def precision(self) -> float:
        """Return which share of the found is right."""
        return self.hits / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Return which share of the gold is found."""
        return self.hits / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Return the harmonic mean of both."""
        both = self.gold + self.found
        return 2 * self.hits / both if self.hits else 0.0

    @property
    def accuracy(self) -> float | None:
        """Return which share of the slots is right; None where the gold states none."""
        return self.slots_right / self.slots if self.slots else None


@dataclass(frozen=True, slots=True)
class Side:
    """What one side, gold or found, says of one article."""

    people: list[list[str]]
    facts: list[Record]

    def names(self, name: str | None) -> list[str] | None:
        """Return all names of the person whom a fact names; None for nobody."""
        if name is None:
            return None
        bare = alike.words(name)
        return next((names for names in self.people if any(alike.words(n) == bare for n in names)), [name])

    def of(self, kind: str) -> list[Record]:
        """Return the facts of a kind."""
        return [fact for fact in self.facts if fact["fact"] == kind]


def side(persons: Iterable[Record], facts: Iterable[Record]) -> Side:
    """Make a side of person records and facts."""
    return Side([[person["name"], *(person.get("also") or [])] for person in persons], list(facts))


def score(gold: Iterable[Record], records: Iterable[Record]) -> dict[str, Counts]:
    """Count persons and each kind of fact over all articles of the gold."""
    counts = {kind: Counts() for kind in ("person", *KEYS)}
    for told, found in articles(gold, records):
        counts["person"] += persons(told, found)
        for kind in KEYS:
            counts[kind] += facts(kind, told, found)
    return counts


def articles(gold: Iterable[Record], records: Iterable[Record]) -> Iterator[tuple[Side, Side]]:
    """Yield what gold and records say of each article of the gold."""
    read: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        read[record["article"]].append(record)
    for article in gold:
        mine = read[article["id"]]
        found = side([r for r in mine if r["fact"] == "person"], [r for r in mine if r["fact"] != "person"])
        yield side(article["persons"], article["facts"]), found


def persons(gold: Side, found: Side) -> Counts:
    """Count the people of one article; those spelled alike go together first."""
    edges = [
        (int(alike.words(g[0]) != alike.words(f[0])), i, j)
        for i, g in enumerate(gold.people)
        for j, f in enumerate(found.people)
        if alike.people(g, f)
    ]
    return Counts(len(gold.people), len(found.people), len(pairs(edges)))


def facts(kind: str, gold: Side, found: Side) -> Counts:
    """Count the facts of a kind of one article."""
    counts = Counts(len(gold.of(kind)), len(found.of(kind)))
    for one, other in matched(kind, gold, found):
        counts += compared(kind, one, other)
    return counts


def matched(kind: str, gold: Side, found: Side) -> Iterator[tuple[Record, Record]]:
    """Yield the facts of a kind of one article that are one; those with most slots right go together first."""
    told, read = gold.of(kind), found.of(kind)
    edges = [
        (-sum(right for _, right in slots(kind, g, f)), i, j)
        for i, g in enumerate(told)
        for j, f in enumerate(read)
        if same_keys(kind, g, f, gold, found)
    ]
    for i, j in pairs(edges):
        yield told[i], read[j]


def topics(gold: Iterable[Record], records: Iterable[Record]) -> Counts:
    """Count the topics of the meetings and agreements that were found."""
    counts = Counts()
    for told, found in articles(gold, records):
        for kind in ("meeting", "agreement"):
            for one, other in matched(kind, told, found):
                mine, theirs = set(one["topics"]), set(other["topics"])
                counts += Counts(len(mine), len(theirs), len(mine & theirs))
    return counts


def compared(kind: str, gold: Record, found: Record) -> Counts:
    """Count one fact that was found: its slots, and the dates that say more than the gold."""
    right = [ok for _, ok in slots(kind, gold, found)]
    dates = [slot for slot in SLOTS[kind] if slot in DATES]
    more = sum(alike.invented(gold.get(slot), found.get(slot)) for slot in dates)
    return Counts(0, 0, 1, len(right), sum(right), len(dates), more)


def slots(kind: str, gold: Record, found: Record) -> Iterator[tuple[str, bool]]:
    """Yield each slot that the gold states, and whether it is right."""
    for slot in SLOTS[kind]:
        if gold.get(slot) is not None:
            yield slot, COMPARED.get(slot, alike.text)(gold[slot], found.get(slot))


def same_keys(kind: str, gold: Record, found: Record, told: Side, read: Side) -> bool:
    """Tell whether two facts are one by their keys; the two who meet have no order."""

    def same(key: str, other: str) -> bool:
        if key in PERSONS:
            return alike.people(told.names(gold.get(key)), read.names(found.get(other)))
        return COMPARED.get(key, alike.text)(gold.get(key), found.get(other))

    first, second = KEYS[kind]
    if same(first, first) and same(second, second):
        return True
    return kind == "meeting" and same("a", "b") and same("b", "a")


def pairs(edges: Iterable[tuple[int, int, int]]) -> list[tuple[int, int]]:
    """Pair gold with found, each once: as many pairs as can be, those of lower rank first (rank, gold, found).

    >>> pairs([(0, 0, 0), (1, 0, 1), (0, 1, 0)])
    [(0, 1), (1, 0)]
    """
    options: dict[int, list[int]] = defaultdict(list)
    for _, gold, found in sorted(edges):
        options[gold].append(found)
    taken: dict[int, int] = {}

    def take(gold: int, tried: set[int]) -> bool:
        for found in options[gold]:
            if found not in tried:
                tried.add(found)
                if found not in taken or take(taken[found], tried):
                    taken[found] = gold
                    return True
        return False

    for gold in options:
        take(gold, set())
    return sorted((gold, found) for found, gold in taken.items())


def total(counts: dict[str, Counts]) -> Counts:
    """Add up all kinds of fact, without the people."""
    return sum((counts[kind] for kind in KEYS), Counts())


def macro(counts: dict[str, Counts]) -> float:
    """Return the mean F1 of the kinds that the gold holds."""
    told = [counts[kind].f1 for kind in KEYS if counts[kind].gold]
    return sum(told) / max(len(told), 1)
