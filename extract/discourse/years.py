"""Which year the news of a text without a date of publication is of, where the text pins it down.

A month told with its year, even of the same season, pins down nothing: "they have been friends since April 2015" may
stand in the news of 2016.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from extract.finders.dates import DateMention
from extract.tokens.document import Document
from extract.tokens.lexicon import Lexicon
from extract.tokens.signs import BREAK, NUMBER
from ontology.dates import Date

# Vietnamese newspapers have been on the web since 1997; an older year is history.
WEB = 1997
# What has begun since is no older: "65 years of relations (in 2015)" tells the year of the anniversary.
YOUNG = 30
# How many tokens lie between "45 years" and the date they count from, and before a date that is to come.
COUNTED, COMING = 24, 8
# "APEC 2017 takes place today": the day stands so close behind the year.
HELD = 6


@dataclass(slots=True)
class Years:
    """What a text without a date of publication tells of the year of its news."""

    document: Document
    lexicon: Lexicon
    dates: list[tuple[int, DateMention]]
    lead: Date | None

    def news(self) -> str | None:
        """Return the year of the news, where the text pins it down."""
        if self.lead is not None and not self.lead.edtf.startswith("XXXX"):
            return None
        found = self.counted() or self.written() or self.held() or self.echoed() or self.so_far()
        return found if found is not None and int(found) >= WEB else None

    def written(self) -> str | None:
        """Return the last year that the text gives to the day of the news in another place."""
        found: list[str] = []
        for _, mention in self.dates if self.lead else ():
            first, _, last = mention.date.edtf.partition("/") if mention.date else ("", "", "")
            if self.lead is None or len(first) != len("2018-04-27") or not first[:4].isdigit():
                continue
            if first <= first[:4] + self.lead.edtf[4:] <= (last or first) and last[:4] in ("", first[:4]):
                found.append(first[:4])
        return max(found, default=None)

    def counted(self) -> str | None:
        """Return the year in which an anniversary is marked: "67 năm (3/2/1950)", "45 năm (1973 - 2018)".

        An anniversary to come says nothing of the news before it.
        """
        signs, marks, years = self.document.signs, self.lexicon.signs_of("marks"), self.lexicon.signs_of("years")
        for at in range(1, len(signs) - 1):
            if signs[at] != NUMBER or signs[at + 1] not in years:
                continue
            number = self.document.words(at, at + 1)
            marked = any(sign in marks for sign in signs[max(0, at - COMING) : at])
            if number.isdigit() and marked and not self.coming(at):
                beginning = self.beginning(at, int(number)) or self.founded(at)
                if beginning is not None and (beginning < WEB or int(number) <= YOUNG):
                    return str(beginning + int(number))
        return None

    def beginning(self, at: int, number: int) -> int | None:
        """Return the year that the years at a token count from: of a date in brackets, in the same sentence."""
        for there, mention in self.after(at, COUNTED):
            first, _, last = mention.date.edtf.partition("/") if mention.date else ("", "", "")
            opening = [*self.document.signs[there - 2 : there], self.document.text.plain[mention.start]]
            if first[:4].isdigit() and "(" in opening and (not last or int(last[:4]) - int(first[:4]) == number):
                return int(first[:4])
        return None

    def founded(self, at: int) -> int | None:
        """Return the one year in which the text says that relations were set up, if the years at a token count those.

        "70 years of relations in 2020" tells the year of the anniversary, not that one.
        """
        signs = "".join(self.document.signs)
        setup, years = self.lexicon.signs_of("formal"), self.lexicon.signs_of("years")
        if not any(sign in setup for sign in signs[at + 2 : at + 5]):
            return None
        told = [u for u, sign in enumerate(signs) if sign in setup and not any(y in signs[u - 3 : u] for y in years)]
        dates = [mention.date for u in told for _, mention in self.after(u, COMING)]
        found = {date.edtf[:4] for date in dates if date is not None and date.edtf[:4].isdigit()}
        return int(found.pop()) if len(found) == 1 else None

    def after(self, at: int, most: int) -> Iterator[tuple[int, DateMention]]:
        """Yield the dates within so many tokens after a token, in its sentence."""
        for there in range(at + 1, min(at + most, len(self.document.signs))):
            concept = self.document.concepts[there]
            if self.document.signs[there] == BREAK:
                return
            if isinstance(concept, DateMention):
                yield there, concept

    def held(self) -> str | None:
        """Return the year that names a gathering held on a day of the news: "APEC 2017 takes place on 10 November"."""
        bloc = self.lexicon.signs_of("bloc")
        for at in range(1, len(self.document.signs)):
            if self.document.signs[at] != NUMBER or self.document.signs[at - 1] not in bloc:
                continue
            year = self.document.words(at, at + 1)
            if len(year) == len("2017") and any(self.of_news(mention) for _, mention in self.after(at, HELD)):
                return year
        return None

    def of_news(self, mention: DateMention) -> bool:
        """Tell whether a date is today, or of the month of the news and without its year."""
        date, lead = mention.date, self.lead
        same = date is not None and lead is not None and date.edtf.startswith(lead.edtf[:7])
        return same or mention.relative == ("day", 0)

    def echoed(self) -> str | None:
        """Return the year that "tháng 11 năm ngoái" is told from, where "tháng 11/2017" stands there too."""
        written = {edtf[4:]: int(edtf[:4]) for edtf in self.months() if edtf[:4].isdigit()}
        for _, mention in self.dates:
            unit, shift = mention.relative or ("", 0)
            month = mention.date.edtf[4:] if mention.date else ""
            if unit == "year" and month in written:
                return str(written[month] - shift)
        return None

    def so_far(self) -> str | None:
        """Return the year whose first months the text sums up, if it tells no later one."""
        signs, sofar = self.document.signs, self.lexicon.signs_of("sofar")
        years = [m.date.edtf for at, m in self.dates if m.date and signs[at - 1] in sofar]
        latest = max((year for year in years if len(year) == len("2018")), default=None)
        return None if latest is None or any(year > latest for year in self.bare()) else latest

    def months(self) -> Iterator[str]:
        """Yield each month of the text."""
        for _, mention in self.dates:
            if mention.date is not None and len(mention.date.edtf) == len("2018-03"):
                yield mention.date.edtf

    def bare(self) -> Iterator[str]:
        """Yield each year that the text tells alone, or as the end of a date, and not as a goal."""
        goal = self.lexicon.signs_of("goal")
        for at, mention in self.dates:
            first, _, last = mention.date.edtf.partition("/") if mention.date else ("", "", "")
            if first[:4].isdigit() and not (
                len(first) == len("2018") and (last or self.document.signs[at - 1] in goal)
            ):
                yield (last or first)[:4]

    def coming(self, at: int) -> bool:
        """Tell whether a word for what is to come stands before a token."""
        coming = self.lexicon.signs_of("future") + self.lexicon.signs_of("coming")
        span = "".join(self.document.signs[max(0, at - COMING) : at]).rpartition(BREAK)[2]
        return any(sign in coming for sign in span)
