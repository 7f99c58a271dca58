"""The network for other programs: who is tied to whom, of which kind, how often, from when to when; GEXF and GraphML.

A tie of the file holds all facts of one kind and one status between two nodes: what is only planned or was called off
is a tie of its own, never one with what took place. A day is never made up: a fact that is told to the year alone
may lie on any day of it, so its interval is the year; one without a year has no interval.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import Element, ElementTree, indent

import networkx as nx
from networkx.readwrite.gexf import GEXFWriter

from graph.model import MergedFact, MergedGraph, Node
from graph.writing.whole import whole
from ontology.dates import Date
from ontology.vocabulary import load
from viz.events import when
from viz.network import ends
from viz.offices import with_countries

if TYPE_CHECKING:
    from graph.store import GraphStore

# Kinds of fact that lead from one node to the other: the posts of a person, the way of a traveller.
LEADING = ("office", "visit", "delegation")
# What a tie is told apart by: its two nodes, its kind, its status, and where it leads from.
Key = tuple[str, str, str, str, str]


@dataclass
class Ties:
    """The facts of one kind and status between two nodes."""

    count: int = 0
    dates: list[Date] = field(default_factory=list)

    def intervals(self) -> list[tuple[str, str]]:
        """Return the days on which some fact can lie, as intervals in order that share no day (Gephi wants that).

        >>> Ties(3, [Date("2022-04-27"), Date("2021"), Date("2022-04")]).intervals()
        [('2021-01-01', '2021-12-31'), ('2022-04-01', '2022-04-30')]
        """
        days = ((date.earliest(), date.latest()) for date in self.dates)
        found: list[tuple[str, str]] = []
        for start, end in sorted((first.isoformat(), last.isoformat()) for first, last in days if first and last):
            if found and start <= found[-1][1]:
                found[-1] = (found[-1][0], max(end, found[-1][1]))
            else:
                found.append((start, end))
        return found

    def ends(self) -> Iterator[tuple[str, str]]:
        """Yield `first` and `last`: the dates, as told, that begin first and end last."""
        days = [(date.earliest(), date.latest(), date.edtf) for date in self.dates]
        known = [(first, last, edtf) for first, last, edtf in days if first and last]
        if known:
            yield "first", min(known, key=lambda one: (one[0], one[1], one[2]))[2]
            yield "last", max(known, key=lambda one: (one[1], one[0], one[2]))[2]


def exchange(graph: MergedGraph) -> "nx.MultiGraph[str]":
    """Return what is written: nodes with their `kind` and `country`, ties with `kind`, `status`, `count` and dates."""
    found: nx.MultiGraph[str] = nx.MultiGraph()
    for node in graph.nodes:
        found.add_node(node.iri, **described(node))
    for (a, b, kind, status, start), ties in sorted(gathered(graph).items()):
        if a in found and b in found:
            said = {"kind": kind, "status": status, "from": start, **dict(ties.ends())}
            told: dict[str, Any] = {name: value for name, value in said.items() if value} | {"count": ties.count}
            told |= {"label": " ".join(filter(None, (kind, status))), "weight": ties.count}
            told["dated"] = sum(date.earliest() is not None for date in ties.dates)
            found.add_edge(a, b, **told, spells=ties.intervals())
    return found


def described(node: Node) -> dict[str, str]:
    """Return what is said of a node; its labels in Vietnamese and English, where a scheme has them."""
    known = load().by_iri(node.iri)
    labels = {f"label_{code}": known.label(code) if known else node.name for code in ("vi", "en")}
    said = {"label": node.name, "kind": node.kind, "country": node.country or "", **labels}
    return {name: written(value) for name, value in said.items() if value}


def gathered(graph: MergedGraph) -> Mapping[Key, Ties]:
    """Gather the facts, and what leaders tie by them, by the two nodes, kind and status."""
    found: dict[Key, Ties] = defaultdict(Ties)
    facts = {fact.iri: fact for fact in with_countries(graph).facts}
    pairs = [(fact, pair, fact.kind) for fact in facts.values() for pair in ends(fact)]
    pairs += [(facts[iri], (tie.a, tie.b), tie.kind) for tie in graph.ties for iri in tie.facts if iri in facts]
    for fact, (a, b), kind in pairs:
        one = found[min(a, b), max(a, b), kind, status(fact), a if kind in LEADING else ""]
        date = when(fact.fact)
        one.count += 1
        one.dates += [date] if date else []
    return found


def status(fact: MergedFact) -> str:
    """Return the status of a fact as its scheme has it; nothing where none is told."""
    return getattr(fact.fact, "status", None) or ""


def written(text: str) -> str:
    """Return text without what XML cannot hold.

    >>> written("Hun" + chr(0) + " Sen")
    'Hun Sen'
    """
    return "".join(sign for sign in text if sign.isprintable() or sign in "\t\n")


def gexf(store: "GraphStore", path: Path) -> None:
    """Write GEXF 1.3, in which Gephi's timeline shows each tie on the days of its facts; raises OSError."""
    root: Element = GEXFWriter(exchange(store.merged()), version="1.3", prettyprint=False).xml
    for name in ("xsi:schemaLocation", "xmlns:xsi"):
        root.attrib.pop(name)  # networkx 3.6 gives it a namespace that is none
    for meta in root.iter("meta"):
        meta.attrib.clear()  # the day of writing would make equal graphs unequal
    for edge in root.iter("edge"):
        edge.set("kind", edge.get("label", ""))  # without it Gephi makes one edge of all between two nodes
    indent(root)
    with whole(path) as part:
        ElementTree(root).write(part, encoding="utf-8", xml_declaration=True)


def graphml(store: "GraphStore", path: Path) -> None:
    """Write GraphML: `start` and `end` are the first and last day of all facts of a tie; raises OSError."""
    network = exchange(store.merged())
    for *_, said in network.edges(data=True):
        days = said.pop("spells")
        if days:
            said.update(start=days[0][0], end=max(last for _, last in days))
    with whole(path) as part:
        nx.write_graphml(network, part, encoding="utf-8", named_key_ids=True)
