"""One hostile store for all, and the command line over it."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from hedgerow.cli import main
from tests.cli.conftest import Ran
from tests.hostile.texts import hostile_store

Run = Callable[..., Ran]


@pytest.fixture(scope="package")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return hostile_store(tmp_path_factory.mktemp("hostile") / "hedgerow.store")


@pytest.fixture
def run(
    monkeypatch: pytest.MonkeyPatch,
    capfdbinary: pytest.CaptureFixture[bytes],
    tmp_path: Path,
    store: Path,
) -> Run:
    """Run `hedgerow` over the store in an empty folder; text is what a terminal would get."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.setenv("HEDGEROW_STORE", str(store))

    def _run(*arguments: str | Path) -> Ran:
        monkeypatch.setattr(sys, "argv", ["hedgerow", *map(str, arguments)])
        code = 0
        try:
            main()
        except SystemExit as stop:
            code = stop.code if isinstance(stop.code, int) else 1
        out, err = capfdbinary.readouterr()
        return Ran(code, out.decode(), err.decode())

    return _run
