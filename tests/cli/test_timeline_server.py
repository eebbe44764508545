"""`hedgerow timeline` of a Neo4j server."""

from pathlib import Path

import pytest

from hedgerow.graph.neo4j.target import PASSWORD, USER
from hedgerow.graph.store import Store
from tests.cli.conftest import Run
from tests.neo4j import Neo4j
from tests.queries.serving import both

pytestmark = pytest.mark.neo4j


@pytest.mark.parametrize("form", ["json", "svg", "jsonld"])
def test_a_server_gives_the_timeline_of_its_store(
    form: str, run: Run, loaded: Path, neo4j: Neo4j, monkeypatch: pytest.MonkeyPatch
) -> None:
    user, password = neo4j.auth or ("", "")
    monkeypatch.setenv(USER, user)
    monkeypatch.setenv(PASSWORD, password)
    asked = ("timeline", "VNM", "--as", form)
    with Store.read(loaded) as store, both(store, neo4j):
        assert run(*asked, "--neo4j", neo4j.uri) == run(*asked)
