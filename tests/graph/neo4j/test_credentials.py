"""Who logs in, over what, and that a password is never shown."""

import os
import pty
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from hedgerow.errors import HedgerowError, ServerError, UsageError
from hedgerow.graph.neo4j import connection
from hedgerow.graph.neo4j.connection import Server
from hedgerow.graph.neo4j.target import Target, target
from hedgerow.graph.store import Store
from scripts.neo4j_jars import QUICK, NoServer
from scripts.neo4j_run import warm
from scripts.neo4j_server import Neo4jServer
from tests.graph.articles import article
from tests.neo4j import Neo4j, missing

RIGHT, WRONG = "right-horse-71", "wrong-staple-93"
COMMAND = (sys.executable, "-c", "from hedgerow.cli import main; main()", "sync")
ASKS = b"Password of neo4j"


@pytest.fixture(scope="module")
def locked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Neo4jServer]:
    """A server with a password and a certificate of its own."""
    server = Neo4jServer(tmp_path_factory.mktemp("locked"), password=RIGHT, tls=True, java=QUICK)
    try:
        warm()
        server.start()
    except NoServer as reason:
        missing(reason)
    yield server
    server.kill()


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """Of a command: without credentials, with a store of one article."""
    with Store.open(tmp_path / "hedgerow.store") as store:
        store.add([article("The president came.", "visit", "USA VNM", date="2023-05-02")])
    inherited = {name: value for name, value in os.environ.items() if "NEO4J" not in name}
    return inherited | {"HEDGEROW_STORE": str(tmp_path / "hedgerow.store"), "COLUMNS": "80"}


def ran(environment: dict[str, str], *arguments: str) -> tuple[int, str]:
    """The exit code and all output of a command with nobody at the terminal."""
    done = subprocess.run(  # noqa: S603
        [*COMMAND, *arguments],
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    assert RIGHT not in done.stdout
    assert WRONG not in done.stdout
    return done.returncode, done.stdout


def typed(environment: dict[str, str], arguments: Sequence[str], answer: bytes) -> tuple[int, str]:
    """The same of a command at a terminal, where a prompt is answered."""
    child, terminal = pty.fork()
    if child == 0:
        os.execvpe(COMMAND[0], [*COMMAND, *arguments], environment)  # noqa: S606
    seen, answered = b"", False
    while True:
        try:
            seen += os.read(terminal, 4096)
        except OSError:  # the way Linux says that the other end was closed
            break
        if ASKS in seen and not answered:
            time.sleep(0.1)
            os.write(terminal, answer)
            answered = True
    os.close(terminal)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), seen.decode()


def is_sentence(text: str) -> bool:
    return text.startswith("hedgerow: ") and text.endswith(".\n") and text.count("\n") == 1


@pytest.mark.neo4j
def test_a_password_comes_from_a_file_or_the_environment(
    locked: Neo4jServer, environment: dict[str, str], tmp_path: Path
) -> None:
    file = tmp_path / "password"
    file.write_bytes(b"\xef\xbb\xbf" + RIGHT.encode() + b"\r\n")
    code, _ = ran(environment, locked.uri, "--password-file", str(file))
    assert code == 0
    code, out = ran(environment | {"NEO4J_PASSWORD": RIGHT}, locked.uri)
    assert (code, out.startswith("the database is up to date")) == (0, True)


@pytest.mark.neo4j
def test_a_password_is_asked_for_at_a_terminal(
    locked: Neo4jServer, environment: dict[str, str]
) -> None:
    code, out = typed(environment, [locked.uri, "--check", "--force"], RIGHT.encode() + b"\n")
    assert code in (0, 1)
    assert "the database" in out or "added" in out
    assert RIGHT not in out
    for stop in (b"\x03", b"\x04"):
        code, out = typed(environment, [locked.uri], stop)
        assert code != 0
        assert "Traceback" not in out


