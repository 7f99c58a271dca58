"""At which path of the site a thing stands, and which thing a path means: the path of its IRI, and nothing else."""

import re
from urllib.parse import unquote

from ontology.terms import ARTICLE, BASE, article_iri

THING = re.compile(r"[a-z]+(/[A-Za-z0-9._~-]+)+")


def path(iri: str) -> str | None:
    """Return the path of a thing, or None where it is not one of ours.

    >>> path("https://w3id.org/banggiao/tie/khm-vnm-1"), path("http://example.org/x")
    ('/tie/khm-vnm-1', None)
    """
    return "/" + iri.removeprefix(BASE) if iri.startswith(BASE) and "#" not in iri else None


def iri(raw: bytes) -> str | None:
    """Return the IRI that the path of a request means, as it was sent, or None where it means none.

    >>> iri(b"/article/2022%2ftin%201.txt")
    'https://w3id.org/banggiao/article/2022%2Ftin%201.txt'
    >>> iri(b"/person/../../etc/passwd"), iri(b"/person/<x>")
    (None, None)
    """
    text = raw.decode("latin-1").removeprefix("/")
    if text.startswith("article/"):
        return article_iri(unquote(text.removeprefix("article/")))
    if THING.fullmatch(text) and not {".", ".."} & set(text.split("/")):
        return BASE + text
    return None


def article(identifier: str) -> str:
    """Return the path of an article by its id."""
    return "/article/" + article_iri(identifier).removeprefix(ARTICLE)
