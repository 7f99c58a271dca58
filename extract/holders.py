"""Who a post without a name is in its article, and who a pronoun is."""

from collections.abc import Iterable, Sequence

from extract.discourse import Actor, Discourse, country_of
from extract.finders.people import PersonMention
from extract.finders.titles import TitleMention
from extract.text import word_key

# How many people a reader keeps in mind.
RECENT = 40


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
        return subjects[-1] if subjects else recent[-1] if recent else None
    if mention.titles[-1].plural:
        return None
    title = mention.titles[-1]
    codes = {country_of(p) for p in title.polities}
    for actor in [*reversed(recent), *discourse.actors[:RECENT]]:
        if codes and actor.country not in codes:
            continue
        if any(same_post(title, own) for own, _ in actor.titles):
            return actor
    return None


def same_post(bare: TitleMention, own: TitleMention) -> bool:
    """Tell whether a bare post can be short for a full one."""
    return word_key(own.title).startswith(word_key(bare.title))
