"""The blocks of the tables: a telling that comes or goes re-partitions its own block, as far as it must."""

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from graph.facts.block import Block, Left, signs_text
from graph.facts.hints import Sign
from graph.facts.keys import Key
from graph.index import plain
from graph.index.index import Index


@dataclass(slots=True)
class Waiting:
    """What has changed in the blocks of one kind: by block the articles, signs and days; facts told by others now."""

    articles: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    signs: dict[int, set[str]] = field(default_factory=lambda: defaultdict(set))
    days: dict[int, set[str]] = field(default_factory=lambda: defaultdict(set))
    facts: set[str] = field(default_factory=set)


class Blocks:
    """The blocks of the tables, with what has changed in them since they were last settled."""

    def __init__(self, index: Index) -> None:
        """Begin with no change."""
        self.index = index
        self.kinds: dict[str, Waiting] = defaultdict(Waiting)
        self.left: Left = defaultdict(list)  # claims and articles, by the facts that they were of

    def put(self, telling: int, key: Key, signs: Sequence[Sign] = ()) -> None:
        """Put a telling in its block; nothing changes where it stands there already."""
        block = self.index.id("block", "key", plain.written(key.block), kind=key.block[0])
        said = block, plain.features(key.features), signs_text(signs)
        before = self.index.one("SELECT block, key, signs FROM telling WHERE id = ?", telling)
        if before == said:
            return
        if before and before[0] is not None:
            self.leave(telling)
        self.index.run(
            "UPDATE telling SET block = ?, key = ?, signs = ?, features = ?, anchored = ?, dated = ?, date = ?"
            " WHERE id = ?",
            *(*said, said[1], key.anchored, key.dated, key.when and key.when.edtf, telling),
        )
        self.index.many("INSERT INTO sign VALUES (?, ?, ?)", ((block, sign.text, telling) for sign in signs))
        self.touch(telling)

    def leave(self, telling: int) -> None:
        """Take a telling out of its block."""
        self.touch(telling)
        self.index.run("UPDATE telling SET block = NULL, fact = NULL, founds = NULL WHERE id = ?", telling)
        self.index.run("DELETE FROM sign WHERE telling = ?", telling)

    def touch(self, telling: int) -> None:
        """Note that a telling comes to, or leaves, where it stands."""
        found = self.index.one(
            "SELECT t.kind, t.block, t.article, t.fact, t.signs, t.date, t.claim, a.name"
            " FROM telling t JOIN article a ON a.id = t.article WHERE t.id = ?",
            telling,
        )
        kind, block, article, fact, signs, date, claim, name = found or ("", *(None,) * 7)
        if block is not None:
            waiting = self.kinds[kind]
            waiting.articles[block].add(article)
            waiting.signs[block] |= {text for text, _ in json.loads(signs)}
            waiting.days[block] |= {date} if date else set()
            waiting.facts |= {fact} if fact else set()
            if fact:
                self.left[fact].append((claim, name))

    def settle(self, kind: str) -> tuple[set[str], set[int]]:
        """Partition the blocks of a kind that changed; return facts told by others now, and tellings that moved."""
        waiting = self.kinds.pop(kind, Waiting())
        moved: set[int] = set()
        for number in sorted(waiting.articles):
            block = Block(self.index, number, waiting.facts, self.left)
            moved |= block.settle(waiting.articles[number], waiting.signs[number], waiting.days[number])
        return waiting.facts, moved
