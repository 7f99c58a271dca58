"""Which post a title is, when people are told apart by it: said in full or short, and whether held still or once."""

from functools import cache, lru_cache

from graph import sides
from ontology import names
from ontology.vocabulary import load

MINISTRY = "Ministry"  # the English of the word for one, which stands in a minister's title or does not
ONCE = frozenset({"former", "late"})
SHARED = frozenset({"Deputy", "Vice"})  # the English of posts that several hold at once


@lru_cache(maxsize=1 << 14)
def post(title: str) -> str:
    """Return a key for the post that a title names: the word for a ministry inside it does not count.

    >>> post("B\u1ed9 tr\u01b0\u1edfng B\u1ed9 C\u00f4ng an") == post("B\u1ed9 tr\u01b0\u1edfng C\u00f4ng an")
    True
    """
    first, *rest = names.phrase(title).split()
    short = " ".join([first, *(word for word in rest if word not in ministry())])
    known = sides.labels("titles").get(short)
    return names.phrase(known.notation) if known else spelt(title) if short == names.phrase(title) else short


def spelt(text: str) -> str:
    """Return a key for a title: the notation of its concept, else its words as compared exactly.

    >>> spelt("Uỷ viên Trung ương") == spelt("ủy viên Trung ương")
    True
    """
    concept = sides.labels("titles").get(names.phrase(text))
    return names.phrase(concept.notation if concept else text)


@lru_cache(maxsize=1 << 14)
def held(key: str) -> str:
    """Return the key of a post without the word that says that it was held once."""
    first, _, rest = key.partition(" ")
    return rest if rest and first in once() else key


@lru_cache(maxsize=1 << 14)
def shared(title: str) -> bool:
    """Tell whether several people can hold a post at once: a deputy's, or one that the vocabulary does not know."""
    known = sides.labels("titles").get(names.phrase(title))
    return known is None or not SHARED.isdisjoint(known.label("en").split())


@cache
def ministry() -> frozenset[str]:
    """Return the words for a ministry."""
    return words("organisations", frozenset({MINISTRY}))


@cache
def once() -> frozenset[str]:
    """Return the words that say that a post was held once."""
    return words("titles", ONCE)


def words(scheme: str, meanings: frozenset[str]) -> frozenset[str]:
    """Return the words of one syllable that mean something, by their English."""
    found = {label for c in load().concepts(scheme) if c.label("en") in meanings for _, label in c.labels}
    return frozenset(names.phrase(label) for label in found if " " not in label)
