"""Where the island of each country lies: a place on a fixed map of cells, the same in every page.

A country's place depends on its code alone, so an article about one country moves no other island.
`assets/cells.json` draws the map: those that Vietnamese news speaks of most lie near the middle and
have room for more people, the others lie round them. Codes that the file does not know lie beyond,
by the letters of their code.
"""

import functools
import itertools
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from viz import files

BEYOND = 14  # columns right of the middle: no known country lies so far out


@dataclass(frozen=True, slots=True)
class Cell:
    """The middle of an island and its width and height, in cells from the middle of the map."""

    x: float
    y: float
    width: int = 1
    height: int = 1


def cell(code: str) -> Cell:
    """Return the place of a country's island.

    >>> cell("VNM"), cell("MMR")
    (Cell(x=0.0, y=0.0, width=3, height=3), Cell(x=-6.0, y=0.0, width=1, height=1))
    >>> cell("a code that nobody knows") == cell("a code that nobody knows")
    True
    """
    return known().get(code) or unknown(code)


@functools.cache
def known() -> dict[str, Cell]:
    """Return the place of each code in `assets/cells.json`."""
    rows = [row.split() for row in files.data("cells.json")["near"]]
    spots = [(code, x, y) for y, row in enumerate(rows) for x, code in enumerate(row)]
    near = {code: block((x, y) for one, x, y in spots if one == code) for code, _, _ in spots}
    middle = near[files.data("cells.json")["middle"]]
    cells = {code: Cell(c.x - middle.x, c.y - middle.y, c.width, c.height) for code, c in near.items()}
    free = ring(len(rows[0]), len(rows), middle)
    return cells | dict(zip(" ".join(files.data("cells.json")["rest"]).split(), free, strict=False))


def block(spots: Iterable[tuple[int, int]]) -> Cell:
    """Return the cell that covers some spots of the map.

    >>> block([(0, 0), (1, 0)])
    Cell(x=0.5, y=0.0, width=2, height=1)
    """
    across, down = zip(*spots, strict=True)
    left, right, top, bottom = min(across), max(across), min(down), max(down)
    return Cell((left + right) / 2, (top + bottom) / 2, right - left + 1, bottom - top + 1)


def ring(width: int, height: int, middle: Cell) -> Iterator[Cell]:
    """Yield the cells round a map of some width and height, ring by ring."""
    for far in itertools.count(1):
        spots = itertools.product(range(-far, height + far), range(-far, width + far))
        for y, x in spots:
            if max(-x, x - width + 1, -y, y - height + 1) == far:
                yield Cell(x - middle.x, y - middle.y)


def unknown(code: str) -> Cell:
    """Return a cell beyond all known ones, for a code of nobody's list."""
    number = zlib.crc32(code.encode())
    return Cell(float(BEYOND + number % 8), float(number // 8 % 16 - 8))
