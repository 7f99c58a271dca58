"""Which of the media types that we have suits who asks best, by RFC 9110."""

from collections.abc import Iterable

# What may be asked for by name (`?format=csv`) where no header can be given, as from a spreadsheet.
NAMES = {
    "json": "application/sparql-results+json",
    "xml": "application/sparql-results+xml",
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
    "ttl": "text/turtle",
    "nt": "application/n-triples",
    "jsonld": "application/ld+json",
    "html": "text/html",
}


def best(accept: str, offered: Iterable[str]) -> str | None:
    """Return the media type that an Accept header prefers, the first where several are; None where none suits.

    >>> best("text/html;q=0.9, text/*;q=0.5, application/json;q=0.1", ["application/json", "text/turtle"])
    'text/turtle'
    >>> best("", ["text/csv"]), best("image/png", ["text/csv"])
    ('text/csv', None)
    """
    ranges = list(map(media_range, accept.split(","))) if accept.strip() else [("*/*", 1.0)]
    found = max(((quality(one, ranges), -n, one) for n, one in enumerate(offered)), default=(0.0, 0, ""))
    return found[2] if found[0] > 0 else None


def media_range(text: str) -> tuple[str, float]:
    """Split one range of an Accept header from its weight; a weight that is none counts as 0.

    >>> media_range("Text/HTML; charset=utf-8; q=0.7")
    ('text/html', 0.7)
    """
    kind, *parameters = (part.strip().lower() for part in text.split(";"))
    weights = [value.strip() for name, _, value in (p.partition("=") for p in parameters) if name.strip() == "q"]
    try:
        return kind, min(1.0, max(0.0, float(weights[0]))) if weights else 1.0
    except ValueError:
        return kind, 0.0


def quality(media: str, ranges: Iterable[tuple[str, float]]) -> float:
    """Return the weight of a media type: that of the most exact range that holds it."""
    weights = dict(ranges)
    held = (media, f"{media.partition('/')[0]}/*", "*/*")
    return next((weights[one] for one in held if one in weights), 0.0)
