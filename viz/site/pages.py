"""HTML pages of the site from their templates: everything that is put in is escaped."""

import functools
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from viz import files


@functools.cache
def templates() -> Environment:
    """Return the templates."""
    loader = FileSystemLoader(files.FOLDER / "site")
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)


def page(name: str, language: str, **given: Any) -> str:  # noqa: ANN401 - what a template needs
    """Return a page in a language.

    >>> "&lt;b&gt;" in page("find.html", "en", text="<b>", given=(), mend="")
    True
    """
    words = files.data("site/words.json")[language]
    other = "en" if language == "vi" else "vi"
    return templates().get_template(name).render(words=words, language=language, other=other, **given)
