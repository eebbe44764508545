"""`hedgerow withdraw`: what would change, what did, for people and for scripts."""

import csv
import json
from pathlib import Path

import pytest

from hedgerow.graph.store import Store
from tests.cli.conftest import Run


@pytest.fixture
def document(run: Run, loaded: Path) -> str:
    """The id of the only article."""
    (row,) = json.loads(run("ask", "documents", "--format", "json").out)
    return str(row["document"])


def test_a_dry_run_tells_the_same_and_writes_nothing(run: Run, document: str, loaded: Path) -> None:
    with Store.read(loaded) as store:
        before, commit = store.canonical_hash(), store.commit
    would = json.loads(run("withdraw", document, "--dry-run", "--format", "json").out)
    with Store.read(loaded) as store:
        assert (store.canonical_hash(), store.commit) == (before, commit)
    done = json.loads(run("withdraw", document, "--reason", "r", "--format", "json").out)
    assert (would[0]["change"], done[0]["change"]) == ("would be withdrawn", "is withdrawn")
    assert would[1:] == done[1:]
    assert {row["change"] for row in done[1:]} == {"gone"}
    with Store.read(loaded) as store:
        assert list(store.events()) == []


def test_title_and_address_are_echoed_so_that_the_wrong_id_shows(
    run: Run, document: str, loaded: Path
) -> None:
    told = run("withdraw", document[9:17], "--dry-run").out
    assert f"{document} would be withdrawn" in told
    assert "article.txt" in told


def test_the_rows_come_as_csv(run: Run, document: str) -> None:
    out = run("withdraw", document, "--dry-run", "--format", "csv").out
    first, *others = csv.DictReader(out.splitlines())
    assert first["id"] == document
    assert all(row["why"] == "nothing else told it (1 document)" for row in others)


@pytest.mark.parametrize("given", [(), ("--reason", " ")])
def test_without_a_reason_nothing_is_withdrawn(
    run: Run, document: str, loaded: Path, given: tuple[str, ...]
) -> None:
    ran = run("withdraw", document, *given)
    assert (ran.code, "--reason" in ran.err) == (2, True)
    with Store.read(loaded) as store:
        assert store.withdrawals() == []


@pytest.mark.parametrize("wrong", ["event/0123456789", "document/00000000", "x", "0" * 32])
def test_an_id_that_fits_no_document_is_refused(run: Run, loaded: Path, wrong: str) -> None:
    ran = run("withdraw", wrong, "--reason", "r")
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)


def test_no_store_is_made_where_there_is_none(run: Run, tmp_path: Path) -> None:
    assert run("withdraw", "document/0123456789", "--reason", "r").code == 2
    assert list(tmp_path.iterdir()) == []
