"""The merged graph as columns of numbers: what the page's script draws from.

Columns say each name, word and date once and are small when compressed: 200,000 facts are 3 MB.
`assets/graph.js` reads them; the sentences lie apart (`viz/pages.py`), unpacked when they are read.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import fields
from typing import Any

from graph.model import MergedFact, MergedGraph, Node
from ontology.dates import Date
from ontology.facts import KINDS, Body, Fact, Person, Place, Polity
from ontology.vocabulary import Vocabulary
from viz.cells import cell
from viz.events import when
from viz.layout import Spot
from viz.network import island
from viz.words import Dates, Words

BASE = "https://w3id.org/banggiao/"  # left off every IRI that starts with it
DRAWN_AS = {
    "formercountry": "country",
    "region": "province",
    "polity": "province",
}  # those without a symbol of their own
SEVERAL = ("party",)  # roles in which more than one node stands

Columns = dict[str, Any]


def ordered(graph: MergedGraph) -> list[MergedFact]:
    """Return the facts kind by kind, in the order of the articles that tell them: the order of every column of facts.

    Facts of one article lie together, so that the columns of articles and sentences compress well.
    """
    kinds = list(KINDS)
    return sorted(graph.facts, key=lambda fact: (kinds.index(fact.kind), first_article(fact), fact.iri))


def first_article(fact: MergedFact) -> str:
    """Return the id of the first article that tells a fact."""
    return min((telling.article for telling in fact.tellings), default="")


def short(iri: str) -> str:
    """Return an IRI without the part that all have."""
    return iri.removeprefix(BASE)


def node_columns(nodes: Iterable[Node], spots: dict[str, Spot]) -> Columns:
    """Return the columns of the nodes; the spots are whole numbers from the middle of the island."""
    islands = sorted({island(node) for node in nodes})
    number = {code: n for n, code in enumerate(islands)}
    places = [spots.get(node.iri, Spot("", 0, 0)) for node in nodes]
    return {
        "iri": [short(node.iri) for node in nodes],
        "kind": [DRAWN_AS.get(node.kind, node.kind) for node in nodes],
        "name": [node.name for node in nodes],
        "also": [list(node.also) for node in nodes],
        "island": [number[island(node)] for node in nodes],
        "x": [spot.x for spot in places],
        "y": [spot.y for spot in places],
        "islands": [[code, cell(code).x, cell(code).y] for code in islands],
    }


def translations(nodes: Iterable[Node], vocabulary: Vocabulary) -> list[list[Any]]:
    """Return [number, Vietnamese, English] of each node that a scheme names."""
    known = ((n, vocabulary.by_iri(node.iri)) for n, node in enumerate(nodes))
    return [[n, concept.label("vi"), concept.label("en")] for n, concept in known if concept]


def island_names(codes: Iterable[str], vocabulary: Vocabulary) -> dict[str, list[str]]:
    """Return the names of the countries of some ISO codes, in Vietnamese and English."""
    known = {code: vocabulary.find("polities", code) for code in codes}
    return {code: [concept.label("vi"), concept.label("en")] for code, concept in known.items() if concept}


def fact_columns(facts: list[MergedFact], numbers: dict[str, int], words: Words, dates: Dates) -> Columns:
    """Return for each kind of fact its columns: `roles`, `slots` and `when`."""
    groups: dict[str, list[MergedFact]] = defaultdict(list)
    for fact in facts:
        groups[fact.kind].append(fact)
    return {kind: kind_columns(group, numbers, words, dates) for kind, group in groups.items()}


def kind_columns(facts: list[MergedFact], numbers: dict[str, int], words: Words, dates: Dates) -> Columns:
    """Return the columns of the facts of one kind."""
    roles = sorted({role for fact in facts for role, _ in fact.nodes})
    kind = facts[0].kind
    return {
        "count": len(facts),
        "roles": {role: [standing(fact, role, numbers) for fact in facts] for role in roles},
        "slots": {
            name: [number(kind, name, getattr(fact.fact, name), words, dates) for fact in facts]
            for name in slot_names(kind)
        },
        "when": whens(facts, dates),
    }


def whens(facts: list[MergedFact], dates: Dates) -> str | list[int]:
    """Return the slot that has the date of every fact of a kind, or a column of their dates."""
    found = [when(fact.fact) for fact in facts]
    for name in ("date", "start", "since"):
        if name in slot_names(facts[0].kind) and all(
            date == getattr(fact.fact, name) for date, fact in zip(found, facts, strict=True)
        ):
            return name
    return [dates.number(date) for date in found]


def standing(fact: MergedFact, role: str, numbers: dict[str, int]) -> int | list[int]:
    """Return the number of who stands in a role, plus 1; 0 for nobody; a list where several can."""
    found = [numbers[iri] + 1 for name, iri in fact.nodes if name == role and iri in numbers]
    return found if role in SEVERAL else (found or [0])[0]


def slot_names(kind: str) -> Iterator[str]:
    """Yield the slots of a kind that hold a word, number or date.

    >>> list(slot_names("meeting"))
    ['date', 'place', 'form', 'status']
    """
    persons_and_sides = ("person", "a", "b", "visitor", "leader", "destination", "origin", "parties", "country")
    for field in fields(KINDS[kind]):
        if field.name not in persons_and_sides and not (kind == "office" and field.name == "of"):
            yield field.name


def number(kind: str, slot: str, value: object, words: Words, dates: Dates) -> int:
    """Return the number of a word, or the number of a date below zero."""
    if isinstance(value, Date):
        return -dates.number(value)
    return words.number(kind, slot, said(value))


def said(value: object) -> str | None:
    """Return a slot's value as one text; None where it is unsaid."""
    if value is None:
        return None
    return value.name if isinstance(value, Person | Polity | Body | Place) else str(value)


def disagreements(kind: str, merged: Fact, told: Fact, words: Words, dates: Dates) -> Iterator[list[Any]]:
    """Yield [slot, number] of each slot where one article says something that the merged fact does not."""
    for slot in slot_names(kind):
        mine, theirs = getattr(merged, slot), getattr(told, slot)
        if theirs is None or theirs == mine or agree(mine, theirs):
            continue
        yield [slot, number(kind, slot, theirs, words, dates)]


def agree(mine: object, theirs: object) -> bool:
    """Tell whether two dates can mean the same."""
    return isinstance(mine, Date) and isinstance(theirs, Date) and mine.agrees(theirs)
