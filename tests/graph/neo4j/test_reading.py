"""A user's own Cypher reads, and does nothing else."""

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from hedgerow.errors import HedgerowError, UsageError
from hedgerow.graph.neo4j import guard, reading
from hedgerow.graph.neo4j.reading import ReadOnly, Rows
from hedgerow.graph.neo4j.target import Target
from tests.neo4j import Neo4j

pytestmark = pytest.mark.neo4j

WRITING = (
    "CREATE (n:Own) RETURN n",
    "MERGE (n:Own {name: 'other'}) RETURN n",
    "MATCH (n:Own) SET n.name = 'other'",
    "MATCH (n:Own) SET n:Label",
    "MATCH (n:Own) REMOVE n.name",
    "MATCH (n:Own) DELETE n",
    "MATCH (n:Own) DETACH DELETE n RETURN count(n)",
    "CALL { CREATE (:Own) }",
    "CALL { CREATE (n:Own) RETURN n } RETURN n",
    "MATCH (n:Own) FOREACH (i IN [1, 2] | SET n.name = i)",
    "MATCH (n:Own) RETURN n UNION CREATE (n:Own) RETURN n",
    "/* MATCH */ cReAtE (n:Own)",
    "MATCH (n:Own) \\u0053ET n.name = 'other'",
    "EXPLAIN CREATE (n:Own)",
    "CYPHER runtime=slotted CREATE (n:Own)",
    "CALL db.createLabel('Label')",
    "CALL db.labels() YIELD label CALL db.createLabel(label + 's') RETURN label",
)
COMMANDING = (
    "CREATE INDEX own FOR (n:Own) ON (n.name)",
    "CREATE CONSTRAINT own FOR (n:Own) REQUIRE n.name IS UNIQUE",
    "DROP INDEX own IF EXISTS",
    "DROP CONSTRAINT own IF EXISTS",
    "CREATE USER somebody SET PASSWORD 'some-password'",
    "ALTER USER neo4j SET PASSWORD 'some-password'",
    "ALTER CURRENT USER SET PASSWORD FROM 'one-password' TO 'some-password'",
    "DROP USER neo4j",
    "SHOW USERS",
    "SHOW DATABASES",
    "STOP DATABASE neo4j",
    "CREATE DATABASE other",
)
ACTING = (
    ("LOAD CSV FROM 'file:///etc/hosts' AS line RETURN line", "loads"),
    ("RETURN COLLECT { LOAD CSV FROM 'file:///etc/hosts' AS l RETURN l } AS lines", "loads"),
    ("WITH 'file:///etc/hosts' AS at LOAD CSV FROM at AS line RETURN line", "loads"),
    ("TERMINATE TRANSACTIONS 'neo4j-transaction-1'", "stops"),
    ("CALL { MATCH (n) RETURN n } IN TRANSACTIONS RETURN n", "transactions of its own"),
    ("UNWIND [1] AS i CALL (i) { CREATE (:Own) } IN TRANSACTIONS", "transactions of its own"),
    ("CALL db.clearQueryCaches()", "db.clearQueryCaches"),
    ("CALL dbms.listConfig('auth') YIELD name RETURN name", "dbms.listConfig"),
    ("CALL dbms.killConnection('bolt-1')", "dbms.killConnection"),
    ("CALL `db`.`stats`.`clear`('QUERIES')", "db.stats.clear"),
    ("CALL db.resampleOutdatedIndexes()", "db.resampleOutdatedIndexes"),
    ("MATCH (n) WHERE EXISTS { CALL tx.getMetaData() YIELD metadata } RETURN n", "tx.getMetaData"),
)
OTHERWISE = (
    "MATCH (n) RETURN n; CREATE (:Own)",
    "USE system SHOW USERS",
    "USE system CALL db.labels()",
    "CALL { USE system CALL db.labels() YIELD label RETURN label } RETURN label",
    "PROFILE CREATE (:Own)",
    "MACH (n)",
    "CALL apoc.load.json('http://127.0.0.1:1/') YIELD value RETURN value",
    "CALL apoc.load.csv('file:///etc/hosts') YIELD map RETURN map",
    "RETURN $missing",
    "RETURN 1 / 0",
    "",
)
READING = (
    "RETURN 'CREATE (n) DELETE n; LOAD CSV' AS text",
    "// CREATE (n)\nMATCH (n:Own) RETURN n.name AS name /* USE system */",
    "MATCH (`create`:Own) RETURN `create`.name AS `LOAD CSV`",
    "MATCH (n:Own) WHERE n.name CONTAINS 'TERMINATE' OR true RETURN n",
    "CALL db.labels() YIELD label WITH label LIMIT 1 RETURN label",
    "SHOW INDEXES YIELD name RETURN count(*) AS indexes",
    "CYPHER 5 MATCH (n:Own) RETURN n;",
    "RETURN date.truncate('year', date('2024-05-01')) AS year",
    "MATCH (n:Own) CALL (n) { RETURN n.name AS name } RETURN name",
    "RETURN point.distance(point({x: 0, y: 0}), point({x: 3, y: 4})) AS apart",
)


@pytest.fixture
def server(neo4j: Neo4j) -> Iterator[ReadOnly]:
    """A database with one node that must stay as it is, and the only one."""
    neo4j.run("CREATE (:Own {name: 'own'})")
    before = told(neo4j)
    user, password = neo4j.auth or (None, None)
    with ReadOnly(Target(neo4j.uri, user, password)) as server:
        yield server
    assert told(neo4j) == before


