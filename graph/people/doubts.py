"""Pairs of names of which one may doubt whether they are one person, each with how likely that is, and why.

A doubt weighs as much as it is expected to have put wrong: the tellings of the lesser side, times how likely it is
that the graph, which has made them one person or two, is mistaken.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from graph.model import Telling
from graph.people import anchors
from graph.people.judgements import Named, Verdicts
from graph.people.personas import by_post
from graph.people.posts import held
from graph.people.resolver import Resolver
from graph.people.spellings import Mention, Posts, longer, meet, name_words, posts_of, same_body
from graph.people.unions import Key
from ontology import names
from ontology.vocabulary import load

# What each likeness of two names is worth, and what else is known adds or takes: set by hand, for an order of the list.
ALIKE = {"name": 1.0, "longer": 0.85, "proposed": 0.9, "short": 0.6}
COUNTRIES = {"same": 0.0, "unsaid": -0.2, "differ": -0.45}
OFFICES = {"meet": 0.1, "unsaid": -0.1, "near": 0.0, "differ": -0.25}
KNOWN = 0.25  # one is of the authority file, under a name that is not a Vietnamese one of many
TOGETHER = -0.3  # one article names both, and does not say that they are one
LONG = 2_000  # so many names of one country and first sound are compared, the most told first


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two names, how likely they are one person, and the words for it; `likeness` is how alike they sound."""

    first: Named
    second: Named
    score: float
    alike: str
    likeness: float
    countries: str
    offices: str
    together: bool
    joined: bool
    tellings: int
    contexts: tuple[Telling, Telling]

    @property
    def weight(self) -> float:
        """Return how many tellings are expected to be with the wrong person."""
        return self.tellings * ((1.0 - self.score) if self.joined else self.score)


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a pair: a key of the resolver, or those of its mentions that give one post."""

    key: Key
    name: str
    mentions: tuple[Mention, ...]
    posts: Posts
    tellings: int
    post: tuple[str, str] = ("", "")

    def named(self) -> Named:
        """Return how a judgement speaks of it."""
        return Named(self.name, self.key[1], *self.post)


def doubts(resolver: Resolver, titles: Mapping[str, str]) -> list[Doubt]:
    """Return the doubtful pairs that nobody has judged, the most useful first; `titles` are how posts are written.

    The resolver must have resolved.
    """
    verdicts = Verdicts(resolver.judged)
    found = [one for one in Doubts(resolver, titles).pairs() if not verdicts.answer(one.first, one.second)]
    return sorted(found, key=lambda one: (-one.weight, one.first, one.second))


class Doubts:
    """A resolver's keys on the way to doubtful pairs."""

    def __init__(self, resolver: Resolver, titles: Mapping[str, str]) -> None:
        """Keep the resolver at hand, and how many tellings each person has."""
        self.resolver, self.titles = resolver, titles
        self.tellings: Counter[Key] = Counter()
        for key in resolver.keys:
            self.tellings[resolver.unions.find(key)] += len(resolver.members[key])

    def side(self, key: Key) -> Side:
        """Return a whole key as a side."""
        mentions = self.resolver.members[key]
        tellings = self.tellings[self.resolver.unions.find(key)]
        return Side(key, self.resolver.spelt[key], tuple(mentions), self.resolver.posts[key], tellings)

    def pairs(self) -> Iterator[Doubt]:
        """Yield the likeliest pair of each two people, and the parts of a name that may be two."""
        best: dict[tuple[Key, Key], Doubt] = {}
        met: set[tuple[Key, Key]] = set()
        for one, two, alike in self.apart():
            mine, theirs = min(one, two), max(one, two)
            if (mine, theirs) not in met and self.open(mine, theirs):
                met.add((mine, theirs))
                found = self.doubt(self.side(mine), self.side(theirs), alike, joined=False)
                first, last = sorted((self.resolver.unions.find(mine), self.resolver.unions.find(theirs)))
                if (first, last) not in best or found.score > best[first, last].score:
                    best[first, last] = found
        yield from best.values()
        for key in self.resolver.settled:
            yield from self.within(key)

    def open(self, mine: Key, theirs: Key) -> bool:
        """Tell whether two keys are neither one person nor kept apart."""
        unions = self.resolver.unions
        return unions.find(mine) != unions.find(theirs) and not unions.kept_apart(mine, theirs)

    def apart(self) -> Iterator[tuple[Key, Key, str]]:
        """Yield pairs of keys that could be one, with what makes them alike."""
        named: dict[str, list[Key]] = defaultdict(list)
        for key in self.resolver.keys:
            named[key[0]].append(key)
        for _, those in sorted(named.items()):
            yield from ((one, two, "name") for one, two in combinations(those[:LONG], 2) if one[1] or two[1])
        yield from self.proposed()
        yield from self.short()
        yield from self.longer()
        for few, many in self.blocks():
            for one, two in (*combinations(few, 2), *((a, b) for a in few for b in many)):
                if names.alike(self.resolver.spelt[one], self.resolver.spelt[two]):
                    yield one, two, "sound"

    def longer(self) -> Iterator[tuple[Key, Key, str]]:
        """Yield pairs of one country of which one name has the words of the other, and others."""
        held: dict[tuple[str, str], list[Key]] = defaultdict(list)
        for key in self.foreign():
            held[key[1], name_words(self.resolver.spelt[key])[0]].append(key)
        for _, those in sorted(held.items()):
            for one, two in combinations(self.most_told(those), 2):
                a, b = self.resolver.spelt[one], self.resolver.spelt[two]
                if longer(a, b) or longer(b, a):
                    yield one, two, "longer"

    def blocks(self) -> Iterator[tuple[list[Key], Sequence[Key]]]:
        """Yield keys of one country to compare with each other, and with more, by how their names begin.

        Names of two words are compared where both words begin alike, in either order; others where the first does.
        """
        pairs: dict[tuple[str, ...], list[Key]] = defaultdict(list)
        others: dict[tuple[str, str], tuple[list[Key], list[Key]]] = defaultdict(lambda: ([], []))
        for key in self.foreign():
            found = names.blocks(self.resolver.spelt[key])
            two = len(self.resolver.spelt[key].split()) == 2
            if two:
                pairs[key[1], *found].append(key)
            for block in found:
                others[key[1], block][two].append(key)
        for _, those in sorted(pairs.items()):
            yield self.most_told(those), ()
        for _, (few, many) in sorted(others.items()):
            yield self.most_told(few), self.most_told(many)

    def foreign(self) -> Iterator[Key]:
        """Yield the keys of a known country whose names are not written as Vietnamese ones."""
        return (key for key in self.resolver.settled if not names.plain(self.resolver.spelt[key]))

    def most_told(self, those: list[Key]) -> list[Key]:
        """Return the keys that are told most often, as many as can be compared with each other."""
        return sorted(those, key=lambda key: (-len(self.resolver.members[key]), key))[:LONG]

    def proposed(self) -> Iterator[tuple[Key, Key, str]]:
        """Yield pairs whom general knowledge calls one."""
        called: dict[str, list[Key]] = defaultdict(list)
        for key in self.resolver.settled:
            for known in anchors.proposed(self.resolver.person(key)):
                called[known.iri].append(key)
            if proved := anchors.named(self.resolver.person(key), self.resolver.posts[key]):
                called[proved.iri].append(key)
        for _, those in sorted(called.items()):
            yield from ((one, two, "proposed") for one, two in combinations(those, 2))

    def short(self) -> Iterator[tuple[Key, Key, str]]:
        """Yield a name of one word with each whose name has that word, where these are few."""
        holders: dict[tuple[str, str], list[Key]] = defaultdict(list)
        for key in self.resolver.settled:
            words = self.resolver.spelt[key].split()
            for word in words if len(words) > 1 else ():
                holders[names.exact(word), key[1]].append(key)
        for key in self.resolver.settled:
            found = holders.get((key[0], key[1]), ()) if len(self.resolver.spelt[key].split()) == 1 else ()
            yield from ((key, other, "short") for other in found if len(found) <= 3)

    def within(self, key: Key) -> Iterator[Doubt]:
        """Yield the posts of one name and country that no article and no source gives to one person."""
        if len(self.resolver.posts[key]) < 2:
            return
        sorts = [those for those in by_post(key, self.resolver.members[key]).values() if those[0].posts]
        sorts.sort(key=lambda those: (-len(those), min(those[0].posts)))
        known = anchors.named(self.resolver.person(key), posts_of(sorts[0]))
        for those in sorts[1:]:
            both = posts_of(sorts[0]), posts_of(those)
            if not near(*both) and (known is None or not all(meet(anchors.offices(known), posts) for posts in both)):
                yield self.doubt(self.part(key, sorts[0]), self.part(key, those), "name", joined=True)

    def part(self, key: Key, mentions: list[Mention]) -> Side:
        """Return the mentions of a key that share posts as a side, by the post that most of them give."""
        told = Counter(post for mention in mentions for post in mention.posts)
        title, of = min(told, key=lambda one: (-told[one], not one[1], one))
        concept = load().by_iri(of) if of else None
        shown = (self.titles.get(title, title), concept.notation if concept else "")
        return Side(key, self.resolver.spelt[key], tuple(mentions), posts_of(mentions), len(mentions), shown)

    def doubt(self, one: Side, two: Side, alike: str, *, joined: bool) -> Doubt:
        """Weigh a pair."""
        likeness = names.similarity(one.name, two.name) if alike == "sound" else 1.0
        lands = {one.key[1], two.key[1]}
        countries = "unsaid" if "" in lands else "same" if len(lands) == 1 else "differ"
        offices = compared(one.posts, two.posts)
        both = articles(one.mentions) & articles(two.mentions)
        score = ALIKE.get(alike, likeness) + COUNTRIES[countries] + OFFICES[offices] + (TOGETHER if both else 0.0)
        marks = [bool(self.resolver.unions.mark_of(side.key)) for side in (one, two)]
        if any(marks) and not joined and not names.plain(one.name) and len(one.name.split()) > 1:
            score += KNOWN
        contexts = (one.mentions[0].telling, two.mentions[0].telling)
        return Doubt(
            *(one.named(), two.named(), round(min(max(score, 0.02), 0.98), 2), alike, likeness, countries, offices),
            *(bool(both), joined, min(one.tellings, two.tellings), contexts),
        )


def compared(mine: Posts, theirs: Posts) -> str:
    """Tell how the posts of two sides compare: meet, near, differ, or unsaid."""
    if not (mine and theirs):
        return "unsaid"
    return "meet" if meet(mine, theirs) else "near" if near(mine, theirs) else "differ"


def near(mine: Posts, theirs: Posts) -> bool:
    """Tell whether two people hold posts of which one's title is in the other's, held once or still, in one body."""
    for title, of in mine.items():
        a = set(held(title).split())
        for other, body in theirs.items():
            b = set(held(other).split())
            if (a <= b or b <= a) and same_body(of, body):
                return True
    return False


def articles(mentions: Iterable[Mention]) -> set[str]:
    """Return the articles of mentions."""
    return {mention.telling.article for mention in mentions}
