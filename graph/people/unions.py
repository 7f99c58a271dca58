"""Disjoint sets of keys, some of which must not meet: what has been joined, whatever the order of joining."""

from collections import defaultdict
from collections.abc import Iterable

Key = tuple[str, ...]


class Unions:
    """Sets of keys; each is known by its smallest key.

    Two sets that are kept apart are never joined, nor two that bear different marks; what would do so is left undone.

    >>> unions = Unions()
    >>> unions.join(("b",), ("a",)), unions.find(("b",))
    (True, ('a',))
    >>> unions.part(("b",), ("c",)), unions.join(("c",), ("a",))
    (True, False)
    """

    def __init__(self) -> None:
        """Begin with no key joined."""
        self._above: dict[Key, Key] = {}
        self._apart: dict[Key, set[Key]] = defaultdict(set)
        self._marks: dict[Key, str] = {}

    def find(self, key: Key) -> Key:
        """Return the smallest key of the set that a key is in."""
        path = [key]
        while (above := self._above.get(path[-1], path[-1])) != path[-1]:
            path.append(above)
        for below in path:
            self._above[below] = path[-1]
        return path[-1]

    def join(self, key: Key, other: Key) -> bool:
        """Make the sets of two keys one, if nothing keeps them apart; tell whether they are."""
        first, last = sorted((self.find(key), self.find(other)))
        if first == last:
            return True
        if self.kept_apart(first, last):
            return False
        self._above[last] = first
        for enemy in self._apart.pop(last, ()):
            self._apart[enemy].discard(last)
            self._apart[enemy].add(first)
            self._apart[first].add(enemy)
        if last in self._marks:
            self._marks[first] = self._marks.pop(last)
        return True

    def part(self, key: Key, other: Key) -> bool:
        """Keep the sets of two keys apart, if they are two; tell whether they are."""
        first, last = self.find(key), self.find(other)
        if first == last:
            return False
        self._apart[first].add(last)
        self._apart[last].add(first)
        return True

    def mark(self, key: Key, mark: str) -> bool:
        """Mark the set of a key, if it bears no other mark; tell whether it bears this one."""
        return self._marks.setdefault(self.find(key), mark) == mark

    def mark_of(self, key: Key) -> str:
        """Return the mark of a key's set, or ""."""
        return self._marks.get(self.find(key), "")

    def kept_apart(self, key: Key, other: Key) -> bool:
        """Tell whether the sets of two keys must not meet."""
        first, last = self.find(key), self.find(other)
        marks = {self._marks[one] for one in (first, last) if one in self._marks}
        return last in self._apart.get(first, ()) or len(marks) > 1

    def one(self, keys: Iterable[Key]) -> bool:
        """Tell whether some keys are all in one set."""
        return len({self.find(key) for key in keys}) == 1
