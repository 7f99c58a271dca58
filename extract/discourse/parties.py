"""A party to an instrument, as a text writes it, and how far its name goes.

A party is a state, a city, an organ that stands for one ("the ministry of finance"), or a body by its name. Where all
parties are states or their organs, the states are meant; beside a company each is named as written.
"""

from collections.abc import Sequence
from typing import NamedTuple

from extract.discourse.circumstances import Scene
from extract.discourse.discourse import Actor
from extract.discourse.sides import COUNTRIES, main_pair, polity, sides, with_other
from extract.tokens.text import word_key
from ontology.facts import Body, Polity, Side
from ontology.vocabulary import Concept, load

# A party's name is no longer than this, in units; the longest of 90 in the gold of eleven draws has nine.
LONGEST = 12
# Classes of words that open the name of a body.
BODY_NOUNS = ("bodynoun", "company", "venue", "institution")
# A short name in brackets has more letters: one of three or fewer is no name by itself.
SHORT = 3


class Party(NamedTuple):
    """A party: as written, whether it is a state, a city or an organ of one, and of which, where that is told."""

    written: Side
    organ: bool = False
    state: str | None = None


def together(scene: Scene, found: Sequence[Party]) -> tuple[Side, ...]:
    """Return the parties of an instrument: states where all are states or organs of them, else each as written.

    A ministry that signs with a city is named, too, where nothing tells whose it is.
    """
    local = any(party.state and not is_country(party.state) for party in found)
    if not all(party.organ for party in found) or (local and not all(party.state for party in found)):
        return tuple(dict.fromkeys(party.written for party in found))
    codes = list(dict.fromkeys(party.state for party in found if party.state))
    if len(codes) == 1:
        return with_other(scene, codes[0])
    return sides(*codes) if codes else main_pair(scene)


def is_country(notation: str) -> bool:
    """Tell whether the notation of a polity is a country's."""
    known = load().find("polities", notation)
    return known is not None and known.kind in COUNTRIES


def of_polity(known: Concept) -> Party:
    """Return the party that a polity is."""
    return Party(Polity(known.notation), organ=True, state=known.notation)


def opens(scene: Scene, at: int) -> bool:
    """Tell whether a party's name can open at a unit: "… đầu tư và kinh doanh vốn nhà nước" is one company still."""
    string = scene.units.string
    skipped = "".join(scene.of_class(name) for name in ("filler", "plural", "leaders", "partner"))
    while string[at] in skipped:
        at += 1
    if string[at] in scene.of_class("decoy") + scene.of_class("twosides") + '"':
        return False
    word = scene.units.words(at, at + 1)
    return word[:1].isupper() or string[at] in nouns(scene) + "PO" or governs(scene, at)


def nouns(scene: Scene) -> str:
    """Return the signs that open the name of a body by themselves."""
    return "B" + "".join(scene.of_class(name) for name in BODY_NOUNS)


def governs(scene: Scene, at: int) -> bool:
    """Tell whether a unit opens the name of an organ of a state: a ministry, a government, a parliament."""
    words = word_key(scene.units.words(at, at + 1)).split()
    return any(scene.lexicon.is_a(" ".join(words[:n]), "ministry") for n in (1, 2, 3))


def party(scene: Scene, first: int, last: int, *, whole: bool = False) -> Party | None:
    """Return the party that opens a span of units, if one does.

    Of the `whole` span "on" is part of the body's name; elsewhere it opens what the parties agree on.
    """
    first = opening(scene, first, last)
    if first >= last:
        return None
    if (known := polity(scene, first)) is not None and not named_after(scene, first, last):
        return of_polity(known)
    if scene.units.string[first] in "PO":
        return of_person(scene, first, last)
    ends = '(;.|"' + "".join(scene.of_class(c) for c in ("aux", "signs", "begins", "at", "tailstop"))
    ends += "" if whole else scene.of_class("about") + scene.of_class("within")
    end = next((u for u in range(first, last) if scene.units.string[u] in ends or breaks(scene, first, u)), last)
    stop = next((u for u in range(first, end) if scene.units.string[u] in scene.of_class("of")), end)
    stop = next((u for u in range(first + 1, stop) if ended(scene, first, u)), stop)
    bare = stop - first == 1 and scene.units.string[first] in nouns(scene).replace("B", "")
    if not 0 < stop - first <= LONGEST or bare:
        return None
    body = Body(scene.units.words(first, glossed(scene, stop)))
    if not governs(scene, first):
        return Party(body)
    codes = inner(scene, first, end)
    return Party(body, organ=True, state=codes[-1] if codes else None)


