"""The network of edges as GraphML and GEXF, read back with networkx."""

import io
from collections.abc import Callable
from typing import Any

import networkx as nx
import pytest
from lxml import etree

from hedgerow.graph.snapshot import Snapshot
from hedgerow.graph.view import View
from hedgerow.queries.whole import whole
from hedgerow.viz.export.about import about
from hedgerow.viz.export.gexf import NS, VIZ, write_gexf
from hedgerow.viz.export.graphml import write_graphml
from tests.queries.making import Article, store_of
from tests.viz.export.conftest import ADDRESS, QUOTE
from tests.viz.timeline.conftest import hostile_articles
from tests.viz.timeline.reading import CONTROL

Graph = Any
Read = Callable[..., Graph]


def graphml(snapshot: Snapshot, *actors: str) -> Graph:
    return nx.read_graphml(
        io.BytesIO(written(write_graphml, snapshot, *actors)), force_multigraph=True
    )


def gexf(snapshot: Snapshot, *actors: str) -> Graph:
    return nx.read_gexf(io.BytesIO(written(write_gexf, snapshot, *actors)))


def written(write: Callable[..., tuple[str, ...]], snapshot: Snapshot, *actors: str) -> bytes:
    out = io.BytesIO()
    write(whole(snapshot, *actors), out, about(snapshot, View(), hashed=True).dublin_core)
    return out.getvalue()


def edge(graph: Graph, relation: str) -> dict[str, Any]:
    (found,) = [data for *_, data in graph.edges(data=True) if data["relation"] == relation]
    return dict(found)


@pytest.mark.parametrize("read", [graphml, gexf])
def test_edges_carry_the_sentence_and_where_it_stands(read: Read, snapshot: Snapshot) -> None:
    graph = read(snapshot)
    assert set(graph) == {"CHN", "RUS", "USA", "VNM"}
    assert graph.nodes["VNM"]["label"] == "Vietnam"
    sale = edge(graph, "arms_deal")
    assert (sale["quote"], sale["url"]) == (QUOTE, ADDRESS)
    assert (sale["publisher"], sale["standing"]) == ("The Daily", "prospective")
    assert (sale["directed"], sale["documents"]) == (True, 1)
    assert graph.has_edge("RUS", "VNM")
    assert graph.number_of_edges("CHN", "RUS") == 1


@pytest.mark.parametrize("read", [graphml, gexf])
def test_only_what_bears_on_some_actors(read: Read, snapshot: Snapshot) -> None:
    assert set(read(snapshot, "USA", "VNM")) == {"USA", "VNM"}
    assert set(read(snapshot, "CHN", "VNM")) == {"CHN", "RUS", "VNM"}


@pytest.mark.parametrize("write", [write_graphml, write_gexf])
def test_it_says_by_what_to_cite_it(
    write: Callable[..., tuple[str, ...]], snapshot: Snapshot
) -> None:
    assert f"sha256:{snapshot.canonical_hash()}".encode() in written(write, snapshot)


@pytest.mark.parametrize("read", [graphml, gexf])
def test_survives_a_hostile_article(read: Read) -> None:
    graph = read(store_of(hostile_articles()))
    assert graph.number_of_edges() > 2
    texts = [str(value) for *_, data in graph.edges(data=True) for value in data.values()]
    assert CONTROL.isdisjoint("".join(texts))
    assert any("<script>alert(1)</script>" in text for text in texts)
    assert not any(text.startswith(("javascript:", "/home")) for text in texts)


def test_edges_over_time_last_as_long_as_their_dates_say(snapshot: Snapshot) -> None:
    graph = gexf(snapshot)
    assert edge(graph, "partnership_upgrade")["start"] == "2008-05-01"
    assert edge(graph, "partnership_upgrade")["end"] == "2008-05-31"
    assert edge(graph, "partnership")["start"] == "2008-05-31"
    assert "end" not in edge(graph, "partnership")


def test_what_is_not_concluded_looks_so(snapshot: Snapshot) -> None:
    tree = etree.fromstring(written(write_gexf, snapshot, "RUS", "VNM"))
    shapes = {one.get("label"): one.find(f"{{{VIZ}}}shape") for one in tree.iter(f"{{{NS}}}edge")}
    looks = {str(label): found.get("value") for label, found in shapes.items() if found is not None}
    assert set(looks.values()) == {"dashed", "solid"}
    assert next(label for label, look in looks.items() if look == "dashed").startswith("in talks")


def test_what_nothing_dates_is_counted_and_left_out() -> None:
    out = io.BytesIO()

    undated = Article(None, None, None, None, "undated.txt")
    store = store_of([undated.says("They talked.", "call", "RUS VNM", "occurred")])
    (told,) = write_gexf(whole(store), out, about(store, View(), hashed=False).dublin_core)
    assert told.startswith("1 event")
    assert not nx.read_gexf(io.BytesIO(out.getvalue())).edges
