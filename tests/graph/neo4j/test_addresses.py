"""What is no address, or one where no server of ours answers, is told."""

import time

import pytest

from hedgerow.errors import ServerError, UsageError
from hedgerow.graph.neo4j import connection
from hedgerow.graph.neo4j.connection import Server
from hedgerow.graph.neo4j.target import Target
from tests.graph.neo4j.faults import refusal_of
from tests.neo4j import Neo4j


@pytest.mark.parametrize(
    "uri",
    ["", "localhost", "http://localhost", "bolt://", "bolt://host:port", "bolt://host:99999"],
)
def test_what_is_no_address_is_refused(uri: str) -> None:
    with pytest.raises(UsageError, match=r"is no address of a Neo4j server; write it as neo4j://"):
        Target(uri)


@pytest.mark.parametrize(
    ("uri", "said"),
    [
        ("bolt://127.0.0.1:9", "Connection refused"),
        ("neo4j://127.0.0.1:9", "Connection refused"),
        ("neo4j://no.such.host.invalid", "not known|resolution|No address"),
    ],
)
def test_a_server_that_is_not_there_is_told_at_once(uri: str, said: str) -> None:
    began = time.monotonic()
    with (
        pytest.raises(ServerError, match=rf"does not answer \(.*({said}).*\); check"),
        Server(Target(uri)),
    ):
        pass
    assert time.monotonic() - began < 10


@pytest.mark.neo4j
def test_a_database_that_is_missing_and_a_server_that_is_too_old_are_told(
    neo4j: Neo4j, monkeypatch: pytest.MonkeyPatch
) -> None:
    to = Target(neo4j.uri, *(neo4j.auth or ()))
    missing_one = Target(to.uri, to.user, to.password, database="nosuch")
    assert "no database of that name" in refusal_of(missing_one)
    monkeypatch.setattr(connection, "OLDEST", (9999, 0))
    assert "name a server of version" in refusal_of(to)
