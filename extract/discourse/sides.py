"""Which polities or bodies a phrase is about: pairs written together, "between A and B", "the two countries"."""

from extract.discourse.circumstances import CLAUSE, Scene, near
from extract.discourse.discourse import country_of
from extract.discourse.pairs import dyads, groups, local
from ontology.facts import Polity, Side
from ontology.vocabulary import Concept, load

COUNTRIES = ("Country", "FormerCountry")
# A pair written further away than this says less than "the two countries" right here.
FAR = 12
# "The two halves" so many units after a phrase are its sides; further on they are what it is about.
HALVES = 4


def polity(scene: Scene, unit: int) -> Concept | None:
    """Return the polity of a unit, if it is one."""
    return scene.polities.get(unit)


def states(parties_: tuple[Side, ...]) -> tuple[Side, ...]:
    """Return parties with each capital as its country: "quan hệ ngoại giao Bắc Kinh - Bình Nhưỡng"."""
    known = load()
    concepts = [known.find("polities", side.name) for side in parties_]
    names = [
        c.get("country") or c.notation if c is not None and c.get("isCapital") else side.name
        for c, side in zip(concepts, parties_, strict=True)
    ]
    return sides(*names) if all(isinstance(side, Polity) for side in parties_) else parties_


def parties(scene: Scene, unit: int, *, cities: bool = False) -> tuple[Side, ...]:
    """Return the two sides that a phrase at a unit is about, sorted by name; empty where they stay unknown.

    "The two countries" right here, with no pair near, are those of the article; else the nearest pair in the
    sentence; else its only two countries; else those of the article, with a country that the sentence names
    among them. With `cities`, "the two capitals" are the article's two.
    """
    first, last = scene.sentence(unit)
    if cities and scene.discourse.cities and scene.holds(first, last, "twocities"):
        return sides(*scene.discourse.cities)
    if near(scene, unit, "halves", CLAUSE, HALVES):
        return sides(*scene.discourse.names.halves)
    own = set(scene.discourse.cities if cities else ())
    return joined(scene, unit, own) or partner_after(scene, unit) or spoken_of(scene, unit)


def joined(scene: Scene, unit: int, own: set[str]) -> tuple[Side, ...]:
    """Return the nearest pair written together; one far off yields to "with" a partner right here, or to "the two"."""
    first, last = scene.sentence(unit)
    pairs = [p for p in groups(scene, unit) if not local(p[1]) or {c.notation for c in p[1]} == own]
    place, pair = min(pairs, key=lambda p: distance(scene, unit, p[0]), default=(0, None))
    if pair is None:
        return ()
    if distance(scene, unit, place) <= FAR:
        return sides(*(c.notation for c in pair))
    both = near(scene, unit, "twosides", 8, 8) or leaders(scene, first, last)
    return () if both else partner_after(scene, unit) or sides(*(c.notation for c in pair))


def spoken_of(scene: Scene, unit: int) -> tuple[Side, ...]:
    """Return the two countries that a sentence names or whose people it names, else those of before or of the article.

    "With A, with B" names two others, and a subject that stands elsewhere.
    """
    first, last = scene.sentence(unit)
    lands = named(scene, first, last)
    if len(lands) == 2 and not named(scene, first, last, objects=False):
        return with_other(scene, next(iter(named(scene, unit, last)), lands[-1]))
    codes = lands if len(lands) > 1 else spoken(scene, first, last) or lands
    people = leaders(scene, first, last)
    earlier = pair_before(scene, unit, blocs=not people) if len(codes) < 2 and (not codes or people) else ()
    if earlier is None:
        return ()
    content = len(codes) == 1 and not named(scene, first, unit)  # what "the two sides" agreed on may name a third
    if not earlier and content and near(scene, unit, "twosides", CLAUSE, CLAUSE):
        before = pair_before(scene, unit, blocs=False) or ()
        earlier = before if codes[0] not in {side.name for side in before} else ()
    if earlier:
        return earlier
    if len(codes) in (1, 2):
        return sides(*codes) if len(codes) == 2 else with_other(scene, codes[0])
    return main_pair(scene)


