"""Who an instrument is between, by the words around it: "between A and B", "A and B signed", "A signed with B"."""

from extract.discourse.circumstances import Scene
from extract.discourse.parties import LONGEST, Party, of_polity, opens, party, together
from extract.discourse.sides import polity, sides, with_other
from ontology.facts import Side
from ontology.vocabulary import load

# Units in which "with B" still follows the name of what is signed.
PARTNER = 10


def between(scene: Scene, first: int, last: int, end: int) -> tuple[Side, ...]:
    """Return the parties that "between … and …" names, if it opens in the units [first, last); they end before `end`.

    It opens later where it follows a verb: "… cũng được diễn ra giữa A và B".
    """
    string, opener = scene.units.string, scene.of_class("between")
    start = next((u + 1 for u in range(first, last) if string[u] in opener), None)
    if start is None:
        verbs = scene.of_class("inks") + scene.of_class("happens")
        start = next((u + 1 for u in range(last, end) if string[u] in opener and string[u - 1] in verbs), None)
    if start is None or not opens(scene, start):
        return ()
    semicolon = string.find(";", start, end)
    return coordinated(scene, start, semicolon if semicolon >= 0 else end)


def coordinated(scene: Scene, first: int, last: int) -> tuple[Side, ...]:
    """Return the parties of "A and B" in a span of units, if both are parties; "A, B and C" of polities are three."""
    inside = brackets(scene, first, last)
    joints = scene.of_class("and") + scene.of_class("with")
    for joint in range(first + 1, last - 1):
        if scene.units.string[joint] not in joints or joint in inside or not opens(scene, joint + 1):
            continue
        one = party(scene, first, joint, whole=True)
        two = party(scene, joint + 1, last)
        if one is not None and two is not None:
            return together(scene, [*before(scene, first, joint), one, two])
        known = one or two
        if known is not None and scene.units.string[joint + 1] in "PO" and scene.units.string[first] in "PO":
            return beside(scene, known)
    return ()


def beside(scene: Scene, known: Party) -> tuple[Side, ...]:
    """Return a city whose officer signs beside somebody of no told state, and the other country of the article."""
    city = load().find("polities", known.state or "")
    country = city.get("country") if city is not None else None
    if city is None or country is None:
        return ()
    return sides(city.notation, *(side.name for side in with_other(scene, country) if side.name != country))


def before(scene: Scene, first: int, last: int) -> list[Party]:
    """Return the polities of a list but the last: "A" and "B" of "A, B and C"."""
    units = [u for u in range(first, last) if scene.units.string[u] not in "," + scene.of_class("filler")]
    named = [known for u in units if (known := polity(scene, u)) is not None]
    return [of_polity(known) for known in named] if len(named) == len(units) else []


def brackets(scene: Scene, first: int, last: int) -> set[int]:
    """Return the units of a span that stand in brackets."""
    found: set[int] = set()
    depth = 0
    for unit in range(first, last):
        sign = scene.units.string[unit]
        depth += sign == "("
        if depth:
            found.add(unit)
        depth -= sign == ")" and depth > 0
    return found


def signers(scene: Scene, verb: int, at: int, stop: int) -> tuple[Side, ...]:
    """Return the parties that sign by the words around a verb of signing: "A and B signed", "A signed … with B"."""
    end = subject(scene, verb)
    start = clause(scene, end)
    both = coordinated(scene, start, end)
    if both:
        return both
    one = party(scene, start, end, whole=True) if start < end else signer(scene, end)
    two = partner(scene, verb, at, stop)
    return together(scene, [one, two]) if one is not None and two is not None else ()


def signer(scene: Scene, end: int) -> Party | None:
    """Return who signs in a clause that names nobody, as in the one before: "A signed … with B, signed … with C"."""
    first = scene.sentence(end)[0]
    verb = max(scene.where("inks", first=first, last=end - 1), default=None)
    if verb is None or scene.units.string[end - 1] != ",":
        return None
    stop = subject(scene, verb)
    return party(scene, clause(scene, stop), stop, whole=True)


def subject(scene: Scene, verb: int) -> int:
    """Return the unit after the subject of a verb of signing: small words stand between them."""
    first, end = scene.sentence(verb)[0], verb
    helpers = "D" + "".join(scene.of_class(name) for name in ("aux", "and", "signs", "begins"))
    while end > first and scene.units.string[end - 1] in helpers:
        end -= 1
    return end


def clause(scene: Scene, verb: int) -> int:
    """Return where the clause of a verb opens: after the last mark, date or conjunction before it."""
    string, first = scene.units.string, scene.sentence(verb)[0]
    marks = ';:D"' + scene.of_class("conjunction")
    at = verb
    while at > first and string[at - 1] not in marks:
        listed = polity(scene, at - 2) is not None and polity(scene, at) is not None
        if string[at - 1] == "," and not listed and scene.units.words(at - 1, at) != "&":
            break  # the comma of "Nga, Belarus và Armenia" parts no clauses
        at -= 1
        if string[at] == ")":
            at = max(first, string.rfind("(", first, at))
    return at


def partner(scene: Scene, verb: int, at: int, stop: int) -> Party | None:
    """Return the party that "with" names right after a verb of signing or after what is signed."""
    string, last = scene.units.string, scene.sentence(verb)[1]
    end = min(last, stop + PARTNER)
    for unit in range(verb + 1, end - 1):
        if string[unit] in ';:"':
            return None
        joins = string[unit] in scene.of_class("with") or (string[unit] in scene.of_class("and") and unit == at + 1)
        if joins and opens(scene, unit + 1):
            return party(scene, unit + 1, min(last, unit + 1 + LONGEST))
    return None


def company(scene: Scene, verb: int, at: int, stop: int) -> bool:
    """Tell whether the partner of a signing is a body that no state stands behind."""
    found = partner(scene, verb, at, stop)
    return found is not None and not found.organ


def told_after(scene: Scene, at: int, stop: int) -> tuple[Side, ...]:
    """Return the parties of a clause that follows a name: "… that A has signed with B", "… was signed by A and B"."""
    string, last = scene.units.string, scene.sentence(at)[1]
    if string[stop] not in scene.of_class("conjunction") + scene.of_class("by"):
        return ()
    end = min(last, stop + 2 * LONGEST)
    verb = next((u for u in range(stop + 1, end) if string[u] in scene.of_class("inks")), None)
    return () if verb is None else signers(scene, verb, verb, verb)


def traders(scene: Scene, at: int, stop: int) -> tuple[Side, ...]:
    """Return the two sides of a contract told as a deed: "the contract by which A buys … from B"."""
    string = scene.units.string
    deed = next((u for u in range(at + 1, stop) if string[u] in scene.of_class("trades")), None)
    if deed is None or deed == at + 1:
        return ()
    ends = scene.of_class("of") + scene.of_class("for") + scene.of_class("with")
    goal = next((u for u in range(deed + 1, stop) if string[u] in ends), None)
    if goal is None:
        return ()
    one, two = party(scene, at + 1, deed, whole=True), party(scene, goal + 1, stop)
    return together(scene, [one, two]) if one is not None and two is not None else ()
