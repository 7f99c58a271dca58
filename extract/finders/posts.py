"""A post as it is written, and how posts in a row tell whose they are."""

from dataclasses import dataclass, field
from typing import NamedTuple

from ontology.vocabulary import Concept


class TitleMention(NamedTuple):
    """A post as written: its words without the polity, and the polity or body it belongs to.

    `first` and `last` are tokens [first, last); `polities` are those named with it, in order,
    `bodies` the bodies as written, `lands` the countries that those bodies name. `under` is the token where
    the post opens that this one serves ("người phát ngôn của Tổng thống"), -1 where none does.
    """

    first: int
    last: int
    title: str
    head: Concept
    polities: tuple[Concept, ...] = ()
    bodies: tuple[str, ...] = ()
    lands: tuple[str, ...] = ()
    plural: bool = False
    under: int = -1


@dataclass(slots=True)
class Building:
    """A title phrase while it is being read: where its wording ends, and what completes it."""

    head: Concept
    end: int
    polities: list[Concept] = field(default_factory=list)
    bodies: list[str] = field(default_factory=list)
    lands: list[str] = field(default_factory=list)
    served: str = ""
    under: int = -1


def abroad(one: TitleMention, two: TitleMention) -> bool:
    """Tell whether two posts in a row are two people's: of different countries, or a state's before a city's."""
    mine, theirs = ({p.get("country") or p.notation for p in t.polities} for t in (one, two))
    levels = one.head.get("of"), two.head.get("of")
    return bool(mine and theirs and not mine & theirs) or (levels == ("state", "city") and not one.polities)


def apart(one: TitleMention, two: TitleMention) -> bool:
    """Tell whether of two posts before a name the first is another's: it has a polity of its own, or a capital."""
    closed = bool(one.polities) and not two.polities and one.head.get("of") == two.head.get("of") == "state"
    return closed or (one.title[:1].isupper() and two.title[:1].islower())
