"""The merged graph as columns of numbers: what the page's script draws from.

Columns say each name, word and date once and are small when compressed: 200,000 facts are 3 MB.
`assets/graph.js` reads them; the sentences lie apart (`viz/pages.py`), unpacked when they are read.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import fields
from typing import Any

from graph.model import MergedFact, MergedGraph
from ontology.dates import Date
from ontology.facts import KINDS, Body, Fact, Person, Place, Polity
from viz.events import when
from viz.words import Dates, Words

SEVERAL = ("party",)  # roles in which more than one node stands

# Fields that say who stands in a fact: `MergedFact.nodes` has them.
STANDING = ("person", "a", "b", "visitor", "leader", "destination", "origin", "parties", "country")

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
    ['date', 'place', 'form', 'status', 'topics']
    """
    for field in fields(KINDS[kind]):
        if field.name not in STANDING and not (kind == "office" and field.name == "of"):
            yield field.name


def number(kind: str, slot: str, value: object, words: Words, dates: Dates) -> int | list[int]:
    """Return the number of a word, or the number of a date below zero; of several words each one's, 0 for none."""
    if isinstance(value, tuple):
        return [words.number(kind, slot, said(one)) for one in value] or 0
    if isinstance(value, Date):
        return -dates.number(value)
    return words.number(kind, slot, said(value))


def said(value: object) -> str | None:
    """Return a slot's value as one text; None where it is unsaid."""
    if value is None:
        return None
    return value.name if isinstance(value, Person | Polity | Body | Place) else str(value)


def disagreements(kind: str, merged: Fact, told: Fact, words: Words, dates: Dates) -> Iterator[list[Any]]:
    """Yield [slot, number] of each slot where one article says something that the merged fact does not.

    What articles say of topics adds up, and is no disagreement.
    """
    for slot in slot_names(kind):
        mine, theirs = getattr(merged, slot), getattr(told, slot)
        if theirs is None or isinstance(theirs, tuple) or theirs == mine or agree(mine, theirs):
            continue
        yield [slot, number(kind, slot, theirs, words, dates)]


def agree(mine: object, theirs: object) -> bool:
    """Tell whether two dates can mean the same."""
    return isinstance(mine, Date) and isinstance(theirs, Date) and mine.agrees(theirs)
