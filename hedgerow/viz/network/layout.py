"""Where the actors stand: positions in the unit square, the same for the same pairs.

The browser stretches the square over the canvas, so no physics runs on the page.
"""

import math
from collections.abc import Mapping, Sequence
from itertools import pairwise

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from hedgerow.viz.network.model import NetworkModel

Position = tuple[float, float]
Positions = Mapping[str, Position]
Array = NDArray[np.float64]

SEED = 7
ROOM = 0.95
"""How far apart neighbours should stand, where 1 is the side of an even share of the square."""
ROUNDS = 80
FIRST_RING = 18
RING_GROWTH = 6
INNER = 0.27
"""Radius of the innermost of several rings, where the outermost has 0.5."""
SMOOTHING = 0.7
"""How much of a coordinate is its rank: 0 keeps the layout's distances, 1 spaces evenly."""


def positions(model: NetworkModel) -> dict[str, Position]:
    """A place for every node: around the one actor in focus, else by a force-directed layout."""
    graph = _graph(model)
    spread = _spread(graph)
    placed = around(model.focus[0], graph, spread) if len(model.focus) == 1 else spread
    return {node: (round(x, 4), round(y, 4)) for node, (x, y) in placed.items()}


def _graph(model: NetworkModel) -> "nx.Graph[str]":
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(sorted(node.id for node in model.nodes))
    for pair in sorted(model.pairs, key=lambda pair: pair.id):
        graph.add_edge(*pair.ends, weight=1 + math.log1p(pair.documents))
    return graph


def _spread(graph: "nx.Graph[str]") -> dict[str, Position]:
    """Force-directed, with hubs pushed apart; then nobody stands alone far off or on another."""
    raw = nx.forceatlas2_layout(graph, distributed_action=True, weight="weight", seed=SEED)
    nodes = list(raw)
    places = _apart(smoothed(np.array([raw[node] for node in nodes], dtype=float)))
    return {node: (float(x), float(y)) for node, (x, y) in zip(nodes, places, strict=True)}


def smoothed(places: Array) -> Array:
    """Each coordinate between 0 and 1, partly by its size and partly by its rank."""
    ranks = places.argsort(axis=0, kind="stable").argsort(axis=0, kind="stable")
    return SMOOTHING * ranks / max(len(places) - 1, 1) + (1 - SMOOTHING) * fitted(places)


def _apart(places: Array) -> Array:
    """Push apart those that stand closer than room for everyone allows."""
    room = ROOM / math.sqrt(len(places))
    for _ in range(ROUNDS):
        gaps = places[:, None, :] - places[None, :, :]
        distances = np.hypot(gaps[..., 0], gaps[..., 1])
        pushes = np.clip(room - distances, 0, None) / np.maximum(distances, room / 100)
        places = places + (gaps * pushes[..., None]).sum(axis=1) / 4
    return fitted(places)


def fitted(places: Array) -> Array:
    """Each coordinate between 0 and 1."""
    low, high = places.min(axis=0), places.max(axis=0)
    width = np.where(high > low, high - low, 1.0)
    found: Array = (places - low) / width
    return found


def around(centre: str, graph: "nx.Graph[str]", spread: Positions) -> dict[str, Position]:
    """The centre in the middle, the others on rings: the best attested nearest."""
    others = sorted(
        (node for node in graph if node != centre),
        key=lambda node: (-graph.get_edge_data(centre, node, {"weight": 0})["weight"], node),
    )
    placed = {centre: (0.5, 0.5)}
    rings = _rings(others)
    for number, (ring, slots) in enumerate(zip(rings, _slots(rings), strict=True)):
        radius = 0.5 if len(rings) == 1 else INNER + (0.5 - INNER) * number / (len(rings) - 1)
        in_order = sorted(ring, key=lambda node: _angle(spread[node]))
        for slot, node in zip(slots, in_order, strict=True):
            turn = 2 * math.pi * slot / len(others) - math.pi
            placed[node] = (0.5 + radius * math.cos(turn), 0.5 + radius * math.sin(turn))
    return placed


def _slots(rings: Sequence[Sequence[str]]) -> list[list[int]]:
    """Directions for each ring, evenly spread; none serves twice, so no line hides another."""
    left = list(range(sum(map(len, rings))))
    slots = []
    for ring in rings:
        slots.append([left[place * len(left) // len(ring)] for place in range(len(ring))])
        left = [slot for slot in left if slot not in slots[-1]]
    return slots


def _rings(others: Sequence[str]) -> list[list[str]]:
    """As few rings as hold everyone, each filled in proportion to its room."""
    rooms = [FIRST_RING]
    while sum(rooms) < len(others):
        rooms.append(rooms[-1] + RING_GROWTH)
    ends = [round(len(others) * sum(rooms[: i + 1]) / sum(rooms)) for i in range(len(rooms))]
    return [list(others[start:end]) for start, end in pairwise([0, *ends])]


def _angle(place: Position) -> float:
    return math.atan2(place[1] - 0.5, place[0] - 0.5)
