"""`--workers` and `--cluster`: what they go with, and what an interrupt says."""

import subprocess
import sys
from pathlib import Path

import pytest

from hedgerow.cli import load
from tests.cli.conftest import Run

LLM = ("--llm", "http://127.0.0.1:9/v1", "--llm-model", "m")


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        (("load", "--workers", "2", "--cluster", "tcp://127.0.0.1:9"), "its own workers"),
        (("load", "--workers", "2", *LLM), "leave out --workers"),
        (("load", "--cluster", "tcp://127.0.0.1:9", *LLM), "leave out --cluster"),
        (("extract", "--workers", "2", "--explain"), "reads in this process"),
    ],
)
def test_options_that_exclude_each_other(
    run: Run, article: Path, options: tuple[str, ...], reason: str
) -> None:
    ran = run(*options, article)
    assert ran.code == 2
    assert reason in ran.err


def test_an_interrupt_at_any_moment_is_told_in_one_sentence(
    run: Run, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(_: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(load, "open_patiently", interrupted)
    ran = run("load", article)
    assert ran.code == 130
    assert ran.err.strip() == "hedgerow: stopped; what was committed so far is kept"


@pytest.mark.parametrize("workers", [1, 2])
def test_no_parser_is_loaded_where_there_is_no_article_to_read(workers: int) -> None:
    program = (
        "import sys\n"
        "from hedgerow.cli.reader import open_reader\n"
        "import hedgerow.cli.load, hedgerow.loaders.load, hedgerow.graph.store\n"
        f"with open_reader(None, None, workers={workers}, cluster=None) as reader:\n"
        "    assert list(reader.extract_many([])) == []\n"
        "    reader.tell(quiet=False)\n"
        "print([name for name in ('spacy', 'onnxruntime', 'distributed') if name in sys.modules])\n"
    )
    command = [sys.executable, "-c", program]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    assert ran.stdout == "[]\n", ran.stderr


@pytest.mark.parametrize("workers", ["1", "2"])
def test_an_engine_that_is_not_there_is_told_of_before_anything_is_read(
    run: Run, tmp_path: Path, workers: str
) -> None:
    ran = run("load", "--engine", "oracle", "--workers", workers, tmp_path / "missing.txt")
    assert ran.code == 2
    assert "no engine 'oracle'" in ran.err


@pytest.mark.slow
def test_extract_with_workers_prints_what_one_process_does(run: Run, article: Path) -> None:
    alone = run("extract", article)
    shared = run("extract", article, "--workers", "2")
    assert alone.out
    assert (shared.out, shared.code) == (alone.out, alone.code)
