"""What an article can say: one frozen class for each kind of fact, and the claim that carries it.

A fact's first fields are its keys: they say which fact it is. The fields with a default are its
slots: they say more about it, where the text does. What counts as a fact is told in docs/facts.md.
"""

from dataclasses import dataclass
from typing import TypeAlias

from ontology.dates import Date


@dataclass(frozen=True, slots=True)
class Person:
    """Someone who stands in a fact: the fullest name in the article, and its other spellings there.

    `country` is an ISO 3166-1 alpha-3 code, or None where the article does not tell.
    """

    name: str
    also: tuple[str, ...] = ()
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Polity:
    """A side of a relation that is a territory or a bloc of states.

    `name` is a country's ISO 3166-1 alpha-3 code ("VNM"), a city's or province's name without the
    word for its kind ("Phnom Penh"), or a bloc's short name ("ASEAN"): the `skos:notation` of
    the polities scheme where the scheme knows it.
    """

    name: str


@dataclass(frozen=True, slots=True)
class Body:
    """A party, ministry, company or other body, by its name as written."""

    name: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where something happened: a city's name, or a venue as written."""

    name: str


Side: TypeAlias = Polity | Body


@dataclass(frozen=True, slots=True)
class Office:
    """A named person is given a public, party, military or diplomatic post.

    `title` is the post without the country or city; `of` is the body or polity it belongs to;
    `country` is an ISO code.
    """

    person: Person
    title: str
    of: Side | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Meeting:
    """Two people of different polities met; the two sides have no order.

    `topics` are notations of the scheme `topics`, sorted: what they spoke of.
    """

    a: Person
    b: Person
    date: Date | None = None
    place: Place | None = None
    form: str | None = None
    status: str | None = None
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Visit:
    """A named leader, or a delegation with no named leader, travels to another polity."""

    visitor: Person | None
    destination: Polity
    origin: Side | None = None
    start: Date | None = None
    end: Date | None = None
    rank: str | None = None
    status: str | None = None


@dataclass(frozen=True, slots=True)
class Delegation:
    """A delegation whose leader the text names."""

    leader: Person
    origin: Side
    destination: Polity | None = None


@dataclass(frozen=True, slots=True)
class Agreement:
    """A named or clearly delimited written instrument between two or more parties.

    `topics` are notations of the scheme `topics`, sorted: what its name says that it is about.
    """

    parties: tuple[Side, ...]
    kind: str
    name: str | None = None
    status: str | None = None
    date: Date | None = None
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Anniversary:
    """An anniversary of the relation itself; a friendship year has no `years`."""

    parties: tuple[Side, ...]
    years: int | None
    of: str | None = None
    since: Date | None = None


@dataclass(frozen=True, slots=True)
class Relation:
    """The formal level of the relation of two or more parties."""

    parties: tuple[Side, ...]
    level: str
    since: Date | None = None
    status: str | None = None


Fact: TypeAlias = Office | Meeting | Visit | Delegation | Agreement | Anniversary | Relation

# The seven kinds by their name in flat records, in the order in which they are written.
KINDS: dict[str, type[Fact]] = {
    "office": Office,
    "meeting": Meeting,
    "visit": Visit,
    "delegation": Delegation,
    "agreement": Agreement,
    "anniversary": Anniversary,
    "relation": Relation,
}


@dataclass(frozen=True, slots=True)
class Evidence:
    """The sentence that states something: `text[start:end] == quote` in code points of the article."""

    quote: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Claim:
    """One fact, or one person who stands in one, as one article tells it.

    The first evidence is the sentence that states it; others add to its slots.
    """

    fact: Fact | Person
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Silence:
    """A sentence that speaks of relations between states and told no fact but offices.

    `kind` is the kind of fact that its word for it, the `cue`, is of ("meeting"); `reason` is a notation of
    the scheme `silences`.
    """

    kind: str
    cue: str
    reason: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Article:
    """An article, ready to be read.

    `id` is unique in a store. `text` is the article's text as decoded (byte-order mark off); for
    HTML it is the extracted text. `language` is a BCP 47 code. `published` is an EDTF date.
    `digest` is the SHA-256 of the text in UTF-8, in hex. `keep` says that the text cannot be had
    from the file as it is (HTML) and is kept in the store.
    """

    id: str
    text: str
    title: str | None = None
    published: Date | None = None
    url: str | None = None
    source: str | None = None
    language: str = "vi"
    digest: str = ""
    keep: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one article says: a claim for each fact, and one for each person in them; and where it is silent."""

    article: Article
    claims: tuple[Claim, ...]
    silences: tuple[Silence, ...] = ()
