"""A disk that did not keep what it said: told in one sentence, other faults are not hidden."""

from pathlib import Path

import pytest

from hedgerow.cli import load
from tests.cli.conftest import Run


def test_damage_found_while_reading_is_told_in_one_sentence(
    run: Run, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def damaged(_: Path) -> None:
        raise RuntimeError("Corruption: block checksum mismatch")  # as RocksDB tells it

    monkeypatch.setattr(load, "open_patiently", damaged)
    ran = run("load", article)
    assert ran.code == 2
    assert ran.err.strip() == (
        "hedgerow: the store is damaged (Corruption: block checksum mismatch); "
        "restore it from a backup"
    )


def test_a_fault_of_ours_is_not_taken_for_damage(
    run: Run, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_: Path) -> None:
        raise RuntimeError("a fault")

    monkeypatch.setattr(load, "open_patiently", fails)
    with pytest.raises(RuntimeError, match="a fault"):
        run("load", article)
