"""Which names are one person: a function of the set of mentions, whatever their order.

Two mentions are one person when the name is the same (marks compared, tone placement aside) and so
is the country. Names that only sound alike need the same country and the same post, or an article's
own gloss. Where the country is unsaid, exactly one candidate must hold the same post.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph.model import Node
from graph.spellings import Mention, canonical, glosses, long_names, profile, same_body, share_post, short_of, spelling
from graph.unions import Unions
from ontology import names
from ontology.facts import Person
from ontology.terms import mint


@dataclass(frozen=True, slots=True)
class Reason:
    """Why two spellings are one person: `why` is gloss, sound, part or post."""

    name: str
    other: str
    why: str


@dataclass(frozen=True, slots=True)
class Resolution:
    """The people, which of them each mention is, and why their spellings are together."""

    nodes: tuple[Node, ...]
    iris: dict[tuple[str, Person], str]
    reasons: dict[str, tuple[Reason, ...]]


class Resolver:
    """Mentions on the way to people."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        """Sort the mentions into profiles of one name and country."""
        self.mentions = sorted(mentions, key=lambda m: (m.telling.article, m.telling.claim, repr(m.person)))
        self.unions = Unions()
        self.reasons: set[tuple[Reason, tuple[str, ...]]] = set()
        self.members: dict[tuple[str, ...], list[Mention]] = defaultdict(list)
        for mention in self.mentions:
            self.members[profile(mention)].append(mention)
            self.unions.find(profile(mention))

    def resolve(self) -> Resolution:
        """Join the profiles and name the people."""
        self.join_glosses()
        self.join_sounds()
        self.join_short()
        self.join_unsaid()
        return self.people()

    def join(self, mine: tuple[str, ...], theirs: tuple[str, ...], why: str) -> None:
        """Make two profiles one person, and keep why."""
        if self.unions.find(mine) == self.unions.find(theirs):
            return
        names_of = sorted((spelling(self.members[mine]), spelling(self.members[theirs])))
        self.reasons.add((Reason(names_of[0], names_of[1], why), mine))
        self.unions.join(mine, theirs)

    def join_glosses(self) -> None:
        """Join profiles of one country where an article gives one's name as the other's."""
        for key in sorted(self.members):
            for mention in self.members[key]:
                for gloss in glosses(mention.person):
                    other = (names.exact(gloss), *key[1:])
                    if other in self.members:
                        self.join(key, other, "gloss")

    def join_sounds(self) -> None:
        """Join profiles that sound alike, of one country, that hold one post."""
        for mine, theirs in self.alike_posts():
            a, b = self.members[mine], self.members[theirs]
            together = {m.telling.article for m in a} & {m.telling.article for m in b}
            if not together and names.similarity(spelling(a), spelling(b)) >= names.ALIKE:
                self.join(mine, theirs, "sound")

    def alike_posts(self) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
        """Yield pairs of profiles of one country, post and first sound, sorted."""
        holders: dict[tuple[str, str, str], dict[tuple[str, ...], set[str]]] = defaultdict(lambda: defaultdict(set))
        for key in sorted(k for k in self.members if len(k) == 2 and k[1]):
            for title, of in sorted({post for m in self.members[key] for post in m.posts}):
                for block in names.blocks(spelling(self.members[key])):
                    holders[key[1], title, block][key].add(of)
        pairs = {
            (min(mine, theirs), max(mine, theirs))
            for held in holders.values()
            for mine in held
            if not names.plain(spelling(self.members[mine]))  # two plain names are compared exactly
            for theirs in held
            if mine != theirs and same_body(held[mine], held[theirs])
        }
        yield from sorted(pairs)

    def join_short(self) -> None:
        """Join "V. Putin", then "Putin", to the one person of that country and post whose names hold these words."""
        holders: dict[tuple[str, str], set[tuple[str, ...]]] = defaultdict(set)
        for key in sorted(k for k in self.members if len(k) == 2 and k[1]):
            for word in {names.exact(w) for m in self.members[key] for s in long_names(m.person) for w in s.split()}:
                holders[word, key[1]].add(key)
        for size in (2, 1):
            for key in sorted(k for k in self.members if len(k) == 2 and k[1]):
                mine = spelling(self.members[key]).split()
                if len(mine) == size and (size == 1 or mine[0].endswith(".")):
                    self.join_to(key, [k for k in sorted(holders[names.exact(mine[-1]), key[1]]) if k != key])

    def join_to(self, key: tuple[str, ...], candidates: list[tuple[str, ...]]) -> None:
        """Join a short name to the one of some people who holds its post and whom it can mean."""
        mine = spelling(self.members[key])
        found = [
            k for k in candidates if short_of(mine, self.members[k]) and share_post(self.members[k], self.members[key])
        ]
        if len({self.unions.find(k) for k in found}) == 1:
            self.join(key, found[0], "part")

    def join_unsaid(self) -> None:
        """Join mentions of unsaid country to the one person of the same name who holds the same post."""
        known: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for key in sorted(self.members):
            if key[1]:
                known[key[0]].append(key)
        for key in sorted(k for k in self.members if not k[1]):
            found = [k for k in known[key[0]] if share_post(self.members[k], self.members[key])]
            if len({self.unions.find(k) for k in found}) == 1:
                self.join(key, found[0], "post")

    def people(self) -> Resolution:
        """Make a node of each cluster."""
        clusters: dict[tuple[str, ...], list[tuple[str, ...]]] = defaultdict(list)
        for key in sorted(self.members):
            clusters[self.unions.find(key)].append(key)
        nodes: list[Node] = []
        iris: dict[tuple[str, Person], str] = {}
        reasons: dict[str, set[Reason]] = defaultdict(set)
        homes: dict[tuple[str, ...], str] = {}
        for root, profiles in clusters.items():
            cluster = [mention for key in profiles for mention in self.members[key]]
            person = node(self.iri(profiles), cluster)
            nodes.append(person)
            iris |= {m.key(): person.iri for m in cluster}
            homes[root] = person.iri
        for reason, key in self.reasons:
            reasons[homes[self.unions.find(key)]].add(reason)
        kept = {iri: tuple(sorted(r, key=lambda one: (one.name, one.other, one.why))) for iri, r in reasons.items()}
        return Resolution(tuple(sorted(nodes, key=lambda one: one.iri)), iris, kept)

    def iri(self, profiles: list[tuple[str, ...]]) -> str:
        """Name a person by the profile of the fullest name: how often it is told, and where first, does not count."""
        fullest = min(profiles, key=lambda key: (-len(names.words(spelling(self.members[key]))), key))
        return mint("person", *fullest, words=spelling(self.members[fullest]))


def resolve(mentions: Iterable[Mention]) -> Resolution:
    """Return the people of all mentions."""
    return Resolver(mentions).resolve()


def node(iri: str, cluster: list[Mention]) -> Node:
    """Make the node of a person."""
    name, country = canonical(cluster), next((m.person.country for m in cluster if m.person.country), None)
    spellings = {s for m in cluster for s in (m.person.name, *m.person.also)} - {name}
    tellings = sorted((m.telling for m in cluster), key=lambda t: (t.article, t.claim))
    return Node(iri, "person", name, tuple(sorted(spellings)), country, tuple(tellings))
