"""The profiles of the tables: read once each, and found by those that may be near them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from graph.index import plain
from graph.index.index import Index
from graph.people import judgements, near
from graph.people.judgements import Judgement
from graph.people.near import Judged, Profile


class Profiles:
    """The profiles of the tables as they are told now, or were when they were read."""

    def __init__(self, index: Index, judged: Sequence[Judgement]) -> None:
        """Read none yet."""
        self.index, self.judged = index, spoken(judged)
        self.held: dict[int, Profile] = {}

    def get(self, number: int) -> Profile:
        """Return a profile with all that is told of it."""
        if number not in self.held:
            key = self.index.one("SELECT key FROM profile WHERE id = ?", number) or ('["", ""]',)
            told = self.index.rows("SELECT person, posts FROM variant WHERE profile = ? AND told > 0", number)
            ways = tuple((plain.read_person(person), plain.read_posts(posts)) for person, posts in told)
            self.held[number] = Profile(plain.read_key(key[0]), ways, self.judged)
        return self.held[number]

    def forget(self, number: int) -> None:
        """Note that a profile is told otherwise now."""
        self.held.pop(number, None)

    def expose(self, number: int) -> None:
        """Write the keys under which a profile is found."""
        self.index.run("DELETE FROM near WHERE profile = ?", number)
        mine = self.get(number)
        if mine.told:
            self.index.many("INSERT INTO near VALUES (?, ?)", ((key, number) for key in {*near.offers(mine)}))

    def grow(self, seeds: Iterable[int]) -> set[int]:
        """Return all profiles that are near some, or near those that are, and so on."""
        found, waiting = set(seeds), list(seeds)
        while waiting:
            number = waiting.pop()
            fresh = self.around(number) - found
            found |= fresh
            waiting += fresh
        return found

    def around(self, number: int) -> set[int]:
        """Return the profiles that are near one, or the same person."""
        return {*self.neighbours(number), *self.housemates(number)}

    def neighbours(self, number: int) -> Iterator[int]:
        """Yield the profiles near one."""
        mine = self.get(number)
        if not mine.told:
            return
        keys = plain.written(sorted({*near.asks(mine)}))
        for (other,) in self.index.rows(
            "SELECT DISTINCT profile FROM near WHERE key IN (SELECT value FROM json_each(?))", keys
        ):
            if other != number and near.near(mine, self.get(other)):
                yield other

    def housemates(self, number: int) -> Iterator[int]:
        """Yield the profiles of those whom a profile was told to be."""
        for (other,) in self.index.rows(
            "SELECT DISTINCT w.profile FROM variant v JOIN called c ON c.variant = v.id"
            " JOIN called d ON d.person = c.person JOIN variant w ON w.id = d.variant WHERE v.profile = ?",
            number,
        ):
            yield other


def spoken(judged: Sequence[Judgement]) -> Judged:
    """Return the judgements that speak of each name and country."""
    found: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for one in judgements.standing(judged):
        for named in (one.first, one.second):
            found[named.key()[:2]].add(plain.written(one.pair))
    return {key: frozenset(pairs) for key, pairs in found.items()}
