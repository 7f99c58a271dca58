"""Offices: a named person is given a public post."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from extract.circumstances import Scene
from extract.discourse import Actor, country_of
from extract.finders.titles import TitleMention
from extract.text import word_key
from ontology.facts import Body, Office, Polity
from ontology.vocabulary import Concept


def extract(scene: Scene) -> Iterator[tuple[Office, int]]:
    """Yield each post of each person once, by its longest wording, with the sentence that states it."""
    for actor in scene.discourse.actors:
        for title in kept(scene, actor):
            unit = bisect_right(scene.units.firsts, title.first) - 1
            if actor.person is not None:
                yield Office(actor.person, title.title, of(scene, title, actor), actor.country), unit


def kept(scene: Scene, actor: Actor) -> list[TitleMention]:
    """Return the posts that are not a short form of another, the first telling of each."""
    chosen: dict[str, TitleMention] = {}
    for told, _ in actor.titles:
        title = counterpart(scene, actor, told) if told.head.kind == "Peer" else told
        if title is None:
            continue
        name = bare(scene, title)
        if not public(scene, title):
            continue
        if name not in chosen or (not chosen[name].polities and title.polities):
            chosen[name] = title
    return [t for n, t in chosen.items() if t.bodies or not any(o != n and o.startswith(n + " ") for o in chosen)]


def public(scene: Scene, title: TitleMention) -> bool:
    """Tell whether a title is a public post: no rank, no company's or club's, no "leader" of a country."""
    scope = title.head.get("of")
    if scope == "none" or title.head.kind != "Title":
        return False
    signs = set(scene.units.document.signs[title.first : title.last])
    if signs.intersection(scene.of_class("leaders")):
        return bool(title.bodies)
    if signs.intersection(scene.of_class("private") + scene.of_class("company")) and not title.lands:
        return False
    placed = title.bodies or title.polities or scope != "body" or title.head.get("takes") == "none"
    return bool(placed or title.title[:1].isupper() or signs.intersection(scene.of_class("members")))


def counterpart(scene: Scene, actor: Actor, told: TitleMention) -> TitleMention | None:
    """Return the post of a "counterpart": that of the last person of another country named before."""
    for mention in reversed(scene.units.mentions):
        if mention is None or mention.first >= told.first:
            continue
        other = scene.discourse.of(mention)
        if other is not None and other is not actor and other.country != actor.country and other.titles:
            post = next((t for t, _ in other.titles if t.head.kind == "Title"), None)
            return replace(post, polities=told.polities, lands=(), first=told.first) if post else None
    return None


def bare(scene: Scene, title: TitleMention) -> str:
    """Return a title to compare by: the long form of a short one, "minister of the ministry of" as "minister of"."""
    long = title.head.get("definition") or title.title
    first, *rest = word_key(long).split()
    kept = (word for word in rest if word not in scene.lexicon.words or not scene.lexicon.is_a(word, "ministry"))
    return " ".join((first, *kept))


def of(scene: Scene, title: TitleMention, actor: Actor) -> Polity | Body | None:
    """Return the polity or body that a post belongs to, as the guidelines settle it."""
    scope = title.head.get("of")
    cities = [p for p in title.polities if p.kind in ("City", "Province")]
    blocs = [p for p in title.polities if p.kind == "Bloc"]
    if blocs:
        return Polity(blocs[-1].notation)
    if scope == "city" or (scope != "state" and cities):
        return Polity(cities[-1].notation) if cities else home_city(scene, actor)
    if scope == "state":
        code = next((c for p in title.polities if (c := country_of(p))), actor.country)
        return Polity(code) if code else None
    if title.bodies:
        own = ministerial(scene, title) and actor.country
        return Polity(actor.country) if own and actor.country else Body(title.bodies[-1])
    code = country_of(title.polities[0]) if scope == "body" and title.polities else None
    return Polity(code) if code else None


def ministerial(scene: Scene, title: TitleMention) -> bool:
    """Tell whether the one body of a title is a ministry named in the title itself: a state's post then."""
    ministry = scene.lexicon.is_a(word_key(title.bodies[-1]).split()[0], "ministry")
    return ministry and word_key(title.title).endswith(word_key(title.bodies[-1]))


def home_city(scene: Scene, actor: Actor) -> Polity | None:
    """Return the city that another mention of the person names, else the one of the person's country named most."""
    for title, _ in actor.titles:
        for polity in title.polities:
            if polity.kind in ("City", "Province"):
                return Polity(polity.notation)
    named = Counter(
        c.notation
        for c in scene.units.document.concepts
        if isinstance(c, Concept) and c.kind in ("City", "Province") and c.get("country") == actor.country
    )
    return Polity(min(named, key=lambda n: (-named[n], n))) if named else None
