"""Agreements: a named or clearly delimited written instrument between two or more parties."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from extract.agreements.grounds import grounded
from extract.agreements.instruments import KINDS, Instrument, instruments
from extract.agreements.signatories import between, signers, told_after, traders
from extract.agreements.signing import date, denied, status
from extract.discourse.circumstances import CLAUSE, Scene
from extract.discourse.pairs import dyads
from extract.discourse.parties import governs
from extract.discourse.sides import named, polity, sides, states
from extract.discourse.sides import parties as article_sides
from extract.tokens.text import word_key
from ontology.dates import Date
from ontology.facts import Agreement, Body, Polity, Side
from ontology.names import fold

# Classes of words in a name that tell no instrument from another; an acronym has more letters than this.
SMALL = ("between", "and", "with", "of", "about", "filler", "twosides", "plural", "for")
ACRONYM = 2


# So many instruments back a mention can be of the same one; the longest list in the gold of eleven draws has 13.
RECENT = 40


@dataclass(slots=True)
class Told:
    """An instrument as told so far: the fact, the words and acronyms of its name that tell it from others, where.

    `loose` says that its word may stand for any kind ("thỏa thuận"); `lists` are the lists that it stands on, `item`
    says that something stands before it there; `own` says that a sentence itself gives the parties.
    """

    fact: Agreement
    unit: int
    core: frozenset[str]
    acronyms: frozenset[str]
    loose: bool
    lists: set[int]
    own: bool
    item: bool


def extract(scene: Scene) -> Iterator[tuple[Agreement, int]]:
    """Yield each instrument once: what several mentions say of it is one fact; what none calls a plan is signed."""
    found: list[Told] = []
    for one in told(scene):
        known = next((other for other in found[-RECENT:] if same(other, one)), None)
        if known is None:
            found.append(one)
        else:
            known.fact = joined(known, one)
            known.core, known.acronyms = known.core | one.core, known.acronyms | one.acronyms
            known.loose = known.loose and one.loose
            known.lists |= one.lists
            known.own, known.item = known.own or one.own, known.item and one.item
    for one in found:
        yield replace(one.fact, status=one.fact.status or "signed"), one.unit


def told(scene: Scene) -> Iterator[Told]:
    """Yield every mention of an instrument that says enough to be one, with status and parties."""
    before: tuple[str | None, tuple[Side, ...]] = (None, ())
    number = 0
    for found in instruments(scene):
        number += not found.listed
        if denied(scene, found):
            continue
        state = (before[0] if found.listed else None) or status(scene, found)
        own = stated(scene, found)
        both = own or (before[1] if found.listed else ()) or article_sides(scene, found.anchor, cities=True)
        before = state, own or (before[1] if found.listed else ())
        if multilateral(scene, found):
            both = own or bloc_and_state(scene, found)
        both = both if municipal(scene, found.anchor, both) else states(both)
        if len(set(both)) > 1 and grounded(scene, found, both, own=bool(own)):
            fact = Agreement(both, found.kind, name(scene, found), state, date(scene, found))
            loose = scene.units.string[found.at] in scene.of_class("loose")
            words, acronyms = core(scene, found)
            words -= {word for side in both for word in word_key(side.name).split()}
            yield Told(fact, scene.speak(found.at), words, acronyms, loose, {number}, bool(own), found.listed)


def core(scene: Scene, found: Instrument) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words of a name that tell it from others, and its acronyms: no parties, dates or small words."""
    string, small = scene.units.string, "DCYK()" + "".join(scene.of_class(name) for name in SMALL)
    small += "".join(scene.of_class(f"kind_{kind}") for kind in KINDS)
    units = [
        unit
        for unit in range(found.at + 1, found.stop)
        if string[unit] not in small and polity(scene, unit) is None and not governs(scene, unit)
    ]
    short = {u for u in (found.at, found.at + 1, *units) if u < found.stop and acronym(scene, u, found.at)}
    words = (word for u in units if u not in short for word in word_key(scene.units.words(u, u + 1)).split())
    return frozenset(words), frozenset(scene.units.words(u, u + 1) for u in short)


def acronym(scene: Scene, unit: int, at: int) -> bool:
    """Tell whether a unit is an instrument's acronym: its own word, the next, or in brackets; no "FTA" or "MOU"."""
    text = scene.units.words(unit, unit + 1)
    return (
        text.isupper()
        and not any(scene.units.string[unit] in scene.of_class(f"kind_{kind}") for kind in KINDS)
        and len(text) > ACRONYM
        and (unit <= at + 1 or scene.units.string[unit - 1] == "(")
    )


def multilateral(scene: Scene, found: Instrument) -> bool:
    """Tell whether an instrument is of many states: its word or its name says so."""
    return scene.holds(found.at, found.stop, "multilateral")


def bloc_and_state(scene: Scene, found: Instrument) -> tuple[Side, ...]:
    """Return the bloc and the state that an instrument of many is said to join; none if it only stands in a name."""
    if scene.units.string[found.at] not in scene.of_class("multilateral"):
        return ()
    far = found.kind == "declaration"  # a code of conduct is of a bloc with a state, wherever these are named
    for place, pair in dyads(scene, found.at):
        if any(c.kind == "Bloc" for c in pair) and (far or found.at - CLAUSE < place < found.stop + CLAUSE):
            return sides(*(c.notation for c in pair))
    return with_bloc(scene, found) if far else ()


