"""Agreements: a named or clearly delimited written instrument between two or more parties."""

from collections.abc import Iterator

from extract.circumstances import CLAUSE, Scene, dates_near, near
from extract.discourse import told
from extract.finders.dates import DateMention
from extract.sides import between, coordinated, dyads, parties, sides, states, supported, written
from extract.text import word_key
from ontology.dates import Date
from ontology.facts import Agreement, Body, Polity, Side

KINDS = ("treaty", "agreement", "memorandum", "statement", "plan", "protocol", "contract", "declaration")
LONGEST = 28
OPENING = 5
# Words that are nothing but an instrument; an "agreement" may be a state of mind.
STRONG = ("treaty", "memorandum", "protocol", "declaration")


def extract(scene: Scene) -> Iterator[tuple[Agreement, int]]:
    """Yield each instrument once: one kind between the same parties whose names do not differ."""
    found: list[tuple[Agreement, int]] = []
    for fact, unit in instruments(scene):
        scene.speak(unit)
        for index, (other, first) in enumerate(found):
            if same(other, fact):
                found[index] = (joined(other, fact), first)
                break
        else:
            found.append((fact, unit))
    yield from found


def instruments(scene: Scene) -> Iterator[tuple[Agreement, int]]:
    """Yield every mention of an instrument that says enough to be one.

    In a list ("ký hiệp định hàng không, thỏa thuận hợp tác lao động") the later have the status and sides of the first.
    """
    kinds = {sign: kind for kind in KINDS for sign in scene.of_class(f"kind_{kind}")}
    before: tuple[int, int, str] | None = None
    for at, sign in enumerate(scene.units.string):
        if sign not in kinds or scene.role(at) == "headline":
            continue
        stop = tail(scene, at)
        listed = before is not None and before[0] == scene.units.sentence_of[at] and at - before[1] < 3
        state = before[2] if listed and before is not None else status(scene, at)
        if state is None or not delimited(scene, at, stop, kinds[sign], listed=listed):
            continue
        before = (scene.units.sentence_of[at], stop, state)
        if any(s in scene.of_class("multilateral") for s in scene.units.string[at:stop]):
            both = bloc_and_state(scene, at, stop)
        else:
            both = stated(scene, at, stop) or parties(scene, at, cities=True)
        both = both if municipal(scene, at, both) else states(both)
        if len(set(both)) > 1 and supported(scene, at, both):
            yield Agreement(both, kinds[sign], name(scene, at, stop), state, date(scene, at, stop)), at


def bloc_and_state(scene: Scene, at: int, stop: int) -> tuple[Side, ...]:
    """Return the bloc and the state that an instrument of many is said to join; none if it only stands in a name."""
    if scene.units.string[at] not in scene.of_class("multilateral"):
        return ()
    pairs = (pair for place, pair in dyads(scene, at) if at - CLAUSE < place < stop + OPENING)
    return next((sides(*(c.notation for c in p)) for p in pairs if any(c.kind == "Bloc" for c in p)), ())


def stated(scene: Scene, at: int, stop: int) -> tuple[Side, ...]:
    """Return the parties that the sentence itself gives an instrument."""
    signed = signers(scene, at)
    named = signed if any(isinstance(side, Body) for side in signed) else ()
    return between(scene, at, stop) or named or inside(scene, at, stop) or signed


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


def signers(scene: Scene, at: int) -> tuple[Side, ...]:
    """Return the parties that sign by the sentence's own words: "A and B signed", "A signed … with B"."""
    first, last = scene.sentence(at)
    string = scene.units.string
    verb = next((u for u in range(at - 1, max(first, at - 6), -1) if string[u] in scene.of_class("inks")), None)
    if verb is None:
        return ()
    start = max((u + 1 for u in range(first, verb) if string[u] in ",;:D"), default=first)
    end = verb
    helpers = "".join(scene.of_class(name) for name in ("aux", "and", "signs", "begins"))
    while end > start and string[end - 1] in helpers:
        end -= 1
    both = coordinated(scene, start, end)
    if both:
        return both
    partner = next((u for u in range(at, min(last, at + 10)) if string[u] in scene.of_class("with")), None)
    if partner is None:
        return ()
    one, two = written(scene, start, end), written(scene, partner + 1, min(last, partner + 8))
    return (one, two) if one is not None and two is not None else ()


def inside(scene: Scene, at: int, stop: int) -> tuple[Side, ...]:
    """Return the pair of polities that the name itself holds: "Hiệp định thương mại tự do Việt Nam - EU"."""
    for place, (one, two) in dyads(scene, at):
        if at < place < stop:
            return sides(one.notation, two.notation)
    return ()


def tail(scene: Scene, at: int) -> int:
    """Return the unit after the name of an instrument: to the end of its clause, or a word that cannot be in a name."""
    string = scene.units.string
    stops = ",;:|." + scene.of_class("tailstop") + scene.of_class("future")
    stop = at + 1
    while stop - at < LONGEST and string[stop] not in stops and string[stop] not in "PO" and not credit(scene, stop):
        if string[stop] == "(" and stop > at + 1:
            closing = string.find(")", stop, stop + 8)
            if closing < 0:
                break
            stop = closing + 1
            continue
        stop += 1
    return stop


