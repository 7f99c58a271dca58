"""The words of the page in both languages: values of slots by their concept, and each list of them once."""

from collections.abc import Mapping

from ontology.dates import Date
from ontology.facts import Place
from ontology.terms import place_iri
from ontology.vocabulary import Vocabulary

# Which scheme names the values of a slot; the others are text as the article has it.
SCHEMES: Mapping[tuple[str, str], str] = {
    ("office", "title"): "titles",
    ("meeting", "form"): "forms",
    ("meeting", "place"): "polities",
    ("meeting", "topics"): "topics",
    ("visit", "rank"): "ranks",
    ("agreement", "kind"): "kinds",
    ("agreement", "topics"): "topics",
    ("anniversary", "of"): "occasions",
    ("relation", "level"): "levels",
}


class Words:
    """Every value once; a column says only its number. Number 0 is "unsaid"."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Start with nothing but "unsaid"."""
        self.vocabulary = vocabulary
        self.rows: list[list[str]] = [[""]]
        self._numbers: dict[tuple[str, str], int] = {}

    def number(self, kind: str, slot: str, value: str | None) -> int:
        """Return the number of a slot's value, giving it one at first sight."""
        if value is None:
            return 0
        scheme = "statuses" if slot == "status" else SCHEMES.get((kind, slot), "")
        if (scheme, value) not in self._numbers:
            self._numbers[scheme, value] = len(self.rows)
            self.rows.append(self.row(scheme, value))
        return self._numbers[scheme, value]

    def row(self, scheme: str, value: str) -> list[str]:
        """Return a value as it is written, then in Vietnamese, English, and its IRI, where a scheme has it."""
        concept = self.vocabulary.find(scheme, value) or self.vocabulary.named(scheme, value) if scheme else None
        if not concept:
            return [value, value, value, place_iri(Place(value))] if scheme == "polities" else [value]
        shown = value if scheme in ("titles", "polities") else concept.label("vi")
        return [value, shown, concept.label("en"), concept.iri]


class Dates:
    """Every date once, with the first and last day it can mean where that is not one day; number 0 is "unsaid"."""

    def __init__(self) -> None:
        """Start with nothing but "unsaid"."""
        self.rows: list[list[str | int | None]] = [["", None, None]]
        self._numbers: dict[str, int] = {}

    def number(self, date: Date | None) -> int:
        """Return the number of a date, giving it one at first sight."""
        if date is None:
            return 0
        if date.edtf not in self._numbers:
            self._numbers[date.edtf] = len(self.rows)
            self.rows.append([date.edtf, *bounds(date)])
        return self._numbers[date.edtf]


def bounds(date: Date) -> list[int | None]:
    """Return the first and last day that a date can mean, counted from year 1; nothing for a plain day.

    >>> bounds(Date("2022-04-27")), bounds(Date("2022-04"))
    ([], [738246, 738275])
    """
    first, last = date.earliest(), date.latest()
    if first and first == last and first.isoformat() == date.edtf:
        return []
    return [day.toordinal() if day else None for day in (first, last)]
