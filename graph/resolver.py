"""Which names are one person: a function of the set of mentions, whatever their order.

Two mentions are one person when the name is the same (marks compared, tone placement aside) and so
is the country, unless something says otherwise (graph/personas.py). Names that only sound alike need
the same country and the same post, or an article's own gloss, or the authority file. Where the
country is unsaid, exactly one candidate must hold the same post. What people have judged goes first.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from graph import anchors
from graph.judgements import Judgement, Named, standing
from graph.model import Node
from graph.personas import personas
from graph.spellings import (
    Mention,
    fullest,
    glosses,
    long_names,
    longer,
    meet,
    name_words,
    posts_of,
    same_body,
    short_of,
    spelling,
)
from graph.unions import Key, Unions
from ontology import names
from ontology.authority import Known
from ontology.facts import Person
from ontology.terms import mint


@dataclass(frozen=True, slots=True, order=True)
class Reason:
    """Why two spellings are one person.

    `why` is judgement, name, known, heard, proposed, gloss, sound, longer, part or post; `more` is who judged.
    """

    name: str
    other: str
    why: str
    more: str = ""


@dataclass(frozen=True, slots=True)
class Resolution:
    """The people, which of them each mention is, and why their spellings are together."""

    nodes: tuple[Node, ...]
    iris: dict[tuple[str, Person], str]
    reasons: dict[str, tuple[Reason, ...]]


class Resolver:
    """Mentions on the way to people: keys of one name and country, joined where something says that they are one."""

    def __init__(self, mentions: Iterable[Mention], judged: Sequence[Judgement] = ()) -> None:
        """Sort the mentions into keys, and keep apart what must stay so."""
        ordered = sorted(mentions, key=lambda m: (m.telling.article, m.telling.claim, repr(m.person)))
        self.judged = standing(judged)
        sorts = personas(ordered, self.judged)
        self.members, self.split = sorts.members, sorts.split
        self.unions = Unions()
        self.reasons: set[tuple[Reason, Key]] = set()
        self.keys = sorted(self.members)
        self.settled = [key for key in self.keys if key[1]]
        self.posts = {key: posts_of(self.members[key]) for key in self.keys}
        self.spelt = {key: spelling(self.members[key]) for key in self.keys}
        self.called: dict[Key, list[Key]] = defaultdict(list)
        for key in self.keys:
            self.called[key[:2]].append(key)
        self.apart(sorts.apart)

    def resolve(self) -> Resolution:
        """Join the keys and name the people."""
        self.join_known()
        self.join_names()
        self.join_glosses()
        self.join_sounds()
        self.join_longer()
        self.join_short()
        self.join_unsaid()
        return self.people()

    def join(self, mine: Key, theirs: Key, why: str, more: str = "") -> None:
        """Make two keys one person, unless something keeps them apart, and keep why."""
        if self.unions.find(mine) != self.unions.find(theirs) and self.unions.join(mine, theirs):
            first, second = sorted((self.spelt[mine], self.spelt[theirs]))
            self.reasons.add((Reason(first, second, why, more), mine))

    def apart(self, clashing: Iterable[tuple[Key, Key]]) -> None:
        """Join and part what people have judged, then part what cannot be one."""
        for one in self.judged:
            if one.verdict == "same":
                both = [*self.meant(one.first), *self.meant(one.second)]
                for key in both[1:]:
                    self.join(both[0], key, "judgement", f"{one.by} {one.date}".strip())
        for one in self.judged:
            if one.verdict == "different":
                for mine in self.meant(one.first):
                    for theirs in self.meant(one.second):
                        self.unions.part(mine, theirs)
        for mine, theirs in sorted(clashing):
            self.unions.part(mine, theirs)

    def meant(self, who: Named) -> list[Key]:
        """Return the keys that a judgement speaks of."""
        found = self.called.get(who.key()[:2], ())
        return [key for key in found if who.holds((t, of) for t, those in self.posts[key].items() for of in those)]

    def join_known(self) -> None:
        """Join whom the authority file knows to be one, and mark them, so that two of its people are never one."""
        found: dict[str, list[Key]] = defaultdict(list)
        for key in self.keys:
            known = self.known(key)
            if known and self.unions.mark(key, known.iri):
                found[known.iri].append(key)
                self.join(found[known.iri][0], key, "known")
        for key in self.settled:
            known = None if self.unions.mark_of(key) else anchors.sounding(self.person(key), self.posts[key])
            if known and self.unions.mark(key, known.iri):
                found[known.iri].append(key)
                self.join(found[known.iri][0], key, "heard")
        self.join_proposed(found)

    def known(self, key: Key) -> Known | None:
        """Return whom the authority file knows by a key's name: in its country, or anywhere where that is unsaid."""
        return (anchors.named if key[1] else anchors.named_anywhere)(self.person(key), self.posts[key])

    def join_proposed(self, found: dict[str, list[Key]]) -> None:
        """Join whom general knowledge calls one where they hold one post; `found` are those whom sources know."""
        called: dict[str, list[Key]] = defaultdict(list)
        for key in self.settled:
            for known in anchors.proposed(self.person(key)):
                called[known.iri].append(key)
        for iri in sorted(called):
            for mine, theirs in combinations([*found.get(iri, ()), *called[iri]], 2):
                if mine != theirs and meet(self.posts[mine], self.posts[theirs]):
                    self.join(mine, theirs, "proposed")

    def person(self, key: Key) -> Person:
        """Return a person of a key's name and country."""
        return Person(self.spelt[key], (), key[1] or None)

    def join_names(self) -> None:
        """Join what a name was divided into, as far as all that is kept apart of it is one."""
        for key in sorted(self.split):
            those = self.split[key]
            bound = [one for one in those if self.unions.mark_of(one) or any(self.kept(one, two) for two in those)]
            if not bound or self.unions.one(bound):
                for one in those[1:]:
                    self.join(those[0], one, "name")

    def kept(self, mine: Key, theirs: Key) -> bool:
        """Tell whether two keys are kept apart."""
        return mine != theirs and self.unions.kept_apart(mine, theirs)

    def join_glosses(self) -> None:
        """Join keys of one country where an article gives one's name as the other's."""
        for key in self.keys:
            for mention in self.members[key]:
                for gloss in glosses(mention.person):
                    for other in self.called.get((names.exact(gloss), key[1]), ()):
                        if key[1] or other[2:] == key[2:]:
                            self.join(key, other, "gloss")

    def join_sounds(self) -> None:
        """Join keys that sound alike, of one country, that hold one post."""
        told = {key: {m.telling.article for m in self.members[key]} for key in self.settled}
        for mine, theirs in self.alike_posts():
            apart = self.unions.find(mine) != self.unions.find(theirs) and told[mine].isdisjoint(told[theirs])
            if apart and names.alike(self.spelt[mine], self.spelt[theirs]):
                self.join(mine, theirs, "sound")

    def alike_posts(self) -> Iterator[tuple[Key, Key]]:
        """Yield pairs of keys of one country, post and first sound, sorted; two plain names are compared exactly."""
        holders: dict[tuple[str, str, str], list[Key]] = defaultdict(list)
        for key in self.settled:
            for title in self.posts[key]:
                for block in names.blocks(self.spelt[key]):
                    holders[key[1], title, block].append(key)
        for (_, title, _), held in sorted(holders.items()):
            foreign = [key for key in held if not names.plain(self.spelt[key])]
            plain = [key for key in held if names.plain(self.spelt[key])]
            for mine, theirs in (*combinations(foreign, 2), *((a, b) for a in foreign for b in plain)):
                if same_body(self.posts[mine][title], self.posts[theirs][title]):
                    yield min(mine, theirs), max(mine, theirs)

    def join_longer(self) -> None:
        """Join "Raul Castro" to the one of that country and post whose name has these words and others."""
        holders: dict[tuple[str, str], list[Key]] = defaultdict(list)
        for key in self.settled:
            if not names.plain(self.spelt[key]):
                holders[name_words(self.spelt[key])[0], key[1]].append(key)
        for _, held in sorted(holders.items()):
            for mine in held if len(held) > 1 else ():
                found = [key for key in held if longer(self.spelt[key], self.spelt[mine])]
                found = [key for key in found if meet(self.posts[key], self.posts[mine])]
                if found and self.unions.one(found):
                    self.join(mine, found[0], "longer")

    def join_short(self) -> None:
        """Join "V. Putin", then "Putin", to the one person of that country and post whose names hold these words."""
        holders: dict[tuple[str, str], set[Key]] = defaultdict(set)
        for key in self.settled:
            for word in {names.exact(w) for m in self.members[key] for s in long_names(m.person) for w in s.split()}:
                holders[word, key[1]].add(key)
        for size in (2, 1):
            for key in self.settled:
                mine = self.spelt[key].split()
                if len(mine) == size and (size == 1 or mine[0].endswith(".")):
                    self.join_to(key, [k for k in sorted(holders[names.exact(mine[-1]), key[1]]) if k != key])

    def join_to(self, key: Key, candidates: list[Key]) -> None:
        """Join a short name to the one of some people who holds its post and whom it can mean."""
        able = [k for k in candidates if short_of(self.spelt[key], self.members[k])]
        found = [k for k in able if meet(self.posts[k], self.posts[key])]
        if found and self.unions.one(found):
            self.join(key, found[0], "part")

    def join_unsaid(self) -> None:
        """Join mentions of unsaid country to the one person of the same name who holds the same post."""
        holders: dict[str, list[Key]] = defaultdict(list)
        for key in self.settled:
            holders[key[0]].append(key)
        for key in (k for k in self.keys if not k[1]):
            found = [k for k in holders[key[0]] if meet(self.posts[k], self.posts[key])]
            if found and self.unions.one(found):
                self.join(key, found[0], "post")

    def people(self) -> Resolution:
        """Make a node of each cluster."""
        clusters: dict[Key, list[Key]] = defaultdict(list)
        for key in self.keys:
            clusters[self.unions.find(key)].append(key)
        nodes: list[Node] = []
        iris: dict[tuple[str, Person], str] = {}
        reasons: dict[str, set[Reason]] = defaultdict(set)
        homes: dict[Key, str] = {}
        for root, those in clusters.items():
            cluster = [mention for key in those for mention in self.members[key]]
            person = node(self.iri(those), cluster)
            nodes.append(person)
            iris |= {m.key(): person.iri for m in cluster}
            homes[root] = person.iri
        for reason, key in self.reasons:
            reasons[homes[self.unions.find(key)]].add(reason)
        kept = {iri: tuple(sorted(those)) for iri, those in reasons.items()}
        return Resolution(tuple(sorted(nodes, key=lambda one: one.iri)), iris, kept)

    def iri(self, those: list[Key]) -> str:
        """Name a person by the key of the fullest name with a country; how often or where it is told does not count."""
        fullest = min(those, key=lambda key: (not key[1], -len(names.words(self.spelt[key])), key))
        return mint("person", *fullest, words=self.spelt[fullest])


def resolve(mentions: Iterable[Mention], judged: Sequence[Judgement] = ()) -> Resolution:
    """Return the people of all mentions."""
    return Resolver(mentions, judged).resolve()


def node(iri: str, cluster: list[Mention]) -> Node:
    """Make the node of a person."""
    name, country = (
        fullest(Counter(m.person.name for m in cluster)),
        next((m.person.country for m in cluster if m.person.country), None),
    )
    spellings = {s for m in cluster for s in (m.person.name, *m.person.also)} - {name}
    tellings = sorted((m.telling for m in cluster), key=lambda t: (t.article, t.claim))
    return Node(iri, "person", name, tuple(sorted(spellings)), country, tuple(tellings))