def opening(scene: Scene, first: int, last: int) -> int:
    """Return where the name of a party opens in a span: at a polity, a person, a word for a body, or a capital.

    A capital that opens the sentence opens no name by itself: "Hôm ấy Việt Nam và Lào ký …".
    """
    string, start = scene.units.string, scene.sentence(first)[0]
    for at in range(first, last):
        if polity(scene, at) is not None or string[at] in "PO" or governs(scene, at):
            return at
        if string[at] in nouns(scene):
            return at + 1 if bloc(scene, at + 1) and scene.units.words(at, at + 1).islower() else at
        if string[at] in scene.of_class("conjunction") + '"':
            return last
        if string[at] in "NS" and scene.units.words(at, at + 1)[:1].isupper():
            alone = at == start and not scene.units.words(at + 1, at + 2)[:1].isupper()
            if not alone or at + 1 == last:
                return at
    return last


def bloc(scene: Scene, at: int) -> bool:
    """Tell whether a unit is a bloc, which a small word for a body only explains: "nhóm P5+1"."""
    known = polity(scene, at)
    return known is not None and known.kind == "Bloc"


def named_after(scene: Scene, at: int, last: int) -> bool:
    """Tell whether a polity only opens a body's name: "Vietnam Airlines"."""
    return at + 1 < last and scene.units.string[at + 1] == "N" and scene.units.words(at + 1, at + 2).isascii()


def glossed(scene: Scene, stop: int) -> int:
    """Return the unit after a body's name and its short name in brackets: "Ngân hàng Bưu điện Liên Việt (LPBank)"."""
    string = scene.units.string
    short = string[stop : stop + 3] == "(N)" and len(scene.units.words(stop + 1, stop + 2)) > SHORT
    return stop + 3 if short else stop


def breaks(scene: Scene, first: int, unit: int) -> bool:
    """Tell whether a unit ends a body's name: a comma, which an ampersand is not, or a person.

    What is read as a person's name is the body's own where only small words open it: "hãng hàng không Bamboo Airways".
    """
    mention = scene.units.mentions[unit]
    if mention is not None:
        small = unit == first + 1 or (unit > first and scene.units.words(first, unit).islower())
        return bool(mention.titles) or mention.honorific or not small
    return scene.units.string[unit] == "," and scene.units.words(unit, unit + 1) != "&"


def ended(scene: Scene, first: int, unit: int) -> bool:
    """Tell whether a small word ends a body's name: after a polity, or after capitals that no word for a body opens."""
    if not scene.units.words(unit, unit + 1).islower() or scene.units.string[unit] == "&":
        return False
    if polity(scene, unit - 1) is not None:
        return True
    opener = scene.units.words(first, first + 1)
    capitals = opener.isupper() or scene.units.words(first + 1, first + 2)[:1].isupper()
    return scene.units.string[first] in "NS" and capitals


def of_person(scene: Scene, at: int, last: int) -> Party | None:
    """Return whom a person signs for: the company whose head they are said to be, else their state or city."""
    actor, string = scene.actor(at), scene.units.string
    if at + 3 < last and string[at + 1] in "-," and string[at + 2] in scene.of_class("private"):
        return party(scene, at + 3, last)
    code = (actor.city or actor.country) if actor is not None else scene.post(at)
    if actor is not None and private(scene, actor):
        code = None
    return Party(Polity(code), organ=True, state=code) if code else None


def private(scene: Scene, actor: Actor) -> bool:
    """Tell whether a person speaks for no state: the head of a company, or a compatriot without a post."""
    if not actor.titles:
        return actor.country == scene.discourse.names.home
    return all(scene.lexicon.is_a(word_key(title.title), "private") for title, _ in actor.titles)


def inner(scene: Scene, first: int, last: int) -> list[str]:
    """Return the countries that stand anywhere in a span of units, inside names of bodies too."""
    document, units = scene.units.document, scene.units
    concepts = document.concepts[units.firsts[first] : units.lasts[last - 1]]
    return [c.notation for c in concepts if isinstance(c, Concept) and c.kind in COUNTRIES]
