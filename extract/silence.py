"""Where an article is silent: sentences that speak of relations between states and tell no fact, each with a reason.

It is how a user knows what was missed, and how the next rule is found. An office does not break the silence: one
is told in almost every sentence that names somebody.
"""

import functools
import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from extract import language
from extract.discourse import circumstances
from extract.discourse.circumstances import Scene
from extract.discourse.discourse import Actor, country_of
from extract.discourse.sides import parties, supported
from extract.tokens.units import OBJECT, PERSON
from ontology.facts import Silence

# The kinds of fact that words tell by themselves, in the order in which a word of several is asked for.
KINDS = ("meeting", "visit", "delegation", "agreement", "anniversary", "relation")


@functools.cache
def cues(code: str) -> tuple[re.Pattern[str], dict[str, str]]:
    """Return what finds the words of a language that speak of relations, and the kind of fact each is of."""
    known = language.load(code)
    kinds = {
        sign: kind
        for kind in reversed(KINDS)
        for name in known.settings[f"cues_{kind}"]
        for sign in known.lexicon.signs_of(name)
    }
    return re.compile(f"[{re.escape(''.join(sorted(kinds)))}]"), kinds


def silences(scene: Scene) -> Iterator[Silence]:
    """Yield each sentence with a cue beside somebody or some polity from which the extractors have read no fact.

    Headlines repeat what the body tells, and are left out.
    """
    wanted, kinds = cues(scene.units.document.article.language)
    string, sentences = scene.units.string, scene.units.document.sentences
    for number, (first, last) in enumerate(scene.bounds):
        if number in scene.spoken or sentences[number].role == "headline":
            continue
        cue = wanted.search(string, first, last)
        if cue is None or not speaks(scene, first, last):
            continue
        unit, kind = cue.start(), kinds[cue[0]]
        yield Silence(kind, scene.units.words(unit, unit + 1), reason(scene, kind, unit), scene.evidence(unit))


def speaks(scene: Scene, first: int, last: int) -> bool:
    """Tell whether units name somebody or some polity: without either, "meet" is of anything."""
    return bool(scene.lands(first, last)) or any(sign in scene.units.string[first:last] for sign in (PERSON, OBJECT))


def reason(scene: Scene, kind: str, unit: int) -> str:
    """Say why the sentence of a cue told no fact: a notation of the scheme `silences`."""
    if kind in ("meeting", "visit") and circumstances.status(scene, unit) is None:
        return "hope"
    return REASONS[kind](scene, unit)


def no_meeting(scene: Scene, unit: int) -> str:
    """Say why nobody met."""
    people, mentioned = actors(scene, unit)
    if len(people) < 2:
        return "no person" if not mentioned else "unknown person" if mentioned > len(people) else "no second side"
    alike = all(one.country == two.country for one, two in pairwise(people))
    return "one polity" if alike else "no shape"


def no_visit(scene: Scene, unit: int) -> str:
    """Say why nobody travelled."""
    first, last = scene.sentence(unit)
    goals = {country_of(goal) for _, goal in scene.lands(first, last)}
    if not goals:
        return "no goal"
    people, mentioned = actors(scene, unit)
    if not people:
        return "unknown person" if mentioned else "no person"
    return "one polity" if len(goals | {one.country for one in people}) == 1 else "no shape"


def no_delegation(scene: Scene, unit: int) -> str:
    """Say why no delegation was led."""
    people, mentioned = actors(scene, unit)
    return "no shape" if people else "unknown person" if mentioned else "no person"


def no_pair(scene: Scene, unit: int) -> str:
    """Say why two sides have no instrument, anniversary or level."""
    both = parties(scene, unit)
    return "cue alone" if len(both) > 1 and supported(scene, unit, both) else "no second side"


REASONS: dict[str, Callable[[Scene, int], str]] = {
    "meeting": no_meeting,
    "visit": no_visit,
    "delegation": no_delegation,
    "agreement": no_pair,
    "anniversary": no_pair,
    "relation": no_pair,
}


def actors(scene: Scene, unit: int) -> tuple[list[Actor], int]:
    """Return who is known of the people in a unit's sentence, each once, and how many are mentioned."""
    first, last = scene.sentence(unit)
    mentioned = [at for at in range(first, last) if scene.units.string[at] in "PO"]
    known = dict.fromkeys(actor for at in mentioned if (actor := scene.actor(at)) is not None)
    return list(known), len(mentioned)