@pytest.mark.neo4j
def test_a_wrong_password_is_told_then_the_user_is_locked_out(
    locked: Neo4jServer, environment: dict[str, str]
) -> None:
    code, out = ran(environment | {"NEO4J_PASSWORD": WRONG}, locked.uri)
    assert code == 5
    assert is_sentence(out)
    assert "refuses the user or password" in out
    said = set()
    for _ in range(5):
        with pytest.raises(ServerError) as error, Server(Target(locked.uri, "neo4j", WRONG)):
            pass
        assert WRONG not in repr(error.getrepr(showlocals=False))
        said.add(str(error.value))
    assert any("wait five seconds" in each for each in said)
    time.sleep(5.5)
    with Server(Target(locked.uri, "neo4j", RIGHT)) as server:
        assert server.read("RETURN 1 AS one") == [{"one": 1}]


def test_without_a_password_and_a_terminal_nothing_is_tried(environment: dict[str, str]) -> None:
    code, out = ran(environment, "bolt://127.0.0.1:9")
    assert code == 2
    assert is_sentence(out)
    assert "NEO4J_PASSWORD" in out


@pytest.mark.parametrize(
    "uri",
    [
        f"bolt://neo4j:{RIGHT}@localhost",
        f"bolt://neo4j:a/{RIGHT}@localhost",
        f"neo4j:{RIGHT}@localhost",
        f"https://neo4j:{RIGHT}@localhost",
    ],
)
def test_a_password_in_the_uri_is_refused_unseen(environment: dict[str, str], uri: str) -> None:
    code, out = ran(environment, uri)
    assert code == 2
    assert is_sentence(out)
    assert "out of the URI" in out


@pytest.mark.parametrize("content", [b"", b"\n", b"\xff\xfe\x00secret"])
def test_a_file_without_a_password_is_told(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "password"
    file.write_bytes(content)
    with pytest.raises(UsageError, match="first line"):
        target("bolt://localhost", password_file=file)


def test_a_password_is_no_part_of_what_a_target_shows() -> None:
    assert RIGHT not in repr(Target("bolt://localhost", "neo4j", RIGHT))


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
def test_encryption_is_told_where_it_does_not_fit(
    locked: Neo4jServer, neo4j: Neo4j, monkeypatch: pytest.MonkeyPatch
) -> None:
    address, plain = f"127.0.0.1:{locked.port}", neo4j.uri.rpartition("/")[2]
    for scheme in ("bolt+s", "neo4j+s"):
        assert "SSL_CERT_FILE" in refusal(f"{scheme}://{address}")
    for scheme in ("bolt", "neo4j"):
        assert "write +s or +ssc" in refusal(f"{scheme}://{address}")
    assert "leave +s or +ssc out" in refusal(f"bolt+ssc://{plain}")
    monkeypatch.setenv("SSL_CERT_FILE", str(locked.certificate))
    with Server(Target(f"bolt+s://{address}", "neo4j", RIGHT)) as server:
        assert server.check().startswith("5.")


@pytest.mark.neo4j
def test_a_database_that_is_missing_and_a_server_that_is_too_old_are_told(
    neo4j: Neo4j, monkeypatch: pytest.MonkeyPatch
) -> None:
    to = Target(neo4j.uri, *(neo4j.auth or ()))
    missing_one = Target(to.uri, to.user, to.password, database="nosuch")
    assert "no database of that name" in refusal_of(missing_one)
    monkeypatch.setattr(connection, "OLDEST", (9999, 0))
    assert "name a server of version" in refusal_of(to)


def refusal(uri: str) -> str:
    return refusal_of(Target(uri, "neo4j", RIGHT))


def refusal_of(to: Target) -> str:
    """What is told, in one sentence."""
    with pytest.raises(HedgerowError) as error, Server(to):
        pass
    text = str(error.value)
    assert "\n" not in text
    assert text.endswith(".")
    assert RIGHT not in text
    return text
