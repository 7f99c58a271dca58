"""The days of one article: of its publication, of writing, of the news, and the year that a text leaves unsaid."""

from dataclasses import dataclass
from itertools import pairwise

from extract.discourse.years import Years
from extract.finders.dates import DateMention, exists, nearest_year, shifted
from extract.tokens.document import Document
from extract.tokens.lexicon import Lexicon
from ontology.dates import Date

# The day of the news stands in the first sentences.
LEAD = 6
# A day with a year so far behind the last one told is no day of the news.
PAST = 2
# A date stands beside the word that tells the same day, with a bracket or comma between them.
BESIDE, LAST = 2, 1 << 30
# Two years of different length: what both say of a day is true of every year.
USUAL, LEAP = "2001", "2000"


@dataclass(slots=True)
class Chronology:
    """The days of an article; `lead` is the day of the news, told by the token `at`."""

    published: Date | None
    today: Date | None = None
    lead: Date | None = None
    at: int = -1
    year: str | None = None

    def told(self, mention: DateMention) -> Date | None:
        """Return the date of a mention: its year filled where the article tells it, relative dates told from today."""
        if mention.date is None:
            return self.relative(*mention.relative) if mention.relative else None
        if mention.relative and mention.relative[0] == "year":
            base = self.relative(*mention.relative)
            return Date(mention.date.edtf.replace("XXXX", base.edtf)) if base else mention.date
        return self.filled(nearest_year(mention.date, self.published))

    def relative(self, unit: str, shift: int) -> Date | None:
        """Tell a date from the day of writing; a month or a year from that of the news, where the other is unknown."""
        if unit == "year" and self.year is not None:
            return Date(f"{int(self.year) + shift:04d}")
        return moved(self.today or (self.lead if unit != "day" else None), unit, shift)

    def filled(self, date: Date) -> Date:
        """Fill the unsaid year of a day with the year of the news, where it is known."""
        if self.year is None or not date.edtf.startswith("XXXX-") or len(date.edtf.split("/")[0]) != 10:
            return date
        return Date(date.edtf.replace("XXXX", self.year)) if exists(date.edtf, int(self.year)) else date


def moved(base: Date | None, unit: str, shift: int) -> Date | None:
    """Tell a date from another one, whose year may be unsaid.

    >>> moved(Date("XXXX-09-30"), "day", 1), moved(Date("XXXX-02-28"), "day", 1)
    (Date(edtf='XXXX-10-01'), None)
    """
    if base is None or base.edtf[:4].isdigit() or unit == "year":
        return shifted(base, unit, shift)
    usual, leap = (shifted(Date(year + base.edtf[4:]), unit, shift) for year in (USUAL, LEAP))
    same = usual is not None and leap is not None and usual.edtf[4:] == leap.edtf[4:]
    return Date("XXXX" + usual.edtf[4:]) if usual is not None and same else None


def days_apart(one: Date | None, two: Date | None) -> int | None:
    """Count the days between two dates whose year may be unsaid; None where either is unknown.

    >>> days_apart(Date("XXXX-05-01"), Date("2022-04-30"))
    1
    """
    edtf = [date.edtf.split("/")[0] for date in (one, two) if date is not None]
    year = next((text[:4] for text in edtf if text[:4].isdigit()), USUAL)
    days = [Date(text.replace("XXXX", year)).earliest() for text in edtf]
    known = [day for day in days if day is not None]
    return abs((known[0] - known[1]).days) if len(known) > 1 else None


def settle(document: Document, lexicon: Lexicon) -> Chronology:
    """Find the day of writing, the day of the news and, where no date of publication tells it, its year."""
    found = Chronology(document.article.published)
    dates = document.dated
    found.at = lead(document, dates)
    if found.at >= 0:
        mention = document.concepts[found.at]
        assert isinstance(mention, DateMention)  # noqa: S101  lead() chose it
        assert mention.date is not None  # noqa: S101
        found.lead = nearest_year(mention.date, found.published)
    found.today = found.published or spoken_today(dates)
    if found.published is None:
        found.year = Years(document, lexicon, dates, found.lead).news()
        found.lead = found.filled(found.lead) if found.lead else None
        found.today = found.filled(found.today) if found.today else None
    return found


def lead(document: Document, dates: list[tuple[int, DateMention]]) -> int:
    """Return the token of the day of the news: the first day of the opening sentences, else of a caption there.

    A day of a year long before the last one told with a month is history.
    """
    ends = [part for _, m in dates if m.date for part in m.date.edtf.split("/") if len(part) > len("2018")]
    early = max((int(part[:4]) for part in ends if part[:4].isdigit()), default=0) - PAST
    opening = document.sentences[:LEAD]
    for captions in (False, True):
        for sentence in opening:
            if (sentence.role == "caption") != captions:
                continue
            for at in range(sentence.first, sentence.last):
                concept = document.concepts[at]
                date = concept.date if isinstance(concept, DateMention) else None
                if (
                    date is not None
                    and len(date.edtf) == 10
                    and not (date.edtf[:4].isdigit() and int(date.edtf[:4]) < early)
                ):
                    return at
    return -1


def spoken_today(dates: list[tuple[int, DateMention]]) -> Date | None:
    """Return the day that the text itself gives to "today": "Hôm nay (21/02)", "hôm qua 20/2"."""
    for (at, here), (next_at, after) in pairwise([*dates, (LAST, DateMention(0, 0, None))]):
        told = here.date or (after.date if next_at - at <= BESIDE else None)
        if here.relative and here.relative[0] == "day" and told is not None and len(told.edtf) == len("2022-04-27"):
            return moved(told, "day", -here.relative[1])
    return None
