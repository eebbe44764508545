"""`make neo4j` and `make neo4j-stop`: a Neo4j on this machine that keeps its data.

With Docker where a daemon answers, else from Maven's jars on Java.
"""

import argparse
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from scripts.neo4j_jars import CACHE, QUICK, NoServer, classes, jars
from scripts.neo4j_server import STOP_SECONDS, Neo4jServer
from scripts.neo4j_setup import USER, answers

COMPOSE = Path(__file__).parents[1] / "compose.yaml"
PASSWORD = os.environ.get("NEO4J_PASSWORD") or "hedgerow-dev"
PORT = int(os.environ.get("NEO4J_PORT") or 7687)
DOCKER_SECONDS = 180.0
PID = CACHE / "server" / "pid"
EXERCISE = (
    "CREATE CONSTRAINT once IF NOT EXISTS FOR (n:Node) REQUIRE n.id IS UNIQUE",
    "UNWIND range(1, 100) AS id MERGE (n:Node {id: id}) SET n += {on: date()}",
    "MATCH (n:Node), (m:Node {id: n.id + 1}) MERGE (n)-[:NEXT]->(m)",
    "MATCH (n:Node)-[:NEXT]->(m) RETURN labels(n), count(*) AS nodes ORDER BY nodes LIMIT 5",
    "MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS",
    "SHOW INDEXES",
    "DROP CONSTRAINT once",
)


def warm() -> None:
    """Fetch the jars, and share the classes of one short run, once; later starts are quicker."""
    archive = classes(jars())
    if archive.exists():
        return
    with tempfile.TemporaryDirectory(dir=CACHE) as scratch:
        made = Path(scratch) / "classes"
        server = Neo4jServer(Path(scratch), java=(*QUICK, f"-XX:ArchiveClassesAtExit={made}"))
        with server, server.driver() as driver, driver.session() as session:
            for query in EXERCISE:
                session.run(query).consume()
            server.stop()
        if made.exists():
            made.replace(archive)


def docker(*words: str, project: str = "hedgerow", port: int = PORT) -> bool:
    """Run `docker compose`; whether that went well. False where no daemon answers."""
    program = shutil.which("docker")
    if program is None:
        return False
    values = {**os.environ, "NEO4J_PASSWORD": PASSWORD, "NEO4J_PORT": str(port)}
    command = [program, "compose", "-f", str(COMPOSE), "-p", project, *words]
    done = subprocess.run(command, env=values, capture_output=True, check=False)  # noqa: S603
    return done.returncode == 0


def docker_start(project: str = "hedgerow", port: int = PORT) -> str | None:
    """The URI of a server in Docker, once it answers; None where no daemon answers."""
    if not docker("ps", project=project):
        return None
    if not docker("up", "--detach", project=project, port=port):
        raise NoServer(f"Docker could not start Neo4j; see: docker compose -p {project} up")
    uri = f"bolt://127.0.0.1:{port}"
    deadline = time.monotonic() + DOCKER_SECONDS
    while not answers(uri, PASSWORD):
        if time.monotonic() > deadline:
            raise NoServer(f"Neo4j did not answer; see: docker compose -p {project} logs")
        time.sleep(0.2)
    return uri


def start() -> str:
    """The URI of the server, started unless it runs."""
    if _running():
        return f"bolt://127.0.0.1:{PID.read_text().split()[1]}"
    if uri := docker_start():
        return uri
    warm()
    server = Neo4jServer(PID.parent, port=PORT, password=PASSWORD, heap="1g", detached=True)
    uri = server.start()
    PID.write_text(f"{server.pid} {PORT}")
    return uri


def stop() -> None:
    """Shut it down; its data stays."""
    docker("stop")
    if pid := _running():
        os.kill(pid, signal.SIGTERM)
        deadline = time.monotonic() + STOP_SECONDS
        while _running() and time.monotonic() < deadline:
            time.sleep(0.1)
    PID.unlink(missing_ok=True)


def _running() -> int | None:
    if not PID.exists():
        return None
    pid = PID.read_text().split()[0]
    # The number may have passed to another program since.
    asked = ["ps", "-ww", "-p", pid, "-o", "args="]
    shown = subprocess.run(asked, capture_output=True, text=True, check=False)  # noqa: S603
    return int(pid) if f"--home-dir={PID.parent}" in shown.stdout else None


def main() -> int:
    """Start, stop or warm; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("action", choices=("start", "stop", "warm"))
    action = parser.parse_args().action
    try:
        if action == "start":
            login = f"user {USER}, password {PASSWORD}"
            sys.stdout.write(
                f"Neo4j answers at {start()}, {login}; stop it with: make neo4j-stop\n"
            )
        else:
            {"stop": stop, "warm": warm}[action]()
    except NoServer as reason:
        sys.stderr.write(f"{reason}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
