"""A secret is shown nowhere: no error, log, traceback, export, ledger or list of processes."""

import json
import logging
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import psutil
import pytest

from hedgerow.cli.app import app
from hedgerow.errors import HedgerowError
from hedgerow.graph.neo4j.connection import Server
from hedgerow.graph.neo4j.target import Target, target
from hedgerow.graph.own_sparql import Limits, ask
from hedgerow.loaders.extraction.llm import Settings
from tests.cli.conftest import ARTICLE
from tests.hostile.conftest import Run

SECRET = "s3cret-c4nary"  # noqa: S105
NEO4J = ("bolt://127.0.0.1:9", "neo4j+s://127.0.0.1:9", "bolt://[::1]:9")
BAD = (
    f"bolt://neo4j:{SECRET}@127.0.0.1:9",
    f"neo4j://{SECRET}@127.0.0.1",
    f"https://neo4j:{SECRET}@127.0.0.1",
    f"bolt://neo4j:{SECRET}@[::1",
    f"neo4j:{SECRET}@127.0.0.1",
)
READING = (
    ("cypher", "RETURN 1", "--neo4j"),
    ("ask", "levels", "VNM", "--neo4j"),
    ("timeline", "VNM", "--neo4j"),
    ("sync",),
)
EXPLORE = ("explore", "--no-open", "--port", "0", "--neo4j")
"""It serves whether a server answers or not, and tells on its pages."""
ASKED = [
    *((command, uri) for command in READING for uri in (NEO4J[0], *BAD)),
    *((EXPLORE, uri) for uri in BAD),
]


@pytest.mark.parametrize(
    ("command", "uri"), ASKED, ids=[f"{command[0]}-{uri}" for command, uri in ASKED]
)
def test_a_server_that_is_down_or_misnamed_tells_no_password(
    run: Run,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
    command: tuple[str, ...],
    uri: str,
) -> None:
    monkeypatch.setenv("NEO4J_PASSWORD", SECRET)
    monkeypatch.setattr("hedgerow.graph.neo4j.connection.RETRY_SECONDS", 0)
    with caplog.at_level(logging.DEBUG):
        ran = run(*command, uri)
    assert ran.code in (2, 5)
    assert SECRET not in ran.out + ran.err + caplog.text


@pytest.mark.parametrize("content", [b"", b"\n", f"\xff{SECRET}".encode("latin-1")])
def test_a_password_file_that_cannot_be_read_is_named_only(
    run: Run, tmp_path: Path, content: bytes
) -> None:
    file = tmp_path / "password"
    file.write_bytes(content)
    ran = run("cypher", "RETURN 1", "--neo4j", NEO4J[0], "--password-file", file)
    assert ran.code == 2
    assert SECRET not in ran.out + ran.err


def test_no_traceback_shows_a_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    assert app.pretty_exceptions_enable is False
    monkeypatch.setenv("NEO4J_PASSWORD", SECRET)
    to = target(NEO4J[0])
    assert to.password == SECRET
    assert SECRET not in f"{to!r} {to}"
    with pytest.raises(HedgerowError) as refused, Server(to):
        pass
    trace: BaseException | None = refused.value
    while trace is not None:
        assert SECRET not in f"{trace!r} {trace}"
        trace = trace.__cause__ or trace.__context__


@pytest.mark.parametrize(
    "given",
    [
        {"url": f"http://user:{SECRET}@127.0.0.1/v1"},
        {"url": f"http://127.0.0.1/v1?key={SECRET}"},
        {"url": f"ftp://{SECRET}"},
        {"url": "http://127.0.0.1/v1", "key": f"{SECRET} with blanks"},
        {"url": "http://127.0.0.1/v1", "key": f"{SECRET}\n"},
    ],
)
def test_settings_of_a_model_that_are_refused_repeat_no_secret(given: dict[str, Any]) -> None:
    with pytest.raises(HedgerowError) as refused:
        Settings(model="small", **given)
    assert SECRET not in f"{refused.value!r}"


def test_a_model_that_is_down_tells_no_key(
    run: Run, tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HEDGEROW_LLM_KEY", SECRET)
    Path("article.txt").write_text(ARTICLE, encoding="utf-8")
    asked = ("--llm", "http://127.0.0.1:9/v1", "--llm-model", "small", "--llm-cache", tmp_path)
    with caplog.at_level(logging.DEBUG):
        ran = run("extract", "article.txt", "--engine", "patterns", *asked, "--llm-budget", "1")
    assert SECRET not in ran.out + ran.err + caplog.text
    assert SECRET not in repr(Settings("http://127.0.0.1:9/v1", "small", SECRET))


def test_a_password_in_an_address_is_not_stored(run: Run, tmp_path: Path) -> None:
    url = f"https://reader:{SECRET}@news.example/a?b=c@d"
    Path("article.json").write_text(json.dumps({"url": url, "text": ARTICLE}), encoding="utf-8")
    Path("rows.csv").write_text(
        "date,type,status,phase,actor_a,actor_b,source_url,published,confidence\n"
        f"2023-05-01,visit,occurred,begins,JPN,VNM,{url},2023-05-02,high\n",
        encoding="utf-8",
    )
    own = ("--store", tmp_path / "own.store", "--no-progress")
    one = ("--engine", "patterns")
    loaded = run("load", "article.json", "rows.csv", *one, *own)
    assert loaded.code == 0, loaded.err
    whole = run("export", "nq", "--with-ledger", *own)
    assert "https://news.example/a?b=c@d" in whole.out
    assert SECRET not in whole.out + whole.err + loaded.out + loaded.err


def test_no_secret_stands_in_the_list_of_processes(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    query = f"SELECT * {{ ?a ?b ?c . ?d ?e ?f FILTER(?a != '{SECRET}') }}"
    with ask(store, query, limits=Limits(rows=10**9)) as answer:
        assert next(iter(answer))
        listed = [each.cmdline() for each in psutil.Process().children(recursive=True)]
    assert listed
    assert SECRET not in str(listed)


def test_passwords_are_no_options() -> None:
    asked = [sys.executable, "-m", "hedgerow", "sync", "--help"]
    told = subprocess.run(  # noqa: S603
        asked, capture_output=True, text=True, check=True, env=os.environ | {"COLUMNS": "200"}
    )
    assert "--password-file" in told.stdout
    assert "--password " not in told.stdout


def test_a_target_with_a_secret_is_refused_unseen() -> None:
    for uri in BAD:
        with pytest.raises(HedgerowError) as refused:
            Target(uri)
        assert SECRET not in str(refused.value)
