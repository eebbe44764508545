import csv
import datetime as dt
import io
import xml.etree.ElementTree as ET
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from hedgerow.graph.store import Store
from hedgerow.queries.dates.as_of import position
from hedgerow.queries.reading.edges import Selection, edges_of
from hedgerow.viz.explorer.network.matters import Matters, matters, type_names
from hedgerow.viz.explorer.network.standings import number_of, standings
from tests.viz.explorer.conftest import client_of

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def held(store_path: Path) -> Matters:
    with Store.read(store_path) as snapshot:
        return matters(snapshot)


def network(explorer: TestClient, **given: object) -> Mapping[str, Any]:
    answer = explorer.get("/api/network", params=given)  # type: ignore[arg-type]
    assert answer.status_code == 200, answer.text
    found: Mapping[str, Any] = answer.json()
    return found


def line(found: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    return next(one for one in found["lines"] if one["id"] == name)


def counts(found: Mapping[str, Any], name: str) -> dict[str, int]:
    labels = [one["name"] for one in found["standings"]]
    pairs = zip(labels, line(found, name)["counts"], strict=True)
    return {label: number for label, number in pairs if number}


def test_a_line_is_drawn_as_the_firmest_of_what_it_bundles(explorer: TestClient) -> None:
    found = network(explorer)
    both = line(found, "RUS-VNM")
    assert both["standing"] == "concluded"
    assert both["disputed"]
    assert counts(found, "RUS-VNM")["contested"] >= 2
    assert line(found, "ISR-VNM")["standing"] == "prospective"
    assert line(found, "CHN-KHM")["standing"] == "contested"
    assert not line(found, "CHN-KHM")["counts"][0]


def test_counts_say_how_many_matters_have_which_standing(explorer: TestClient) -> None:
    found = network(explorer)
    told = explorer.get("/api/network/matters", params={"a": "USA", "b": "VNM"}).json()
    by_name: dict[str, int] = {}
    for one in told["matters"]:
        by_name[one["standing"]] = by_name.get(one["standing"], 0) + 1
    assert by_name == counts(found, "USA-VNM")
    assert told["total"] == sum(by_name.values())


def test_without_a_focus_the_best_attested_come_first(explorer: TestClient) -> None:
    found = network(explorer, limit=3)
    documents = [one["documents"] for one in found["lines"]]
    assert documents == sorted(documents, reverse=True)
    assert len(documents) == 3
    assert found["pairs"] > 3
    assert "beyond the 3 with the most evidence" in " ".join(found["left_out"])


def test_around_one_actor_are_its_pairs_and_those_among_its_partners(explorer: TestClient) -> None:
    found = network(explorer, focus="Vietnam")
    assert found["focus"] == ["VNM"]
    partners = {end for one in found["lines"] for end in (one["a"], one["b"])}
    touching = {end for one in found["lines"] if "VNM" in one["id"] for end in (one["a"], one["b"])}
    assert partners == touching
    assert {"x": 0.5, "y": 0.5}.items() <= found["nodes"][0].items()
    assert "that reach beyond Vietnam and its partners" in found["left_out"][0]


def test_neighbours_of_others_open_on_demand(explorer: TestClient) -> None:
    before = network(explorer, focus="VNM")
    russia = next(one for one in before["nodes"] if one["code"] == "RUS")
    assert russia["more"] == 1
    after = network(explorer, focus="VNM", **{"with": "RUS"})
    assert line(after, "PRK-RUS")
    assert next(one for one in after["nodes"] if one["code"] == "RUS")["more"] == 0


def test_filters_leave_only_what_they_name(explorer: TestClient) -> None:
    arms = network(explorer, group="arms")
    assert {one["group"] for one in arms["lines"]} == {"arms"}
    talked = network(explorer, standing="prospective")
    assert {one["standing"] for one in talked["lines"]} == {"prospective"}
    visits = network(explorer, type="visit", standing="concluded")
    assert {one["group"] for one in visits["lines"]} == {"contact"}
    assert network(explorer, standing="none")["lines"] == []


def test_a_window_of_time_leaves_what_touches_it(explorer: TestClient) -> None:
    found = network(explorer, type="visit", **{"from": "2024", "to": "2024"})
    assert [one["id"] for one in found["lines"]] == ["PRK-RUS", "RUS-VNM"]
    ties = network(explorer, type="partnership", **{"from": "2024", "to": "2024"})
    assert line(ties, "USA-VNM")["standing"] == "concluded"
    assert "undated" not in " ".join(found["left_out"])


def test_looking_back_tells_nothing_of_what_came_later(explorer: TestClient) -> None:
    early = network(explorer, at="2014")
    assert early["day"] == "2014-12-31"
    assert all(one["first"] is None or one["first"] < "2015" for one in early["lines"])
    known = network(explorer, known="2014")
    assert known["documents"] < early["documents"]
    assert explorer.get("/api/network", params={"known": "2014"}).json() == known


def test_what_is_planned_on_a_day_is_not_told_as_concluded(explorer: TestClient) -> None:
    told = explorer.get(
        "/api/network/matters", params={"a": "RUS", "b": "VNM", "at": "2025-08"}
    ).json()["matters"]
    ordered = next(one for one in told if "Su-35" in one["title"])
    assert (ordered["standing"], ordered["badge"]) == ("contested", "Contested or denied")
    assert all(one["badge"] == "Held" for one in told if one["tie"])


def test_bars_count_every_dated_event_once(explorer: TestClient, held: Matters) -> None:
    times = network(explorer, focus="VNM", limit=1)["times"]
    everything = network(explorer, focus="VNM")["times"]
    assert times == everything
    total = sum(network(explorer)["times"]["firm"]) + sum(network(explorer)["times"]["other"])
    assert 0 < total <= int(held.events.sum())


@pytest.mark.parametrize(
    ("given", "status"),
    [
        ({"group": "weapons"}, 400),
        ({"limit": 0}, 422),
        ({"limit": 99999}, 422),
        ({"focus": "Nowhere"}, 404),
        ({"from": "soon"}, 400),
    ],
)
def test_what_cannot_be_asked_is_told(
    explorer: TestClient, given: dict[str, Any], status: int
) -> None:
    answer = explorer.get("/api/network", params=given)
    assert answer.status_code == status
    assert list(answer.json()) == ["error"]


def test_places_do_not_depend_on_who_asks_when(explorer: TestClient, store_path: Path) -> None:
    assert network(client_of(store_path))["nodes"] == network(explorer)["nodes"]


def test_exports_hold_what_is_drawn_and_text_only(explorer: TestClient) -> None:
    found = network(explorer, focus="VNM")
    table = explorer.get("/export/network.csv", params={"focus": "VNM"})
    rows = list(csv.DictReader(io.StringIO(table.content.decode("utf-8-sig"))))
    assert [f"{row['a']}-{row['b']}" for row in rows] == [one["id"] for one in found["lines"]]
    assert "attachment" in table.headers["content-disposition"]
    drawing = ET.fromstring(  # noqa: S314  our own
        explorer.get("/export/network.svg", params={"focus": "VNM"}).content
    )
    lines = [one for one in drawing.iter(f"{SVG}line") if one.find(f"{SVG}title") is not None]
    assert len(lines) == len(found["lines"])
    dashed = [one for one in lines if one.get("stroke-dasharray")]
    assert len(dashed) == sum(one["standing"] != "concluded" for one in found["lines"])
    picture = explorer.get("/export/network.png")
    assert picture.content.startswith(b"\x89PNG")


def test_empty_networks_can_be_exported_too(explorer: TestClient) -> None:
    for form in ("csv", "svg", "png"):
        assert explorer.get(f"/export/network.{form}?standing=none").status_code == 200


def test_ways_go_over_what_is_concluded_alone(explorer: TestClient) -> None:
    found = explorer.get("/api/path?a=North Korea&b=Japan").json()
    assert found["steps"] is None
    found = explorer.get("/api/path?a=PRK&b=USA").json()
    assert found["paths"][0]["codes"] == ["PRK", "RUS", "USA"]
    assert all(leg["standing"] == "concluded" for leg in found["paths"][0]["legs"])
    assert explorer.get("/api/path?a=ISR&b=VNM").json()["steps"] is None


def test_bodies_join_only_where_they_may(explorer: TestClient) -> None:
    assert explorer.get("/api/path?a=SWE&b=NATO").json()["steps"] == 1
    everyone = explorer.get("/api/path?a=THA&b=NATO&through=all").json()
    assert everyone["paths"][0]["codes"] == ["THA", "SWE", "NATO"]


@given(st.dates(dt.date(1995, 1, 1), dt.date(2027, 12, 31)))
def test_columns_agree_with_edges_on_every_day(
    held: Matters, store_path: Path, day: dt.date
) -> None:
    with Store.read(store_path) as snapshot:
        edges = edges_of(snapshot, Selection(of=type_names()))
    wanted = {edge.id: number_of(position(edge, day)) for edge in edges if edge.pairs}
    found = held.standing_on(day, undated=False).tolist()
    assert dict(zip(held.ids, found, strict=True)) == wanted


def test_every_standing_has_a_look_of_its_own() -> None:
    assert len({one.dashes for one in standings()}) == len(standings())
    assert [one.name for one in standings()][:2] == ["concluded", "possibly"]
