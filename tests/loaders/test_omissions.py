"""What was skipped stays readable, however much it is."""

import subprocess
import sys
from pathlib import Path

import pytest

from hedgerow.cli.omitted import print_omissions
from hedgerow.graph.store import Store
from hedgerow.loaders import sources
from hedgerow.loaders.articles import pdf
from hedgerow.loaders.load import load
from hedgerow.loaders.omissions import MOST, MOST_REASONS, OTHER, Omissions
from hedgerow.loaders.records import Skipped


def omitted(*all_skipped: Skipped) -> Omissions:
    omissions = Omissions()
    for skipped in all_skipped:
        omissions.add(skipped)
    return omissions


def told(omissions: Omissions, capsys: pytest.CaptureFixture[str], *, quiet: bool = False) -> str:
    print_omissions(omissions, quiet=quiet)
    return capsys.readouterr().err


def test_beyond_a_thousand_only_reasons_are_counted() -> None:
    omissions = omitted(*(Skipped(f"a:{n}", f"line {n} has 'w{n}' in it") for n in range(5_000)))
    assert (len(omissions), omissions.total) == (MOST, 5_000)
    assert omissions.more == {"line … has … in it": 4_000}


def test_reasons_are_bounded_too() -> None:
    words = ("a" * n for n in range(1, 2 * MOST))
    omissions = omitted(*(Skipped("a", word) for word in words))
    assert len(omissions.more) == MOST_REASONS + 1
    assert omissions.more[OTHER] == 2 * MOST - 1 - MOST - MOST_REASONS


def test_only_what_somebody_would_miss_counts() -> None:
    assert omitted(Skipped("a", "b", minor=True)).is_minor
    assert not omitted(Skipped("a", "b", minor=True), Skipped("a", "c")).is_minor


def test_many_lines_of_one_reason_are_folded(capsys: pytest.CaptureFixture[str]) -> None:
    many = (Skipped(f"a:{n}", f"`text`: {n} is no text") for n in range(500))
    lines = told(omitted(*many, Skipped("b", "it is empty")), capsys).splitlines()
    assert lines[0] == "skipped a:0: `text`: 0 is no text"
    assert lines[20:] == ["... and 480 more like this", "skipped b: it is empty"]


def test_what_is_only_counted_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    first = (Skipped("a", "it is empty") for _ in range(MOST + 5))
    lines = told(omitted(*first, Skipped("b", "it is encrypted")), capsys).splitlines()
    assert lines[20:] == ["... and 985 more like this", "skipped 1 more: it is encrypted"]


def test_what_was_read_is_not_called_skipped(capsys: pytest.CaptureFixture[str]) -> None:
    minor = Skipped("a.zip", "read, but left out: .png 1", minor=True)
    assert told(omitted(minor), capsys) == "a.zip: read, but left out: .png 1\n"


def test_minor_ones_are_for_those_who_are_not_in_a_hurry(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert told(omitted(Skipped("a", "b", minor=True)), capsys, quiet=True) == ""


def test_a_missing_package_is_told_once_for_all_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in "abc":
        (tmp_path / f"{name}.pdf").write_bytes(b"%PDF-1.4")
    monkeypatch.setattr(pdf, "find_spec", lambda _: None)
    with Store.open() as store:
        summary = load(store, [str(tmp_path)])
    assert summary.skipped.total == 3
    said = "skipped 3 files: pypdf is not installed; run: pip install 'hedgerow[pdf]'\n"
    assert told(summary.skipped, capsys) == said


def test_what_reads_pages_is_imported_where_there_are_some() -> None:
    code = f"import sys, {sources.__name__}; print('trafilatura' in sys.modules)"
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stdout.strip() == "False"
