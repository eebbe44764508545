"""`hedgerow load` of event tables: what it says, and its options."""

from pathlib import Path

import pytest

from hedgerow.graph.store import Store
from tests.cli.conftest import Run
from tests.loaders.tables.made import gdelt, write


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """A small GDELT table with a row that lies, one that is left out and one that is ours."""
    return write(tmp_path / "20240105.export.CSV", gdelt(), gdelt(day="20240230"), gdelt("EUR"))


def test_a_table_tells_rows_reasons_and_what_waits(run: Run, table: Path) -> None:
    ran = run("load", table)
    assert ran.code == 0
    assert "visit" in ran.out
    assert "3 rows of event tables, 1 claim\n" in ran.err
    assert "left out: 1 an actor is no state or organisation of ours" in ran.err
    assert "kept out as wrong: 1 impossible date" in ran.err
    assert (
        "1 claim waits: rows of GDELT Project are read rightly about 2 times in 5; "
        "to count them, withdraw their tables and load these with --confidence 0.5"
    ) in ran.err


def test_the_user_lets_them_count(run: Run, table: Path, tmp_path: Path) -> None:
    ran = run("load", table, "--confidence", "0.6")
    assert "wait" not in ran.err
    with Store.read(tmp_path / "hedgerow.store") as store:
        assert store.counts().events == 1


def test_a_table_that_is_known_is_not_loaded_twice(run: Run, table: Path) -> None:
    run("load", table)
    again = run("load", table)
    assert "0 new documents, 1 known already, 0 claims" in again.err
    assert "rows of event tables" not in again.err


def test_a_wrong_mapping_is_one_sentence(run: Run, table: Path, tmp_path: Path) -> None:
    ran = run("load", table, "--mapping", tmp_path / "none.yaml")
    assert ran.code == 2
    assert ran.err.count("\n") == 1
    assert "none.yaml cannot be read" in ran.err


def test_many_rows_without_a_claim_are_told_with_an_example(run: Run, tmp_path: Path) -> None:
    rows = (gdelt("EUR", number=number) for number in range(1, 31))
    ran = run("load", write(tmp_path / "20240105.export.CSV", *rows))
    assert ran.code == 1
    assert "none of its 30 rows is a claim (30 an actor is no state or" in ran.err
    assert "such as '20240105 | " in ran.err


def test_withdrawing_a_table_says_what_is_not_listed(run: Run, table: Path, tmp_path: Path) -> None:
    run("load", table, "--confidence", "0.6")
    with Store.read(tmp_path / "hedgerow.store") as store:
        (document,) = [each.id for each in store.documents()]
    ran = run("withdraw", document, "--reason", "wrong file")
    assert "is withdrawn; 1 event or tie changed" in ran.out
    assert "1 of them rested on rows of a table" in ran.err
    told = run("load", table, "--confidence", "0.6").err
    assert f"withdrawn, and stays out: {document} (wrong file; by" in told
