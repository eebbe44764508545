"""Entries by hand and notes over the Explorer's API."""

from typing import Any

from starlette.testclient import TestClient

from tests.viz.explorer.test_review import client, judge, path, queue

__all__ = ["client", "path"]
EDGE = {"type": "visit", "actors": "JPN VNM", "status": "occurred", "quote": "He came."}


def test_the_same_edge_entered_twice_is_recorded_once(client: TestClient) -> None:
    first: dict[str, Any] = judge(client, "add", corrections=EDGE)
    again = judge(client, "add", corrections=EDGE)
    assert again["judgement"]["id"] == first["judgement"]["id"]
    assert "Already entered" in again["in_words"]


def test_a_note_without_text_is_refused(client: TestClient) -> None:
    claim = queue(client)["rows"][0]["claim"]
    wish = {"decision": "note", "claims": [claim], "by": "Ann"}
    assert client.post("/api/judgements", json=wish).status_code >= 400
