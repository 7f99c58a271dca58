"""Offices: a named person is given a public post."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator

from extract.discourse.circumstances import Scene
from extract.discourse.discourse import Actor, country_of
from extract.discourse.nationality import ANY
from extract.finders.posts import TitleMention
from extract.tokens.text import word_key
from ontology.facts import Body, Office, Polity
from ontology.vocabulary import Concept, load

# Scope of a title: the state whose post it is.
STATE = "state"
# Classes of words before a title that tell when its holder has it.
PASSING = ("former", "incoming")


def extract(scene: Scene) -> Iterator[tuple[Office, int]]:
    """Yield each post of each person once, by its longest wording, with the sentence that states it."""
    for actor in scene.discourse.actors:
        for title in kept(scene, actor):
            unit = bisect_right(scene.units.firsts, title.first) - 1
            if actor.person is not None:
                yield Office(actor.person, title.title, of(scene, title, actor), actor.country), unit


def kept(scene: Scene, actor: Actor) -> list[TitleMention]:
    """Return the posts that are not a short form of another, each in its first telling in the body of the text."""
    chosen: dict[tuple[str, str], TitleMention] = {}
    for told, _ in sorted(actor.titles, key=lambda t: (beside(scene, t[0]), t[0].first)):
        title = counterpart(scene, actor, told) if told.head.kind == "Peer" and not posted(actor) else told
        if title is None or not public(scene, title) or nobodys(scene, title, actor):
            continue
        post = bare(scene, title), party(title)
        known = chosen.get(post)
        if known is None or (not known.polities and title.polities) or (former(scene, title) > former(scene, known)):
            chosen[post] = title
    posts = sorted(chosen.items(), key=lambda c: c[1].first)
    return [t for post, t in posts if post[1] or not any(shortens(post, other, t) for other in chosen)]


def shortens(post: tuple[str, str], other: tuple[str, str], title: TitleMention) -> bool:
    """Tell whether a post is a short form of another: its wording goes on, or its party is named there."""
    (name, _), (long, of_) = post, other
    return long.startswith(name + " ") or (long == name and bool(of_) and title.head.get("of") == "party")


def posted(actor: Actor) -> bool:
    """Tell whether the article names a post of a person, beside "counterpart"."""
    return any(title.head.kind == "Title" for title, _ in actor.titles)


def beside(scene: Scene, title: TitleMention) -> bool:
    """Tell whether a title stands in a headline or caption, which shorten it."""
    return scene.role(bisect_right(scene.units.firsts, title.first) - 1) != "body"


def party(title: TitleMention) -> str:
    """Return the party whose post a title is: a party is no part of its wording, but tells two posts apart."""
    named = title.bodies and title.bodies[-1] not in title.title
    return word_key(title.bodies[-1]) if named and title.head.get("takes") else ""


def former(scene: Scene, title: TitleMention) -> bool:
    """Tell whether a title is one that its holder had: "former president"."""
    return scene.lexicon.is_a(word_key(title.title).split()[0], "former")


def public(scene: Scene, title: TitleMention) -> bool:
    """Tell whether a title is a public post: no rank, no spouse's, no company's or club's, no "leader" of a country.

    Somebody whose name is a monument's is not said to hold a post there.
    """
    scope = title.head.get("of")
    if scope == "none" or title.head.kind != "Title":
        return False
    signs = set(scene.units.document.signs[title.first : title.last])
    if signs.intersection(scene.of_class("spouse")) or monument(scene, title):
        return False
    if signs.intersection(scene.of_class("leaders")):
        return bool(title.bodies)
    shared = any(p.kind == "Bloc" for p in title.polities)
    if signs.intersection(scene.of_class("private") + scene.of_class("company")) and not (title.lands or shared):
        return False
    placed = title.bodies or title.polities or scope != "body" or title.head.get("takes") == "none"
    high = title.title[:1].isupper() and not signs.intersection(scene.of_class("manager"))
    return bool(placed or high or signs.intersection(scene.of_class("members")))


def nobodys(scene: Scene, title: TitleMention, actor: Actor) -> bool:
    """Tell whether a title of few states stands alone before somebody of another, or of our own and no founder.

    "Chủ tịch" is the head of five states; a chairman of some company is called so, too.
    """
    owners = title.head.all("owner")
    if len(owners) < 2 or title.polities or title.bodies:
        return False
    ours = actor.country == scene.discourse.names.home
    founder = {word_key(name) for name in actor.spellings} & scene.discourse.names.placelike
    return actor.country not in owners or (ours and not founder)


def monument(scene: Scene, title: TitleMention) -> bool:
    """Tell whether a title stands in the name of a place that honours its holder: "President Ho Chi Minh's tomb"."""
    return title.first > 0 and scene.units.document.signs[title.first - 1] in scene.of_class("memorial")


def counterpart(scene: Scene, actor: Actor, told: TitleMention) -> TitleMention | None:
    """Return the post of a "counterpart": that of the last person of another country named before."""
    for mention in reversed(scene.units.mentions):
        if mention is None or mention.first >= told.first:
            continue
        other = scene.discourse.of(mention)
        if other is not None and other is not actor and other.country != actor.country and other.titles:
            post = next((t for t, _ in other.titles if t.head.kind == "Title"), None)
            return post._replace(polities=told.polities, lands=(), first=told.first) if post else None
    return None


def bare(scene: Scene, title: TitleMention) -> str:
    """Return a title to compare by: without "former" or "new", the long form of a short one, no "ministry of"."""
    long = title.head.get("definition") or title.title
    first, *rest = unmodified(scene, word_key(long).split())
    kept = (word for word in rest if not any(scene.lexicon.is_a(word, name) for name in ("ministry", "and")))
    return " ".join((first, *kept))


def unmodified(scene: Scene, words: list[str]) -> list[str]:
    """Drop the words before a title that tell when its holder has it."""
    while len(words) > 1 and any(scene.lexicon.is_a(words[0], name) for name in PASSING):
        words = words[1:]
    return words


def of(scene: Scene, title: TitleMention, actor: Actor) -> Polity | Body | None:
    """Return the polity or body that a post belongs to, as the guidelines settle it."""
    scope, owners = title.head.get("of"), title.head.all("owner")
    if len(owners) == 1 and owners[0] not in ANY:
        return Polity(owners[0]) if load().find("polities", owners[0]) else Body(owners[0])
    if (place := placed(title)) is not None:
        return place
    if scope == STATE:
        code = next((c for p in title.polities if (c := country_of(p))), actor.country)
        return Polity(code) if code else None
    if title.bodies or scope == "city":
        return Body(title.bodies[-1]) if title.bodies else home_city(scene, actor)
    code = country_of(title.polities[0]) if scope == "body" and title.polities else None
    code = code or (actor.country if owners else None)
    return Polity(code) if code else None


def placed(title: TitleMention) -> Polity | None:
    """Return the bloc, or the city of a post that is no state's, that a title names."""
    scope = title.head.get("of")
    body = load().named("organisations", title.bodies[-1]) if title.bodies else None
    embodied = bool(title.bodies) and scope != "city" and (body is None or body.kind != "Party")
    state = scope == STATE
    cities = [p for p in title.polities if p.kind in ("City", "Province") and not (state or embodied)]
    blocs = [p for p in title.polities if p.kind == "Bloc"]
    if blocs and not (state and len(blocs) < len(title.polities)):
        return Polity(blocs[-1].notation)
    return Polity(cities[-1].notation) if cities else None


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
