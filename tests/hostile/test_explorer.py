"""The explorer over hostile texts: its data say that they are data, its downloads are quiet."""

from pathlib import Path
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from hedgerow.graph.store import Store
from tests.hostile.harmless import (
    assert_no_formulas,
    assert_quiet_html,
    assert_quiet_xml,
)
from tests.hostile.texts import CANARY, TEXTS
from tests.viz.explorer.conftest import client_of

DATA = (
    "status",
    "actors?q=Viet",
    "questions",
    "network",
    "network/matters?a=VNM&b=USA",
    "matrix",
    "levels?state=VNM",
    "compass?state=VNM",
    "pair?a=VNM&b=USA",
    "timeline?a=VNM",
    "changes?a=VNM&since=2020",
    "review",
    "judgements",
    "documents",
    "large",
    "path?a=JPN&b=CHN",
)
FILES = (
    "network.csv",
    "network.svg",
    "levels.csv?state=VNM",
    "levels.svg?state=VNM",
    "matrix.csv",
    "pair.csv?a=VNM&b=USA",
    "compass.csv?state=VNM",
    "timeline.csv?a=VNM",
    "timeline.html?a=VNM",
    "timeline.svg?a=VNM",
    "ask/partners.csv?a=VNM",
)


@pytest.fixture(scope="module")
def explorer(store: Path) -> TestClient:
    return client_of(store)


@pytest.mark.parametrize("path", DATA)
def test_data_are_sent_as_data(explorer: TestClient, path: str) -> None:
    answer = explorer.get(f"/api/{path}")
    assert answer.status_code == 200, answer.text[:200]
    assert answer.headers["content-type"].startswith("application/json")
    assert answer.headers["x-content-type-options"] == "nosniff"
    answer.json()


def test_every_document_edge_and_case_is_sent_as_data(explorer: TestClient, store: Path) -> None:
    with Store.read(store) as snapshot:
        edges = [each.id for each in (*snapshot.events(), *snapshot.ties())]
        documents = [each.id for each in snapshot.documents()]
        claims = [each.id for each in snapshot.claims()]
    places = (("edges", edges[::9]), ("documents", documents[::9]), ("claims", claims[::40]))
    for kind, ids in (*places, ("review", claims[::40])):
        for each in ids:
            answer = explorer.get(f"/api/{kind}/{each}")
            assert answer.status_code in (200, 404), (kind, answer.text[:200])
            assert answer.headers["content-type"].startswith("application/json")


@pytest.mark.parametrize("path", FILES)
def test_downloads_are_as_quiet_as_files(explorer: TestClient, path: str) -> None:
    answer = explorer.get(f"/export/{path}")
    assert answer.status_code == 200, answer.text[:300]
    named = answer.headers["content-disposition"]
    assert named.startswith("attachment")
    ending = path.partition("?")[0].rpartition(".")[2]
    if ending == "csv":
        assert_no_formulas(answer.content.decode())
    elif ending == "svg":
        assert_quiet_xml(answer.content)
    else:
        assert_quiet_html(answer.content)


@pytest.mark.parametrize("name", ["script", "attribute", "calendar", "title of a terminal"])
def test_what_is_asked_is_never_page_or_header(explorer: TestClient, name: str) -> None:
    text = quote(TEXTS[name], safe="")
    for path in (
        f"/{text}",
        f"/api/actors/{text}",
        f"/api/ask/{text}",
        f"/api/edges/{text}",
        f"/api/documents/{text}",
        f"/export/timeline.csv?a={text}",
        f"/export/ask/{text}.csv?a=VNM",
        f"/static/{text}",
    ):
        answer = explorer.get(path)
        assert answer.status_code in (400, 404, 422), path
        assert "html" not in answer.headers.get("content-type", "")
        assert not [each for each in answer.headers if CANARY in each.lower()]