def credit(scene: Scene, unit: int) -> bool:
    """Tell whether a dash opens the photographer's credit."""
    after = word_key(scene.units.words(unit + 1, unit + 2)) if scene.units.string[unit] == "-" else ""
    return after in scene.discourse.names.credits


def delimited(scene: Scene, at: int, stop: int, kind: str, *, listed: bool) -> bool:
    """Tell whether an instrument is named: what follows tells it from others, and it is not "the agreements"."""
    string = scene.units.string
    if at > 0 and string[at - 1] in scene.of_class("plural") + scene.of_class("several") + "(0":
        return False
    if string[at + 1] in scene.of_class("vague"):
        return False
    if string[at] in scene.of_class("multilateral"):
        return True
    follow = string[at + 1 : stop]
    if any(sign in scene.of_class("deictic") for sign in follow[:4]):
        return False
    telling = (
        scene.of_class("about")
        + scene.of_class("with")
        + scene.of_class("between")
        + scene.of_class("instrument")
        + "CYKND0F"
    )
    clear = kind in STRONG and bool(follow)
    opens = clear or (bool(follow) and any(sign in telling for sign in follow[:3]))
    proper = scene.units.words(at, at + 1)[:1].isupper() and at > scene.sentence(at)[0]
    signed = listed or near(scene, at, "signs", 8, stop - at + 4) or near(scene, at, "drafts", 8)
    return (
        (opens and (signed or proper))
        or (proper and bool(follow))
        or (kind == "statement" and near(scene, at, "inks", 4))
    )


def status(scene: Scene, at: int) -> str | None:
    """Return signed, proposed or expired by the nearest word before an instrument that tells; None for a denial."""
    if near(scene, at, "denial", 3) or near(scene, at, "condition", 6):
        return None
    if near(scene, at, "expires", 2, 16):
        return "expired"
    first, _ = scene.sentence(at)
    string, drafts, signs = scene.units.string, scene.of_class("drafts"), scene.of_class("signs")
    early = drafts + scene.of_class("future") + scene.of_class("hope")
    for unit in range(at - 1, max(first - 1, at - 10), -1):
        if string[unit] in drafts:
            return "proposed"
        if string[unit] in signs:
            return "proposed" if any(s in early for s in string[max(first, unit - 4) : unit]) else "signed"
    return "signed"


def name(scene: Scene, at: int, stop: int) -> str:
    """Return an instrument's name as written."""
    text = scene.units.words(at, stop)
    return text[:1].upper() + text[1:]


def date(scene: Scene, at: int, stop: int) -> Date | None:
    """Return the day of signing: the first date within or right after the name, else the nearest before it.

    Without a word of signing in the sentence a date is of something else. What is signed after the talks, or
    before witnesses, is signed on the day of the news. Of an anniversary's interval the start is the day.
    """
    first, last = scene.sentence(at)
    for unit in range(at, min(last, stop + 5)):
        if unit > stop and scene.units.string[unit] in ";:":
            break
        if scene.units.string[unit - 1] in scene.of_class("to"):
            continue  # "a joint vision up to 2030"
        mention = scene.concept(unit) if scene.units.string[unit] == "D" else None
        if isinstance(mention, DateMention) and (known := told(scene.discourse, mention)) is not None:
            start, _, end = known.edtf.partition("/")
            return Date(start) if not end or near(scene, at, "marks", at - first) else None
    if not near(scene, at, "inks", at - first, last - at):
        return None
    dates = [date for d, date in dates_near(scene, at) if "/" not in date.edtf and len(date.edtf) > 4]
    talks = any(sign in scene.of_class("talks") for sign in scene.units.string[first : min(at, first + OPENING)])
    of_the_day = (talks or near(scene, at, "witness", at - first)) and not near(scene, at, "history", 20)
    return dates[0] if dates else scene.discourse.lead if of_the_day else None


def same(one: Agreement, two: Agreement) -> bool:
    """Tell whether two mentions are of one instrument: kind and parties alike, and the names share most words."""
    if one.kind != two.kind or set(one.parties) != set(two.parties):
        return False
    mine, theirs = (set(word_key(a.name or "").split()) for a in (one, two))
    alike = mine <= theirs or theirs <= mine or len(mine & theirs) >= 0.75 * len(mine | theirs)
    return alike and agree(one.date, two.date)


def agree(one: Date | None, two: Date | None) -> bool:
    """Tell whether two dates can be one."""
    return one is None or two is None or one.agrees(two)


def joined(one: Agreement, two: Agreement) -> Agreement:
    """Put two mentions together: the longer name, the known date, signed over proposed."""
    name_ = max((one.name or "", two.name or ""), key=len)
    state = "signed" if "signed" in (one.status, two.status) and one.status != "expired" else one.status
    return Agreement(one.parties, one.kind, name_, state, one.date or two.date)
