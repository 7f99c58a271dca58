"""Names on the way to people: keys of one name and country, what joins them, and what keeps them apart."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.people.judgements import Judgement, Named, standing
from graph.people.personas import personas
from graph.people.spellings import Mention, posts_of, spelling
from graph.people.unions import Key, Unions
from ontology.facts import Person


@dataclass(frozen=True, slots=True, order=True)
class Reason:
    """Why two spellings are one person.

    `why` is judgement, name, known, heard, proposed, gloss, bare, turned, sound, longer, part or post; `more` is who
    judged.
    """

    name: str
    other: str
    why: str
    more: str = ""


class Candidates:
    """Mentions sorted into keys, joined where something says that they are one person."""

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
        self.articles: dict[Key, set[str]] = {}
        self.called: dict[Key, list[Key]] = defaultdict(list)
        for key in self.keys:
            self.called[key[:2]].append(key)
        self.apart(sorts.apart)

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

    def person(self, key: Key) -> Person:
        """Return a person of a key's name and country."""
        return Person(self.spelt[key], (), key[1] or None)

    def told(self, key: Key) -> set[str]:
        """Return the articles that tell of a key."""
        if key not in self.articles:
            self.articles[key] = {mention.telling.article for mention in self.members[key]}
        return self.articles[key]

    def kept(self, mine: Key, theirs: Key) -> bool:
        """Tell whether two keys are kept apart."""
        return mine != theirs and self.unions.kept_apart(mine, theirs)
