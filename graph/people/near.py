"""Which profiles the resolver may ever compare: those that share a key and can be told to be one.

The resolver decides about profiles that are near each other, and looks at no others; so what is near the
people of an article is all that must be resolved again when the article comes or goes. What may make two
profiles one, or keep them two, must make them near here: near may be too wide, never too narrow.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from graph.people import anchors
from graph.people.personas import is_local
from graph.people.spellings import Post, Posts, glosses, long_names, longer, meet, name_words, turned
from ontology import authority, names
from ontology.facts import Person

Judged = Mapping[tuple[str, ...], frozenset[str]]  # by name and country, the judgements that speak of them


@dataclass(frozen=True)
class Profile:
    """A name with a country (and, where it is unsaid, with posts or an article), and all that is told of it."""

    key: tuple[str, ...]
    told: tuple[tuple[Person, frozenset[Post]], ...]
    judged: Judged = field(default_factory=dict)

    @property
    def country(self) -> str:
        """Return the code of the country, "" where it is unsaid."""
        return self.key[1]

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Return the spellings of the name."""
        return tuple(sorted({person.name for person, _ in self.told}))

    @cached_property
    def plain(self) -> bool:
        """Tell whether every spelling is written as Vietnamese names are; two such names compare exactly."""
        return all(names.plain(name) for name in self.names)

    @cached_property
    def others(self) -> frozenset[str]:
        """Return the exact keys of the other whole names that articles give."""
        return frozenset(names.exact(gloss) for person, _ in self.told for gloss in glosses(person))

    @cached_property
    def posts(self) -> Posts:
        """Return what each title that is held is of."""
        found: dict[str, set[str]] = {}
        for title, of in (post for _, held in self.told for post in held):
            found.setdefault(title, set()).add(of)
        return found

    @cached_property
    def words(self) -> frozenset[str]:
        """Return the words of its long names."""
        return frozenset(names.exact(w) for person, _ in self.told for name in long_names(person) for w in name.split())

    @cached_property
    def short(self) -> frozenset[str]:
        """Return the last words of names that can be short for another: of one word, or with an initial."""
        parts = [name.split() for name in self.names if self.country]
        return frozenset(names.exact(p[-1]) for p in parts if len(p) == 1 or (len(p) == 2 and p[0].endswith(".")))

    @cached_property
    def bare(self) -> frozenset[str]:
        """Return the names that are no plain Vietnamese ones, without marks and hyphens and whatever their order."""
        return frozenset(" ".join(turned(name)) for name in self.names if not names.plain(name) and turned(name)[1:])

    @cached_property
    def known(self) -> frozenset[str]:
        """Return who of the authority file may be meant, as sources have it or as general knowledge has it."""
        exact, country = self.key[:2]
        if not country:
            return frozenset(one.iri for one in anchors.anywhere().get(exact, ()))
        those = [*(authority.people().proved.get((exact, country)) or anchors.anywhere().get(exact, ()))]
        those += authority.people().proposed.get((exact, country), ())
        those += (one for name in self.names for one in anchors.heard(Person(name, (), country), self.posts))
        return frozenset(one.iri for one in those)

    @cached_property
    def loose(self) -> bool:
        """Tell whether the days of its articles count: a post is told in two cities or provinces."""
        return any(sum(map(is_local, of)) > 1 for of in self.posts.values() if len(of) > 1)


def offers(profile: Profile) -> Iterator[str]:
    """Yield the keys under which a profile is found."""
    yield from both(profile)
    if profile.country:
        kind = "plain" if profile.plain else "open"
        yield from (f"{kind} {key}" for key in sounds(profile))
        yield from (f"word {word} {profile.country}" for word in profile.words)
        yield from (f"short {word} {profile.country}" for word in profile.short)


def asks(profile: Profile) -> Iterator[str]:
    """Yield the keys under which those are found that may be near a profile."""
    yield from both(profile)
    if profile.country:
        for key in sounds(profile):
            yield f"open {key}"
            if not profile.plain:
                yield f"plain {key}"
        yield from (f"short {word} {profile.country}" for word in profile.words)
        yield from (f"word {word} {profile.country}" for word in profile.short)


def both(profile: Profile) -> Iterator[str]:
    """Yield the keys under which a profile both is found and finds."""
    exact, *rest = profile.key
    yield f"name {exact}"
    for other in {exact, *profile.others}:
        yield f"called {other} {' '.join(rest)}"
    yield from (f"known {iri}" for iri in profile.known)
    yield from (f"judged {one}" for one in profile.judged.get(profile.key[:2], ()))
    if profile.country and not profile.plain:
        yield from (f"bare {one} {profile.country}" for one in profile.bare)
        yield from (f"first {first} {profile.country}" for first in {name_words(name)[0] for name in profile.names})


def sounds(profile: Profile) -> set[str]:
    """Return country, title and first sound: people of other sounds or titles are not heard as one."""
    blocks = {block for name in profile.names for block in names.blocks(name)}
    return {f"{profile.country} {block} {title}" for title in profile.posts for block in blocks}


def near(mine: Profile, theirs: Profile) -> bool:
    """Tell whether two profiles that share a key are to be resolved together."""
    if mine.key[0] == theirs.key[0] or mine.known & theirs.known:
        return True
    if mine.judged.get(mine.key[:2], frozenset()) & theirs.judged.get(theirs.key[:2], frozenset()):
        return True
    if mine.key[1:] != theirs.key[1:]:
        return False
    if mine.key[0] in theirs.others or theirs.key[0] in mine.others:
        return True
    if mine.country and mine.bare & theirs.bare:
        return True
    return bool(mine.country) and meet(mine.posts, theirs.posts) and alike(mine, theirs)


def alike(mine: Profile, theirs: Profile) -> bool:
    """Tell whether a spelling of one is short or longer for a spelling of the other, or sounds like it."""
    if mine.short & theirs.words or theirs.short & mine.words:
        return True
    return any(names.alike(a, b) or longer(a, b) or longer(b, a) for a in mine.names for b in theirs.names)
