"""Disjoint sets: which keys have been joined, whatever the order of joining."""

Key = tuple[str, ...]


class Unions:
    """Sets of keys; each is known by its smallest key.

    >>> unions = Unions()
    >>> unions.join(("b",), ("a",))
    >>> unions.find(("b",))
    ('a',)
    """

    def __init__(self) -> None:
        """Begin with no key joined."""
        self._above: dict[Key, Key] = {}

    def find(self, key: Key) -> Key:
        """Return the smallest key of the set that a key is in."""
        path = [key]
        while (above := self._above.get(path[-1], path[-1])) != path[-1]:
            path.append(above)
        for below in path:
            self._above[below] = path[-1]
        return path[-1]

    def join(self, key: Key, other: Key) -> None:
        """Make the sets of two keys one."""
        first, last = sorted((self.find(key), self.find(other)))
        self._above[last] = first
