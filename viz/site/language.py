"""In which language a page is shown: as its address says, else as the browser likes best."""

from starlette.requests import Request

from graph.serving.negotiation import media_range

LANGUAGES = ("vi", "en")


def language(request: Request) -> str:
    """Return the language of a page."""
    asked = request.query_params.get("lang", "")
    return asked if asked in LANGUAGES else preferred(request.headers.get("accept-language", ""))


def preferred(header: str) -> str:
    """Return that of our languages that an Accept-Language header prefers.

    >>> preferred("fr, en-GB;q=0.9, vi;q=0.5"), preferred("de")
    ('en', 'vi')
    """
    ranges = sorted((media_range(part) for part in header.split(",")), key=lambda one: -one[1])
    found = (one.split("-")[0] for one, weight in ranges if weight > 0)
    return next((one for one in found if one in LANGUAGES), LANGUAGES[0])
