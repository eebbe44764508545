"""Who logs in, over what, and that a password is never shown."""

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from hedgerow.errors import ServerError, UsageError
from hedgerow.graph.neo4j.connection import Server
from hedgerow.graph.neo4j.target import Target, target
from hedgerow.graph.store import Store
from scripts.neo4j_server import Neo4jServer
from tests.graph.articles import article
from tests.graph.neo4j.faults import refusal_of
from tests.graph.neo4j.terminal import RIGHT, WRONG, is_sentence, ran, typed
from tests.neo4j import Neo4j, running


@pytest.fixture(scope="module")
def locked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Neo4jServer]:
    """A server with a password and a certificate of its own."""
    with running(tmp_path_factory.mktemp("locked"), password=RIGHT, tls=True) as server:
        yield server


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """Of a command: without credentials, with a store of one article."""
    with Store.open(tmp_path / "hedgerow.store") as store:
        store.add([article("The president came.", "visit", "USA VNM", date="2023-05-02")])
    inherited = {name: value for name, value in os.environ.items() if "NEO4J" not in name}
    return inherited | {"HEDGEROW_STORE": str(tmp_path / "hedgerow.store"), "COLUMNS": "80"}


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
    assert "no fingerprint" in out or "added" in out
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


def refusal(uri: str) -> str:
    text = refusal_of(Target(uri, "neo4j", RIGHT))
    assert RIGHT not in text
    return text
