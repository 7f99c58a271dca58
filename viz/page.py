"""One HTML page, whole in itself: pyvis's network and script, our template, style, scripts and data."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.model import MergedGraph
from ontology.vocabulary import Vocabulary, load
from viz import columns, files, nodes, pages, rdf
from viz.layout import HIGH, WIDE, layout
from viz.network import weave
from viz.offices import with_countries
from viz.pack import packed
from viz.shell import render
from viz.words import Dates, Words

if TYPE_CHECKING:
    from graph.store import GraphStore

FEW = 250  # nodes that can be drawn and read at once; above that the page opens with countries


def draw(store: "GraphStore", path: Path, *, served: bool = False) -> None:
    """Write the page of everything in a store; raises OSError where the path cannot be written."""
    write(store.merged(), path, served=served)


def write(graph: MergedGraph, path: Path, *, served: bool = False) -> None:
    """Write the page of a merged graph, in UTF-8 wherever it is made; one that is served leads to the query page."""
    path.write_text(html(graph, load(), served=served), encoding="utf-8", newline="\n")


def html(graph: MergedGraph, vocabulary: Vocabulary, *, served: bool = False) -> str:
    """Return the page of a merged graph."""
    index, blocks, iris = contents(graph, vocabulary)
    return render(packed(index), blocks, packed(iris), served=served)


def contents(graph: MergedGraph, vocabulary: Vocabulary) -> tuple[dict[str, Any], list[str], list[str]]:
    """Return the columns of the page, its blocks of sentences, and the IRIs of its facts."""
    graph = with_countries(graph)
    words, dates = Words(vocabulary), Dates()
    spots = layout(weave(graph)) if len(graph.nodes) <= FEW else {}
    numbers = {node.iri: n for n, node in enumerate(graph.nodes)}
    facts = columns.ordered(graph)
    found = pages.quotes(facts)
    articles = pages.told_in(graph, found)
    starts, blocks = pages.blocks(articles, found)
    drawn = nodes.node_columns(graph.nodes, spots)
    index = {
        "few": FEW,
        "cell": [WIDE, HIGH],
        "nodes": drawn,
        "translations": nodes.translations(graph.nodes, vocabulary),
        "countries": nodes.island_names((code for code, *_ in drawn["islands"]), vocabulary),
        "facts": columns.fact_columns(facts, numbers, words, dates),
        "tellings": pages.telling_columns(facts, articles, found, words, dates),
        "ties": tie_columns(graph, numbers, {fact.iri: n for n, fact in enumerate(facts)}),
        "blocks": starts,
        "words": words.rows,
        "dates": dates.rows,
        "ends": files.data("ends.json"),
        "rdf": rdf.mapping(),
    }
    return index, blocks, [nodes.short(fact.iri) for fact in facts]


def tie_columns(graph: MergedGraph, numbers: dict[str, int], facts: dict[str, int]) -> dict[str, list[Any]]:
    """Return the columns of the ties of capitals, parties and countries, with the facts that they come from."""
    return {
        "kind": [tie.kind for tie in graph.ties],
        "a": [numbers[tie.a] for tie in graph.ties],
        "b": [numbers[tie.b] for tie in graph.ties],
        "count": [len(tie.facts) for tie in graph.ties],
        "fact": [facts[iri] for tie in graph.ties for iri in tie.facts],
    }
