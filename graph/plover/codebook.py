"""The table of what is said how in PLOVER: `codebook.toml`."""

import tomllib
from functools import cache
from importlib import resources
from typing import Any


@cache
def codebook() -> Any:  # noqa: ANN401 - TOML has no narrower type
    """Return the table.

    >>> codebook()["facts"]["meeting"]["planned"]
    'AGREE'
    """
    return tomllib.loads(resources.files("graph.plover").joinpath("codebook.toml").read_text(encoding="utf-8"))
