"""Whom of the authority file a name means: by the name alone, by its sound and post, or as general knowledge has it."""

from collections import defaultdict
from functools import lru_cache

from graph.people.posts import post
from graph.people.spellings import Posts, meet
from ontology import authority, names
from ontology.authority import Known
from ontology.facts import Person


@lru_cache(maxsize=1 << 12)
def offices(known: Known) -> Posts:
    """Return the posts that sources give to somebody."""
    found: dict[str, set[str]] = defaultdict(set)
    for held in known.offices:
        if held.verified:
            found[post(held.title)].add(held.of)
    return found


def named(person: Person, posts: Posts) -> Known | None:
    """Return the one who is proved to be called so in a country; of several, or of another country, by the post.

    >>> found = named(Person("Xi Jinping", (), "CHN"), {})
    >>> found.country if found else None
    'CHN'
    """
    those = authority.people().proved.get((names.exact(person.name), person.country or ""), ())
    if not those:
        return named_elsewhere(person, posts)
    return those[0] if len(those) == 1 else single([one for one in those if meet(offices(one), posts)])


def named_elsewhere(person: Person, posts: Posts) -> Known | None:
    """Return the one of all countries who is proved to be called so and to hold a title that is told.

    An article can put "the French President in Washington" in the wrong country.
    """
    those = anywhere().get(names.exact(person.name), ()) if len(person.name.split()) > 1 else ()
    return single([one for one in those if posts.keys() & offices(one).keys()])


def named_anywhere(person: Person, posts: Posts) -> Known | None:
    """Return the one of all countries who is proved to be called so; a Vietnamese name needs a post besides."""
    those = anywhere().get(names.exact(person.name), ())
    if names.plain(person.name) or posts or len(person.name.split()) < 2:
        return single([one for one in those if meet(offices(one), posts)])
    return single(list(those))


def sounding(person: Person, posts: Posts) -> Known | None:
    """Return the one of a country who sounds so and is known to hold a post that is told."""
    return single(heard(person, posts))


def heard(person: Person, posts: Posts) -> list[Known]:
    """Return all of a country who sound so and are known to hold a post that is told."""
    if names.plain(person.name) or not person.country:
        return []
    near = {one.iri: one for block in names.blocks(person.name) for one in sounds().get((person.country, block), ())}
    those = [one for one in near.values() if meet(offices(one), posts)]
    return [one for one in those if any(names.alike(person.name, other) for other in one.names)]


def proposed(person: Person) -> tuple[Known, ...]:
    """Return all who are called so in a country only as general knowledge has it."""
    return authority.people().proposed.get((names.exact(person.name), person.country or ""), ())


def single(those: list[Known]) -> Known | None:
    """Return the only one of a list, or None."""
    return those[0] if len(those) == 1 else None


@lru_cache(maxsize=1)
def anywhere() -> dict[str, tuple[Known, ...]]:
    """Return who is proved to be called so, by exact name, whatever the country."""
    found: dict[str, dict[str, Known]] = defaultdict(dict)
    for (name, _), those in authority.people().proved.items():
        found[name].update({one.iri: one for one in those})
    return {name: tuple(those.values()) for name, those in found.items()}


@lru_cache(maxsize=1)
def sounds() -> dict[tuple[str, str], tuple[Known, ...]]:
    """Return who is known to a source, by country and first sound of a name that is not plain."""
    found: dict[tuple[str, str], dict[str, Known]] = defaultdict(dict)
    for known in authority.people().people:
        for name in known.names if known.verified else ():
            for block in names.blocks(name):
                found[known.country, block][known.iri] = known
    return {key: tuple(those.values()) for key, those in found.items()}
