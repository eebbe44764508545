import math
from itertools import pairwise

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from hedgerow.graph.store import Store
from hedgerow.viz.network.layout import around, positions
from hedgerow.viz.network.model import network_model


def test_every_node_has_its_own_place_in_the_unit_square(store: Store) -> None:
    model = network_model(store)
    places = positions(model)
    assert set(places) == {node.id for node in model.nodes}
    assert all(0 <= value <= 1 for place in places.values() for value in place)
    assert len(set(places.values())) == len(places)


def test_the_focus_stands_in_the_centre_and_the_others_on_a_ring(store: Store) -> None:
    places = positions(network_model(store, focus=["VNM"]))
    assert places.pop("VNM") == (0.5, 0.5)
    assert all(math.isclose(math.dist(p, (0.5, 0.5)), 0.5, abs_tol=1e-3) for p in places.values())


def test_the_same_pairs_are_laid_out_alike(store: Store) -> None:
    assert positions(network_model(store)) == positions(network_model(store))


@given(st.integers(1, 120))
def test_no_line_to_the_centre_passes_through_a_node(count: int) -> None:
    graph: nx.Graph[str] = nx.Graph()
    graph.add_edges_from((("centre", f"{node:03}") for node in range(count)), weight=1.0)
    places = around("centre", graph, dict.fromkeys(graph, (0.5, 0.5)))
    angles = sorted(
        math.atan2(y - 0.5, x - 0.5) for node, (x, y) in places.items() if node != "centre"
    )
    least = 0.9 * 2 * math.pi / count
    assert all(later - earlier > least for earlier, later in pairwise(angles))