def distance(scene: Scene, unit: int, pair: int) -> int:
    """Return how far a pair of polities stands from a unit; one beyond a mark speaks of something else."""
    between = scene.units.string[min(unit, pair) : max(unit, pair)]
    marks = ";" if pair < unit else ",;" + scene.of_class("marks")
    return abs(pair - unit) + (FAR if any(mark in between for mark in marks) else 0)


def with_other(scene: Scene, code: str) -> tuple[Side, ...]:
    """Return a country with the other side of the article: of its main pair, else the readers' own if it is named."""
    home = scene.discourse.names.home
    pair = [side.name for side in main_pair(scene)]
    others = pair if code in pair else [home] if home in scene.discourse.sides else [*scene.discourse.sides]
    other = next((c for c in others if c != code), None)
    return sides(code, other) if other else ()


def leaders(scene: Scene, first: int, last: int) -> bool:
    """Tell whether units speak of so many people of before: "the two leaders", "the two ministers"."""
    string, people = scene.units.string, scene.of_class("leaders") + "P"
    several = scene.of_class("several")
    numbers = scene.where("plural", first=first, last=last - 1)
    return any(string[at] not in several and string[at + 1] in people for at in numbers)


def supported(scene: Scene, unit: int, sides_: tuple[Side, ...]) -> bool:
    """Tell whether a sentence itself speaks of both sides: it names them or their people, or says "the two"."""
    first, last = scene.sentence(unit)
    codes = told(scene, first, last)
    polities = [side.name for side in sides_ if isinstance(side, Polity)]
    pair = scene.holds(first, last, "twosides", "twocities") or leaders(scene, first, last)
    return pair or all(name in codes for name in polities)


def abroad(scene: Scene, unit: int) -> bool:
    """Tell whether a unit's sentence, or one of the three before it, speaks of a country that is not the readers'."""
    number = scene.units.sentence_of[unit]
    first, last = scene.bounds[max(0, number - 3)][0], scene.bounds[number][1]
    if scene.holds(first, last, "twosides"):
        return True
    codes = (country_of(known) for known in inside(scene, first, last))
    people = (actor.country for actor in scene.actors(first, last))
    return bool({*codes, *people} - {None, scene.discourse.names.home})


def told(scene: Scene, first: int, last: int) -> set[str]:
    """Return every polity that units name anywhere inside, with its country, and the countries of their people."""
    known = inside(scene, first, last)
    codes = {c.notation for c in known} | {c.get("country") or "" for c in known}
    return (codes | {actor.country or "" for actor in scene.actors(first, last)}) - {""}


def inside(scene: Scene, first: int, last: int) -> list[Concept]:
    """Return the polities that stand anywhere in a span of units, inside titles and names of bodies too.

    None stands in somebody's name: the Đức of "Nguyễn Đức Hải" is not Germany.
    """
    document, units = scene.units.document, scene.units
    if first >= last:
        return []
    span = range(units.firsts[first], units.lasts[last - 1])
    known = [(at, c) for at in span if isinstance(c := document.concepts[at], Concept) and c.scheme == "polities"]
    names = [mention for unit in scene.mentioned(first, last) if (mention := units.mentions[unit]) is not None]
    taken = {at for m in names if m.name for at in range(m.at, m.at + len(m.name.split()))} if known else set()
    return [concept for at, concept in known if at not in taken]


def partner_after(scene: Scene, unit: int) -> tuple[Side, ...]:
    """Return the country that "with" names right after a unit, and the one before it: "quan hệ đối tác với Đức"."""
    home, string = scene.discourse.names.home, scene.units.string
    for at in range(unit + 1, min(unit + 4, len(string) - 2)):
        if string[at] in scene.of_class("with"):
            organ = polity(scene, at + 1) is None and scene.units.words(at + 1, at + 2).islower()
            other = polity(scene, at + 1 + organ)
            mine = subject_of(scene, unit) or home
            return (
                sides(mine, other.notation)
                if other is not None and mine not in (other.notation, country_of(other))
                else ()
            )
    return ()


