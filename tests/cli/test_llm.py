"""Commands with a language model behind them."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.loaders.extraction.llm.conftest import Reply, Server, server, ties, verdicts

__all__ = ["server"]

TIE = {
    "type": "deployment",
    "actors": ["U.S.", "Hanoi"],
    "status": "planned",
    "phase": "begins",
    "quote": "visited Hanoi on Sunday",
}


def test_claims_go_by_the_model_and_its_account_is_told(
    run: Run, article: Path, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HEDGEROW_LLM_KEY", "s3cret")
    server.replies = [verdicts({"number": 1, "verdict": "confirm"})]
    asked = ("--llm", server.url, "--llm-model", "small", "--llm-cache", "cache")
    with_holds = run("extract", "--explain", *asked, "--engine", "patterns", article)
    assert with_holds.code == 0
    claims = [json.loads(line) for line in with_holds.out.splitlines()]
    assert any("llm_confirmed" in claim["flags"] for claim in claims)
    assert "language model: requests 1, retried 0, from the cache 0" in with_holds.err
    assert "confirmed 1" in with_holds.err
    assert "s3cret" not in with_holds.out + with_holds.err
    assert server.headers[0]["Authorization"] == "Bearer s3cret"


def test_whole_articles_are_loaded_with_what_the_model_finds(
    run: Run, article: Path, server: Server
) -> None:
    server.replies = [ties(TIE), verdicts()]
    asked = ("--llm", server.url, "--llm-model", "small", "--llm-cache", "cache", "--llm-articles")
    ran = run("load", article, "--no-progress", *asked)
    assert ran.code == 0
    assert "proposed 1" in ran.err
    assert "4 claims" in ran.err


def test_a_server_that_fails_costs_no_claim(run: Run, article: Path, server: Server) -> None:
    plain = run("extract", article)
    server.replies = [Reply(b"", 403)]
    asked = ("--llm", server.url, "--llm-model", "small", "--llm-cache", "cache", "--llm-articles")
    ran = run("extract", "-q", article, *asked)
    assert (ran.code, ran.out) == (plain.code, plain.out)
    assert "server answered 403" in ran.err


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["--llm", "http://127.0.0.1:9/v1"], "--llm-model"),
        (["--llm-articles"], "need --llm URL"),
        (["--llm", "nowhere", "--llm-model", "small"], "http://"),
        (["--engine", "oracle"], "no engine 'oracle'"),
    ],
)
@pytest.mark.parametrize("command", ["extract", "load"])
def test_what_is_missing_is_said(
    run: Run, article: Path, command: str, options: list[str], says: str
) -> None:
    ran = run(command, article, *options)
    assert ran.code == 2
    assert says in ran.err
    assert ran.err.count("\n") == 1
