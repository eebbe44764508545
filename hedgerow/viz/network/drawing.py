"""The drawn part of the page as vis-network reads it; pyvis holds and checks nodes and edges."""

import math
from typing import Any

from pyvis.network import Network

from hedgerow.viz.network.layout import positions
from hedgerow.viz.network.model import NetworkModel, Node
from hedgerow.viz.network.pairs import Pair, tally
from hedgerow.viz.network.style import Standing, style
from hedgerow.viz.network.wording import counted

NODE_SIZE = (7.0, 17.0)
"""Radius in pixels of the least and the best attested actor."""
SHAPES = {"body": "square"}


def drawing(model: NetworkModel) -> dict[str, Any]:
    """Nodes with places, edges with what they bundle, and how standings are drawn: JSON data.

    Each edge has `items`, one `[group, standing, documents]` for each event or tie, all as numbers
    that index into `groups`, `standings` and the documents of the page, so that the page can
    redraw the line when a filter hides some of them.
    """
    network = Network(directed=True)
    places = positions(model)
    most = max(node.documents for node in model.nodes)
    for node in model.nodes:
        network.add_node(
            node.id,
            label=node.label,
            name=node.name,
            shape=SHAPES.get(node.kind, "dot"),
            size=_size(node, most),
            title=f"{node.name}: {counted(node.documents, 'document')}",
            place=places[node.id],
        )
    documents = _numbered(model)
    for pair in model.pairs:
        network.add_edge(
            *pair.ends,
            id=pair.id,
            name=pair.name,
            tally=tally(pair),
            arrows="",
            items=_items(pair, documents),
        )
    nodes, edges, *_ = network.get_network_data()
    return {
        "nodes": nodes,
        "edges": edges,
        "focus": list(model.focus),
        "groups": [group.name for group in style().groups],
        "standings": [_look(standing) for standing in style().standings],
    }


def _look(standing: Standing) -> dict[str, Any]:
    return {
        "name": standing.name,
        "dashes": list(standing.dashes),
        "opacity": standing.opacity,
        "disputed": standing.disputed,
    }


def _size(node: Node, most: int) -> float:
    least, largest = NODE_SIZE
    return round(least + (largest - least) * math.sqrt(node.documents / most), 1)


def _numbered(model: NetworkModel) -> dict[str, int]:
    found = {one for pair in model.pairs for one in pair.all_documents}
    return {document: number for number, document in enumerate(sorted(found))}


def _items(pair: Pair, documents: dict[str, int]) -> list[tuple[int, int, list[int]]]:
    groups = [group.name for group in style().groups]
    standings = [standing.name for standing in style().standings]
    return [
        (
            groups.index(item.group),
            standings.index(item.standing),
            sorted(documents[one] for one in item.documents),
        )
        for item in pair.items
    ]