def subject_of(scene: Scene, unit: int) -> str | None:
    """Return the last country before a unit, or that of a person there, which is not said to be the other side."""
    string, found = scene.units.string, None
    for at in range(scene.sentence(unit)[0], unit):
        concept, actor = polity(scene, at), scene.actor(at)
        code = concept.notation if concept is not None and concept.kind in COUNTRIES else actor and actor.country
        if code and (at == 0 or string[at - 1] not in "(" + scene.of_class("with") + scene.of_class("at")):
            found = code
    return found


def named(scene: Scene, first: int, last: int, *, objects: bool = True) -> list[str]:
    """Return the countries that a span of units names, each once, in text order; without `objects`, none after "with".

    "In Singapore" is only a place, "the ASEAN - India summit" only an occasion.
    """
    string, places, others = scene.units.string, scene.of_class("at"), "" if objects else scene.of_class("with")
    return list(
        dict.fromkeys(
            country.notation
            for at, country in scene.lands(first, last)
            if country.kind in COUNTRIES
            and (at == 0 or string[at - 1] not in places)
            and (at - 1 <= first or string[at - 1] not in others)
            and not tied(scene, at)
        )
    )


def tied(scene: Scene, at: int) -> bool:
    """Tell whether a hyphen ties a polity to a bloc."""
    string = scene.units.string
    joints = [u for u in (at - 1, at + 1) if 0 < u < len(string) - 1 and string[u] == "-"]
    return any((other := polity(scene, 2 * u - at)) is not None and other.kind == "Bloc" for u in joints)


def spoken(scene: Scene, first: int, last: int) -> list[str]:
    """Return the countries that a span of units names and those of its people, each once, if they are just two."""
    people = (actor.country for actor in scene.actors(first, last) if actor.country)
    codes = list(dict.fromkeys([*named(scene, first, last), *people]))
    return codes if len(codes) == 2 else []


def main_pair(scene: Scene) -> tuple[Side, ...]:
    """Return the two countries that the article is about: the most named, the readers' own before an equal.

    A bloc that is named more often than the second is the other side of the first: the article is about the two.
    """
    ranked, home = scene.discourse.sides, scene.discourse.names.home
    weights, blocs = scene.discourse.weights, scene.discourse.blocs
    bloc = max(blocs, key=lambda b: (blocs[b], b), default=None)
    second = max((weights[code] for code in ranked[1:]), default=0)
    if bloc is not None and ranked[:1] == (home,) and blocs[bloc] > second:
        return sides(home, bloc)
    if len(ranked) < 2:
        return ()
    if home in ranked[2:4] and 2 * weights[home] >= weights[ranked[1]]:
        return sides(home, ranked[0])
    return sides(*ranked[:2])


def pair_before(scene: Scene, unit: int, *, blocs: bool) -> tuple[Side, ...] | None:
    """Return the pair that the three sentences before speak of: states written together, who stands there, a bloc.

    None where a sentence nearer by opens with a third: nobody knows who "the two" are.
    """
    number = scene.units.sentence_of[unit]
    nearer: set[str] = set()
    for earlier in range(number - 1, max(-1, number - 4), -1):
        first, last = scene.bounds[earlier]
        pairs = [pair for _, pair in dyads(scene, first)]
        lands = [pair for pair in pairs if not any(c.kind == "Bloc" for c in pair)]
        codes = [] if lands else spoken(scene, first, last)
        if lands or codes or (pairs and blocs):
            found = codes or [c.notation for c in (lands or pairs)[-1]]
            return sides(*found) if nearer <= set(found) else None
        nearer.update(named(scene, first, first + 1))
    return ()


def sides(*names: str) -> tuple[Side, ...]:
    """Return polities in the order of their names."""
    return tuple(Polity(name) for name in sorted(names))
