"""`hedgerow cypher`: what the user sees of a query of their own."""

import csv
import io
import json
import sys

import pytest

from hedgerow.cli.cypher import parameters
from hedgerow.errors import UsageError
from tests.cli.conftest import Ran, Run
from tests.neo4j import Neo4j


class Asking:
    """The command on a server with two nodes."""

    def __init__(self, run: Run, uri: str) -> None:
        self._run, self._uri = run, uri

    def __call__(self, *arguments: str) -> Ran:
        return self._run("cypher", *arguments, "--neo4j", self._uri)


@pytest.fixture
def asking(run: Run, neo4j: Neo4j, monkeypatch: pytest.MonkeyPatch) -> Asking:
    user, password = neo4j.auth or ("", "")
    monkeypatch.setenv("NEO4J_USERNAME", user)
    monkeypatch.setenv("NEO4J_PASSWORD", password)
    neo4j.run("CREATE (:State {code: 'VNM', name: 'Vietnam'}), (:State {code: 'JPN', rank: 2})")
    return Asking(run, neo4j.uri)


@pytest.mark.neo4j
def test_rows_come_as_table_json_and_csv(asking: Asking) -> None:
    query = "MATCH (s:State) RETURN s.code AS code, s ORDER BY code"
    table = asking(query)
    assert table.code == 0
    assert "VNM" in table.out
    rows = json.loads(asking(query, "--format", "json").out)
    assert rows[1] == {
        "code": "VNM",
        "s": {"labels": ["State"], "properties": {"code": "VNM", "name": "Vietnam"}},
    }
    cells = list(csv.DictReader(io.StringIO(asking(query, "-f", "csv").out)))
    assert json.loads(cells[0]["s"])["properties"] == {"code": "JPN", "rank": 2}


@pytest.mark.neo4j
@pytest.mark.parametrize("argument", [(), ("-",)])
def test_a_query_is_read_from_standard_input(
    asking: Asking, monkeypatch: pytest.MonkeyPatch, argument: tuple[str, ...]
) -> None:
    query = "\ufeffMATCH (s:State {name: 'Vietnam'})\nRETURN s.code AS code\n"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(query.encode())))
    assert json.loads(asking(*argument, "-f", "json").out) == [{"code": "VNM"}]


@pytest.mark.neo4j
def test_a_limit_is_kept_and_said(asking: Asking) -> None:
    ran = asking("UNWIND range(1, 5) AS i RETURN i", "--limit", "2", "-f", "json")
    assert [row["i"] for row in json.loads(ran.out)] == [1, 2]
    assert "more than these 2 rows" in ran.err
    assert asking("UNWIND range(1, 2) AS i RETURN i", "--limit", "2").err == ""


@pytest.mark.neo4j
def test_parameters_reach_the_query(asking: Asking) -> None:
    query = "RETURN $code AS code, $year + 1 AS year, $many[1] AS many"
    ran = asking(query, *("--param", "code=VNM"), *("--param", "year=2023"), "-f", "json")
    assert ran.code == 2
    assert "many" in ran.err
    given = ("--param", "code=VNM", "--param", "year=2023", "--param", 'many=["a", "b"]')
    assert json.loads(asking(query, *given, "-f", "json").out) == [
        {"code": "VNM", "year": 2024, "many": "b"}
    ]


@pytest.mark.neo4j
def test_no_row_is_said(asking: Asking) -> None:
    ran = asking("MATCH (n:Nothing) RETURN n")
    assert (ran.code, ran.out, ran.err) == (0, "", "no rows\n")
    assert json.loads(asking("MATCH (n:Nothing) RETURN n", "-f", "json").out) == []


@pytest.mark.neo4j
def test_texts_cannot_drive_the_terminal(asking: Asking) -> None:
    hostile = "a\x1b[2J\x1b]0;title\x07b\x9b31m"
    for value in (f"text={hostile}", json.dumps([[hostile]]).join(("text=", ""))):
        out = asking("RETURN $text AS x, {y: $text} AS z", "--param", value).out
        assert not set(out) & {"\x1b", "\x07", "\x9b"}


@pytest.mark.neo4j
def test_what_writes_is_refused_in_one_sentence(asking: Asking, neo4j: Neo4j) -> None:
    ran = asking("MATCH (n) DETACH DELETE n")
    assert ran.code == 2
    assert ran.err.startswith("hedgerow: The query writes")
    assert ran.err.count("\n") == 1
    assert neo4j.run("MATCH (n) RETURN count(n) AS n") == [{"n": 2}]


def test_an_empty_query_is_refused_before_a_server_is_asked(run: Run) -> None:
    ran = run("cypher", " \n", "--neo4j", "bolt://127.0.0.1:9")
    assert ran.code == 2
    assert "There is no query" in ran.err


def test_a_server_must_be_named(run: Run) -> None:
    ran = run("cypher", "RETURN 1")
    assert ran.code == 2
    assert "--neo4j" in ran.err


def test_values_are_json_where_they_are_json() -> None:
    stated = ["code=VNM", "year=2023", '$quoted="2023"', "yes=true", "open=[1", "sum=a=b", "none="]
    assert parameters(stated) == {
        "code": "VNM",
        "year": 2023,
        "quoted": "2023",
        "yes": True,
        "open": "[1",
        "sum": "a=b",
        "none": "",
    }


@pytest.mark.parametrize("wrong", ["code", "=VNM"])
def test_a_parameter_without_a_name_or_value_is_refused(wrong: str) -> None:
    with pytest.raises(UsageError, match="NAME=VALUE"):
        parameters([wrong])
