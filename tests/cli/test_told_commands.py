"""The commands that a dossier names: each runs as it stands and answers what its line says."""

import json
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from hedgerow.graph.store import Store
from hedgerow.loaders.load import load
from hedgerow.queries.dossier.dossier import Dossier, read_dossier
from hedgerow.viz.dossier import Making, dossier_report
from hedgerow.viz.report import Report
from tests.cli.conftest import Run
from tests.viz.dossier.conftest import DAY
from tests.viz.dossier.reading import texts

EXAMPLES = Path(__file__).parents[2] / "examples"
AGAIN = "hedgerow dossier VNM --between USA,CHN --since 2024 --at 2025-12-31"
LEAST = 8
"""The dossier on the examples names at least as many."""


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("told") / "examples.store"
    with Store.open(path) as store:
        load(store, [str(EXAMPLES / "milestones.csv")])
    return path


@pytest.fixture(scope="module")
def found(place: Path) -> Dossier:
    with Store.read(place) as snapshot:
        return read_dossier(snapshot, "VNM", ("USA", "CHN"), since=2024, on=DAY)


@pytest.fixture(scope="module")
def report(found: Dossier) -> Report:
    return dossier_report(found, Making(DAY, AGAIN))


def commands(report: Report) -> Iterator[tuple[str, list[str]]]:
    """The line before each command, and its words."""
    for text in texts(report):
        line, sign, command = text.partition(": hedgerow ")
        assert not re.search(r"hedgerow [a-z]", line), line
        if sign:
            yield line, shlex.split(command)


def test_every_command_runs(run: Run, place: Path, report: Report) -> None:
    told = {tuple(words) for _, words in commands(report)}
    assert len(told) >= LEAST
    for words in sorted(told):
        store = () if words[0] == "weights" else ("--store", place)
        ran = run(*words, *store)
        assert ran.code == 0, (words, ran.err)
        assert ran.out


def test_a_question_names_the_pole_and_the_day(report: Report) -> None:
    asked = [words for _, words in commands(report) if words[0] == "ask"]
    assert asked
    assert all(words[2] == "VNM" and words[3] in ("USA", "CHN") for words in asked)
    assert all(words[-2:] == ["--at", str(DAY)] for words in asked)


def test_the_rest_is_in_the_answer(run: Run, place: Path, found: Dossier, report: Report) -> None:
    placed = {each.pole: {one.edge.id for one in each.placed} for each in found.between}
    asked = {tuple(words) for _, words in commands(report) if "record" in words}
    assert asked
    for words in asked:
        rows = json.loads(run(*words, "--store", place, "--format", "json").out)
        assert placed[words[3]] <= {row["id"] for row in rows}


def test_a_brief_has_the_lines_that_were_left_out(
    run: Run, place: Path, found: Dossier, report: Report
) -> None:
    briefs = [words for _, words in commands(report) if words[0] == "brief"]
    assert briefs
    for words in briefs:
        rows = json.loads(run(*words, "--store", place, "--format", "json").out)
        wanted = {one.edge.id for one in found.brief.new if words[2] in one.edge.actors}
        assert wanted == {row["id"] for row in rows if row["list"] == "new"}


def test_a_view_goes_with_each_command(found: Dossier) -> None:
    seen = dossier_report(found, Making(DAY, AGAIN, seen_by=("--as-known", "2025-12-31")))
    asked = [words for _, words in commands(seen) if words[0] in ("ask", "brief", "hedging")]
    assert asked
    assert all("--as-known" in words for words in asked)
