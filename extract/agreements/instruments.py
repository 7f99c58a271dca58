"""Where a text names an instrument: its kind, how far its name goes, the verb of signing, and the list it stands in."""

from collections.abc import Iterator
from typing import NamedTuple

from extract.agreements.signatories import traders
from extract.discourse.circumstances import Scene, near
from extract.discourse.parties import opens
from extract.discourse.sides import polity
from extract.tokens.text import word_key

KINDS = ("treaty", "agreement", "memorandum", "statement", "plan", "protocol", "contract", "declaration")
# The longest name of 245 in the gold of eleven draws has 27 units.
LONGEST = 28
# Words that are nothing but an instrument; an "agreement" may be a state of mind.
STRONG = ("treaty", "memorandum", "protocol", "declaration")
# Classes of words that no name holds.
ENDS = ("tailstop", "future", "happens")
# Classes of words that no name ends with.
LOOSE = ("of", "and", "with", "between", "to", "about", "within", "plural", "aux")
# Units between a verb of signing and what is signed ("ký kết với Lào một số" …), and before a list that it opens.
VERB, LISTED = 8, 25
# Units before the first word of a line in a list: "- ", "1. ".
BULLET = 4
# Units between a verb of signing and what is signed right here: "ký kết một hiệp định".
DIRECT = 3
# Classes of small words that open nothing that tells an instrument from others.
# A word for an instrument with more syllables tells something itself ("hiệp ước hữu nghị").
BARE = 2
VAGUE = ("at", "within", "begins", "several")
LEVELS = ("level_partnership", "level_comprehensive", "level_strategic", "level_comprehensive_strategic")


class Instrument(NamedTuple):
    """One mention: its word stands at a unit, its name ends before `stop`, `verb` is the unit of its signing.

    `listed` says that it goes on the list of the mention before it, whose verb and parties it shares. A line of a
    list hangs from the sentence above it: `anchor` is the unit there, else the mention's own.
    """

    at: int
    stop: int
    kind: str
    verb: int | None
    anchor: int
    listed: bool = False


def instruments(scene: Scene) -> Iterator[Instrument]:
    """Yield every mention that is told from others; in a list the later share the verb of the first."""
    kinds = {sign: kind for kind in KINDS for sign in scene.of_class(f"kind_{kind}")}
    last: Instrument | None = None
    covered, heads = 0, openers(scene, kinds)
    plural: Instrument | None = None
    for at in scene.where(*(f"kind_{kind}" for kind in KINDS)):
        if scene.role(at) == "headline" or at < covered:
            continue
        head = heads.get(scene.units.sentence_of[at])
        found = Instrument(at, tail(scene, at, kinds), kinds[scene.units.string[at]], verb(scene, at), at)
        if last is not None and follows(scene, last, at):
            found = found._replace(
                verb=last.verb if last.verb is not None else found.verb, anchor=last.anchor, listed=True
            )
        elif head is not None and at - scene.sentence(at)[0] < BULLET:
            found = found._replace(verb=head, anchor=head, listed=last is not None and last.anchor == head)
        covered = found.stop
        if found.stop == at + 1 and many(scene, at):
            plural = found
        elif plural is not None and follows(scene, plural, at):
            plural = found._replace(stop=at + 1)
        elif delimited(scene, found):
            last = found
            yield found


def many(scene: Scene, at: int) -> bool:
    """Tell whether several instruments are spoken of at once: "các hiệp định", "hai hiệp định", "5 hiệp định"."""
    several = scene.of_class("plural") + scene.of_class("several") + "0"
    return at > 0 and scene.units.string[at - 1] in several


def openers(scene: Scene, kinds: dict[str, str]) -> dict[int, int]:
    """Return for each line of a list, by its sentence, the verb of signing in the sentence above that opens the list.

    That sentence ends with a colon, or goes on with the first item; the list ends with the first line that opens with
    neither an instrument nor a dash.
    """
    string = scene.units.string
    found: dict[int, int] = {}
    head: int | None = None
    for number, (first, last) in enumerate(scene.bounds):
        if head is not None and any(sign in kinds for sign in string[first : min(last, first + BULLET)]):
            found[number] = head
        elif string[first] != "-":
            head = None
        colon = string.rfind(":", first, last)
        if colon >= 0 and (colon == last - 1 or any(sign in kinds for sign in string[colon : colon + BULLET])):
            head = max(scene.where("inks", first=first, last=colon), default=None)
    return found


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
    aim = kinds[string[at]] in STRONG and string[at + 1] in scene.of_class("purpose")
    stop = at + (2 if aim else 1)
    while stop - at < LONGEST and string[stop] not in stops and string[stop] not in "PO" and not credit(scene, stop):
        if string[stop] == "(" and stop > at + 1:
            closing = string.find(")", stop, stop + 8)
            if closing < 0:
                break
            stop = closing + 1
            continue
        meeting = scene.of_class("trip") + scene.of_class("talks")
        if joined(scene, stop, kinds) or (string[stop] in occasion and string[stop + 1] in meeting):
            break
        stop += 1
        if string[stop - 1] in scene.of_class("deictic") and stop - at <= DIRECT:
            break  # "this agreement on trade", and not "… on trade that this country"
    if kinds[string[at]] == "statement" and string[at + 1] in scene.of_class("at"):
        return at + 1
    loose = "".join(scene.of_class(name) for name in LOOSE)
    while stop > at + 1 and string[stop - 1] in loose + "-(":
        stop -= 1
    return stop


