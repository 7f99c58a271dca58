"""Who a post without a name is in its article, and who a pronoun is."""

from collections.abc import Iterable, Sequence

from extract.discourse import Actor, Discourse, country_of
from extract.finders.people import PersonMention
from extract.finders.posts import TitleMention
from extract.text import word_key

# How many people a reader keeps in mind.
RECENT = 40
# How somebody is addressed.
MAN, WOMAN = "man", "woman"


def hold(discourse: Discourse, mentions: Iterable[PersonMention], objects: str) -> None:
    """Give each post without a name to the person who holds it in this article, the last named before it first."""
    recent: list[Actor] = []
    subjects: list[Actor] = []
    signs = discourse.document.signs
    for mention in mentions:
        actor = discourse.of(mention) if mention.name else holder(discourse, mention, recent, subjects)
        if actor is None:
            continue
        discourse.owner[mention.first] = actor
        if actor in recent:
            recent.remove(actor)
        recent.append(actor)
        del recent[:-RECENT]
        if mention.first == 0 or signs[mention.first - 1] not in objects:
            subjects.append(actor)


def holder(
    discourse: Discourse, mention: PersonMention, recent: Sequence[Actor], subjects: Sequence[Actor]
) -> Actor | None:
    """Return the actor who holds a bare post: same title, and the polity named with it if one is."""
    if not mention.titles:
        return None if mention.several else called(subjects or recent, addressed(discourse, mention))
    if mention.titles[-1].plural:
        return None
    title = mention.titles[-1]
    codes = {country_of(p) for p in title.polities}
    for actor in [*reversed(recent), *discourse.actors[:RECENT]]:
        if codes and actor.country not in codes:
            continue
        if any(same_post(title, own) for own, _ in actor.titles) or (codes and leads(title, actor)):
            return actor
    return None


def leads(style: TitleMention, actor: Actor) -> bool:
    """Tell whether somebody can be "the leader" of a country: who holds a post of state or party."""
    heads = (title.head for title, _ in actor.titles)
    return style.head.kind == "Style" and any(head.get("of") in ("state", "party") for head in heads)


def called(actors: Sequence[Actor], sex: str | None) -> Actor | None:
    """Return the last of several people whom a pronoun can mean: whoever is known to be one rather than who may be."""
    near = actors[: -RECENT - 1 : -1]
    fits = [a for a in near if sex is None or a.sex in (None, sex)]
    return next((a for a in fits if sex == WOMAN and a.sex == WOMAN), next(iter(fits), None))


def addressed(discourse: Discourse, mention: PersonMention) -> str | None:
    """Tell a man from a woman by how a mention addresses them."""
    last = mention.at if mention.name else mention.last
    words = {word_key(discourse.document.words(at, at + 1)) for at in range(mention.first, last)}
    names = discourse.names
    return MAN if words & names.men else WOMAN if words & names.women else None


def same_post(bare: TitleMention, own: TitleMention) -> bool:
    """Tell whether a bare post can be short for a full one."""
    return word_key(own.title).startswith(word_key(bare.title))
