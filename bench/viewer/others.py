"""The same graph as others would draw it: pyvis as it comes, and a plain canvas of nine lines."""

import json
import random
from pathlib import Path

from graph.model import MergedGraph
from viz.network import ends

PLAIN = """<!doctype html><meta charset=utf-8><canvas id=c width=1600 height=1000></canvas><script>
const { nodes, edges } = %s, pen = document.getElementById("c").getContext("2d");
pen.strokeStyle = "#8884"; pen.beginPath();
for (const [a, b] of edges) { pen.moveTo(nodes[a][0], nodes[a][1]); pen.lineTo(nodes[b][0], nodes[b][1]); }
pen.stroke(); pen.fillStyle = "#06c";
for (const [x, y] of nodes) pen.fillRect(x - 2, y - 2, 4, 4);
pen.fillStyle = "#000"; for (const [x, y, name] of nodes.slice(0, 300)) pen.fillText(name, x, y);
requestAnimationFrame(() => { window.__drawn = performance.now(); document.documentElement.dataset.drawn = "yes"; });
</script>"""
WATCH = """<script>network.once("afterDrawing", () => {
 window.__drawn = performance.now(); document.documentElement.dataset.drawn = "yes"; });</script></body>"""


def pairs(graph: MergedGraph) -> list[tuple[str, str]]:
    """Return the two ends of each line."""
    return [pair for fact in graph.facts for pair in ends(fact)]


def plain_canvas(graph: MergedGraph, path: Path) -> Path:
    """Write a page that draws every node and line once, anywhere."""
    dice = random.Random(1)  # noqa: S311 - places, no secret
    number = {node.iri: n for n, node in enumerate(graph.nodes)}
    nodes = [[dice.randrange(1600), dice.randrange(1000), node.name] for node in graph.nodes]
    data = json.dumps({"nodes": nodes, "edges": [[number[a], number[b]] for a, b in pairs(graph)]})
    path.write_text(PLAIN % data, encoding="utf-8")
    return path


def as_it_comes(graph: MergedGraph, path: Path) -> Path:
    """Write pyvis's own page; nodes and edges are put in directly, since adding them is quadratic."""
    from pyvis.network import Network  # noqa: PLC0415 - loads IPython

    net = Network(height="1000px", directed=True, cdn_resources="in_line")
    quotes = {fact.iri: fact.tellings[0].evidence[0].quote for fact in graph.facts}
    net.nodes = [{"id": node.iri, "label": node.name, "shape": "dot"} for node in graph.nodes]
    net.edges = [{"from": a, "to": b, "title": quotes[f.iri]} for f in graph.facts for a, b in ends(f)]
    path.write_text(net.generate_html().replace("</body>", WATCH), encoding="utf-8")
    return path
