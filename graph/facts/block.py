"""One block of the tables: which of its tellings are one fact, as far as some of them changed."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from typing import TypeAlias

from graph.facts import hints, keys
from graph.facts.days import groups, timely
from graph.facts.hints import Sign
from graph.facts.keys import Key
from graph.facts.partition import Cluster, Told, partition
from graph.index import plain
from graph.index.index import Index, Row
from ontology.dates import Date
from ontology.terms import mint

TOLD = (
    "SELECT t.id, a.name, t.start, t.stop, t.claim, t.features, t.anchored, t.dated, t.date, s.body, a.published,"
    " t.kind, t.fact, t.founds, t.choices FROM telling t JOIN article a ON a.id = t.article"
    " JOIN slots s ON s.id = t.slots WHERE t.block = ?"
)

OF_SOME = TOLD + " AND t.article IN (SELECT value FROM json_each(?))"  # noqa: S608 - ours

Left: TypeAlias = dict[str, list[tuple[str, str]]]  # the claims that facts have lost, each with its article

Home: TypeAlias = tuple[str, bool, str]  # the fact that a telling is of, whether it founds it, and what it may be else


class Block:
    """One block."""

    def __init__(self, index: Index, number: int, facts: set[str], left: Left) -> None:
        """Take a block by its number; to `facts` those are added whose tellings change, to `left` what they were."""
        self.index, self.number, self.facts, self.left = index, number, facts, left
        kind, key = index.one("SELECT kind, key FROM block WHERE id = ?", number) or ("", "[]")
        self.kind: str = kind
        self.key = plain.read_key(key)

    def settle(self, articles: set[int], signs: set[str], days: set[str]) -> set[int]:
        """Partition what changed, some articles, signs and days; return the tellings that moved."""
        again = {
            "Visit": lambda: self.visits(articles, signs),
            "Agreement": lambda: self.agreements(days),
        }
        changed = articles | (again[self.kind]() if self.kind in again else set())
        found = self.told(changed)
        known = self.known
        clusters = partition((told for told, _ in found), known)
        if not self.steady(clusters, changed, self.facts | {home[0] for _, home in found}):
            found = self.told(None)
            clusters = partition(told for told, _ in found)
        homes = {told.telling: home for told, home in found}
        return {number for cluster in clusters for number in self.write(cluster, homes)}

    def told(self, articles: set[int] | None) -> list[tuple[Told, Home]]:
        """Return the tellings of some articles, or all, each with the fact that it is of and whether it founds it."""
        if articles is None:
            rows = self.index.rows(TOLD, self.number)
        else:
            rows = self.index.rows(OF_SOME, self.number, plain.written(sorted(articles)))
        return [(told(row), (row[12] or "", bool(row[13]), row[14] or "")) for row in rows]

    @cached_property
    def known(self) -> list[Cluster]:
        """Return the clusters that were there before, as far as others can join them."""
        rows = self.index.rows(
            "SELECT iri, features, dated, date FROM fact WHERE block = ? AND anchored = 1", self.number
        )
        return [
            Cluster(plain.read_features(features), True, bool(dated), date and Date(date), iri=iri)  # noqa: FBT003
            for iri, features, dated, date in rows
        ]

    def steady(self, clusters: Iterable[Cluster], changed: set[int], left: set[str]) -> bool:
        """Tell whether the clusters that others can join are those that were: then nobody else's place changes."""
        for cluster in clusters:
            if cluster.anchored and not cluster.iri:
                return False
            if cluster.iri in left and not cluster.founders and not self.founded(cluster.iri, changed):
                return False
        return True

    def founded(self, fact: str, changed: set[int]) -> bool:
        """Tell whether an article that did not change founds a fact."""
        rows = self.index.core.execute("SELECT article FROM telling WHERE fact = ? AND founds = 1", (fact,))
        return any(article not in changed for (article,) in rows)

    def write(self, cluster: Cluster, homes: Mapping[int, Home]) -> Iterator[int]:
        """Write which fact the tellings of a cluster are of; yield those for which that is new."""
        iri = cluster.iri or self.iri(cluster)
        if cluster.tellings and not cluster.iri:
            said = plain.features(cluster.features), cluster.anchored, cluster.dated
            self.index.run(
                "INSERT OR IGNORE INTO fact (iri, block, features, anchored, dated, date, state)"
                " VALUES (?, ?, ?, ?, ?, ?, '')",
                *(iri, self.number, *said, cluster.when and cluster.when.edtf),
            )
        for told in cluster.tellings:
            before = homes[told.telling]
            choices = sorted(one.iri or self.iri(one) for one in cluster.choices.get(told.telling, ()))
            home = iri, told.telling in cluster.founders, plain.written(choices) if choices else ""
            if before != home:
                self.index.run("UPDATE telling SET fact = ?, founds = ?, choices = ? WHERE id = ?", *home, told.telling)
                self.facts |= {iri, before[0]} - {""}
            if before[0] != iri:
                self.left[before[0]].append((told.place[2], told.article))
                yield told.telling

    def iri(self, cluster: Cluster) -> str:
        """Mint the IRI of a cluster from what makes it the fact that it is."""
        words = keys.words(self.key, cluster.features)
        return mint(self.kind.lower(), self.key, cluster.features, cluster.place, words=words)

    def visits(self, articles: set[int], signs: set[str]) -> set[int]:
        """Find again which days are one, and the starts that signs tell; return the articles where that changes."""
        days = groups(self.dated())
        changed = self.regroup(days)
        rows = self.index.rows(
            "SELECT id, article, key, signs, features FROM telling WHERE block = ?"
            " AND article IN (SELECT value FROM json_each(?)) UNION"
            " SELECT t.id, t.article, t.key, t.signs, t.features FROM sign s JOIN telling t ON t.id = s.telling"
            " WHERE s.block = ? AND (? OR s.sign IN (SELECT value FROM json_each(?)))",
            *(self.number, plain.written(sorted(articles)), self.number, bool(changed), plain.written(sorted(signs))),
        )
        starts = Starts(self.index, self.number, days)
        unsaid = ((row, self.raw(row[2])) for row in rows)
        return changed | {
            article
            for (number, article, _, said, features), key in unsaid
            if not key.anchored and self.refine(number, hints.started(key, read_signs(said), starts.get), features)
        }

    def dated(self) -> Iterator[Date]:
        """Yield the starts that are told."""
        for (key,) in self.index.rows("SELECT DISTINCT key FROM telling WHERE block = ?", self.number):
            start = plain.read_features(key)[0]
            if isinstance(start, Date):
                yield start

    def regroup(self, days: Mapping[Date, Date]) -> set[int]:
        """Write which days are one; return the articles where that is new."""
        moved = [plain.features((day,)) for day, first in days.items() if day != first]
        changed: set[int] = set()
        for number, article, published, key, features in self.index.rows(
            "SELECT t.id, t.article, a.published, t.key, t.features FROM telling t JOIN article a ON a.id = t.article"
            " WHERE t.block = ? AND (t.features != t.key OR t.key IN (SELECT value FROM json_each(?)))",
            *(self.number, plain.written(moved)),
        ):
            day = plain.read_features(key)[0]
            if isinstance(day, Date):
                first = days.get(day, day)
                meant = first if timely(first, published) else day
                if self.refine(number, replace(self.raw(plain.features((meant,))), when=meant), features):
                    changed.add(article)
        return changed

    def agreements(self, days: set[str]) -> set[int]:
        """Find again the longer names of instruments of some days; return the articles where that changes."""
        changed: set[int] = set()
        for day in sorted(day for day in days if hints.is_day(Date(day))):
            rows = self.index.rows(
                "SELECT t.id, t.article, a.name, t.key, t.features FROM telling t JOIN article a ON a.id = t.article"
                " WHERE t.block = ? AND t.date = ?",
                *(self.number, day),
            )
            names: dict[str, set[str]] = defaultdict(set)
            for _, _, article, key, _ in rows:
                if isinstance(name := plain.read_features(key)[0], str):
                    names[name].add(article)
            for number, article, _, key, features in rows:
                if self.refine(number, hints.longer(self.raw(key), names), features):
                    changed.add(article)
        return changed

    def raw(self, key: str) -> Key:
        """Return a telling's own key."""
        features = plain.read_features(key)
        when = next((feature for feature in features if isinstance(feature, Date)), None)
        return Key(self.key, features, any(feature is not None for feature in features), when is not None, when)

    def refine(self, telling: int, key: Key, features: str) -> bool:
        """Write what a hint adds to the key of a telling; tell whether that is new."""
        now = plain.features(key.features)
        if now == features:
            return False
        self.index.run(
            "UPDATE telling SET features = ?, anchored = ?, dated = ?, date = ? WHERE id = ?",
            *(now, key.anchored, key.dated, key.when and key.when.edtf, telling),
        )
        return True


