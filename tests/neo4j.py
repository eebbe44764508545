"""A true Neo4j for tests marked `neo4j`: the user's own (NEO4J_URI), else one of ours.

Tests with the marker run one after the other on one server. Without Java, Maven and Docker they
are skipped, or fail on CI.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

import pytest
from neo4j import Driver, GraphDatabase

from scripts.neo4j_jars import QUICK, NoServer
from scripts.neo4j_run import PASSWORD, docker, docker_start, warm
from scripts.neo4j_server import Neo4jServer
from scripts.neo4j_setup import USER, free_port

PROJECT = "hedgerow-tests"
EMPTY = "MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS"
CONSTRAINTS = "SHOW CONSTRAINTS YIELD name RETURN 'CONSTRAINT' AS kind, name"
INDEXES = (
    "SHOW INDEXES YIELD name, type, owningConstraint "
    "WHERE type <> 'LOOKUP' AND owningConstraint IS NULL RETURN 'INDEX' AS kind, name"
)


@dataclass(frozen=True)
class Neo4j:
    """A server that answers, and how to reach it."""

    uri: str
    auth: tuple[str, str] | None
    driver: Driver

    def run(self, query: str, **values: Any) -> list[dict[str, Any]]:
        """The rows of a query in a transaction of its own kind."""
        with self.driver.session() as session:
            return session.run(query, values).data()

    def empty(self) -> None:
        """Remove every node. The schema stays: to make it anew takes a second a test."""
        self.run(EMPTY)

    def drop_schema(self) -> None:
        """Remove every constraint and index."""
        for found in (CONSTRAINTS, INDEXES):
            for row in self.run(found):
                self.run(f"DROP {row['kind']} `{row['name']}` IF EXISTS")


@pytest.fixture(scope="session")
def neo4j_server(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Neo4j]:
    """The server of this worker: with `--dist loadgroup` the only one of the run."""
    uri = os.environ.get("NEO4J_URI")
    if uri and "PYTEST_XDIST_WORKER" in os.environ:
        marked = (item for item in request.session.items if item.get_closest_marker("neo4j"))
        if not all(item.nodeid.endswith("@neo4j") for item in marked):
            pytest.fail(f"workers would empty {uri} under each other; run pytest without -n")
    with users_own(uri) if uri else ours(tmp_path_factory.mktemp("neo4j")) as server:
        yield server


@pytest.fixture
def neo4j(neo4j_server: Neo4j) -> Neo4j:
    """The server, without any node; see `drop_schema` for tests that make the schema."""
    neo4j_server.empty()
    return neo4j_server


@pytest.fixture
def own_neo4j(tmp_path: Path) -> Iterator[Callable[..., Neo4jServer]]:
    """Starts servers of the test's own, which may be killed: `own_neo4j(tls=True)`."""
    servers: list[Neo4jServer] = []

    def start(**options: Any) -> Neo4jServer:
        home = tmp_path / f"neo4j-{len(servers)}"
        server = Neo4jServer(home, **{"java": QUICK, **options})
        servers.append(server)
        try:
            warm()
            server.start()
        except NoServer as reason:
            missing(reason)
        return server

    yield start
    for server in servers:
        server.kill()


@contextmanager
def running(home: Path, **options: Any) -> Iterator[Neo4jServer]:
    """A server of one test module's own, which its tests may kill."""
    server = Neo4jServer(home, **{"java": QUICK, **options})
    try:
        warm()
        server.start()
    except NoServer as reason:
        missing(reason)
    try:
        yield server
    finally:
        server.kill()


def missing(reason: NoServer) -> NoReturn:
    """Skip the test, or fail it on CI."""
    if os.environ.get("CI") == "true":
        pytest.fail(str(reason))
    pytest.skip(str(reason))


@contextmanager
def users_own(uri: str) -> Iterator[Neo4j]:
    """The server of NEO4J_URI, unless it holds what is not ours to delete."""
    password = os.environ.get("NEO4J_PASSWORD")
    auth = (os.environ.get("NEO4J_USERNAME") or USER, password) if password else None
    with connected(uri, auth) as server:
        nodes = server.run("MATCH (n) RETURN count(n) AS n")[0]["n"]
        schema = len(server.run(CONSTRAINTS) + server.run(INDEXES))
        if nodes or schema:
            pytest.fail(
                f"{uri} holds {nodes} nodes and {schema} constraints and indexes, and the tests "
                "would delete them; give NEO4J_URI of an empty database, or unset it"
            )
        yield server
        server.empty()
        server.drop_schema()


@contextmanager
def ours(home: Path) -> Iterator[Neo4j]:
    """A server from Maven's jars, else one in Docker; it ends with the tests."""
    local = Neo4jServer(home, password=PASSWORD, java=QUICK)
    port = free_port()
    try:
        try:
            warm()
            uri, auth = local.start(), local.auth
        except NoServer:
            in_docker = docker_start(PROJECT, port)
            if in_docker is None:
                raise
            uri, auth = in_docker, (USER, PASSWORD)
        with connected(uri, auth) as server:
            yield server
    except NoServer as reason:
        missing(reason)
    finally:
        local.kill()
        docker("down", "--volumes", project=PROJECT, port=port)


@contextmanager
def connected(uri: str, auth: tuple[str, str] | None) -> Iterator[Neo4j]:
    """A driver, closed at the end."""
    with GraphDatabase.driver(uri, auth=auth) as driver:
        yield Neo4j(uri, auth, driver)
