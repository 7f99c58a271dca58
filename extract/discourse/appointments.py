"""Posts that a sentence says somebody has or had: "ông từng giữ chức Bộ trưởng Công an"."""

from collections.abc import Iterator, Sequence

from extract.discourse.discourse import Actor, Discourse
from extract.finders.names import NUMERAL
from extract.finders.people import PersonMention
from extract.tokens.lexicon import Lexicon

# How many tokens may stand between two posts of a list ("… khóa X; …"), and between somebody and "is".
LISTED, NEXT = 6, 2
# What is hoped for, planned or denied so many tokens before is no post.
UNREAL = 8
# Classes of words that make a post unreal.
DOUBTS = ("future", "hope", "denial", "condition")


def appoint(discourse: Discourse, mentions: Sequence[PersonMention], lexicon: Lexicon, objects: str) -> None:
    """Give each post of which a sentence says so to the subject of the sentence."""
    for actor, mention, sentence in appointed(discourse, mentions, lexicon, objects):
        discourse.owner[mention.first] = actor
        actor.titles.extend((title, sentence) for title in mention.titles)
        actor.titles.sort(key=lambda told: told[0].first)


def appointed(
    discourse: Discourse, mentions: Sequence[PersonMention], lexicon: Lexicon, objects: str
) -> Iterator[tuple[Actor, PersonMention, int]]:
    """Yield each bare post that is said to be the subject's, with the sentence: the first of a list, and those behind.

    One that somebody of the article is known to hold stays theirs.
    """
    signs, sentence_of = discourse.document.signs, discourse.document.sentence_of
    subject: PersonMention | None = None
    listed: tuple[Actor, PersonMention] | None = None
    for mention in mentions:
        if subject is not None and sentence_of[subject.first] != sentence_of[mention.first]:
            subject = listed = None
        if mention.name or not mention.titles:
            led = mention.first == 0 or signs[mention.first - 1] not in objects
            subject = mention if led else subject
            named = discourse.of(mention)
            behind = named is not None and mention.titles and mention.titles[-1].first > mention.at
            listed = (named, mention) if named is not None and behind else None
            continue
        actor = discourse.of(subject) if subject is not None else None
        if listed is not None and follows(discourse, lexicon, listed[1], mention):
            actor = listed[0]
        elif (
            actor is None or subject is None or discourse.of(mention) or not told(discourse, lexicon, subject, mention)
        ):
            listed = None
            continue
        listed = actor, mention
        yield actor, mention, sentence_of[mention.first]


def told(discourse: Discourse, lexicon: Lexicon, subject: PersonMention, mention: PersonMention) -> bool:
    """Tell whether a word before a bare post says that it is the subject's: "is" right behind them, or "appointed"."""
    signs, at = discourse.document.signs, mention.first - 1
    if at < subject.last or mention.titles[-1].plural:
        return False
    doubts = "".join(lexicon.signs_of(name) for name in DOUBTS)
    if any(sign in doubts for sign in signs[max(subject.last, at - UNREAL) : at]):
        return False
    beside = signs[at] in lexicon.signs_of("is") and at - subject.last <= NEXT
    return beside or signs[at] in lexicon.signs_of("appointed")


def follows(discourse: Discourse, lexicon: Lexicon, before: PersonMention, mention: PersonMention) -> bool:
    """Tell whether a bare post goes on with a list of posts: nobody and no verb known stands between."""
    document = discourse.document
    between = range(before.last, mention.first)
    if not between or len(between) > LISTED or mention.titles[-1].plural or document.signs[before.last] not in ",;w0":
        return False
    joints = ",;w0" + lexicon.signs_of("and") + lexicon.signs_of("appointed") + lexicon.signs_of("is")
    return all(document.signs[at] in joints or NUMERAL.fullmatch(document.words(at, at + 1)) for at in between)
