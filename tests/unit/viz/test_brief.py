"""The dossier of a relation: what was, what comes, with sources, as of a day and by no clock."""

from dataclasses import replace
from datetime import date as Day  # noqa: N812
from pathlib import Path

import pytest

from graph.model import MergedFact, MergedGraph, Node, Telling
from ontology.dates import Date
from ontology.errors import UsageError
from ontology.facts import (
    Agreement,
    Anniversary,
    Article,
    Evidence,
    Fact,
    Meeting,
    Office,
    Person,
    Polity,
    Relation,
    Visit,
)
from viz.brief import brief, latest
from viz.dossier import rendered, write

BASE = "https://w3id.org/banggiao/"
VNM, KHM = (Node(f"{BASE}scheme/polities/{c}", "country", c, (), c) for c in ("VNM", "KHM"))
A, B = (Node(f"{BASE}person/{n}", "person", n, (), c) for n, c in (("An", "VNM"), ("Bo", "KHM")))
BOTH = (Polity("VNM"), Polity("KHM"))
MARK = "<b>said</b> so."


def merged(kind: str, number: int, fact: Fact, *nodes: tuple[str, str]) -> MergedFact:
    """Return a fact that one article tells."""
    quote = f"{MARK} {kind} {number}"
    telling = Telling("1.txt", f"{BASE}claim/{kind}{number}", fact, (Evidence(quote, 0, len(quote)),))
    return MergedFact(f"{BASE}{kind}/{number}", kind, fact, nodes, (telling,))


def met(number: int, date: str, status: str = "done") -> MergedFact:
    """Return a meeting of the two people."""
    fact = Meeting(Person("An"), Person("Bo"), Date(date), None, "talks", status, ("education", "trade"))
    return merged("meeting", number, fact, ("a", A.iri), ("b", B.iri))


PARTIES = (("party", VNM.iri), ("party", KHM.iri))
FACTS = (
    merged("agreement", 1, Agreement(BOTH, "memorandum", "Plan [x]", "proposed", None, ("trade",)), *PARTIES),
    merged("anniversary", 1, Anniversary(BOTH, 55, "diplomatic relations", Date("1967-06-24")), *PARTIES),
    met(1, "2021-03-01"),
    met(2, "2022-04-27"),
    merged("office", 1, Office(Person("An"), "Minister", Polity("VNM"), "VNM"), ("of", VNM.iri), ("person", A.iri)),
    merged("office", 2, Office(Person("An"), "Secretary"), ("person", A.iri)),
    merged("office", 3, Office(Person("Bo"), "Governor"), ("person", B.iri)),
    merged("relation", 1, Relation(BOTH, "diplomatic relations", Date("1967"), "established"), *PARTIES),
    merged(
        "visit",
        1,
        Visit(Person("Bo"), Polity("VNM"), None, Date("2022-12"), None, "official", "planned"),
        ("destination", VNM.iri),
        ("visitor", B.iri),
    ),
)
ARTICLE = Article("1.txt", "", "Title", Date("2022-05-01"), "javascript:alert(1)")
GRAPH = MergedGraph((ARTICLE,), tuple(sorted((VNM, KHM, A, B), key=lambda n: n.iri)), FACTS, ())


class Store:
    """A store that holds the graph above."""

    def merged(self) -> MergedGraph:
        return GRAPH


def lines(day: Day) -> dict[str, list[tuple[str, str]]]:
    """Return date and text of the lines of each section."""
    made = brief(GRAPH, "VNM", "KHM", day, "en")
    return {section.title: [(line.date, line.text) for line in section.lines] for section in made.sections}


def test_last_and_next_follow_the_day() -> None:
    found = lines(Day(2022, 5, 1))
    assert [date for date, _ in found["Last meetings and visits"]] == ["27 Apr 2022", "1 Mar 2021"]
    assert [date for date, _ in found["Next meetings and visits"]] == ["Dec 2022"]
    assert [date for date, _ in lines(Day(2022, 1, 1))["Next meetings and visits"]] == ["27 Apr 2022", "Dec 2022"]


def test_anniversaries_come_from_their_beginning() -> None:
    found = lines(Day(2022, 5, 1))["Anniversaries coming up"]
    assert [(date, text[:8]) for date, text in found] == [("2022", "55 years"), ("24 Jun 2022", "55 years")]
    assert lines(Day(2022, 6, 25))["Anniversaries coming up"][1][0] == "24 Jun 2023"


def test_state_tells_levels_and_beginnings() -> None:
    assert lines(Day(2022, 5, 1))["State of the relation"] == [
        ("1967", "diplomatic relations"),
        ("24 Jun 1967", "diplomatic relations"),
    ]


def test_agreements_stand_by_their_status() -> None:
    assert lines(Day(2022, 5, 1))["Agreements: proposed"] == [("date not told", "Plan [x]: memorandum; on trade")]


def test_topics_are_told_with_how_often_and_when_last() -> None:
    assert lines(Day(2022, 5, 1))["What was spoken of"] == [
        ("27 Apr 2022", "trade (×3)"),
        ("27 Apr 2022", "education and training (×2)"),
    ]


def test_people_stand_with_their_posts_country_by_country() -> None:
    assert [text for _, text in lines(Day(2022, 5, 1))["Who is who"]] == [
        "An: Minister, Vietnam; Secretary",
        "Bo: Governor",
    ]


def test_a_line_has_few_sources_and_says_how_many_more_there_are() -> None:
    tellings = tuple(replace(FACTS[2].tellings[0], article=f"{n}.txt") for n in range(1, 6))
    told = MergedGraph(GRAPH.articles, GRAPH.nodes, (replace(FACTS[2], tellings=tellings),), ())
    made = brief(told, "VNM", "KHM", Day(2022, 5, 1), "en")
    (line,) = made.sections[-1].lines
    assert (len(line.sources), line.more) == (2, 3)
    assert "and 3 more articles" in rendered(made, ".md", "en")


def test_default_day_is_the_latest_that_is_not_planned() -> None:
    assert latest(GRAPH) == Day(2022, 5, 1)
    late = met(3, "2030")  # told by an article of 2022: a term, not a day that has come
    assert latest(replace(GRAPH, facts=(*FACTS, late))) == Day(2022, 5, 1)
    assert latest(replace(GRAPH, facts=(*FACTS, late), articles=())) == Day(2030, 1, 1)


def test_every_line_has_its_source_and_nothing_is_markup() -> None:
    made = brief(GRAPH, "VNM", "KHM", Day(2022, 5, 1), "vi")
    assert all(line.sources for section in made.sections for line in section.lines)
    page = rendered(made, ".html", "vi")
    assert "<b>said" not in page
    assert "javascript:" not in page
    assert "Plan \\[x\\]" in rendered(made, ".md", "vi")


def test_files_by_suffix(tmp_path: Path) -> None:
    store: Store = Store()
    for name in ("a.md", "a.html"):
        assert write(store, ("VNM", "KHM"), tmp_path / name) == Day(2022, 5, 1)  # type: ignore[arg-type]
    with pytest.raises(UsageError):
        write(store, ("VNM", "KHM"), tmp_path / "a.pdf")  # type: ignore[arg-type]
    with pytest.raises(UsageError):
        write(store, ("VNM", "XXX"), tmp_path / "a.md")  # type: ignore[arg-type]