class Starts(dict[str, set[Date]]):
    """The starts of visits that are told with a sign, read once each."""

    def __init__(self, index: Index, block: int, days: Mapping[Date, Date]) -> None:
        """Take the signs of a block; `days` says which days are one start."""
        super().__init__()
        self.index, self.block, self.days = index, block, days

    def get(self, sign: str) -> set[Date]:  # type: ignore[override]
        """Return the starts that are told with a sign."""
        if sign not in self:
            found = self.index.texts(
                "SELECT DISTINCT t.key FROM sign s JOIN telling t ON t.id = s.telling WHERE s.block = ? AND s.sign = ?",
                *(self.block, sign),
            )
            told = (plain.read_features(key)[0] for key in found)
            self[sign] = {self.days.get(start, start) for start in told if isinstance(start, Date)}
        return self[sign]


def told(row: Row) -> Told:
    """Return a telling of the tables."""
    number, article, start, stop, claim, features, anchored, dated, date, body, published, kind, *_ = row
    return Told(
        number,
        article,
        (start, stop, claim),
        plain.read_features(features),
        anchored=bool(anchored),
        dated=bool(dated),
        when=Date(date) if date else None,
        status=plain.slots(kind, body).get("status"),
        published=Date(published) if published else None,
    )


def signs_text(signs: Iterable[Sign]) -> str:
    """Write signs."""
    return plain.written([[sign.text, sign.when and sign.when.edtf] for sign in signs])


def read_signs(signs: str) -> list[Sign]:
    """Read signs."""
    return [Sign(text, Date(when) if when else None) for text, when in json.loads(signs)]
