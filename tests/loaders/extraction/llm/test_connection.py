"""Requests to a server that answers well, badly, slowly or not at all."""

import time
from pathlib import Path

import pytest

from hedgerow.loaders.extraction.llm.connection import (
    LONGEST_ANSWER,
    RETRIES,
    Connection,
    Unanswered,
)
from hedgerow.loaders.extraction.llm.settings import Settings
from hedgerow.loaders.extraction.llm.tally import BudgetSpent, Tally
from tests.loaders.extraction.llm.conftest import Reply, Server, words

ASKED = ({"role": "user", "content": "?"},)
FINE = words("yes")


def _connect(
    server: Server, budget: int = 50, **settings: object
) -> tuple[Connection, Tally, list[float]]:
    tally, waited = Tally(budget), list[float]()
    given = Settings(server.url, "small", **{"pause": 0.0, **settings})  # type: ignore[arg-type]
    return Connection(given, tally, waited.append), tally, waited


def test_a_question_is_asked_coldly_with_a_schema_and_the_key(server: Server) -> None:
    server.replies = [FINE]
    connection, tally, _ = _connect(server, key="s3cret")
    assert connection.ask(ASKED, "form", {"type": "object"}) == "yes"
    (asked,) = server.asked
    assert (asked["model"], asked["temperature"]) == ("small", 0)
    assert asked["response_format"]["json_schema"]["schema"] == {"type": "object"}
    assert server.headers[0]["Authorization"] == "Bearer s3cret"
    assert "s3cret" not in str(asked)
    assert (tally.asked, tally.retried) == (1, 0)


def test_a_server_without_schemas_is_asked_for_plain_json_from_then_on(server: Server) -> None:
    server.replies = [Reply(b"", 400), FINE]
    connection, _, _ = _connect(server)
    connection.ask(ASKED, "form", {})
    connection.ask(ASKED, "form", {})
    assert [asked["response_format"]["type"] for asked in server.asked] == [
        "json_schema",
        "json_object",
        "json_object",
    ]


@pytest.mark.parametrize("code", [429, 500, 503])
def test_a_passing_trouble_is_waited_out(server: Server, code: int) -> None:
    server.replies = [Reply(b"", code, {"Retry-After": "7"}), FINE]
    connection, tally, waited = _connect(server)
    assert connection.ask(ASKED, "form", {}) == "yes"
    assert waited == [7.0]
    assert tally.retried == 1


@pytest.mark.parametrize(
    ("reply", "reason", "requests"),
    [
        (Reply(b"", 500), "server answered 500", RETRIES + 1),
        (Reply(b"sk-key is wrong", 401), "server answered 401", 1),
        (Reply(b"", 302, {"Location": "http://127.0.0.1:1/"}), "server answered 302", 1),
        (Reply(b" " * (LONGEST_ANSWER + 1)), "answer too long", 1),
        (Reply(b"not zipped", headers={"Content-Encoding": "gzip"}), "packed answer", 1),
    ],
)
def test_what_lasts_is_told_in_our_words(
    server: Server, reply: Reply, reason: str, requests: int
) -> None:
    server.replies = [reply]
    connection, _, _ = _connect(server)
    with pytest.raises(Unanswered, match=reason):
        connection.ask(ASKED, "form", {})
    assert len(server.asked) == requests


def test_a_slow_server_is_given_up(server: Server) -> None:
    def slowly() -> Reply:
        time.sleep(0.4)
        return FINE

    server.replies = [slowly]
    connection, _, _ = _connect(server, timeout=0.05)
    with pytest.raises(Unanswered, match="timed out"):
        connection.ask(ASKED, "form", {})


def test_an_address_where_nobody_listens(tmp_path: Path) -> None:
    connection, _, waited = _connect(Server("http://127.0.0.1:9/v1"))
    with pytest.raises(Unanswered, match="could not be reached"):
        connection.ask(ASKED, "form", {})
    assert len(waited) == RETRIES


@pytest.mark.parametrize(
    "body", [b"", b"{}", b"not json", b'{"choices": []}', b'{"choices": [{"message": null}]}']
)
def test_a_reply_without_an_answer_is_no_words(server: Server, body: bytes) -> None:
    server.replies = [Reply(body)]
    assert _connect(server)[0].ask(ASKED, "form", {}) == ""


def test_retries_are_paid_for(server: Server) -> None:
    server.replies = [Reply(b"", 500)]
    connection, tally, _ = _connect(server, budget=2)
    with pytest.raises(BudgetSpent):
        connection.ask(ASKED, "form", {})
    assert tally.asked == len(server.asked) == 2
