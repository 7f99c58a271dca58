"""Files that are whole or not there: written beside their name, and moved to it when all is written."""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path


@contextlib.contextmanager
def whole(path: Path) -> Iterator[Path]:
    """Give a file to write in place of another, which it replaces once it is written; nothing is left of a failure.

    Raises OSError where it cannot be written.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     with whole(Path(folder, "a.txt")) as part:
    ...         _ = part.write_text("all")
    ...     [file.name for file in Path(folder).iterdir()]
    ['a.txt']
    """
    part = path.with_name(path.name + ".part")
    try:
        yield part
        os.replace(part, path)  # noqa: PTH105 - atomic: never half a file under the name
    finally:
        part.unlink(missing_ok=True)
