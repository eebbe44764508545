"""The server that other tests stand on: it starts, keeps its data, and says what it lacks."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from neo4j import GraphDatabase, TrustCustomCAs
from neo4j.exceptions import AuthError, ServiceUnavailable

from scripts.neo4j_jars import NoServer
from scripts.neo4j_server import Neo4jServer
from scripts.neo4j_setup import free_port
from tests.neo4j import Neo4j

Start = Callable[..., Neo4jServer]
PASSWORD = "rose-and-thorn"  # noqa: S105  of a server that lives for one test
COUNT = "MATCH (n:Kept) RETURN count(n) AS n"


@pytest.mark.neo4j
def test_each_test_finds_no_nodes_and_the_schema_can_go(neo4j: Neo4j) -> None:
    neo4j.run("CREATE (:Kept {id: 1})")
    neo4j.run("CREATE CONSTRAINT kept FOR (n:Kept) REQUIRE n.id IS UNIQUE")
    neo4j.run("CREATE INDEX beside FOR (n:Kept) ON (n.name)")
    neo4j.empty()
    assert neo4j.run(COUNT) == [{"n": 0}]
    neo4j.drop_schema()
    assert [row["type"] for row in neo4j.run("SHOW INDEXES")] == ["LOOKUP", "LOOKUP"]


@pytest.mark.neo4j
@pytest.mark.slow
def test_data_and_password_survive_a_kill_and_a_restart_but_not_a_wipe(own_neo4j: Start) -> None:
    server = own_neo4j(password=PASSWORD)
    uri = server.uri
    with server.driver() as driver:
        driver.execute_query("CREATE (:Kept)")
        server.kill()
        with pytest.raises(ServiceUnavailable):
            driver.verify_connectivity()
        assert server.start() == uri
        assert driver.execute_query(COUNT).records[0]["n"] == 1
    assert server.restart() == uri
    with server.driver() as driver:
        assert driver.execute_query(COUNT).records[0]["n"] == 1
    with (
        GraphDatabase.driver(uri, auth=("neo4j", "neo4j")) as stranger,
        pytest.raises(AuthError),
    ):
        stranger.verify_connectivity()
    server.wipe()
    server.start()
    with server.driver() as driver:
        assert driver.execute_query(COUNT).records[0]["n"] == 0


@pytest.mark.neo4j
@pytest.mark.slow
def test_an_encrypted_server_is_reached_by_its_certificate_only(own_neo4j: Start) -> None:
    server = own_neo4j(tls=True)
    plain = f"bolt://localhost:{server.port}"
    with GraphDatabase.driver(plain) as driver, pytest.raises(ServiceUnavailable):
        driver.verify_connectivity()
    with (
        GraphDatabase.driver(plain.replace("bolt", "bolt+s")) as driver,
        pytest.raises(ServiceUnavailable),
    ):
        driver.verify_connectivity()
    trust = TrustCustomCAs(str(server.certificate))
    with GraphDatabase.driver(plain, encrypted=True, trusted_certificates=trust) as driver:
        driver.verify_connectivity()


@pytest.mark.neo4j
@pytest.mark.slow
@pytest.mark.parametrize("signal_number", [signal.SIGKILL, signal.SIGINT])
def test_no_server_outlives_the_program_that_started_it(
    tmp_path: Path, neo4j_server: Neo4j, signal_number: int
) -> None:
    port = free_port()
    program = (
        "import sys, time; from pathlib import Path; from scripts.neo4j_jars import QUICK\n"
        "from scripts.neo4j_server import Neo4jServer\n"
        f"with Neo4jServer(Path(sys.argv[1]), port={port}, java=QUICK) as server:\n"
        "    print(server.process.pid, flush=True)\n"
        "    time.sleep(600)\n"
    )
    command = [sys.executable, "-c", program, str(tmp_path)]
    root = Path(__file__).parents[2]
    with subprocess.Popen(  # noqa: S603  our own program
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, cwd=root
    ) as starter:
        assert starter.stdout
        group = int(starter.stdout.readline())
        starter.send_signal(signal_number)
    assert gone(group)


@pytest.mark.neo4j
@pytest.mark.slow
def test_another_password_than_the_first_is_told(own_neo4j: Start) -> None:
    server = own_neo4j(password=PASSWORD)
    server.kill()
    server.password = "another-one"  # noqa: S105  of a server that lives for one test
    with pytest.raises(NoServer, match="was given another password before; set NEO4J_PASSWORD"):
        server.start()
    server.wipe()
    server.password = "short"  # noqa: S105
    with pytest.raises(NoServer, match=r"refused the password \(.*8 characters"):
        server.start()


@pytest.mark.neo4j
def test_a_wrong_setting_is_told_with_the_place_of_the_log(
    own_neo4j: Start, tmp_path: Path
) -> None:
    server = Neo4jServer(tmp_path, conf={"server.no_such_setting": "1"})
    with pytest.raises(NoServer, match=r"Neo4j ended at its start .*see .*console\.log"):
        server.start()


def test_a_taken_port_is_named() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        with pytest.raises(NoServer, match=f"port {port} of this machine is taken; stop"):
            free_port(port)


def gone(group: int) -> bool:
    """Whether a process group ends within ten seconds."""
    for _ in range(100):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.1)
    return False
