"""Shortest ways from one actor to another over what is concluded or held."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise

import networkx as nx
import numpy as np

from hedgerow.ontology.actors import actors
from hedgerow.queries.reading.archive import Reader
from hedgerow.viz.explorer.network.answers import Line
from hedgerow.viz.explorer.network.asked import Filters
from hedgerow.viz.explorer.network.bundles import bundled, standing_of
from hedgerow.viz.explorer.network.drawn import line_of
from hedgerow.viz.explorer.network.matters import Matters, matters

STATES = frozenset({"state", "former_state"})
TRIED = 200
"""Of so many equally short ways the best attested are found; beyond that they are only told of."""
SHOWN = 12


@dataclass(frozen=True, slots=True)
class Path:
    """One way: the actors on it by code and name, and the pair that each step goes over."""

    codes: tuple[str, ...]
    names: tuple[str, ...]
    legs: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Paths:
    """The shortest ways, the one whose weakest step is best attested first.

    `steps` is None where there is none. `equal` counts all of that length, `counted` says whether
    it is all or only as many as were tried.
    """

    day: str
    steps: int | None
    equal: int
    counted: bool
    paths: tuple[Path, ...]


def paths(reader: Reader, a: str, b: str, filters: Filters, *, states: bool) -> Paths:
    """The shortest ways from `a` to `b`; between them only states, if so asked."""
    found = matters(reader)
    firm = replace(filters, standings=frozenset({0}))
    bundles = bundled(found, standing_of(found, firm), filters.day)
    graph = _graph(found, np.flatnonzero(bundles.left).tolist(), {a, b}, states=states)
    ways = list(islice(_shortest(graph, a, b), TRIED + 1))
    kept = [[graph.edges[step]["pair"] for step in pairwise(way)] for way in ways]
    order = sorted(
        range(len(ways)), key=lambda n: (-min(bundles.documents[kept[n]], default=0), ways[n])
    )
    return Paths(
        day=filters.day.isoformat(),
        steps=len(kept[0]) if kept else None,
        equal=min(len(ways), TRIED),
        counted=len(ways) <= TRIED,
        paths=tuple(
            _path(ways[n], [line_of(found, bundles, pair) for pair in kept[n]])
            for n in order[:SHOWN]
        ),
    )


def _graph(
    found: Matters,
    pairs: Iterable[int],
    ends: Collection[str],
    *,
    states: bool,
) -> "nx.Graph[str]":
    graph: nx.Graph[str] = nx.Graph()
    open_to = [not states or code in ends or _is_state(code) for code in found.actors]
    for pair in pairs:
        a, b = found.ends[pair].tolist()
        if open_to[a] and open_to[b]:
            graph.add_edge(found.actors[a], found.actors[b], pair=pair)
    return graph


def _is_state(code: str) -> bool:
    actor = actors().get(code)
    return actor is not None and actor.kind in STATES


def _shortest(graph: "nx.Graph[str]", a: str, b: str) -> Iterable[Sequence[str]]:
    if a not in graph or b not in graph or not nx.has_path(graph, a, b):
        return ()
    return nx.all_shortest_paths(graph, a, b)


def _path(way: Sequence[str], legs: Sequence[Line]) -> Path:
    return Path(tuple(way), tuple(actors().name(code) for code in way), tuple(legs))
