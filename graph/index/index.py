"""What is merged, in tables: who is whom, which telling is of which fact, and what the graph says of each.

An article that comes or goes touches the rows of its people and blocks alone, so that its cost does not
grow with the store. The tables stand beside the store and can be made anew from what the articles say.
"""

import hashlib
import sqlite3
from collections.abc import Iterable, Sequence
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any, TypeAlias
from urllib.parse import quote

from ontology.terms import VERSION
from ontology.vocabulary import FOLDER

Row: TypeAlias = tuple[Any, ...]
CACHE = 1 << 16  # KiB of pages kept in memory: the tables of 50,000 articles, so that few are read twice


class Index:
    """The tables of one store, on disk or, without a path, in memory.

    >>> index = Index()
    >>> index.run("INSERT INTO article (name) VALUES (?)", "a.txt")
    1
    >>> index.texts("SELECT name FROM article")
    ['a.txt']
    """

    def __init__(self, path: Path | None = None, *, write: bool = True) -> None:
        """Open the tables, made anew where a writer finds none."""
        name = f"file:{quote(str(path))}?mode={'rwc' if write else 'ro'}" if path else ":memory:"
        self.core = sqlite3.connect(name, uri=path is not None, check_same_thread=False)
        self.core.execute(f"PRAGMA cache_size = -{CACHE}")
        if write:
            self.core.executescript(resources.files("graph.index").joinpath("index.sql").read_text(encoding="utf-8"))

    def close(self) -> None:
        """Close the file; what is not kept is lost."""
        self.core.close()

    def __del__(self) -> None:
        """Close the file."""
        if hasattr(self, "core"):
            self.close()

    def whole(self) -> bool:
        """Tell whether the tables hold all that was ever put in them."""
        return bool(self.rows("SELECT 1 FROM sqlite_master WHERE name = 'made'")) and bool(
            self.rows("SELECT 1 FROM made")
        )

    def current(self) -> bool:
        """Tell whether the tables are whole and were made with the vocabulary of this version."""
        return self.rows("SELECT stamp FROM made") == [(stamp(),)]

    def begin(self) -> None:
        """Empty the tables; they are not whole until `finish`. What is gone stays noted."""
        for table in self.texts("SELECT name FROM sqlite_master WHERE type = 'table' AND name != 'former'"):
            self.run(f"DELETE FROM {table}")  # noqa: S608 - our own names
        self.keep()

    def finish(self) -> None:
        """Note that the tables are whole."""
        self.run("INSERT INTO made VALUES (?)", stamp())
        self.keep()

    def rows(self, sql: str, *values: object) -> list[Row]:
        """Return the rows of a query."""
        return self.core.execute(sql, values).fetchall()

    def texts(self, sql: str, *values: object) -> list[str]:
        """Return the first value of each row."""
        return [row[0] for row in self.core.execute(sql, values)]

    def one(self, sql: str, *values: object) -> Row | None:
        """Return the first row, or None."""
        row: Row | None = self.core.execute(sql, values).fetchone()
        return row

    def run(self, sql: str, *values: object) -> int:
        """Change rows and return the id of the last one put in."""
        return self.core.execute(sql, values).lastrowid or 0

    def many(self, sql: str, rows: Iterable[Sequence[object]]) -> None:
        """Change rows, one for each sequence of values."""
        self.core.executemany(sql, rows)

    def id(self, table: str, column: str, text: str, **more: str) -> int:
        """Return the id of the row of a table that has a text in a column, put in where there is none."""
        found = self.one(f"SELECT id FROM {table} WHERE {column} = ?", text)  # noqa: S608 - our own names
        if found:
            return int(found[0])
        names = ", ".join((column, *more))
        marks = ", ".join("?" for _ in (column, *more))
        return self.run(f"INSERT INTO {table} ({names}) VALUES ({marks})", text, *more.values())  # noqa: S608

    def keep(self) -> None:
        """Write what has changed."""
        self.core.commit()


@cache
def stamp() -> str:
    """Return the digest of all that a name can mean: tables made with another one are made anew."""
    digest = hashlib.sha256(VERSION.encode())
    for path in sorted(FOLDER.rglob("*.ttl")):
        digest.update(path.read_bytes())
    return digest.hexdigest()
