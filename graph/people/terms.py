"""When somebody held a post, as far as sources of the authority file tell: it bounds what they did in that post.

General knowledge dates nothing. Where it knows of another term in the same post, that makes the bounds wider.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from graph.people import anchors
from graph.people.posts import post, shared
from graph.people.spellings import same_body
from ontology import authority
from ontology.authority import Held, Known
from ontology.dates import Date
from ontology.facts import Person


@dataclass(frozen=True, slots=True)
class Term:
    """The days between which a post was held, and the offices of the authority file that say so."""

    first: dt.date | None
    last: dt.date | None
    offices: tuple[str, ...]


@lru_cache(maxsize=1 << 14)
def term(person: Person, title: str, of: str) -> Term | None:
    """Return when a person held a post, None where no source tells; `of` is the IRI of a body or polity, or ""."""
    posts = {post(title): {of}}
    known = anchors.named(person, posts) or anchors.sounding(person, posts)
    held = [one for one in known.offices if is_of(one, title, of)] if known else []
    dated = [one for one in held if one.verified and one.start]
    if known is None or not dated:
        return None
    ends = {one: until(known, one) for one in held if one.start}
    last = [end and end[0] for end in ends.values()]
    resting = {one.iri for one in dated} | {end[1] for one in dated if (end := ends[one])}
    first = min(filter(None, (Date(one.start).earliest() for one in held if one.start)), default=None)
    return Term(first, max(filter(None, last)) if all(last) else None, tuple(sorted(resting)))


def is_of(held: Held, title: str, of: str) -> bool:
    """Tell whether an office is the post that a title names."""
    return post(held.title) == post(title) and same_body({held.of}, {of})


def until(known: Known, held: Held) -> tuple[dt.date, str] | None:
    """Return the last day of an office, and the office that says so: itself, or that of the next who held the post."""
    end = Date(held.end).latest() if held.end else None
    if end is not None:
        return end, held.iri
    start = Date(held.start).latest()
    for first, last, who, other in () if shared(held.title) or not held.verified else holders().get(key(held), ()):
        if who != known.iri and start is not None and first > start:
            return last, other
    return None


Holder = tuple[dt.date, dt.date, str, str]  # the first and the last day that the beginning can be, who, and the office


@cache
def holders() -> dict[tuple[str, str], tuple[Holder, ...]]:
    """Return who came to each post that one person holds at a time, by title and body, the first before the next."""
    found: dict[tuple[str, str], list[Holder]] = defaultdict(list)
    at_once: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for known, held in verified():
        first, last = Date(held.start).earliest(), Date(held.start).latest()
        if first and last:
            found[key(held)].append((first, last, known.iri, held.iri))
        for source in held.sources:
            at_once[(*key(held), source)].add(known.iri)
    several = {(title, of) for (title, of, _), those in at_once.items() if len(those) > 1}
    return {one: tuple(sorted(those)) for one, those in found.items() if one not in several}


def verified() -> Iterator[tuple[Known, Held]]:
    """Yield the dated offices that sources give."""
    for known in authority.people().people:
        yield from ((known, held) for held in known.offices if held.verified and held.start)


def key(held: Held) -> tuple[str, str]:
    """Return the post of an office."""
    return post(held.title), held.of