def told(neo4j: Neo4j) -> list[Any]:
    """All that a query could have changed."""
    return [
        neo4j.run(query)
        for query in (
            "MATCH (n) RETURN labels(n) AS labels, properties(n) AS properties",
            "SHOW INDEXES YIELD name RETURN name ORDER BY name",
            "SHOW CONSTRAINTS YIELD name RETURN name ORDER BY name",
            "SHOW USERS YIELD user RETURN user ORDER BY user",
        )
    ]


def ask(server: ReadOnly, query: str, limit: int = 10, timeout: float = 30, **given: Any) -> Rows:
    return server.ask(query, given, limit=limit, timeout=timeout)


@pytest.mark.parametrize("query", [*WRITING, *COMMANDING])
def test_what_writes_or_commands_is_refused(server: ReadOnly, query: str) -> None:
    with pytest.raises(UsageError, match=r"The query (writes|calls)|Unsupported"):
        ask(server, query)


@pytest.mark.parametrize(("query", "reason"), ACTING)
def test_what_acts_while_it_reads_is_refused(server: ReadOnly, query: str, reason: str) -> None:
    with pytest.raises(UsageError, match=reason):
        ask(server, query)


@pytest.mark.parametrize("query", OTHERWISE)
def test_what_the_server_does_not_take_is_told_in_one_line(server: ReadOnly, query: str) -> None:
    with pytest.raises(UsageError) as refused:
        ask(server, query)
    assert str(refused.value).endswith(".")
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("query", READING)
def test_words_of_writing_in_texts_comments_and_names_are_no_writing(
    server: ReadOnly, query: str
) -> None:
    assert len(ask(server, query).rows) == 1


def test_nothing_is_sent_to_an_address(server: ReadOnly, listening: list[str]) -> None:
    with pytest.raises(UsageError, match="loads"):
        ask(server, f"MATCH (n:Own) LOAD CSV FROM '{listening[0]}' + n.name AS x RETURN x")
    assert listening[1:] == []


@pytest.fixture
def listening() -> Iterator[list[str]]:
    """The address of a server on this machine, then the paths it was asked for."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            heard.append(self.path)
            self.send_error(404)

    with HTTPServer(("127.0.0.1", 0), Handler) as http:
        heard = [f"http://127.0.0.1:{http.server_port}/"]
        Thread(target=http.serve_forever, daemon=True).start()
        yield heard
        http.shutdown()


def test_even_a_query_that_got_past_the_check_changes_nothing(
    server: ReadOnly, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "check", lambda *_: None)
    for query in WRITING:
        with pytest.raises(HedgerowError):
            ask(server, query)
            raise UsageError("what does no harm, such as EXPLAIN, is taken")


@pytest.mark.parametrize("name", ["apoc.load.size", "APOC . load . size", "\\u0061poc.load.size"])
def test_functions_of_plugins_are_refused(
    server: ReadOnly, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert ask(server, "RETURN 'apoc' AS x").rows == [{"x": "apoc"}]
    monkeypatch.setattr(guard, "_PLUGINS", "RETURN ['apoc', 'gds'] AS prefixes")
    with pytest.raises(UsageError, match="plug-in"):
        ask(server, f"RETURN '' AS x // {name}('http://localhost')")
    assert ask(server, "RETURN $x AS x, 'apocalypse' AS y", x="apoc").rows


def test_rows_beyond_the_limit_are_not_fetched(server: ReadOnly) -> None:
    found = ask(server, "UNWIND range(1, 1000000000) AS i RETURN i", limit=3)
    assert (found.columns, found.rows, found.more) == (("i",), [{"i": 1}, {"i": 2}, {"i": 3}], True)
    assert not ask(server, "UNWIND range(1, 3) AS i RETURN i", limit=3).more


def test_a_query_that_takes_too_long_is_stopped(server: ReadOnly) -> None:
    with pytest.raises(UsageError, match="longer than 1 s"):
        ask(server, "UNWIND range(1, 100000000000) AS i RETURN count(i)", timeout=1)


def test_parameters_are_values_and_never_text_of_the_query(server: ReadOnly) -> None:
    hostile = "own'}) DETACH DELETE n //"
    assert ask(server, "MATCH (n:Own {name: $name}) RETURN n", name=hostile).rows == []
    with pytest.raises(UsageError, match="cannot be sent"):
        ask(server, "RETURN $x", x=2**70)


def test_a_place_in_the_query_is_counted_as_the_user_does(server: ReadOnly) -> None:
    with pytest.raises(UsageError, match=r"MACH.*\(line 2, column 2\)"):
        ask(server, "MATCH (n)\n MACH (m)")


def test_a_long_query_is_read_to_its_end(server: ReadOnly) -> None:
    steps = "".join(f"WITH x + {i} AS x WHERE x > {i} " for i in range(300))
    assert ask(server, f"UNWIND [1, 2] AS x {steps} RETURN count(x) AS n").rows == [{"n": 2}]


def test_files_of_the_server_stay_unread(server: ReadOnly, tmp_path: Path) -> None:
    secret = tmp_path / "secret.csv"
    secret.write_text("secret\n")
    with pytest.raises(UsageError, match="loads"):
        ask(server, "LOAD CSV FROM $at AS line RETURN line", at=secret.as_uri())
