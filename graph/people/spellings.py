"""What one article calls a person, and how its spellings compare: whole names, glosses, short forms, posts held."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.model import Telling
from ontology import names
from ontology.dates import Date
from ontology.facts import Person

Post = tuple[str, str]  # a title's key and the IRI of what it is of ("" where unsaid)
Posts = Mapping[str, set[str]]  # what each title is of


@dataclass(frozen=True, slots=True)
class Mention:
    """A person as one article tells of them, the posts that it gives them, and when it appeared."""

    telling: Telling
    person: Person
    posts: frozenset[Post]
    published: Date | None = None

    def key(self) -> tuple[str, Person]:
        """Return what finds the mention again: its article and the person as told there."""
        return self.telling.article, self.person


def profile(mention: Mention) -> tuple[str, ...]:
    """Return the profile of a mention; where the country is unsaid its posts belong to it, and if none, its article."""
    key, country = names.exact(mention.person.name), mention.person.country or ""
    if country:
        return key, country
    posts = tuple(f"{title} {of}" for title, of in sorted(mention.posts))
    return (key, "", *(posts or ("", mention.telling.article)))


def glosses(person: Person) -> list[str]:
    """Return the other spellings that are whole names: not "Chairman Lee", whose words the name holds already."""
    mine = set(names.fold(person.name).split())
    return sorted(
        spelling
        for spelling in person.also
        if len(spelling.split()) > 1
        and all(word[:1].isupper() for word in spelling.split())
        and (not mine & set(names.fold(spelling).split()) or names.similarity(person.name, spelling) >= names.ALIKE)
    )


def long_names(person: Person) -> list[str]:
    """Return the names of more than one word, and what else a person of such a name is called."""
    return [person.name, *person.also] if len(person.name.split()) > 1 else []


def short_of(short: str, mentions: list[Mention]) -> bool:
    """Tell whether a name of one word, or with an initial, can be short for a person's name."""
    initial, *last = short.split()
    if not last:
        return True
    return any(name.startswith(initial.rstrip(".")) and name.split()[0] != initial for name in all_names(mentions))


def all_names(mentions: list[Mention]) -> list[str]:
    """Return the spellings of a person's name, sorted."""
    return sorted({m.person.name for m in mentions})


def same_body(mine: set[str], theirs: set[str]) -> bool:
    """Tell whether two sets of bodies that one title is of agree; an unsaid one agrees with any."""
    return "" in mine or "" in theirs or bool(mine & theirs)


def posts_of(mentions: Iterable[Mention]) -> Posts:
    """Return the posts that mentions give, by title."""
    held: dict[str, set[str]] = defaultdict(set)
    for title, of in (post for m in mentions for post in m.posts):
        held[title].add(of)
    return held


def meet(mine: Posts, theirs: Posts) -> bool:
    """Tell whether two people are told to hold one post."""
    return any(title in theirs and same_body(mine[title], theirs[title]) for title in mine)


def longer(name: str, other: str) -> bool:
    """Tell whether a name has all words of another in their order, and whole words between or after.

    >>> longer("Raul Castro Ruz", "Raul Castro"), longer("George W. Bush", "George Bush")
    (True, False)
    """
    mine, theirs = name_words(name), name_words(other)
    if len(mine) <= len(theirs) or len(theirs) < 2 or mine[0] != theirs[0]:
        return False
    rest = iter(mine)
    return all(word in rest for word in theirs) and all(len(word) > 1 for word in mine)


def name_words(name: str) -> list[str]:
    """Return the syllables of a name without marks."""
    return names.fold(name.replace("-", " ")).split()


def turned(name: str) -> tuple[str, ...]:
    """Return the syllables of a name without marks, sorted: the family name stands first or last.

    >>> turned("Kono Taro") == turned("Taro Kono")
    True
    """
    return tuple(sorted(name_words(name)))


def spelling(mentions: list[Mention]) -> str:
    """Return the usual spelling of a profile."""
    return usual(Counter(m.person.name for m in mentions))


def common(counts: Counter[str]) -> str | None:
    """Return the most frequent country, then the first; None where none is told."""
    return min(counts, key=lambda country: (-counts[country], country), default=None)


def usual(counts: Counter[str]) -> str:
    """Return the most frequent name, then the first.

    >>> usual(Counter(["Hun Xen", "Hun Sen", "Hun Xen"]))
    'Hun Xen'
    """
    return min(counts, key=lambda name: (-counts[name], name))


def fullest(counts: Counter[str]) -> str:
    """Return the most frequent name, then the fullest, then the first.

    >>> fullest(Counter(["Putin", "Vladimir Putin"]))
    'Vladimir Putin'
    """
    return min(counts, key=lambda name: (-counts[name], -len(names.words(name)), name))
