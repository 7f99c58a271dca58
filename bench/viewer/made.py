"""Made graphs of any size, for the viewer's measurements: the same for the same numbers."""

import random

from graph.model import MergedFact, MergedGraph, Node, Telling, Tie
from ontology.dates import Date
from ontology.facts import (
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
from ontology.vocabulary import load

BASE = "https://w3id.org/banggiao/"
FAMILY = ("Nguyen", "Tran", "Le", "Pham", "Hoang", "Phan", "Vu", "Dang", "Bui", "Chea", "Sok", "Hun", "Keo", "Chan")
GIVEN = ("An", "Binh", "Chi", "Dung", "Giang", "Hai", "Hung", "Khanh", "Lan", "Long", "Mai", "Minh", "Nam", "Sreng")
TITLES = ("Chairman", "Prime Minister", "Minister", "Governor", "Secretary", "Ambassador", "President")
WORDS = (
    *(
        "the",
        "two",
        "sides",
        "agreed",
        "to",
        "widen",
        "trade",
        "across",
        "border",
        "and",
        "meet",
        "again",
        "next",
        "year",
    ),
    *("while", "ministers", "signed", "a", "plan", "on", "health", "education", "transport", "after", "talks", "in"),
    *("capital", "with", "leaders", "of", "both", "cities"),
)


def graph(people: int, facts: int, seed: int = 1) -> MergedGraph:
    """Return a graph of so many people and facts, spread unevenly over countries as news are."""
    return Maker(people, facts, seed).graph()


class Maker:
    """One graph on the way."""

    def __init__(self, people: int, facts: int, seed: int) -> None:
        """Make countries, cities, parties and people."""
        self.dice = random.Random(seed)  # noqa: S311 - made data, no secret
        self.size = facts
        concepts = [c for c in load().concepts("polities") if c.kind == "Country"]
        self.countries = sorted(concepts, key=lambda c: c.notation)[: max(20, min(195, people // 20))]
        self.weights = [1 / (n + 1) for n in range(len(self.countries))]
        lands = [Node(c.iri, "country", c.notation, (), c.notation) for c in self.countries]
        self.lands = {n.name: n for n in lands}
        self.cities = {n.name: Node(f"{BASE}polity/c{n.name}", "city", f"City {n.name}", (), n.name) for n in lands}
        self.parties = {n.name: Node(f"{BASE}body/p{n.name}", "party", f"Party of {n.name}", (), n.name) for n in lands}
        self.people = [self.person(number) for number in range(people)]
        self.articles: list[Article] = []
        self.sentences: dict[tuple[str, int], str] = {}

    def person(self, number: int) -> Node:
        """Return a person of some country."""
        (land,) = self.dice.choices(self.countries, self.weights)
        name = f"{self.dice.choice(FAMILY)} {self.dice.choice(GIVEN)} {self.dice.choice(GIVEN)} {number}"
        return Node(f"{BASE}person/{name.lower().replace(' ', '-')}-{number:08x}", "person", name, (), land.notation)

    def graph(self) -> MergedGraph:
        """Return the graph."""
        facts = [self.fact(number) for number in range(self.size)]
        nodes = (*self.lands.values(), *self.cities.values(), *self.parties.values(), *self.people)
        return MergedGraph(
            tuple(self.articles),
            tuple(sorted(nodes, key=lambda node: node.iri)),
            tuple(sorted(facts, key=lambda fact: fact.iri)),
            self.ties(facts),
        )

    def ties(self, facts: list[MergedFact]) -> tuple[Tie, ...]:
        """Return ties of the cities of those who met."""
        found: dict[tuple[str, str], list[str]] = {}
        lands = {node.iri: node.country or "" for node in self.people}
        for fact in facts:
            if fact.kind == "meeting":
                a, b = sorted(self.cities[lands[iri]].iri for _, iri in fact.nodes)
                if a != b:
                    found.setdefault((a, b), []).append(fact.iri)
        made = (Tie(f"{BASE}tie/{n:08x}", "capitals", *ab, tuple(sorted(f))) for n, (ab, f) in enumerate(found.items()))
        return tuple(sorted(made, key=lambda tie: tie.iri))

    def fact(self, number: int) -> MergedFact:
        """Return one fact of a kind as often as news has it, told by one or two articles."""
        kinds = ("meeting", "visit", "delegation", "agreement", "relation", "anniversary", "office")
        (kind,) = self.dice.choices(kinds, (40, 16, 4, 9, 3, 3, 25))
        fact, nodes = getattr(self, kind)()
        tellings = tuple(self.telling(number, n, fact) for n in range(2 if self.dice.random() < 0.1 else 1))
        iri = f"{BASE}{kind}/{self.dice.getrandbits(64):016x}"
        return MergedFact(iri, kind, fact, tuple(sorted(nodes)), tellings)

    def telling(self, number: int, nth: int, fact: Fact) -> Telling:
        """Return a sentence in some article; an article tells four facts or so."""
        if len(self.articles) <= number // 4 + nth:
            at = len(self.articles)
            published = Date(f"{2005 + at % 20}-{1 + at % 12:02}-{1 + at % 28:02}")
            address = f"https://example.org/news/{at}"
            self.articles.append(Article(f"a{at:06}", "", f"News {at} of the day", published, address, "Example News"))
        article = self.articles[number // 4 + nth]
        start = (number % 4 * 3 // 4) * 400  # the four facts of an article stand in three sentences
        quote = self.sentences.setdefault((article.id, start), self.sentence(number))
        return Telling(article.id, f"{BASE}claim/{number}-{nth}", fact, (Evidence(quote, start, start + len(quote)),))

    def sentence(self, number: int) -> str:
        """Return a sentence of 26 words, about 150 letters."""
        return " ".join(self.dice.choice(WORDS) for _ in range(26)).capitalize() + f" {number}."

    def date(self) -> Date:
        """Return a day of twenty years, or a month, or a day without its year."""
        year, month, day = self.dice.randint(2005, 2024), self.dice.randint(1, 12), self.dice.randint(1, 28)
        forms = (f"{year}-{month:02}-{day:02}",) * 8 + (f"{year}-{month:02}", f"XXXX-{month:02}-{day:02}")
        return Date(self.dice.choice(forms))

    def two(self) -> tuple[Node, Node]:
        """Return two people of two countries."""
        while True:
            a, b = self.dice.choice(self.people), self.dice.choice(self.people)
            if a.country != b.country:
                return (a, b) if a.iri < b.iri else (b, a)

    def lands_of(self, count: int = 2) -> list[Node]:
        """Return some different countries."""
        found: dict[str, Node] = {}
        while len(found) < count:
            (land,) = self.dice.choices(self.countries, self.weights)
            found[land.notation] = self.lands[land.notation]
        return sorted(found.values(), key=lambda node: node.iri)

    def meeting(self) -> tuple[Fact, list[tuple[str, str]]]:
        """Return a meeting."""
        a, b = self.two()
        form = self.dice.choice(("talks", "reception", "encounter", "call"))
        place = Place(self.cities[a.country or ""].name)
        return Meeting(who(a), who(b), self.date(), place, form, "done"), [("a", a.iri), ("b", b.iri)]

    def visit(self) -> tuple[Fact, list[tuple[str, str]]]:
        """Return a visit."""
        a, b = self.two()
        there = self.lands[b.country or ""]
        status = self.dice.choice(("done", "done", "planned"))
        fact = Visit(who(a), Polity(there.name), None, self.date(), None, "official", status)
        return fact, [("visitor", a.iri), ("destination", there.iri)]

    def delegation(self) -> tuple[Fact, list[tuple[str, str]]]:
        """Return a delegation."""
        a, b = self.two()
        home, there = self.cities[a.country or ""], self.cities[b.country or ""]
        roles = [("leader", a.iri), ("origin", home.iri), ("destination", there.iri)]
        return Delegation(who(a), Polity(home.name), Polity(there.name)), roles

    def office(self) -> tuple[Fact, list[tuple[str, str]]]:
        """Return an office in a state or party."""
        a = self.dice.choice(self.people)
        of = self.dice.choice((self.lands, self.parties))[a.country or ""]
        side = Body(of.name) if of.kind == "party" else Polity(of.name)
        return Office(who(a), self.dice.choice(TITLES), side, a.country), [("person", a.iri), ("of", of.iri)]

    def agreement(self) -> tuple[Fact, list[tuple[str, str]]]:
        """Return an agreement."""
        sides = self.lands_of()
        fact = Agreement(parties(sides), "memorandum", f"Memorandum {self.dice.randint(1, 999)}", "signed", self.date())
        return fact, [("party", node.iri) for node in sides]

    def relation(self) -> tuple[Fact, list[tuple[str, str]]]:
        """Return the level of a relation."""
        sides = self.lands_of()
        return Relation(parties(sides), "strategic partnership", self.date(), "established"), [
            ("party", node.iri) for node in sides
        ]

    def anniversary(self) -> tuple[Fact, list[tuple[str, str]]]:
        """Return an anniversary."""
        sides = self.lands_of()
        fact = Anniversary(
            parties(sides), self.dice.choice((10, 45, 50, 55)), "diplomatic relations", Date("1967-06-24")
        )
        return fact, [("party", node.iri) for node in sides]


def who(node: Node) -> Person:
    """Return a node as a person."""
    return Person(node.name, node.also, node.country)


def parties(nodes: list[Node]) -> tuple[Polity, ...]:
    """Return nodes as parties."""
    return tuple(Polity(node.name) for node in nodes)
