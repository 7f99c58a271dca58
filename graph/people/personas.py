"""Where one name in one country is several people: mentions sorted by post, and which of these sorts are kept apart.

One name and country is one person, unless a judgement, the authority file, or one post held in two cities or
provinces at once says otherwise. Then its mentions are sorted by the posts that they share.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import TYPE_CHECKING

from graph.people.judgements import Judgement
from graph.people.spellings import Mention, Post, profile
from graph.people.unions import Key, Unions
from ontology import authority
from ontology.vocabulary import load

if TYPE_CHECKING:
    import datetime as dt

LOCAL = frozenset({"City", "Province"})


@dataclass(slots=True)
class Personas:
    """Mentions by the key of who they may be; the keys that must stay apart; and what a name's keys are, if several."""

    members: dict[Key, list[Mention]] = field(default_factory=dict)
    apart: set[tuple[Key, Key]] = field(default_factory=set)
    split: dict[Key, list[Key]] = field(default_factory=dict)


def personas(mentions: Iterable[Mention], judged: Sequence[Judgement]) -> Personas:
    """Sort mentions by name and country, and by post where that may be several people."""
    named: dict[Key, list[Mention]] = defaultdict(list)
    for mention in mentions:
        named[profile(mention)].append(mention)
    found = Personas()
    disputed: dict[Key, list[Judgement]] = defaultdict(list)
    for one in judged:
        key = one.first.key()[:2]
        if one.verdict == "different" and key == one.second.key()[:2] and one.first != one.second:
            disputed[key].append(one)
    for key in sorted(named):
        if len(key) == 2:
            divide(found, key, named[key], disputed.get(key, ()))
        else:
            found.members[key] = named[key]
    return found


def divide(found: Personas, key: Key, mentions: list[Mention], disputed: Sequence[Judgement]) -> None:
    """Keep a name whole, or divide it by post where something says that it is several people."""
    clashes = at_once(mentions)
    if not clashes and not disputed and len(authority.people().proved.get((key[0], key[1]), ())) < 2:
        found.members[key] = mentions
        return
    sorts = by_post(key, mentions)
    found.members |= sorts
    found.split[key] = sorted(sorts)
    for mine, theirs in combinations(sorted(sorts), 2):
        a, b = (frozenset(post for m in sorts[one] for post in m.posts) for one in (mine, theirs))
        if any((p in a and q in b) or (q in a and p in b) for p, q in clashes) or any(
            (one.first.holds(a) and one.second.holds(b)) or (one.first.holds(b) and one.second.holds(a))
            for one in disputed
            if one.first.title and one.second.title and a and b
        ):
            found.apart.add((mine, theirs))


def by_post(key: Key, mentions: list[Mention]) -> dict[Key, list[Mention]]:
    """Sort the mentions of a name: those that share a post are together, one without a post is by its article."""
    shared = Unions()
    for mention in mentions:
        posts = sorted(mention.posts)
        for post in posts[1:]:
            shared.join(posts[0], post)
    found: dict[Key, list[Mention]] = defaultdict(list)
    for mention in mentions:
        own = shared.find(min(mention.posts)) if mention.posts else ("", mention.telling.article)
        found[(*key, " ".join(own).strip())].append(mention)
    return dict(found)


def at_once(mentions: list[Mention]) -> list[tuple[Post, Post]]:
    """Return pairs of one post in two cities or provinces, where articles tell of both over the same days."""
    days: dict[str, dict[str, list[dt.date]]] = defaultdict(lambda: defaultdict(list))
    for mention in mentions:
        day = mention.published.earliest() if mention.published else None
        if day is not None:
            for title, of in mention.posts:
                days[title][of].append(day)
    found: list[tuple[Post, Post]] = []
    for title, places in days.items():
        local = sorted(of for of in places if len(places) > 1 and is_local(of))
        for a, b in combinations(local, 2):
            if min(places[a]) <= max(places[b]) and min(places[b]) <= max(places[a]):
                found.append(((title, a), (title, b)))
    return found


def is_local(iri: str) -> bool:
    """Tell whether an IRI is a city's or a province's."""
    concept = load().by_iri(iri)
    return concept is not None and concept.kind in LOCAL
