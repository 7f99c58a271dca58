"""How well people and events are told apart: B-cubed on the gold set, the hard pairs, and merges that must not be.

usage: python bench/identity/run.py ARTICLES... [--errors people|events|pairs]      (errors of the open half alone)
"""

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Mapping
from pathlib import Path

import pyoxigraph as ox

sys.path.insert(0, str(Path(__file__).parents[2]))
from bench.identity.align import Graph
from bench.identity.bcubed import score, with_singletons
from bench.identity.halves import HALVES, Row, gold, mentions, place
from extract.articles import Collection
from extract.reader import read
from graph.model import MergedGraph
from graph.people import anchors
from graph.store import GraphStore
from ontology.facts import Article, Person

BARS = {"people": 0.97, "events": 0.93}
Clusters = dict[Hashable, Hashable]


def main() -> int:
    """Print the table; return 1 where a bar is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", nargs="+")
    parser.add_argument("--errors", choices=["people", "events", "pairs"])
    given = parser.parse_args()
    merged = built(given.articles)
    graph, missed = Graph(merged), False
    for name in ("people", "events"):
        rows = gold(name)
        true = {key: row["id"] for row in rows for key in keys(name, row)}
        found = {key: node for row in rows for key, node in aligned(graph, name, row) if node}
        for side in HALVES:
            missed |= told(name, side, rows, true, found)
        if given.errors == name:
            print(*errors([row for row in rows if row["half"] == "open"], name, found), sep="\n")
    pairs(graph, show=given.errors == "pairs")
    wrong = joined(merged)
    print(f"merges of two people of the authority file: {len(wrong)} (must be 0)", *wrong, sep="\n  ")
    return int(missed or bool(wrong))


def built(articles: list[str]) -> MergedGraph:
    """Read articles and merge them."""
    store = GraphStore(ox.Store())
    store.add(read(one) for one in Collection(articles, "name") if isinstance(one, Article))
    return store.merged()


def keys(name: str, row: Row) -> list[Hashable]:
    """Return the keys of the mentions of a cluster; one sentence can report two events."""
    return [place(one) if name == "people" else (*place(one), row["id"]) for _, one in mentions([row])]


def aligned(graph: Graph, name: str, row: Row) -> Iterator[tuple[Hashable, str | None]]:
    """Yield the mentions or reports of a cluster with the node or fact that they are."""
    for key, (_, one) in zip(keys(name, row), mentions([row]), strict=True):
        yield key, node(graph, one, row)


def node(graph: Graph, one: Row, row: Row) -> str | None:
    """Return the node or fact that a mention or report is."""
    if "name" in one:
        return graph.person(one["article"], one["name"])
    return graph.fact(one, row["kind"], row.get("codes") or [None] * len(one["sides"]), row.get("years"))


def told(name: str, side: str, rows: list[Row], true: Clusters, found: Clusters) -> bool:
    """Print the line of a half; tell whether it misses its bar."""
    own = {key for row in rows if row["half"] == side for key in keys(name, row)}
    own_rows = sum(row["half"] == side for row in rows)
    both = score(true, found, own)
    whole = score(true, with_singletons(true, found), own)
    bar = BARS[name]
    missing = len(own) - both.mentions
    print(
        f"{name:7} {side:6} {own_rows:4} clusters {len(own):5} mentions {missing:4} not found"
        f"   B3 P {both.precision:.3f} R {both.recall:.3f} F1 {both.f1:.3f} (bar {bar})"
        f"   with those not found alone P {whole.precision:.3f} R {whole.recall:.3f} F1 {whole.f1:.3f}"
    )
    return side == "locked" and both.f1 < bar


def errors(rows: list[Row], name: str, found: Clusters) -> Iterator[str]:
    """Yield the clusters that are divided, and the nodes in which several meet."""
    homes: Mapping[Hashable, set[str]] = defaultdict(set)
    for row in rows:
        parts: Mapping[Hashable, list[Hashable]] = defaultdict(list)
        for key in keys(name, row):
            parts[found.get(key)].append(key)
            homes[found.get(key)].add(row["id"])
        if len(parts) > 1:
            yield f"{row['id']} {row.get('kind', '')}"
            for home, own in sorted(parts.items(), key=lambda pair: -len(pair[1])):
                shown = own if home is None else own[:4]
                yield f"    {len(own):3} {str(home).rsplit('/', 1)[-1]}: {shown}"
    for home, those in homes.items():
        if home is not None and len(those) > 1:
            yield f"together: {sorted(those)} in {str(home).rsplit('/', 1)[-1]}"


def pairs(graph: Graph, *, show: bool) -> None:
    """Print how many of the hard pairs are right."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for row in gold("pairs"):
        kind = {"kind": row.get("kind")}
        a, b = (node(graph, one, kind) for one in (row["a"], row["b"]))
        right = "not found" if not (a and b) else "right" if (a == b) is row["same"] else "wrong"
        counts[f"{row['type']} {row['half']}"][right] += 1
        if show and row["half"] == "open" and right != "right":
            print(row["id"], right, "same" if row["same"] else "not same", row["a"], row["b"])
    for name, count in sorted(counts.items()):
        print(f"pairs {name:14} {count['right']:3} right {count['wrong']:3} wrong {count['not found']:3} not found")


def joined(graph: MergedGraph) -> list[str]:
    """Return the nodes that the authority file knows to be two people, by names that only one of them has."""
    wrong: list[str] = []
    for one in graph.nodes:
        people = {t.fact for t in one.tellings if isinstance(t.fact, Person)}
        known = (anchors.named(Person(person.name, (), person.country), {}) for person in people)
        if len({known.iri for known in known if known}) > 1:
            wrong.append(one.iri)
    return wrong


if __name__ == "__main__":
    sys.exit(main())
