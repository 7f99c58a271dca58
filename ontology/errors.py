"""The tree of our errors: each says which thing, what is wrong with it, and what would mend it.

BanggiaoError
├── ArticleError        an article cannot be read (exit code 1: the others are)
├── UsageError          a wrong option, name or query (exit code 2)
├── StoreError          the store cannot be used (exit code 3)
└── DataError           a file of ours is wrong: ontology, scheme or language
"""


class BanggiaoError(Exception):
    """Something that the user can mend.

    >>> print(BanggiaoError("a.txt", "is empty", "give it text"))
    a.txt: is empty; give it text
    """

    def __init__(self, what: str, wrong: str, mend: str) -> None:
        """Keep the three parts: what (a file, article or option), what is wrong, how to mend it."""
        super().__init__(f"{what}: {wrong}; {mend}")
        self.what, self.wrong, self.mend = what, wrong, mend

    def __reduce__(self) -> tuple[type["BanggiaoError"], tuple[str, str, str]]:
        """Pickle by the three parts, so that a worker process can raise it too."""
        return type(self), (self.what, self.wrong, self.mend)


class ArticleError(BanggiaoError):
    """An article cannot be read; the others are."""


class UsageError(BanggiaoError):
    """A wrong option, an unknown name, a query that does not parse."""


class StoreError(BanggiaoError):
    """The store is of another version, locked, damaged, or may not be written."""


class DataError(BanggiaoError):
    """A file of the project (ontology, scheme, language) is wrong."""
