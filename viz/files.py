"""The files of the page: its template, styles, scripts and data, read by name from `assets/`."""

import functools
import json
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "assets"


@functools.cache
def text(name: str) -> str:
    """Return one file as text."""
    return (FOLDER / name).read_text(encoding="utf-8")


@functools.cache
def data(name: str) -> Any:  # noqa: ANN401 - JSON has no narrower type
    """Return one JSON file as its value.

    >>> data("ends.json")["meeting"]
    ['a', 'b']
    """
    return json.loads(text(name))


def joined(suffix: str) -> str:
    """Return all files with a suffix, in the order of `order.json`, as one text."""
    return "\n".join(text(name).rstrip() for name in data("order.json")[suffix]) + "\n"
