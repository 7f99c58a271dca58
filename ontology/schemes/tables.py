"""The tables of `sources/`: tab-separated, the first line names the columns; and how their cells become Turtle.

Lists in a cell are parted by "; ". A line that opens with "#" is a comment of the line below it.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

SOURCES = Path(__file__).parent / "sources"
SCHEME = "https://w3id.org/banggiao/scheme/"


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a table: its cells by column, and the comments that stand above it."""

    cells: dict[str, str]
    comments: tuple[str, ...] = field(default=())

    def get(self, column: str) -> str:
        """Return a cell, or "" where the line has none."""
        return self.cells.get(column, "")

    def all(self, column: str) -> list[str]:
        """Return the values of a cell that holds a list."""
        return [value for value in self.get(column).split("; ") if value]


def entries(path: Path) -> Iterator[Entry]:
    """Yield the entries of a table in its order; raises ValueError for a line with too many cells."""
    header: list[str] = []
    comments: list[str] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("#"):
            comments.append(line)
        elif not header:
            header = line.split("\t")
        elif line.strip():
            cells = unicodedata.normalize("NFC", line).split("\t")
            if len(cells) > len(header):
                raise ValueError(f"{path.name}:{number}: {len(cells)} cells for {len(header)} columns")
            yield Entry({name: cell.strip() for name, cell in zip(header, cells, strict=False)}, tuple(comments))
            comments = []


def slug(words: str) -> str:
    r"""Return words in lower-case ASCII with hyphens.

    >>> slug("\u0110\u1ed3ng \u0110\u0103ng")
    'dong-dang'
    """
    plain = unicodedata.normalize("NFKD", words.translate({0x110: "D", 0x111: "d"}))
    return re.sub(r"[^a-z0-9]+", "-", plain.encode("ascii", "ignore").decode().lower()).strip("-")


def literal(value: str, language: str = "") -> str:
    """Return a Turtle literal, with a language where it has one."""
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"' + (f"@{language}" if language else "")


def name(entry: Entry, taken: set[str]) -> str:
    """Return a local name that no other entry of the scheme has: its slug, then with its country, kind, a number."""
    base = slug(entry.get("notation"))
    wished = [base, *(f"{base}-{slug(more)}" for more in (entry.get("country"), entry.get("kind")) if more)]
    found = next(one for one in [*wished, *(f"{base}-{number}" for number in range(2, 99))] if one not in taken)
    taken.add(found)
    return found
