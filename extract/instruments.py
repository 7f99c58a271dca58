"""Where a text names an instrument: its kind, how far its name goes, the verb of signing, and the list it stands in."""

from collections.abc import Iterator
from dataclasses import dataclass

from extract.circumstances import Scene, near
from extract.text import word_key

KINDS = ("treaty", "agreement", "memorandum", "statement", "plan", "protocol", "contract", "declaration")
# The longest name of 245 in the gold of eleven draws has 27 units.
LONGEST = 28
# Words that are nothing but an instrument; an "agreement" may be a state of mind.
STRONG = ("treaty", "memorandum", "protocol", "declaration")
# Classes of words that no name holds.
ENDS = ("tailstop", "future")
# Classes of words that no name ends with.
LOOSE = ("of", "and", "with", "between", "to", "about", "within", "plural", "aux")
# Units between a verb of signing and what is signed ("ký kết với Lào một số" …), and before a list that it opens.
VERB, LISTED = 8, 25


@dataclass(frozen=True, slots=True)
class Instrument:
    """One mention: its word stands at a unit, its name ends before `stop`, `verb` is the unit of its signing.

    `listed` says that it goes on the list of the mention before it, whose verb and parties it shares.
    """

    at: int
    stop: int
    kind: str
    verb: int | None
    listed: bool = False


def instruments(scene: Scene) -> Iterator[Instrument]:
    """Yield every mention that is told from others; in a list the later share the verb of the first."""
    kinds = {sign: kind for kind in KINDS for sign in scene.of_class(f"kind_{kind}")}
    last: Instrument | None = None
    for at in scene.where(*(f"kind_{kind}" for kind in KINDS)):
        if scene.role(at) == "headline" or (last is not None and at < last.stop):
            continue
        listed = last is not None and follows(scene, last, at)
        found = Instrument(
            at,
            tail(scene, at, kinds),
            kinds[scene.units.string[at]],
            last.verb if last is not None and listed and last.verb is not None else verb(scene, at),
            listed,
        )
        if delimited(scene, found):
            last = found
            yield found


def follows(scene: Scene, before: Instrument, at: int) -> bool:
    """Tell whether only marks, "and", numbers and brackets stand between a mention and the one before it."""
    if scene.units.sentence_of[at] != scene.units.sentence_of[before.at] or at - before.stop > VERB:
        return False
    joints = ',;:"D0' + "".join(scene.of_class(name) for name in ("and", "plural", "several"))
    inside = False
    for sign in scene.units.string[before.stop : at]:
        inside = (inside or sign == "(") and sign != ")"
        if not inside and sign not in joints and sign != ")":
            return False
    return True


def verb(scene: Scene, at: int) -> int | None:
    """Return the verb of signing before an instrument: near, or before the list that the instrument stands in."""
    first = scene.sentence(at)[0]
    reach = LISTED if near(scene, at, "includes", 4) else VERB
    inks = scene.of_class("inks")
    return next((u for u in range(at - 1, max(first - 1, at - reach), -1) if scene.units.string[u] in inks), None)


def tail(scene: Scene, at: int, kinds: dict[str, str]) -> int:
    """Return the unit after a name: it ends with its clause, at the next instrument, or at a word no name holds."""
    string = scene.units.string
    quoted = at > 0 and string[at - 1] == '"'
    stops = ",;:|." + "".join(scene.of_class(name) for name in ENDS) + ('"' if quoted else "")
    occasion = scene.of_class("underway") + scene.of_class("within")
    stop = at + 1
    while stop - at < LONGEST and string[stop] not in stops and string[stop] not in "PO" and not credit(scene, stop):
        if string[stop] == "(" and stop > at + 1:
            closing = string.find(")", stop, stop + 8)
            if closing < 0:
                break
            stop = closing + 1
            continue
        if joined(scene, stop, kinds) or (string[stop] in occasion and string[stop + 1] in scene.of_class("trip")):
            break
        stop += 1
    if kinds[string[at]] == "statement" and string[at + 1] in scene.of_class("at"):
        return at + 1
    loose = "".join(
        scene.of_class(name) for name in ("of", "and", "with", "between", "to", "about", "within", "plural", "aux")
    )
    while stop > at + 1 and string[stop - 1] in loose + "-(":
        stop -= 1
    return stop


def joined(scene: Scene, unit: int, kinds: dict[str, str]) -> bool:
    """Tell whether "and" at a unit joins another instrument: "… and a memorandum", "… and many plans"."""
    string = scene.units.string
    if string[unit] not in scene.of_class("and"):
        return False
    several = scene.of_class("plural") + scene.of_class("several") + "0"
    after = next((u for u in range(unit + 1, unit + 4) if string[u] not in several), unit + 1)
    return string[after] in kinds


def credit(scene: Scene, unit: int) -> bool:
    """Tell whether a dash opens the photographer's credit."""
    after = word_key(scene.units.words(unit + 1, unit + 2)) if scene.units.string[unit] == "-" else ""
    return after in scene.discourse.names.credits


def delimited(scene: Scene, found: Instrument) -> bool:
    """Tell whether an instrument is named: what follows tells it from others, and it is not "the agreements"."""
    string, at, stop = scene.units.string, found.at, found.stop
    if at > 0 and string[at - 1] in scene.of_class("plural") + scene.of_class("several") + "(0":
        return False
    if string[at + 1] in scene.of_class("vague"):
        return False
    if string[at] in scene.of_class("multilateral"):
        return True
    follow = string[at + 1 : stop]
    if any(sign in scene.of_class("deictic") for sign in follow[:4]):
        return False
    if follow[:1] and follow[0] in scene.of_class("at") + scene.of_class("within") + scene.of_class("begins"):
        follow = ""  # "the agreement in Singapore" is told by its place alone
    telling = "CYKND0F" + "".join(scene.of_class(name) for name in ("about", "with", "between", "instrument", "trades"))
    clear = found.kind in STRONG and bool(follow)
    opens = clear or (bool(follow) and any(sign in telling for sign in follow[:3]))
    proper = scene.units.words(at, at + 1)[:1].isupper() and at > scene.sentence(at)[0]
    signed = (
        found.listed
        or found.verb is not None
        or near(scene, at, "signs", 8, stop - at + 4)
        or near(scene, at, "drafts", 8)
    )
    return (
        (opens and (signed or proper))
        or (proper and bool(follow))
        or (found.kind == "statement" and (proper or near(scene, at, "inks", 4)))
    )
