"""Whether two names in an article are one person's: a part of a longer name, the post with it, a slip of the pen."""

from difflib import SequenceMatcher

from extract.discourse.discourse import Actor, Discourse
from extract.discourse.holders import same_post
from extract.finders.people import PersonMention
from extract.tokens.text import word_key

# How many of those who hold a post are asked whether a name is theirs, misspelt.
KNOWN = 20
# So alike are the words of a slip (Rodrido, Rodrigo: 0.86); shorter words are told apart by a letter (Un, Il).
SLIP, LETTERS = 0.75, 4


def same_actor(discourse: Discourse, mention: PersonMention, words: tuple[str, ...], sex: str | None) -> Actor | None:
    """Return the actor of a name: the same words, or a part of a longer name.

    Of several whoever has the post that stands before the name, then the nearest before it; else whose name is the
    same but for a slip, and whose post.
    """
    rarest = min((discourse.index.get(word, []) for word in words), key=len)
    near = {id(a): a for a in (*rarest, *discourse.index.get("".join(words), ()))}
    fits = [a for a in near.values() if matches(a, mention.name, words) and (not a.sex or not sex or a.sex == sex)]
    fits = [a for a in fits if not fathers(discourse, a, words)]
    exact = [a for a in fits if a.words == words]
    before = [a for a in fits if a.first < mention.first]
    posted = [a for a in fits if any(same_post(t, own) for t in mention.titles[-1:] for own, _ in a.titles)]
    likely = exact or posted or before or fits or misspelt(discourse, mention, words)
    return max(likely, key=lambda a: (a.first < mention.first, a.first), default=None)


def misspelt(discourse: Discourse, mention: PersonMention, words: tuple[str, ...]) -> list[Actor]:
    """Return whoever holds the post that a mention names, and is called so but for one word a letter or two off."""
    known = [a for title in mention.titles[-1:] for a in discourse.posts.get(title.head.notation, [])[-KNOWN:]]
    return [a for a in known if not a.native and slip(a.words, words) and not disagree(a, mention)]


def slip(mine: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Tell whether two names are the same but for one word, and that a letter or two off; a short one is a last name.

    >>> slip(("rodrigo", "duterte"), ("rodrido", "duterte")), slip(("rodrigo", "duterte"), ("dutetre",))
    (True, True)
    >>> slip(("kim", "jong", "un"), ("kim", "jong", "il"))
    False
    """
    mine = mine[-1:] if len(theirs) == 1 else mine
    off = [(a, b) for a, b in zip(mine, theirs, strict=False) if a != b]
    if len(mine) != len(theirs) or len(off) != 1 or min(map(len, off[0])) < LETTERS:
        return False
    return SequenceMatcher(None, *off[0]).ratio() >= SLIP


def disagree(actor: Actor, mention: PersonMention) -> bool:
    """Tell whether a mention names a polity with its post, and the actor's posts name others only."""
    mine = {p.notation for title, _ in actor.titles for p in title.polities}
    theirs = {p.notation for title in mention.titles for p in title.polities}
    return bool(mine and theirs and not mine & theirs)


def fathers(discourse: Discourse, actor: Actor, words: tuple[str, ...]) -> bool:
    """Tell whether a short name is that of the father in a full one: Salman is not Mohammed bin Salman."""
    before = dict(zip(actor.words[1:], actor.words, strict=False))
    return len(words) == 1 and before.get(words[0]) in discourse.names.sons


def matches(actor: Actor, name: str, words: tuple[str, ...]) -> bool:
    """Tell whether a name can be the actor's: all its words stand in the full name in their order.

    Of a native name the short form is its last word: "ông Phúc" is Nguyễn Xuân Phúc, with all marks alike.
    """
    full = actor.words
    if actor.native:
        spelled = {word_key(w) for s in actor.spellings for w in s.split()}
        alike = all(word_key(w) in spelled for w in name.split())
        if alike and len(words) == 1 and words == full[:1] and actor.abroad:
            return True
        return alike and (words == full or (len(words) < len(full) and full[-len(words) :] == words))
    joined = "".join(full)
    if "".join(words) == joined:
        return True
    rest = iter(full)
    return len(words) < len(full) and all(any(w == f for f in rest) for w in words)
