"""The explorer's view of everything over a made-up graph, served as it serves a store."""

import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields
from itertools import count
from pathlib import Path
from unittest.mock import patch

from benchmarks.viewing.graphs import Graph, Happening
from hedgerow.graph.records import StatusEntry
from hedgerow.graph.store import Store
from hedgerow.ontology.vocabulary import vocabulary
from hedgerow.queries.reading.edge import Edge
from hedgerow.viz.design import style
from hedgerow.viz.explorer.holdings import StoreHoldings
from hedgerow.viz.explorer.network import large
from hedgerow.viz.explorer.network.matters import columns
from hedgerow.viz.explorer.serve import Explorer

READY_SECONDS = 60


@contextmanager
def served(made: Graph) -> Iterator[str]:
    """The address of the view of everything in an explorer that holds this graph."""
    found = columns(
        [_edge(one, number) for number, one in zip(count(), made.happenings)], crowded=0
    )
    ready = threading.Event()
    with tempfile.TemporaryDirectory() as folder, patch.object(large, "matters", lambda _: found):
        Store.open(Path(folder) / "empty.store").close()
        holdings = StoreHoldings(Path(folder) / "empty.store")
        server = Explorer(holdings, port=0, started=lambda _: ready.set())
        thread = threading.Thread(target=server.serve_here)
        thread.start()
        try:
            ready.wait(READY_SECONDS)
            yield f"{server.address}#/large"
        finally:
            server.should_exit = True
            thread.join()


def _edge(happening: Happening, number: int) -> Edge:
    tie_type = vocabulary().tie_type(happening.type)
    look = next(one for one in style().standings if one.name == happening.standing)
    statuses = vocabulary().statuses.values()
    status = next(
        one.name
        for one in statuses
        if one.name in look.statuses or (not look.statuses and one.standing in look.standings)
    )
    standing = vocabulary().status(status).standing
    empty = {field.name: None for field in fields(Edge)}
    told = {
        "id": f"event/{number:032x}",
        "kind": "event",
        "what": happening.type,
        "actors": happening.ends,
        "directed": tie_type.directed,
        "standing": standing,
        "status": status,
        "stated": happening.day.isoformat(),
        "published": happening.day.isoformat(),
        "documents": 1,
        "sources": 1,
        "confidence": 1.0,
        "events": (),
        "history": (StatusEntry(status, happening.day.isoformat(), "stated", None, ()),),
    }
    return Edge(**(empty | told))  # type: ignore[arg-type]
