"""Dates as readers of a language write them, as exact as they were told; `assets/dates.js` does so in the page."""

from viz import files


def shown(edtf: str, language: str) -> str:
    """Return an EDTF date as it is written in a language.

    >>> shown("2022-04-27", "vi"), shown("2022-04", "vi"), shown("XXXX-02-21", "vi")
    ('27/04/2022', '04/2022', '21/02')
    >>> shown("2022-04-27", "en"), shown("2019-10-04/2019-10-05", "en")
    ('27 Apr 2022', '4 Oct 2019 – 5 Oct 2019')
    """
    return " – ".join(dict.fromkeys(single(part, language) for part in edtf.split("/")))


def single(edtf: str, language: str) -> str:
    """Return one date that is no period."""
    year, month, day = ("" if "X" in part else part for part in [*edtf.split("-"), "", ""][:3])
    if language == "vi":
        return "/".join(filter(None, (day, month, year))) or edtf
    names = files.data("messages.json")[language]["month.names"].split()
    return " ".join(filter(None, (day.lstrip("0"), names[int(month) - 1] if month else "", year))) or edtf
