"""Where each node lies on its island: its country in the middle, institutions round it, people round those.

Every island is turned so that the ties to the others are short; which way depends on what lies on
it and on the fixed cells of its partners. Whole numbers, so that any machine writes the same page.
"""

import math
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from viz.cells import cell

if TYPE_CHECKING:
    import networkx as nx

WIDE, HIGH = 260, 230  # a cell
SHORE_X, SHORE_Y = 66, 72  # kept free round the nodes of an island, for names and the gap to the next
STRETCH_X, STRETCH_Y = 1.15, 0.9  # names are written across, so islands are wider than high
APART = 105  # of neighbours on a ring, so that most names stand side by side
INNER, OUTER, RING = 120, 215, 70
ASIDE = 0.5  # an only person stands beside the line from the country to the institution
TURNS = 24
INSTITUTIONS = {"country": 0, "bloc": 0, "city": 1, "province": 1, "party": 1, "body": 1}

Polar = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Spot:
    """A node's island, and where it lies from the middle of that island."""

    island: str
    x: int
    y: int


def layout(woven: "nx.MultiGraph[str]") -> dict[str, Spot]:
    """Return the spot of every node; the same for the same graph, in any order."""
    islands: dict[str, list[str]] = defaultdict(list)
    for iri in sorted(woven):
        islands[woven.nodes[iri]["island"]].append(iri)
    spots: dict[str, Spot] = {}
    for island, members in sorted(islands.items()):
        rings = turned(woven, island, polar(woven, members))
        room = cell(island)
        narrow = min(
            1.0,
            (room.width * WIDE / 2 - SHORE_X) / reach(rings, 0),
            (room.height * HIGH / 2 - SHORE_Y) / reach(rings, 1),
        )
        spots |= {i: Spot(island, round(x * narrow), round(y * narrow)) for i, (x, y) in sorted(rings.items())}
    return spots


def polar(woven: "nx.MultiGraph[str]", members: list[str]) -> dict[str, Polar]:
    """Return angle and radius of each member, as a tree whose root is the country."""
    weight = {iri: woven.degree(iri) for iri in members}
    rank = {iri: (INSTITUTIONS.get(woven.nodes[iri]["kind"], 2), -weight[iri], iri) for iri in members}
    hub = min(members, key=lambda iri: rank[iri])
    inner = sorted(i for i in members if i != hub and rank[i][0] < 2)
    people: dict[str, list[str]] = defaultdict(list)
    for iri in (i for i in members if i != hub and rank[i][0] == 2):
        people[home(woven, iri, inner, hub)].append(iri)
    return sectors(hub, inner, people)


def home(woven: "nx.MultiGraph[str]", iri: str, inner: list[str], hub: str) -> str:
    """Return the institution that a person has most ties to, or the hub."""
    near = {i: woven.number_of_edges(iri, i) for i in inner if woven.has_edge(iri, i)}
    return min(near, key=lambda i: (-near[i], i), default=hub)


def sectors(hub: str, inner: list[str], people: dict[str, list[str]]) -> dict[str, Polar]:
    """Return angle and radius: each institution in the middle of the sector of its people."""
    count = sum(map(len, people.values()))
    rings = 1 + count // 22
    outer = max(OUTER if inner else INNER, count * APART / (math.tau * rings))
    groups = [([i], people[i]) for i in inner] + ([([], people[hub])] if people.get(hub) else [])
    total = sum(max(len(group), 1) for _, group in groups)
    places: dict[str, Polar] = {hub: (0.0, 0.0)}
    start, nth = 0.0, 0
    for institution, group in groups:
        share = math.tau * max(len(group), 1) / total
        places |= dict.fromkeys(institution, (start + share / 2, max(INNER, outer / 2)))
        for k, person in enumerate(group):
            angle = share * (k + 0.5) / len(group) + (ASIDE if institution and len(group) == 1 else 0)
            places[person] = (start + angle, outer + RING * (nth % rings))
            nth += 1
        start += share
    return places


def turned(woven: "nx.MultiGraph[str]", island: str, places: dict[str, Polar]) -> dict[str, tuple[float, float]]:
    """Return the places on the plane, turned and mirrored so that ties to other islands are short."""
    away = [(iri, *towards(island, woven.nodes[b]["island"])) for iri in sorted(places) for b in woven.neighbors(iri)]
    pulls = [(places[iri], x, y) for iri, x, y in sorted(away) if x or y]
    turns = [(math.tau * k / TURNS, side) for side in (1, -1) for k in range(TURNS)]
    best = max(turns, key=lambda turn: round(sum(pull(on_plane(p, *turn), x, y) for p, x, y in pulls), 3))
    return {iri: on_plane(place, *best) for iri, place in places.items()}


def towards(island: str, other: str) -> tuple[float, float]:
    """Return how many cells away another island lies."""
    mine, theirs = cell(island), cell(other)
    return theirs.x - mine.x, theirs.y - mine.y


def pull(place: tuple[float, float], x: float, y: float) -> float:
    """Return how far a place lies towards a cell: the more, the shorter the tie."""
    return (place[0] * x * WIDE + place[1] * y * HIGH) / math.hypot(x * WIDE, y * HIGH)


def on_plane(place: Polar, turn: float, side: int) -> tuple[float, float]:
    """Return x and y of an angle and radius."""
    angle, radius = place
    x, y = math.cos(side * angle + turn), math.sin(side * angle + turn)
    return x * radius * STRETCH_X, y * radius * STRETCH_Y


def reach(places: dict[str, tuple[float, float]], axis: int) -> float:
    """Return how far the places reach from the middle, at least 1."""
    return max(1.0, *(abs(place[axis]) for place in places.values()))
