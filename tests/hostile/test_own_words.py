"""What stands in the names of files and in the user's own words acts nowhere either."""

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import ARTICLE
from tests.hostile.conftest import Run
from tests.hostile.harmless import ACTING, assert_quiet
from tests.hostile.texts import TEXTS

ONE = ("--engine", "patterns")
NAMES = (
    "colours and cursor",
    "title of a terminal",
    "c1 controls",
    "bidi overrides",
    "formula by minus",
    "script",
)
COMMANDS = (
    ("ask", "{}"),
    ("ask", "levels", "{}"),
    ("ask", "--{}"),
    ("ask", "levels", "VNM", "--format", "{}"),
    ("load", "{}.txt", "--no-progress"),
    ("import", "{}.nq"),
    ("timeline", "VNM", "USA", "{}"),
    ("timeline", "VNM", "--at", "{}"),
    ("hedging", "{}"),
    ("withdraw", "{}", "--store", "{}"),
    ("sparql", "SELECT {}"),
    ("export", "nq", "--about", "{}"),
    ("cypher", "RETURN 1", "--neo4j", "{}"),
    ("{}",),
)


@pytest.mark.parametrize("name", NAMES)
def test_what_the_user_names_cannot_act_in_errors(run: Run, name: str) -> None:
    for command in COMMANDS:
        ran = run(*(part.replace("{}", f"x{TEXTS[name]}") for part in command))
        assert ran.code != 0
        assert_quiet(ran.out + ran.err)
        assert "Traceback" not in ran.err


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Articles, some that cannot be read, under names that would act."""
    made = tmp_path / "articles"
    made.mkdir()
    for place, name in enumerate(NAMES[:4]):
        text = TEXTS[name].replace("/", "")
        (made / f"{text}.txt").write_text(f"{ARTICLE}\n{place} {TEXTS[name]}", encoding="utf-8")
        (made / f"{text}.pdf").write_bytes(b"no pdf")
        (made / f"{text}.json").write_text(
            json.dumps({"title": TEXTS[name], "text": f"{place}\n{ARTICLE}", "url": TEXTS[name]})
        )
    return made


def test_names_of_files_cannot_act(run: Run, folder: Path, tmp_path: Path) -> None:
    ran = run("load", folder, *ONE, "--no-progress", "--store", tmp_path / "own.store")
    assert ran.code == 1
    assert "pdf" in ran.err
    assert_quiet(ran.out + ran.err)
    for form in ("--cards", "--json-lines", "--text", "--explain"):
        ran = run("extract", folder, form, *ONE)
        assert ran.out
        assert_quiet(ran.out + ran.err)


@pytest.mark.parametrize(
    "command", [("ask", "partners", "VNM"), ("brief", "VNM", "--since", "2020"), ("ask", "{}")]
)
def test_on_a_terminal_too_only_text_is_shown(store: Path, command: tuple[str, ...]) -> None:
    words = [part.replace("{}", TEXTS["colours and cursor"]) for part in command]
    main, other = pty.openpty()
    process = subprocess.Popen(  # noqa: S603
        [sys.executable, "-m", "hedgerow", *words],
        env=os.environ | {"HEDGEROW_STORE": str(store), "TERM": "dumb", "NO_COLOR": "1"},
        **dict.fromkeys(("stdin", "stdout", "stderr"), other),
    )
    os.close(other)
    shown = b""
    while part := _read(main):
        shown += part
    os.close(main)
    process.wait()
    assert shown
    assert ACTING.search(shown.decode().replace("\r\n", "\n")) is None


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # Linux's end of it
        return b""
