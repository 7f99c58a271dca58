"""Who is who in an article: names become people, each with a country.

A person is the fullest name and its other spellings; posts without a name become the person who holds them here.
"""

from collections.abc import Sequence

from extract.discourse.appointments import appoint
from extract.discourse.discourse import Actor, Discourse, country_of, main_cities, main_sides
from extract.discourse.holders import WOMAN, addressed, hold
from extract.discourse.identity import same_actor
from extract.discourse.nationality import city_of, settle_countries, settle_others
from extract.finders.names import parts
from extract.finders.people import PersonMention
from extract.tokens.lexicon import Lexicon
from extract.tokens.text import word_key
from ontology.facts import Person
from ontology.names import fold


def resolve(discourse: Discourse, mentions: Sequence[PersonMention], lexicon: Lexicon, objects: str) -> Discourse:
    """Find out who everybody is; `mentions` in text order.

    Somebody after a sign of `objects` is no subject, and a pronoun means the subject.
    """
    document = discourse.document
    sentence_of = document.sentence_of
    named = [m for m in mentions if m.name]
    for mention in sorted(named, key=lambda m: (-len(fold(m.name).split()), m.first)):
        introduce(discourse, mention, sentence_of[mention.first])
    for actor in discourse.actors:
        actor.titles.sort(key=lambda t: t[0].first)
    settle_countries(discourse)
    discourse.sides = main_sides(discourse)
    discourse.cities = main_cities(document)
    settle_others(discourse, mentions, objects + lexicon.signs_of("at"))
    hold(discourse, mentions, objects, lexicon.signs_of("leaders"), lexicon.signs_of("of"))
    appoint(discourse, mentions, lexicon, objects)
    for actor in discourse.actors:
        actor.city = city_of(actor)
        actor.person = person(actor)
    return discourse


def introduce(discourse: Discourse, mention: PersonMention, sentence: int) -> None:
    """Give a named mention to the actor whose name it is, or to a new one; longer names come first."""
    words = parts(mention.name, discourse.names.particles)
    if not words:
        return
    surname = word_key(mention.name.split()[0])
    native = surname in discourse.names.surnames and surname not in discourse.names.foreign_surnames
    sex = addressed(discourse, mention) or named_for(discourse, mention.name, native=native)
    actor = same_actor(discourse, mention, words, sex)
    if actor is None:
        actor = Actor(words, native=native, first=mention.first)
        discourse.actors.append(actor)
        for word in {*words, "".join(words)}:
            discourse.index.setdefault(word, []).append(actor)
    actor.first = min(actor.first, mention.first)
    actor.sex = actor.sex or sex
    actor.spellings[mention.name] += 1
    if mention.gloss:
        actor.spellings[mention.gloss] += 0
        actor.native = actor.native and not transcribed(mention)
    honour(discourse, actor, mention)
    codes = {country_of(p) for title in mention.titles for p in title.polities}
    actor.abroad = actor.abroad or bool(codes - {None, discourse.names.home})
    actor.titles.extend((title, sentence) for title in mention.titles)
    for title in mention.titles[-1:]:
        discourse.posts.setdefault(title.head.notation, []).append(actor)
    discourse.owner[mention.first] = actor


def honour(discourse: Discourse, actor: Actor, mention: PersonMention) -> None:
    """Note whether somebody is spoken of as a side: by a post, or by a form of address and as no expert."""
    signs, last = discourse.document.signs, mention.last
    behind = last + (signs[last : last + 1] in ([","], ["-"]))
    told = [*signs[mention.first : mention.at], *signs[behind : behind + 1]]
    employed = behind > last and signs[behind] in discourse.firms  # "ông Nguyễn Văn An, Đại học Huế"
    actor.scholar = actor.scholar or employed or any(sign in discourse.scholars for sign in told)
    post = any(title.head.kind != "Style" for title in mention.titles)
    actor.honoured = actor.honoured or post or (respected(discourse, mention) and not actor.scholar)


def respected(discourse: Discourse, mention: PersonMention) -> bool:
    """Tell whether a form of address stands before a name by which the news may call an officer of a state."""
    words = discourse.document.words
    address = (word_key(words(at, at + 1)) for at in range(mention.first, mention.at))
    return mention.honorific and not any(word in discourse.names.plain for word in address)


def transcribed(mention: PersonMention) -> bool:
    """Tell whether a name in brackets is how another language spells the one before: "Vương Nghị (Wang Yi)"."""
    return mention.gloss.isascii() and set(fold(mention.gloss).split()).isdisjoint(fold(mention.name).split())


def named_for(discourse: Discourse, name: str, *, native: bool) -> str | None:
    """Tell a woman by the middle of a native name."""
    return WOMAN if native and {word_key(w) for w in name.split()[1:-1]} & discourse.names.womens else None


def person(actor: Actor) -> Person:
    """Make the record of an actor: the fullest spelling, then the others."""
    ranked = sorted(actor.spellings, key=lambda s: (-len(s.split()), -actor.spellings[s], s))
    return Person(ranked[0], tuple(sorted(ranked[1:])), actor.country)