def joined(scene: Scene, unit: int, kinds: dict[str, str]) -> bool:
    """Tell whether "and" at a unit joins another instrument: "… and a memorandum", "… and many plans"."""
    string = scene.units.string
    if string[unit] not in scene.of_class("and"):
        return False
    several = "0" + "".join(scene.of_class(name) for name in ("plural", "several", "signs", "drafts"))
    after = next((u for u in range(unit + 1, unit + 4) if string[u] not in several), unit + 1)
    return string[after] in kinds


def credit(scene: Scene, unit: int) -> bool:
    """Tell whether a dash opens the photographer's credit."""
    after = word_key(scene.units.words(unit + 1, unit + 2)) if scene.units.string[unit] == "-" else ""
    return after in scene.discourse.names.credits


def delimited(scene: Scene, found: Instrument) -> bool:
    """Tell whether an instrument is named: what follows tells it from others, and it is not "the agreements"."""
    string, at, stop = scene.units.string, found.at, found.stop
    if many(scene, at) or string[at - 1 : at] == "(":
        return False
    if string[at] in scene.of_class("multilateral"):
        return True
    follow = string[at + 1 : stop]
    if string[at + 1] in scene.of_class("vague") or {follow[:1], follow[-1:]} & {*scene.of_class("deictic")}:
        return False
    if any(sign in scene.of_class("whichever") for sign in follow[:4]):
        return False
    small = scene.units.words(at + 1, at + 2).islower()
    if small and follow[:1] and follow[0] in "".join(scene.of_class(name) for name in VAGUE):
        follow = ""  # "the agreement in Singapore" is told by its place alone
    joint = follow[:1] in {*scene.of_class("and"), *scene.of_class("with")}
    friendship = len(scene.units.words(at, at + 1).split()) > BARE
    if joint and not friendship and not opens(scene, at + 2):
        follow = ""  # "the treaty and we", "the treaty with the charge that"
    if general(scene, follow):
        follow = ""
    proper = scene.units.words(at, at + 1)[:1].isupper() and at > scene.sentence(at)[0]
    return (
        (tells(scene, found, follow) and (proper or signed(scene, found) or paired(scene, found)))
        or (proper and bool(follow))
        or (found.kind == "statement" and (proper or near(scene, at, "inks", 4) or by_it(scene, at)))
    )


def general(scene: Scene, follow: str) -> bool:
    """Tell whether what follows an instrument's word is general: "between the ministries", "on many ideas"."""
    several, plural = {*scene.of_class("several")}, {*scene.of_class("plural")}
    if follow[:1] in {*scene.of_class("between")}:
        return follow[1:2] in several
    return follow[:1] in {*scene.of_class("about")} and follow[1:2] in several - plural


def by_it(scene: Scene, at: int) -> bool:
    """Tell whether a statement is told as one that has been made: "in the joint statement", "according to it"."""
    return near(scene, at, "within", 1) or near(scene, at, "carries", 1)


def paired(scene: Scene, found: Instrument) -> bool:
    """Tell whether a name says between whom an instrument is: "giữa hai miền", "Việt Nam - Úc", "với Đài Loan".

    So does the deed of a contract: "hợp đồng Lào mua điện của Việt Nam".
    """
    string, between = scene.units.string, scene.of_class("between")
    for unit in range(found.at + 1, found.stop - 1):
        after = string[unit + 1]
        if string[unit] in between and (opens(scene, unit + 1) or after in scene.of_class("twosides")):
            return True
        if string[unit] == "-" and polity(scene, unit - 1) is not None and polity(scene, unit + 1) is not None:
            return True
        if string[unit] in scene.of_class("with") and polity(scene, unit + 1) and near(scene, found.at, "has", 2):
            return True
    return found.kind == "contract" and bool(traders(scene, found.at, found.stop))


def tells(scene: Scene, found: Instrument, follow: str) -> bool:
    """Tell whether what follows the word for an instrument says which one it is.

    Whatever follows does where it is signed right here and no word of agreeing in general.
    """
    loose = scene.units.string[found.at] in scene.of_class("loose")
    carried = near(scene, found.at, "carries", DIRECT - 1)
    signed_here = carried if loose else found.verb is not None and found.at - found.verb < DIRECT
    if follow and (found.kind in STRONG or found.listed or found.anchor != found.at or signed_here):
        return True
    classes = ("about", "with", "between", "instrument", "trades", "lifts", *LEVELS)
    telling = "CYKND0FB" + "".join(scene.of_class(name) for name in classes)
    return any(sign in telling for sign in follow[:3])


def signed(scene: Scene, found: Instrument) -> bool:
    """Tell whether a word near an instrument says what becomes of it: it is signed, drafted, carried out, left."""
    after = found.stop - found.at + 4
    return (
        found.listed
        or found.verb is not None
        or near(scene, found.at, "signs", VERB, after)
        or near(scene, found.at, "drafts", VERB, after)
        or near(scene, found.at, "leaves", 2)
    )
