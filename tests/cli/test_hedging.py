"""`hedgerow hedging` and `hedgerow weights`, as typed."""

import csv
import io
import json
from pathlib import Path

import pytest

from hedgerow.graph.store import Store
from hedgerow.queries.measures.weights import default_weights
from tests.cli.conftest import Run
from tests.queries.making import vietnam


@pytest.fixture
def stored(run: Run) -> Path:
    path = Path("hedgerow.store")
    with Store.open(path) as store:
        store.add([article.item() for article in vietnam()])
    return path


def test_prints_the_answer_the_table_and_what_it_rests_on(run: Run, stored: Path) -> None:
    ran = run("hedging", "Vietnam", "--between", "USA,RUS")
    assert ran.code == 0
    assert ran.out.startswith("Vietnam between United States and Russia on 2025-11-02: lean ")
    assert "lean (0 Russia to 100" in ran.out
    assert "does not cover what was not loaded" in ran.out
    assert all(len(line) <= 80 for line in ran.out.splitlines() if line.startswith(" "))


def test_why_shows_the_sentences(run: Run, stored: Path) -> None:
    ran = run("hedging", "VNM", "--why", "--no-range")
    assert "Vietnam raised ties with the United States" in " ".join(ran.out.split())


def test_why_as_json_gives_the_edges(run: Run, stored: Path) -> None:
    rows = json.loads(run("hedging", "VNM", "--why", "--no-range", "--format", "json").out)
    assert {row["with"] for row in rows} == {"USA", "CHN"}
    assert all(row["quote"] and row["id"] for row in rows)


def test_rows_for_a_pipe(run: Run, stored: Path) -> None:
    rows = json.loads(run("hedging", "VNM", "--format", "json", "--no-range").out)
    assert rows[0]["measure"] == "tie with United States"
    assert rows[0]["low"] is None


def test_looks_back_by_day_and_by_what_was_known(run: Run, stored: Path) -> None:
    at = run("hedging", "VNM", "--at", "2010", "--no-range")
    assert at.out.startswith("Vietnam between United States and China on 2010-12-31")
    known = run("hedging", "VNM", "--as-known", "2010", "--no-range")
    assert "as known on 2010-12-31: 2 of 11 documents" in known.err
    assert known.out.startswith("Vietnam between United States and China on 2010-12-31")


def test_weights_are_printed_edited_and_used(run: Run, stored: Path) -> None:
    table = run("weights").out
    rows = list(csv.DictReader(io.StringIO(table)))
    assert len(rows) == len(default_weights().rows)
    assert all(row["rationale"] and row["source"] for row in rows)
    Path("mine.csv").write_text(table.replace(",0.45,", ",0.4,"), encoding="utf-8")
    told = run("weights", "mine.csv")
    assert "fits: version mine-" in told.out
    assert "Weights mine-" in run("hedging", "VNM", "--weights", "mine.csv", "--no-range").out


def test_a_table_that_does_not_fit_is_refused_by_its_line(run: Run, stored: Path) -> None:
    table = run("weights").out.replace("visit,", "vist,", 1)
    Path("mine.csv").write_text(table, encoding="utf-8")
    ran = run("hedging", "VNM", "--weights", "mine.csv")
    assert ran.code == 2
    assert "mine.csv, line" in ran.err


def test_one_pole_is_too_few(run: Run, stored: Path) -> None:
    ran = run("hedging", "VNM", "--between", "USA")
    assert ran.code == 2
    assert "two or more poles" in ran.err
