"""What reaches a server and what is made of its records, without one."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pyoxigraph as ox
import pytest

from hedgerow.errors import UsageError
from hedgerow.graph.ids import to_iri
from hedgerow.graph.rdf import hr
from hedgerow.queries.asking import ask
from hedgerow.queries.questions.parsing import parse_question
from hedgerow.queries.questions.values import NOBODY
from hedgerow.queries.reading.archive import run
from hedgerow.queries.reading.coverage import coverage
from hedgerow.queries.reading.from_server import parameter

HEADER = """\
# title: Meetings
# description: Who met A.
# column partner: actor; the other
# column actors: actors; all
# column since: text; since when
# column documents: whole; behind it
# column confidence: number; how sure
# helper raw: text
"""


@dataclass(eq=False)
class Recorded:
    """A server that answers everything alike and keeps what it was asked."""

    records: list[dict[str, Any]]
    mark: dict[str, object] = field(default_factory=lambda: {"whole": True, "commit": "one"})
    asked: list[Mapping[str, Any]] = field(default_factory=list)

    def read(self, cypher: str, parameters: Mapping[str, Any]) -> list[dict[str, Any]]:
        if "AS mark" in cypher:
            return [{"mark": self.mark}]
        self.asked.append(parameters)
        return self.records


@pytest.mark.parametrize(
    ("term", "value"),
    [
        (ox.NamedNode(to_iri("actor/VNM")), "actor/VNM"),
        (ox.NamedNode(to_iri("dyad/USA-VNM")), "USA-VNM"),
        (ox.NamedNode(to_iri("event/1a2b3c")), "event/1a2b3c"),
        (NOBODY, "actor/nobody"),
        (hr("Event"), "Event"),
        (ox.Literal("a word"), "a word"),
        (
            ox.Literal(
                "2023-09-10", datatype=ox.NamedNode("http://www.w3.org/2001/XMLSchema#date")
            ),
            dt.date(2023, 9, 10),
        ),
    ],
)
def test_terms_become_parameters(term: ox.NamedNode | ox.Literal, value: object) -> None:
    assert parameter(term) == value


def test_records_become_rows_with_every_declared_column() -> None:
    asked = parse_question("meetings", HEADER, "RETURN 1 AS partner")
    record = {
        "partner": "actor/VNM",
        "actors": ["actor/VNM", "actor/USA", "actor/USA"],
        "since": dt.date(2023, 9, 10),
        "documents": 3,
        "confidence": 1,
    }
    (row,) = run(Recorded([record]), asked, {})
    assert row == {
        "partner": "VNM",
        "actors": ("USA", "VNM"),
        "since": "2023-09-10",
        "documents": 3,
        "confidence": 1.0,
        "raw": None,
    }
    assert isinstance(row["confidence"], float)


def test_arguments_reach_the_server_as_parameters_only() -> None:
    server = Recorded([])
    hostile = "Vietnam'}) DETACH DELETE (n) //"
    with pytest.raises(UsageError):
        ask(server, "arms", {"a": hostile})
    assert server.asked == []


def test_a_server_without_our_graph_is_no_empty_archive() -> None:
    with pytest.raises(UsageError, match="run hedgerow sync URI first"):
        ask(Recorded([], mark={}), "arms", {"a": "VNM"})


def test_a_question_without_cypher_is_for_stores() -> None:
    asked = parse_question("meetings", HEADER)
    with pytest.raises(UsageError, match="ask it of a store"):
        list(run(Recorded([]), asked, {}))


def test_coverage_is_counted_once_for_each_commit() -> None:
    server = Recorded([{"documents": 3, "claims": 4}])
    assert coverage(server) == coverage(server)
    assert len(server.asked) == 1
    server.mark["commit"] = "two"
    coverage(server)
    assert len(server.asked) == 2
