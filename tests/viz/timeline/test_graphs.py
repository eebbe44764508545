import io
from typing import Any
from xml.etree import ElementTree as ET

import networkx as nx
import pytest

from hedgerow.queries.timeline import Timeline, timeline
from hedgerow.viz.timeline import render
from tests.queries.making import Article, store_of
from tests.viz.timeline.reading import CONTROL, content, of_type

GEXF = "{http://www.gexf.net/1.2draft}"
VIZ = "{http://www.gexf.net/1.2draft/viz}"


def gexf(timeline: Timeline) -> "nx.MultiDiGraph[str]":
    return nx.read_gexf(io.BytesIO(content(timeline, "gexf")))


def graphml(timeline: Timeline) -> "nx.MultiDiGraph[str]":
    return nx.read_graphml(io.BytesIO(content(timeline, "graphml")), force_multigraph=True)


def edge(graph: "nx.MultiDiGraph[str]", entry: str) -> dict[str, Any]:
    (found,) = [data for *_, data in graph.edges(data=True) if data["entry"] == entry]
    return dict(found)


@pytest.mark.parametrize("read", [gexf, graphml])
def test_reads_back_actors_and_edges(read: Any, states: Timeline) -> None:
    graph = read(states)
    assert set(graph) == {"USA", "VNM"}
    assert graph.nodes["USA"]["label"] == "United States"
    assert graph.number_of_edges() == len(states.entries)
    deal = edge(graph, of_type(states, "arms_deal").id)
    assert (deal["relation"], deal["standing"]) == ("arms_deal", "prospective")
    assert deal["label"].startswith("in talks: ")
    assert deal["address"] == "https://wire.example/2024"


@pytest.mark.parametrize("read", [gexf, graphml])
def test_survives_a_hostile_article(read: Any, hostile: Timeline) -> None:
    graph = read(hostile)
    assert graph.number_of_edges() == len(hostile.entries)
    texts = [str(value) for *_, data in graph.edges(data=True) for value in data.values()]
    assert CONTROL.isdisjoint("".join(texts))
    assert any("<script>alert(1)</script>" in text for text in texts)
    assert not any(text.startswith("javascript:") for text in texts)


def test_a_partial_date_is_a_stretch_of_days(dates: Timeline) -> None:
    graph = gexf(dates)
    stretches = {
        name: (data["start"], data.get("end"))
        for name in ("arms_deal", "meeting", "aid", "call")
        for data in [edge(graph, of_type(dates, name).id)]
    }
    assert stretches == {
        "arms_deal": ("2020-02-29", "2020-02-29"),
        "meeting": ("2023-03-01", "2023-03-31"),
        "aid": ("2022-01-01", "2022-12-31"),
        "call": ("2024-06-30", "2024-06-30"),
    }
    assert edge(graph, of_type(dates, "aid").id)["date"] == "2022"
    assert edge(graph, of_type(dates, "call").id)["date"] == "by 2024-06-30"
    tie = edge(graph, of_type(dates, "base_access", "tie").id)
    assert (tie["start"], tie.get("end")) == ("2021-05-01", None)


def test_a_graph_over_time_leaves_out_what_nothing_dates(dates: Timeline) -> None:
    rendering = render(dates, "gexf")
    assert rendering.notes == ("1 event or tie has no date and no place in a graph over time.",)
    assert of_type(dates, "statement").id.encode() not in rendering.content
    assert edge(graphml(dates), of_type(dates, "statement").id)["date"] == "undated"


def test_is_dynamic_and_draws_what_is_not_concluded_apart(russia: Timeline) -> None:
    root = ET.fromstring(content(russia, "gexf"))  # noqa: S314  our own output
    graph = root.find(f"{GEXF}graph")
    assert graph is not None
    assert (graph.get("mode"), graph.get("timeformat")) == ("dynamic", "date")
    shapes = {
        str(each.get("label")).split(":")[0]: shape.get("value")
        for each in root.iter(f"{GEXF}edge")
        for shape in each.iter(f"{VIZ}shape")
    }
    assert shapes == {
        "Russia to Vietnam": "solid",
        "denied": "dotted",
        "contested": "dotted",
    }
    assert all(each.get("type") is None for each in root.iter(f"{GEXF}edge"))


def test_every_edge_has_an_id_of_its_own() -> None:
    article = Article("2024-05-02").says(
        "Three navies trained.",
        *("joint_exercise", "JPN PHL USA", "occurred"),
        date="2024-05-01",
    )
    with store_of([article]) as store:
        found = timeline(store, "JPN")
    root = ET.fromstring(content(found, "gexf"))  # noqa: S314  our own output
    ids = [each.get("id") for each in root.iter(f"{GEXF}edge")]
    assert len(ids) == 3
    assert len(set(ids)) == 3
    assert len({key for *_, key in graphml(found).edges(keys=True)}) == 3
