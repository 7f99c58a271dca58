"""Meetings of "the two leaders": people who have been named before and are not named again."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from extract.discourse.circumstances import CLAUSE, OPENING, Scene, near
from extract.discourse.discourse import Actor, country_of
from extract.discourse.pairs import dyads
from extract.tokens.text import word_key

# The form of a meeting by the class of its word.
FORMS = {
    "online": "online",
    "talks": "talks",
    "recv": "reception",
    "call": "call",
    "cochair": "conference",
    "meet": "encounter",
}
# "The two leaders" are of one of the sentences so far back, and their talks are gone on about for so many.
BACK, ON = 3, 8
# "Met and held talks": the word "and" stands so close.
BESIDE = 3


class Couple(NamedTuple):
    """Two people who are said to meet: at which unit, in which form, and the post that both hold, if one is told.

    They are `known` to meet where a sentence goes on about their meeting: "at the talks, the two …".
    """

    start: int
    form: str
    post: str = ""
    known: bool = False


def couples(scene: Scene) -> Iterator[Couple]:
    """Yield each meeting of "the two", one a sentence."""
    wanted, several = scene.of_class("sits"), scene.of_class("plural")
    for first, last in scene.bounds:
        for unit in range(first, last):
            if scene.units.string[unit] not in wanted or (unit and scene.units.string[unit - 1] in several):
                continue
            found = couple(scene, unit, first, last)
            if found is not None:
                talks = found.form != "online" and near(scene, unit, "talks", 0, CLAUSE)
                yield found._replace(form="talks") if talks and near(scene, unit, "and", 0, BESIDE) else found
                break


def couple(scene: Scene, unit: int, first: int, last: int) -> Couple | None:
    """Return the two whose meeting a unit tells: they stand before it, behind "of", or after what it opens."""
    form = next((form for name, form in FORMS.items() if scene.units.string[unit] in scene.of_class(name)), None)
    if form is None:
        return None
    before = list(reversed(range(max(first, unit - CLAUSE), unit)))
    post = nearest(scene, before)
    if post is not None:
        return Couple(unit, form, post)
    if scene.units.string[unit + 1] in scene.of_class("of") + scene.of_class("between"):
        post = both(scene, unit + 2)
        return Couple(unit, form, post) if post is not None else None
    opens = unit - first < OPENING and not any(scene.actor(at) for at in before)
    post = nearest(scene, range(unit + 1, min(last, unit + CLAUSE))) if opens else None
    return Couple(unit, form, post, known=True) if post is not None else None


def nearest(scene: Scene, units: Iterable[int]) -> str | None:
    """Return the post of "the two …" nearest among units, up to somebody else; one with a post comes first."""
    found: str | None = None
    for at in units:
        if scene.actor(at) is not None or scene.units.string[at] == ";":
            break
        post = both(scene, at)
        if post:
            return post
        found = post if found is None else found
    return found


def two(scene: Scene, unit: int) -> bool:
    """Tell whether a unit is the number of a couple."""
    return scene.units.string[unit] in scene.of_class("two")


def both(scene: Scene, unit: int) -> str | None:
    """Return the post of "the two …" at a unit, empty where they have none in common; None where no two stand there."""
    string = scene.units.string
    if string[unit] in scene.of_class("couple"):
        teams = string[unit - 1] in scene.of_class("talks") + scene.of_class("delegation")
        return None if teams else ""  # "đoàn đàm phán hai bên" are not their leaders
    after = unit + 1
    if not two(scene, unit) or after >= len(string):
        shared = string[after] in scene.of_class("twosides") if after < len(string) else False
        return "" if shared and string[unit] in scene.of_class("leaders") + scene.of_class("delegation") else None
    mention = scene.units.mentions[after]
    if mention is not None and not mention.name:
        return word_key(mention.titles[-1].title) if mention.titles else ""
    return "" if string[after] in scene.of_class("leaders") + scene.of_class("delegation") else None


def named_before(scene: Scene, found: Couple, told: Sequence[tuple[int, Actor, Actor]]) -> tuple[Actor, Actor] | None:
    """Return who a couple is: the last two told to meet, else the last two named shortly before.

    They are of two countries, of the two that the sentence pairs where it pairs any.
    """
    number = scene.units.sentence_of[found.start]
    pair = next((two_ for _, two_ in dyads(scene, found.start)), None)
    codes = {country_of(polity) or "" for polity in pair} if pair else set()
    for unit, one, two_ in reversed(told):
        if number - scene.units.sentence_of[unit] > ON:
            break
        if fits(one, found, codes) and fits(two_, found, codes):
            return one, two_
    return None if found.known and not codes else last_named(scene, found, codes)


def last_named(scene: Scene, found: Couple, codes: set[str]) -> tuple[Actor, Actor] | None:
    """Return the last two people of different countries who are named before a couple."""
    number = scene.units.sentence_of[found.start]
    first, _ = scene.bounds[max(0, number - BACK + 1)]
    seen: list[Actor] = []
    for unit in range(found.start, first - 1, -1):
        actor = scene.actor(unit) if scene.units.string[unit] in "PO" else None
        if actor is None or actor in seen or not actor.titles or not fits(actor, found, codes):
            continue
        if seen and seen[0].country != actor.country:
            return actor, seen[0]
        seen.append(actor)
    return None


def fits(actor: Actor, found: Couple, codes: set[str]) -> bool:
    """Tell whether somebody can be one of a couple: of one of its countries and with its post."""
    return (not codes or actor.country in codes) and holds(actor, found.post)


def holds(actor: Actor, post: str) -> bool:
    """Tell whether somebody holds a post."""
    return not post or any(post in word_key(title.title) for title, _ in actor.titles)
