"""Who a post without a name is in its article, and who a pronoun is."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from extract.discourse.discourse import Actor, Discourse, country_of
from extract.finders.people import PersonMention
from extract.finders.posts import TitleMention
from extract.tokens.signs import BREAK
from extract.tokens.text import word_key

# How many people a reader keeps in mind.
RECENT = 40
# How many tokens stand between somebody and whom they meet, at most.
BESIDE = 6
# How somebody is addressed.
MAN, WOMAN = "man", "woman"


@dataclass(slots=True)
class Subjects:
    """Whom a pronoun can mean: the last subject of its own sentence, else the first of the one before.

    Whose something is ("the visit of …") stands for a subject as long as their sentence has none.
    """

    people: list[Actor] = field(default_factory=list)
    sentence: int = 0
    opening: int = 0
    owned: bool = False

    def begin(self, sentence: int) -> None:
        """Go on to a sentence: of those before, the first subject comes before the others."""
        if sentence != self.sentence:
            self.people[self.opening :] = reversed(self.people[self.opening :])
            self.sentence, self.opening, self.owned = sentence, len(self.people), False

    def add(self, actor: Actor) -> None:
        """Remember a subject."""
        if self.owned:
            self.people.pop()
        self.people.append(actor)
        self.owned = False

    def own(self, actor: Actor) -> None:
        """Remember whose something is."""
        if len(self.people) == self.opening:
            self.people.append(actor)
            self.owned = True


def hold(discourse: Discourse, mentions: Sequence[PersonMention], objects: str, leaders: str, owners: str) -> None:
    """Give each post without a name to the person who holds it in this article, the last named before it first.

    Somebody after a sign of `objects` is no subject; after one of `owners`, something is theirs.
    """
    recent: list[Actor] = []
    subjects = Subjects()
    signs, sentence_of = discourse.document.signs, discourse.document.sentence_of
    for mention, following in zip(mentions, [*mentions[1:], None], strict=False):
        subjects.begin(sentence_of[mention.first])
        if mention.name:
            actor = discourse.of(mention)
        elif mention.titles:
            actor = holder(discourse, mention, recent)
            if actor is None and signs[mention.first] in leaders and signs[mention.first - 1] not in objects:
                actor = leader(mention, recent)
        else:
            met = object_of(discourse, mention, following, objects) if following is not None else None
            actor = called(discourse, mention, subjects.people or recent, met)
        if actor is None:
            continue
        discourse.owner[mention.first] = actor
        if actor in recent:
            recent.remove(actor)
        recent.append(actor)
        del recent[:-RECENT]
        before = signs[mention.first - 1] if mention.first else BREAK
        if before not in objects:
            subjects.add(actor)
        elif before in owners:
            subjects.own(actor)


def holder(discourse: Discourse, mention: PersonMention, recent: Sequence[Actor]) -> Actor | None:
    """Return the actor who holds a bare post: same title, and the polity named with it if one is."""
    if mention.titles[-1].plural:
        return None
    title = mention.titles[-1]
    codes = {country_of(p) for p in title.polities}
    for actor in [*reversed(recent), *discourse.actors[:RECENT]]:
        if codes and actor.country not in codes:
            continue
        if any(same_post(title, own) for own, _ in actor.titles) or (
            codes and leads(title, actor, discourse.names.voices)
        ):
            return actor
    return None


def leader(mention: PersonMention, recent: Sequence[Actor]) -> Actor | None:
    """Return whoever "the leadership of Vietnam" is that does something: the most often named of its leaders."""
    title = mention.titles[-1]
    codes = {polity.notation for polity in title.polities}
    named = [] if title.plural or title.bodies else [actor for actor in recent if actor.country in codes]
    leaders = [a for a in named if any(t.head.get("of") in ("state", "party") for t, _ in a.titles)]
    return max(leaders, key=lambda actor: actor.spellings.total(), default=None)


def leads(style: TitleMention, actor: Actor, voices: Collection[str]) -> bool:
    """Tell whether somebody can be "the leader" of a country: who holds a post of state or party, and no voice's."""
    heads = (title.head for title, _ in actor.titles if word_key(title.head.notation) not in voices)
    return style.head.kind == "Style" and any(head.get("of") in ("state", "party") for head in heads)


def object_of(discourse: Discourse, mention: PersonMention, following: PersonMention, objects: str) -> Actor | None:
    """Return whoever somebody meets, greets or thanks right after: the next one named, behind a word of `objects`."""
    near = 0 < following.first - mention.last <= BESIDE
    return discourse.of(following) if near and discourse.document.signs[following.first - 1] in objects else None


def called(discourse: Discourse, mention: PersonMention, actors: Sequence[Actor], met: Actor | None) -> Actor | None:
    """Return the last of several people whom a pronoun can mean; "the two gentlemen" are no one person.

    Whoever is known to be a woman comes before who may be one; nobody meets a countryman in news between states.
    """
    sex = addressed(discourse, mention)
    near = [] if mention.several else [a for a in actors[: -RECENT - 1 : -1] if sex is None or a.sex in (None, sex)]
    fits = [a for a in near if met is None or a.country != met.country] or near
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
