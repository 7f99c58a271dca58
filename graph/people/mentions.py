"""From readings to who is who: every telling once, and every person with the posts that their article gives."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from graph import sides
from graph.model import Telling
from graph.parts import people_of
from graph.people.judgements import Judgement
from graph.people.posts import post
from graph.people.resolver import Resolution, resolve
from graph.people.spellings import Mention, Post
from ontology.facts import Article, Office, Person, Reading
from ontology.terms import claim_iri


def tellings_of(readings: Iterable[Reading]) -> tuple[Telling, ...]:
    """Return all that is told, each claim once, sorted by article."""
    told = (
        Telling(r.article.id, claim_iri(r.article.id, c.fact, c.evidence), c.fact, c.evidence)
        for r in readings
        for c in r.claims
    )
    return tuple(sorted({t.claim: t for t in told}.values(), key=lambda t: (t.article, t.claim)))


def resolution(
    tellings: Sequence[Telling], articles: Mapping[str, Article] | None = None, judged: Sequence[Judgement] = ()
) -> Resolution:
    """Return who is who, with the reasons."""
    return resolve(mentions(tellings, articles or {}), judged)


def mentions(tellings: Sequence[Telling], articles: Mapping[str, Article]) -> Iterator[Mention]:
    """Yield each person whom an article names, with the posts that it gives them and the day of it."""
    posts: dict[tuple[str, Person], set[Post]] = defaultdict(set)
    for telling in tellings:
        if isinstance(telling.fact, Office):
            of = sides.iri(telling.fact.of) if telling.fact.of else ""
            posts[telling.article, telling.fact.person].add((post(telling.fact.title), of))
    for telling, person in persons(tellings):
        published = articles[telling.article].published if telling.article in articles else None
        yield Mention(telling, person, frozenset(posts[telling.article, person]), published)


def persons(tellings: Iterable[Telling]) -> Iterator[tuple[Telling, Person]]:
    """Yield each person claim; a person of a fact whom no claim introduces is introduced by the fact."""
    known = {(t.article, t.fact) for t in tellings if isinstance(t.fact, Person)}
    for telling in tellings:
        if isinstance(telling.fact, Person):
            yield telling, telling.fact
            continue
        for person in people_of(telling.fact):
            if (telling.article, person) not in known:
                known.add((telling.article, person))
                claim = claim_iri(telling.article, person, telling.evidence)
                yield Telling(telling.article, claim, person, telling.evidence), person
