"""A merged graph by hand: all seven kinds, one tie, told by one article of our own words."""

from graph.model import MergedFact, MergedGraph, Node, Telling, Tie
from ontology.dates import Date
from ontology.facts import (
    KINDS,
    Agreement,
    Anniversary,
    Article,
    Body,
    Delegation,
    Evidence,
    Fact,
    Meeting,
    Office,
    Person,
    Place,
    Polity,
    Relation,
    Visit,
)
from ontology.terms import claim_iri, mint, place_iri

ARTICLE = Article("a.txt", "", "Hai thủ đô", Date("2022-05-01"), "https://example.org/a", "Ví dụ", "vi", "ab" * 32)
HOST, GUEST = Person("Đinh Tiến Dũng", (), "VNM"), Person("Khuong Sreng", ("Khuông Sơ-reng",), "KHM")
HERE, THERE = Polity("Hà Nội"), Polity("Phnom Penh")
VNM, KHM, PARTY = Polity("VNM"), Polity("KHM"), Body("Đảng Nhân dân Campuchia")
EVIDENCE = Evidence("Hai ông hội đàm tại Hà Nội.", 10, 37)


def person_iri(person: Person) -> str:
    return mint("person", person.country, person.name, words=person.name)


def telling(fact: Fact | Person) -> Telling:
    return Telling(ARTICLE.id, claim_iri(ARTICLE.id, fact, (EVIDENCE,)), fact, (EVIDENCE,))


def merged(fact: Fact, *nodes: tuple[str, str]) -> MergedFact:
    kind = next(name for name, one in KINDS.items() if isinstance(fact, one))
    return MergedFact(mint(kind, fact), kind, fact, tuple(sorted(nodes)), (telling(fact),))


def place(kind: str, side: Polity | Body, country: str | None = None, also: tuple[str, ...] = ()) -> Node:
    return Node(place_iri(side), kind, side.name, also, country)


PARTIES = (("party", place_iri(VNM)), ("party", place_iri(KHM)))
MEETING = merged(
    Meeting(HOST, GUEST, Date("2022-04-27"), Place("Nhà khách số 2"), "talks", "done", ("trade",)),
    ("a", person_iri(HOST)),
    ("b", person_iri(GUEST)),
)
FACTS = (
    merged(
        Office(GUEST, "Đô trưởng", THERE, "KHM"),
        ("person", person_iri(GUEST)),
        ("of", place_iri(THERE)),
    ),
    MEETING,
    merged(
        Visit(GUEST, HERE, THERE, Date("2022-04-26"), Date("2022-04-28"), "working", "done"),
        ("visitor", person_iri(GUEST)),
        ("origin", place_iri(THERE)),
        ("destination", place_iri(HERE)),
    ),
    merged(
        Delegation(GUEST, PARTY, HERE),
        ("leader", person_iri(GUEST)),
        ("origin", place_iri(PARTY)),
        ("destination", place_iri(HERE)),
    ),
    merged(Agreement((VNM, KHM), "memorandum", "Bản ghi nhớ", "signed", Date("2022-04")), *PARTIES),
    merged(Anniversary((VNM, KHM), 55, "diplomatic relations", Date("1967-06-24")), *PARTIES),
    merged(Relation((VNM, KHM), "diplomatic relations", Date("1967"), "established"), *PARTIES),
)
TIE = Tie(mint("tie", "capitals"), "capitals", *sorted((place_iri(HERE), place_iri(THERE))), (MEETING.iri,))
NODES = (
    *(Node(person_iri(p), "person", p.name, p.also, p.country, (telling(p),)) for p in (HOST, GUEST)),
    place("city", HERE, "VNM", ("Hanoi",)),
    place("city", THERE, "KHM"),
    place("country", VNM, "VNM"),
    place("country", KHM, "KHM"),
    place("party", PARTY, "KHM"),
)
GRAPH = MergedGraph((ARTICLE,), NODES, FACTS, (TIE,))
