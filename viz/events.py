"""When a fact happened, as one date for the time line."""

from ontology.dates import Date
from ontology.facts import Agreement, Anniversary, Fact, Meeting, Relation, Visit


def when(fact: Fact) -> Date | None:
    """Return the date by which a fact stands on the time line; None where it is unsaid.

    An anniversary is marked as many years after its beginning. A friendship year is its year.

    >>> from ontology.facts import Polity
    >>> str(when(Anniversary((Polity("VNM"), Polity("KHM")), 55, since=Date("1967-06-24"))))
    '2022-06-24'
    """
    match fact:
        case Meeting() | Agreement():
            return fact.date
        case Visit():
            return stay(fact.start, fact.end)
        case Anniversary(years=None) | Relation():
            return fact.since
        case Anniversary():
            return later(fact.since, fact.years)
        case _:
            return None


def stay(start: Date | None, end: Date | None) -> Date | None:
    """Return the time from a start to an end, or the one of both that is known."""
    if start and end and start != end and "/" not in start.edtf + end.edtf:
        return Date(f"{start}/{end}")
    return start or end


def later(since: Date | None, years: int | None) -> Date | None:
    """Return the date some years later; None where its year is unsaid or the day does not exist then."""
    if since is None or years is None or not since.edtf[:4].isdigit() or "/" in since.edtf:
        return None
    try:
        return Date(f"{int(since.edtf[:4]) + years:04}{since.edtf[4:]}")
    except ValueError:
        return None
