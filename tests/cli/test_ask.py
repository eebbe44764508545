"""`hedgerow ask` of a store and of a Neo4j server."""

import json
from pathlib import Path

import pytest

from hedgerow.graph.neo4j.target import PASSWORD, USER
from hedgerow.graph.store import Store
from tests.cli.conftest import Run
from tests.neo4j import Neo4j
from tests.queries.serving import both


@pytest.fixture
def uri(neo4j: Neo4j, monkeypatch: pytest.MonkeyPatch) -> str:
    """The address of an empty server, its user and password in the environment."""
    user, password = neo4j.auth or ("", "")
    monkeypatch.setenv(USER, user)
    monkeypatch.setenv(PASSWORD, password)
    return neo4j.uri


@pytest.fixture
def synced(uri: str, loaded: Path, neo4j: Neo4j) -> str:
    """The address of a server to which the store was synced."""
    with Store.read(loaded) as store, both(store, neo4j):
        return uri


def test_options_of_a_server_need_one(run: Run, loaded: Path) -> None:
    ran = run("ask", "levels", "VNM", "--database", "archive")
    assert ran.code == 2
    assert "need --neo4j URI" in ran.err


def test_quiet_leaves_the_answer_alone(run: Run, loaded: Path) -> None:
    asked = ("ask", "levels", "VNM", "--as-known", "2025")
    loud, quiet = run(*asked), run(*asked, "-q")
    assert "as known on 2025-12-31" in loud.err
    assert (quiet.code, quiet.out, quiet.err) == (0, loud.out, "")


def test_what_is_no_address_is_refused(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(USER, "")
    ran = run("ask", "levels", "VNM", "--neo4j", "here")
    assert ran.code == 2
    assert "is no address of a Neo4j server" in ran.err


@pytest.mark.neo4j
@pytest.mark.parametrize(
    "question",
    ["levels VNM", "levels VNM --at 2025", "arms Vietnam", "ties VNM USA", "documents"],
)
@pytest.mark.parametrize("form", ["table", "json", "csv"])
def test_a_server_prints_what_a_store_prints(
    run: Run, synced: str, question: str, form: str
) -> None:
    asked = ("ask", *question.split(), "--format", form)
    of_store = run(*asked)
    assert of_store.code == 0
    assert of_store.out
    assert run(*asked, "--neo4j", synced) == of_store


@pytest.mark.neo4j
def test_a_server_needs_no_store(run: Run, uri: str, neo4j: Neo4j, tmp_path: Path) -> None:
    with Store.open(tmp_path / "elsewhere") as store, both(store, neo4j):
        ran = run("ask", "documents", "--neo4j", uri, "--format", "json")
    assert (ran.code, json.loads(ran.out)) == (0, [])


@pytest.mark.neo4j
@pytest.mark.parametrize("question", ["levels VNM", "arms VNM", "documents", "evidence 1a2b3c"])
def test_a_server_without_our_graph_is_told_with_a_next_step(
    run: Run, uri: str, question: str
) -> None:
    ran = run("ask", *question.split(), "--neo4j", uri)
    assert ran.code == 2
    assert ran.out == ""
    assert "run hedgerow sync URI first" in ran.err
