"""Whatever a query returns can be printed as JSON."""

import json
from typing import Any

import pytest

from hedgerow.graph.neo4j.values import plain
from tests.neo4j import Neo4j

pytestmark = pytest.mark.neo4j

VALUES = (
    ("null", None),
    ("true", True),
    ("9223372036854775807", 2**63 - 1),
    ("1.5", 1.5),
    ("0.0 / 0", "nan"),
    ("-1.0 / 0", "-inf"),
    ("'Hà Nội'", "Hà Nội"),
    ("date('2024-02-29')", "2024-02-29"),
    ("localdatetime('2024-02-29T12:30:00')", "2024-02-29T12:30:00.000000000"),
    ("datetime('2024-02-29T12:30:00+07:00')", "2024-02-29T12:30:00.000000000+07:00"),
    ("time('12:30:00Z')", "12:30:00.000000000+00:00"),
    ("duration('P1Y2M3DT4S')", "P1Y2M3DT4S"),
    ("point({x: 1, y: 2})", {"srid": 7203, "coordinates": [1.0, 2.0]}),
    ("[1, [date('2024-02-29')], {a: null}]", [1, ["2024-02-29"], {"a": None}]),
)


def value_of(neo4j: Neo4j, query: str) -> Any:
    with neo4j.driver.session() as session:
        told = plain(session.run(query).single(strict=True)[0])
    assert json.loads(json.dumps(told, allow_nan=False)) == told
    return told


@pytest.mark.parametrize(("expression", "expected"), VALUES)
def test_values_become_plain(neo4j: Neo4j, expression: str, expected: Any) -> None:
    assert value_of(neo4j, f"RETURN {expression}") == expected


def test_a_path_is_its_nodes_and_relationships_in_turn(neo4j: Neo4j) -> None:
    neo4j.run(
        "CREATE (:Hedgerow:Actor {id: 'actor/RUS', _bucket: 1, _fingerprint: 2})"
        "-[:ARMS_DEAL {id: 'event/1', type: 'arms_deal', earliest: date('2024-02-29')}]->"
        "(:Own {at: date('2024-02-29')})"
    )
    first, between, last = value_of(neo4j, "MATCH p = (:Own)<-[]-() RETURN p")
    assert first == {"labels": ["Own"], "properties": {"at": "2024-02-29"}}
    assert between["type"] == "ARMS_DEAL"
    assert between["start"] == "actor/RUS"
    assert between["properties"] == {
        "id": "event/1",
        "type": "arms_deal",
        "earliest": "2024-02-29",
    }
    assert last == {"labels": ["Actor", "Hedgerow"], "properties": {"id": "actor/RUS"}}


def test_bytes_are_told_in_hexadecimal(neo4j: Neo4j) -> None:
    with neo4j.driver.session() as session:
        assert plain(session.run("RETURN $x AS x", x=b"\x00\xff").single(strict=True)[0]) == "00ff"
