"""The drawn part of the page as vis-network reads it; pyvis holds and checks nodes and edges."""

import math
from collections.abc import Iterable
from typing import Any

from pyvis.network import Network

from hedgerow.queries.words.phrases import counted
from hedgerow.viz.design import Standing, palette, style
from hedgerow.viz.network.items import Item
from hedgerow.viz.network.layout import positions
from hedgerow.viz.network.model import NetworkModel, Node
from hedgerow.viz.network.pairs import tally

NODE_SIZE = (7.0, 17.0)
"""Radius in pixels of the least and the best attested actor."""
SHAPES = {"body": "square"}


def drawing(model: NetworkModel) -> dict[str, Any]:
    """Nodes with places, edges with what they bundle, and how all of it is drawn: JSON data.

    Each edge has `items`, one for each event or tie, so that the page can redraw the line when a
    filter hides some of them (`_Numbers.of`). `print` holds the colours of pictures.
    """
    numbers = _Numbers(model)
    network = Network(directed=True)
    _add_nodes(network, model)
    for pair in model.pairs:
        network.add_edge(
            *pair.ends,
            id=pair.id,
            name=pair.name,
            tally=tally(pair),
            arrows="",
            items=[numbers.of(item) for item in pair.items],
        )
    nodes, edges, *_ = network.get_network_data()
    groups = [group.name for group in style().groups]
    scale = numbers.scale
    return {
        "nodes": nodes,
        "edges": edges,
        "focus": list(model.focus),
        "groups": [{"name": group.name, "label": group.label} for group in style().groups],
        "kinds": [[kind.name, groups.index(kind.group)] for kind in numbers.kinds],
        "standings": [_look(standing) for standing in style().standings],
        "time": {"codes": scale.codes, "labels": scale.labels} if scale else None,
        "print": dict(palette("print")),
    }


def _add_nodes(network: Network, model: NetworkModel) -> None:
    places = positions(model)
    most = max(node.documents for node in model.nodes)
    for node in model.nodes:
        network.add_node(
            node.id,
            label=node.label,
            name=node.name,
            aliases=list(node.aliases),
            shape=SHAPES.get(node.kind, "dot"),
            size=_size(node, most),
            title=f"{node.name}: {counted(node.documents, 'document')}",
            place=places[node.id],
        )


def _look(standing: Standing) -> dict[str, Any]:
    return {
        "name": standing.name,
        "label": standing.label,
        "dashes": list(standing.dashes),
        "opacity": standing.opacity,
        "disputed": standing.disputed,
    }


def _size(node: Node, most: int) -> float:
    least, largest = NODE_SIZE
    return round(least + (largest - least) * math.sqrt(node.documents / most), 1)


class _Numbers:
    """What the items of a page refer to, by number."""

    def __init__(self, model: NetworkModel) -> None:
        items = [item for pair in model.pairs for item in pair.items]
        self.kinds, self.scale = model.kinds, model.scale
        self._kinds = _numbered(kind.name for kind in self.kinds)
        self._standings = _numbered(standing.name for standing in style().standings)
        self._matters = _numbered(sorted({item.id for item in items}))
        self._documents = _numbered(sorted(set().union(*(item.documents for item in items))))

    def of(self, item: Item) -> list[Any]:
        """`[matter, kind, standing, first, last, 1 for a tie, 1 if dated, EDTF date, documents]`.

        `first` and `last` are steps of the time scale, both None where nothing dates the matter.
        """
        first, last = self._steps(item)
        return [
            self._matters[item.id],
            self._kinds[item.kind.name],
            self._standings[item.standing],
            first,
            last,
            int(item.is_tie),
            int(item.is_dated),
            item.sort_date,
            sorted(self._documents[one] for one in item.documents),
        ]

    def _steps(self, item: Item) -> tuple[int | None, int | None]:
        if item.span is None or self.scale is None:
            return None, None
        last = self.scale.steps - 1 if item.span.last is None else self.scale.step(item.span.last)
        return self.scale.step(item.span.first), last


def _numbered(names: Iterable[str]) -> dict[str, int]:
    return {name: number for number, name in enumerate(names)}