def with_bloc(scene: Scene, found: Instrument) -> tuple[Side, ...]:
    """Return the bloc that a sentence names beside a state, "cùng với ASEAN", and the one state that is not at home."""
    first, last = scene.sentence(found.at)
    beside = scene.of_class("with") + scene.of_class("and")
    units = (u for u in range(first + 1, last) if scene.units.string[u - 1] in beside)
    bloc = next((known for u in units if (known := polity(scene, u)) is not None and known.kind == "Bloc"), None)
    home = scene.discourse.names.home
    lands = [code for code in named(scene, first, last) or list(scene.discourse.sides[:2]) if code != home]
    return sides(bloc.notation, lands[0]) if bloc is not None and len(lands) == 1 else ()


def stated(scene: Scene, found: Instrument) -> tuple[Side, ...]:
    """Return the parties that the sentence itself gives an instrument."""
    at, stop, last = found.at, found.stop, scene.sentence(found.at)[1]
    signed = signers(scene, found.verb, at, stop) if found.verb is not None else ()
    named = signed if any(isinstance(side, Body) for side in signed) else ()
    return (
        between(scene, at, beyond(scene, found), last)
        or traders(scene, at, stop)
        or told_after(scene, at, stop)
        or named
        or held(scene, found)
        or signed
    )


def beyond(scene: Scene, found: Instrument) -> int:
    """Return the unit up to which "between A and B" is still of an instrument: the next mark or instrument."""
    kinds = "".join(scene.of_class(f"kind_{kind}") for kind in KINDS)
    ends = ",;:|." + kinds
    return next((u for u in range(found.stop, found.stop + CLAUSE) if scene.units.string[u] in ends), found.stop) + 1


def held(scene: Scene, found: Instrument) -> tuple[Side, ...]:
    """Return the pair of polities that the name itself holds: "Hiệp định thương mại tự do Việt Nam - EU"."""
    for place, (one, two) in dyads(scene, found.at):
        if found.at < place < found.stop:
            return sides(one.notation, two.notation)
    return ()


def municipal(scene: Scene, at: int, both: tuple[Side, ...]) -> bool:
    """Tell whether two capitals sign for themselves: the sentence or a person of the article speaks for a city."""
    first, last = scene.sentence(at)
    words = scene.of_class("twocities") + scene.of_class("municipal")
    spoken = any(sign in words for sign in scene.units.string[first:last])
    own = {side.name for side in both} == set(scene.discourse.cities)
    return (
        spoken
        or (own and any(actor.city for actor in scene.discourse.actors))
        or not all(isinstance(side, Polity) for side in both)
    )


def name(scene: Scene, found: Instrument) -> str:
    """Return an instrument's name as written."""
    text = scene.units.words(found.at, found.stop)
    return text[:1].upper() + text[1:]


def same(one: Told, two: Told) -> bool:
    """Tell whether two mentions are of one instrument: kind and parties alike, and one name adds to the other.

    Two items of one list are two, and of two lists where their names differ. A loose word for an instrument is that
    of any kind whose name is the same; parties that no sentence gives are those of the same name.
    """
    mine, theirs = one.core, two.core
    kinds = one.fact.kind == two.fact.kind or ((one.loose or two.loose) and len(mine & theirs) > 1)
    if not kinds or one.lists & two.lists or (one.item and two.item and mine != theirs):
        return False
    telling = bool(one.acronyms & two.acronyms) or (mine == theirs and len(mine) > 1)
    if not alike(one.fact.parties, two.fact.parties) and not (telling and one.own != two.own):
        return False
    close = 0 if one.fact.kind == two.fact.kind else 1
    named = mine <= theirs or theirs <= mine or len(mine & theirs) >= max(close, 0.75) * len(mine | theirs)
    return (named or bool(one.acronyms & two.acronyms)) and agree(one.fact.date, two.fact.date)


def alike(one: tuple[Side, ...], two: tuple[Side, ...]) -> bool:
    """Tell whether parties are the same: states by their codes, bodies where each is a part of the other's name."""
    if all(isinstance(side, Polity) for side in (*one, *two)):
        return set(one) == set(two)
    mine, theirs = ({fold(side.name) for side in sides_} for sides_ in (one, two))
    return bool(mine & theirs) or all(any(m in t or t in m for t in theirs) for m in mine)


def agree(one: Date | None, two: Date | None) -> bool:
    """Tell whether two dates can be one."""
    return one is None or two is None or one.agrees(two)


def joined(one: Told, two: Told) -> Agreement:
    """Put two mentions together: the longer name, the known date, expired or signed over proposed, the surer kind."""
    mine, theirs = one.fact, two.fact
    name_ = max((mine.name or "", theirs.name or ""), key=len)
    states_ = (mine.status, theirs.status)
    state = next((s for s in ("expired", "signed", "proposed") if s in states_), None)
    kind = theirs.kind if one.loose and not two.loose else mine.kind
    both = theirs.parties if two.own and not one.own else mine.parties
    return Agreement(both, kind, name_, state, mine.date or theirs.date)
