"""The rules by which two names are one person, in the order in which they are asked.

Names that only sound alike need the same country and the same post, or an article's own gloss, or the authority
file. Where the country is unsaid, exactly one candidate must hold the same post.
"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from graph.people import anchors
from graph.people.candidates import Candidates
from graph.people.spellings import glosses, long_names, longer, meet, name_words, same_body, short_of, turned
from graph.people.unions import Key
from ontology import names
from ontology.authority import Known


def join_known(who: Candidates) -> None:
    """Join whom the authority file knows to be one, and mark them, so that two of its people are never one."""
    found: dict[str, list[Key]] = defaultdict(list)
    for key in who.keys:
        known = named(who, key)
        if known and who.unions.mark(key, known.iri):
            found[known.iri].append(key)
            who.join(found[known.iri][0], key, "known")
    for key in who.settled:
        known = None if who.unions.mark_of(key) else anchors.sounding(who.person(key), who.posts[key])
        if known and who.unions.mark(key, known.iri):
            found[known.iri].append(key)
            who.join(found[known.iri][0], key, "heard")
    join_proposed(who, found)


def named(who: Candidates, key: Key) -> Known | None:
    """Return whom the authority file knows by a key's name: in its country, or anywhere where that is unsaid."""
    return (anchors.named if key[1] else anchors.named_anywhere)(who.person(key), who.posts[key])


def join_proposed(who: Candidates, found: dict[str, list[Key]]) -> None:
    """Join whom general knowledge calls one where they hold one post; `found` are those whom sources know."""
    called: dict[str, list[Key]] = defaultdict(list)
    for key in who.settled:
        for known in anchors.proposed(who.person(key)):
            called[known.iri].append(key)
    for iri in sorted(called):
        for mine, theirs in combinations([*found.get(iri, ()), *called[iri]], 2):
            if mine != theirs and meet(who.posts[mine], who.posts[theirs]):
                who.join(mine, theirs, "proposed")


def join_names(who: Candidates) -> None:
    """Join what a name was divided into, as far as all that is kept apart of it is one."""
    for key in sorted(who.split):
        those = who.split[key]
        bound = [one for one in those if who.unions.mark_of(one) or any(who.kept(one, two) for two in those)]
        if not bound or who.unions.one(bound):
            for one in those[1:]:
                who.join(those[0], one, "name")


def join_glosses(who: Candidates) -> None:
    """Join keys of one country where an article gives one's name as the other's."""
    for key in who.keys:
        for mention in who.members[key]:
            for gloss in glosses(mention.person):
                for other in who.called.get((names.exact(gloss), key[1]), ()):
                    if key[1] or other[2:] == key[2:]:
                        who.join(key, other, "gloss")


def join_bare(who: Candidates) -> None:
    """Join foreign names of one country that differ by marks and hyphens, or, with one post, by the order of words."""
    alike: dict[tuple[str, tuple[str, ...]], list[Key]] = defaultdict(list)
    for key in who.settled:
        words = turned(who.spelt[key])
        if len(words) > 1 and not names.plain(who.spelt[key]):
            alike[key[1], words].append(key)
    for _, those in sorted(alike.items()):
        for mine, theirs in combinations(those, 2):
            same = name_words(who.spelt[mine]) == name_words(who.spelt[theirs])
            if who.told(mine).isdisjoint(who.told(theirs)) and (same or meet(who.posts[mine], who.posts[theirs])):
                who.join(mine, theirs, "bare" if same else "turned")


def join_sounds(who: Candidates) -> None:
    """Join keys that sound alike, of one country, that hold one post."""
    for mine, theirs in alike_posts(who):
        apart = who.unions.find(mine) != who.unions.find(theirs) and who.told(mine).isdisjoint(who.told(theirs))
        if apart and names.alike(who.spelt[mine], who.spelt[theirs]):
            who.join(mine, theirs, "sound")


def alike_posts(who: Candidates) -> Iterator[tuple[Key, Key]]:
    """Yield pairs of keys of one country, post and first sound, sorted; two plain names are compared exactly."""
    holders: dict[tuple[str, str, str], list[Key]] = defaultdict(list)
    for key in who.settled:
        for title in who.posts[key]:
            for block in names.blocks(who.spelt[key]):
                holders[key[1], title, block].append(key)
    for (_, title, _), held in sorted(holders.items()):
        foreign = [key for key in held if not names.plain(who.spelt[key])]
        plain = [key for key in held if names.plain(who.spelt[key])]
        for mine, theirs in (*combinations(foreign, 2), *((a, b) for a in foreign for b in plain)):
            if same_body(who.posts[mine][title], who.posts[theirs][title]):
                yield min(mine, theirs), max(mine, theirs)


def join_longer(who: Candidates) -> None:
    """Join "Raul Castro" to the one of that country and post whose name has these words and others."""
    holders: dict[tuple[str, str], list[Key]] = defaultdict(list)
    for key in who.settled:
        if not names.plain(who.spelt[key]):
            holders[name_words(who.spelt[key])[0], key[1]].append(key)
    for _, held in sorted(holders.items()):
        for mine in held if len(held) > 1 else ():
            found = [key for key in held if longer(who.spelt[key], who.spelt[mine])]
            found = [key for key in found if meet(who.posts[key], who.posts[mine])]
            if found and who.unions.one(found):
                who.join(mine, found[0], "longer")


def join_short(who: Candidates) -> None:
    """Join "V. Putin", then "Putin", to the one person of that country and post whose names hold these words."""
    holders: dict[tuple[str, str], set[Key]] = defaultdict(set)
    for key in who.settled:
        for word in {names.exact(w) for m in who.members[key] for s in long_names(m.person) for w in s.split()}:
            holders[word, key[1]].add(key)
    for size in (2, 1):
        for key in who.settled:
            mine = who.spelt[key].split()
            if len(mine) == size and (size == 1 or mine[0].endswith(".")):
                join_to(who, key, [k for k in sorted(holders[names.exact(mine[-1]), key[1]]) if k != key])


def join_to(who: Candidates, key: Key, candidates: list[Key]) -> None:
    """Join a short name to the one of some people who holds its post and whom it can mean."""
    able = [k for k in candidates if short_of(who.spelt[key], who.members[k])]
    found = [k for k in able if meet(who.posts[k], who.posts[key])]
    if found and who.unions.one(found):
        who.join(key, found[0], "part")


def join_unsaid(who: Candidates) -> None:
    """Join mentions of unsaid country to the one person of the same name who holds the same post."""
    holders: dict[str, list[Key]] = defaultdict(list)
    for key in who.settled:
        holders[key[0]].append(key)
    for key in (k for k in who.keys if not k[1]):
        found = [k for k in holders[key[0]] if meet(who.posts[k], who.posts[key])]
        if found and who.unions.one(found):
            who.join(key, found[0], "post")


RULES = (join_known, join_names, join_glosses, join_bare, join_sounds, join_longer, join_short, join_unsaid)
