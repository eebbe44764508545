"""The command line as a user runs it, in this process: exit code, output and errors."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from hedgerow.cli import main

ARTICLE = """date 2025-11-05

Ministers meet in Hanoi

U.S. Defense Secretary Peter Olmstead visited Hanoi on Sunday.

Vietnam is in talks to buy Su-35 fighter jets from Russia.

Japan and Vietnam raised their ties to a comprehensive strategic partnership in 2023.
"""


@dataclass(frozen=True)
class Ran:
    """What a command did."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    """Run `hedgerow` with arguments in an empty folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.delenv("HEDGEROW_STORE", raising=False)
    monkeypatch.setenv("USER", "lan")

    def _run(*arguments: str | Path) -> Ran:
        monkeypatch.setattr(sys, "argv", ["hedgerow", *map(str, arguments)])
        code = 0
        try:
            main()
        except SystemExit as stop:
            code = stop.code if isinstance(stop.code, int) else 1
        out, err = capfd.readouterr()
        return Ran(code, out, err)

    return _run


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """A small article on disk."""
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


@pytest.fixture
def loaded(run: Run, article: Path) -> Path:
    """A store with the article in it, where commands look for it by default."""
    assert run("load", article, "--no-progress").code == 0
    return Path("hedgerow.store")
