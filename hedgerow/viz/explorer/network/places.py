"""Where the actors stand: worked out once a commit for all, then given room for those shown."""

from collections.abc import Mapping, Sequence

import networkx as nx
import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array
from scipy.sparse.linalg import LinearOperator, eigsh
from scipy.spatial import KDTree

from hedgerow.queries.reading.archive import Reader
from hedgerow.queries.reading.kept import kept
from hedgerow.viz.explorer.network.matters import Ints, Matters
from hedgerow.viz.network.layout import ROOM, ROUNDS, SEED, around, fitted, smoothed

Floats = NDArray[np.float64]
FEW = 320
"""Up to so many actors forces place them best; beyond that it takes too long."""
PULLS = 30
"""As often everyone moves towards the middle of its neighbours."""
PULL = 0.6
LOOSE = 0.1
"""How much everyone is tied to everyone, so that parts without a link do not fly apart."""


def places(reader: Reader, found: Matters) -> Floats:
    """A place in the unit square for every actor by number, the same for the same commit."""
    return kept(reader, "places of the network", lambda: _places(found))


def spread(everyone: Floats, shown: Ints) -> Floats:
    """The places of those shown, moved to make room for their names."""
    at = smoothed(everyone[shown])
    room = ROOM / np.sqrt(len(at))
    for _ in range(ROUNDS):
        close = KDTree(at).query_pairs(room, output_type="ndarray")
        if not len(close):
            break
        one, other = close.T
        gaps = at[one] - at[other]
        distances = np.maximum(np.hypot(*gaps.T), room / 100)
        pushes = gaps * ((room - distances) / distances / 4)[:, None]
        np.add.at(at, one, pushes)
        np.add.at(at, other, -pushes)
    return fitted(at)


def circled(
    centre: str, codes: Sequence[str], at: Floats, weights: Mapping[tuple[str, str], int]
) -> Floats:
    """The centre in the middle and the others on rings around it, the best attested nearest."""
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(codes)
    graph.add_weighted_edges_from((a, b, weight) for (a, b), weight in weights.items())
    given = {code: (float(x), float(y)) for code, (x, y) in zip(codes, at, strict=True)}
    found = around(centre, graph, given)
    return np.array([found[code] for code in codes])


def _places(found: Matters) -> Floats:
    number = len(found.actors)
    if number < 4:
        return np.column_stack([np.linspace(0.2, 0.8, number), np.full(number, 0.5)])
    weights = 1 + np.log1p(np.bincount(found.line_pair, found.documents[found.line_matter]))
    if number > FEW:
        return _pulled(_linked(found.ends, weights, number))
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(number))
    ends = found.ends.tolist()
    graph.add_weighted_edges_from((a, b, w) for (a, b), w in zip(ends, weights, strict=True))
    laid = nx.forceatlas2_layout(graph, distributed_action=True, weight="weight", seed=SEED)
    return smoothed(np.array([laid[one] for one in range(number)]))


def _linked(ends: Ints, weights: Floats, number: int) -> csr_array:
    rows, columns = np.concatenate([ends, ends[:, ::-1]]).T
    return csr_array((np.concatenate([weights, weights]), (rows, columns)), (number, number))


def _pulled(linked: csr_array) -> Floats:
    """Those with the same neighbours together, evenly spread."""
    number = linked.shape[0]
    degrees = linked.sum(axis=1) + LOOSE
    scale = 1 / np.sqrt(degrees)

    def applied(vector: Floats) -> Floats:
        flat = vector.ravel() * scale
        product: Floats = scale * (linked @ flat + LOOSE * flat.sum() / number)
        return product

    operator = LinearOperator((number, number), matvec=applied, dtype=np.float64)
    start = np.random.default_rng(SEED).standard_normal(number)
    _, vectors = eigsh(operator, k=3, v0=start, tol=1e-3)
    at = vectors[:, 1::-1] * scale[:, None]
    for _ in range(PULLS):
        at = _evened(at)
        at = (1 - PULL) * at + PULL * (linked @ at) / degrees[:, None]
    return _rounded(_evened(at))


def _evened(at: Floats) -> Floats:
    """The two directions made independent of each other, and each used evenly: from -1 to 1."""
    apart, _ = np.linalg.qr(at - at.mean(axis=0))
    return 2 * smoothed(apart) - 1


def _rounded(at: Floats) -> Floats:
    """A square from -1 to 1 as a disc in the unit square: corners would look like ends."""
    return 0.5 + at * np.sqrt(1 - at[:, ::-1] ** 2 / 2) / 2
