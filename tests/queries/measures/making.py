"""Edges and days made by hand, for measures that need no store."""

import datetime as dt
from collections.abc import Iterable
from itertools import count
from typing import Any

from hypothesis import strategies as st

from hedgerow.graph.records import StatusEntry
from hedgerow.graph.store import Store
from hedgerow.ontology.vocabulary import vocabulary
from hedgerow.queries.measures.graph import read_graph
from hedgerow.queries.measures.signals import AsOf, Layer, Signal
from hedgerow.queries.measures.weights import default_weights
from hedgerow.queries.reading.edge import Edge, Source
from hedgerow.queries.reading.edges import Selection
from tests.queries.making import Article, store_of

DAY = dt.date(2025, 6, 1)
_NUMBERS = count()


def event(what: str, actors: str, date: str = "2025-06-01", **more: Any) -> Edge:
    """A concluded event, or one of a `status`; codes with the source of a directed type first."""
    tie_type = vocabulary().tie_type(what)
    status = more.pop("status", tie_type.default_status)
    fields: dict[str, Any] = {
        "id": f"event/{next(_NUMBERS):032x}",
        "standing": vocabulary().status(status).standing,
        "status": status,
        "stated": date,
        "history": (StatusEntry(status, date, "stated", None, ()),),
    }
    return _edge("event", what, actors, tie_type.directed, fields | more)


def tie(what: str, actors: str, since: str | None = "2020-01-01", **more: Any) -> Edge:
    """A tie that was confirmed when it began, or on `last_confirmed`."""
    directed = all(one.directed for one in vocabulary().tie_types.values() if one.kind == what)
    fields = {"id": f"tie/{next(_NUMBERS):032x}", "stated": since}
    fields |= {"first_confirmed": since, "last_confirmed": since}
    return _edge("tie", what, actors, directed, fields | more)


def signal(actors: str, worth: float, **more: Any) -> Signal:
    """A signal of some worth between actors."""
    layer: Layer = more.pop("layer", "concluded")
    costly, what = more.pop("costly", False), more.pop("what", "meeting")
    edge = event(what, actors, **more)
    when = edge.when
    return Signal(edge, layer, worth, worth, costly, None if when is None else when.latest)


def as_of(*signals: Signal, **more: Any) -> AsOf:
    """Some signals on a day."""
    return AsOf(on=DAY, weights="default-00000000", signals=signals, **more)


def source(publisher: str) -> Source:
    """A sentence of a publisher."""
    return Source(
        *("claim/1", f"document/{publisher}", "A quote.", "occurred", None, "begins"),
        *(None, None, None, publisher, None, "https://wire.example/1", 0.9),
    )


def told(articles: Iterable[Article], on: dt.date, *actors: str) -> AsOf:
    """What counts on a day for some actors, through a real store."""
    with store_of(articles) as store:
        return graph_of(store, on, *actors)


def graph_of(store: Store, on: dt.date, *actors: str) -> AsOf:
    """What counts on a day for some actors of a store."""
    return read_graph(store, [Selection(a=actor) for actor in actors], default_weights(), on)


WORTHS = st.floats(min_value=0.001, max_value=1)
SIGNALS = st.lists(
    st.builds(
        lambda actors, worth, sign, layer: signal(actors, sign * worth, layer=layer),
        st.sampled_from(("VNM USA", "CHN VNM", "VNM RUS", "IND VNM", "USA CHN", "CHN IND")),
        WORTHS,
        st.sampled_from((1, 1, -1)),
        st.sampled_from(("concluded", "concluded", "prospective")),
    ),
    max_size=12,
)
"""Signals between a few states, with cooperation, conflict and plans."""


def _edge(kind: str, what: str, actors: str, directed: bool, fields: dict[str, Any]) -> Edge:
    codes = tuple(actors.split()) if directed else tuple(sorted(actors.split()))
    empty: dict[str, Any] = dict.fromkeys(
        ("standing", "status", "end", "published", "level", "from_level", "item", "place")
    )
    empty |= dict.fromkeys(("end_basis", "first_confirmed", "last_confirmed"))
    empty |= {"opened_by": None, "closed_by": None, "events": ()}
    empty |= {"documents": 1, "sources": 1, "confidence": 0.9, "history": ()}
    return Edge(
        **(empty | {"kind": kind, "what": what, "actors": codes, "directed": directed} | fields)
    )
