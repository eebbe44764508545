"""Loading, asking, withdrawing, and carrying a store across."""

import csv
import json
from pathlib import Path

import pytest

from hedgerow.graph.store import Store
from tests.cli.conftest import Run
from tests.graph.rows import batch, row, table


def test_loading_says_what_was_found_by_type_and_status(run: Run, article: Path) -> None:
    ran = run("load", article, "--no-progress")
    assert ran.code == 0
    assert "arms_deal" in ran.out
    assert "talks" in ran.out
    assert "1 new document, 0 known already, 3 claims" in ran.err


def test_loading_again_changes_nothing(run: Run, article: Path, loaded: Path) -> None:
    with Store.read(loaded) as before:
        was = before.canonical_hash()
    assert "0 new documents, 1 known" in run("load", article).err
    with Store.read(loaded) as after:
        assert after.canonical_hash() == was


def test_a_second_writer_is_told_who_holds_the_store(run: Run, article: Path, loaded: Path) -> None:
    with Store.open(loaded):
        ran = run("load", article)
    assert ran.code == 4
    assert ran.err.startswith("hedgerow: ")
    assert ran.err.count("\n") == 1


def test_a_question_is_answered_in_words_first_then_rows(run: Run, loaded: Path) -> None:
    lines = run("ask", "levels", "Vietnam", "Japan").out.splitlines()
    assert lines[0].startswith("Vietnam - Japan: comprehensive strategic partnership since 2023")


def test_answers_come_as_json_and_csv(run: Run, loaded: Path) -> None:
    rows = json.loads(run("ask", "arms", "VNM", "--format", "json").out)
    assert [(row["supplier"], row["status"], row["block"]) for row in rows] == [
        ("RUS", "talks", "prospective")
    ]
    out = run("ask", "arms", "VNM", "--format", "csv").out
    assert next(iter(csv.DictReader(out.splitlines())))["supplier"] == "RUS"


def test_questions_are_listed_with_their_parameters(run: Run) -> None:
    out = run("ask").out
    for name in ("levels", "ties", "partners", "arms", "evidence", "documents"):
        assert name in out


def test_wrong_questions_and_names_get_a_near_match(run: Run, loaded: Path) -> None:
    assert "levels" in run("ask", "level", "VNM").err
    wrong = run("ask", "levels", "Vietnma")
    assert wrong.code == 2
    assert "Vietnam" in wrong.err
    assert run("ask", "levels", "VNM", "JPN", "2023", "extra").code == 2


def test_asking_without_a_store_says_how_to_make_one(run: Run) -> None:
    ran = run("ask", "levels", "VNM")
    assert ran.code == 2
    assert "hedgerow load" in ran.err


def test_withdrawing_takes_out_what_rests_on_the_document_alone(run: Run, loaded: Path) -> None:
    (row,) = json.loads(run("ask", "documents", "--format", "json").out)
    ran = run("withdraw", row["document"][:17], "--reason", "retracted")
    assert ran.code == 0
    assert f"{row['document']} is withdrawn; " in ran.out
    assert "article.txt" in ran.out
    assert "gone" in ran.out
    assert json.loads(run("ask", "arms", "VNM", "--format", "json").out) == []


def test_what_was_withdrawn_is_named_when_it_is_met_again(
    run: Run, article: Path, loaded: Path
) -> None:
    (row,) = json.loads(run("ask", "documents", "--format", "json").out)
    run("withdraw", row["document"], "--reason", "retracted", "--by", "Ana")
    told = run("load", article).err
    assert f"withdrawn, and stays out: {row['document']} (retracted; by Ana, 20" in told


def test_what_is_no_export_leads_to_the_next_step(run: Run, article: Path) -> None:
    ran = run("import", article)
    assert (ran.code, ran.err.count("\n")) == (1, 1)
    assert ran.err.startswith("hedgerow: Give a file made by 'hedgerow export nq'")


def test_an_export_is_added_to_what_is_there(run: Run, loaded: Path) -> None:
    run("export", "nq", "-o", "graph.nq")
    ran = run("import", "graph.nq")
    assert ran.code == 0
    assert "the store now holds 1 document, 3 claims" in ran.err


def test_an_export_is_read_back_into_the_same_graph(run: Run, loaded: Path) -> None:
    said = run("export", "nq", "-o", "graph.nq").err
    assert run("import", "graph.nq", "--store", "copy.store").code == 0
    with Store.read(loaded) as first, Store.read(Path("copy.store")) as second:
        assert first.canonical_hash() == second.canonical_hash()
        assert first.canonical_hash() in said


def test_an_import_tells_of_rows_that_wait_and_puts_files_in_order(
    run: Run, loaded: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store.open(loaded) as store:
        store.add_tables([(table(confidence=0.4), [batch(row("visit", "USA VNM"))])])
    run("export", "nq", "-o", "graph.nq")
    monkeypatch.setattr("hedgerow.graph.store.LARGE", 1)
    assert "1 row that waits" in run("import", "graph.nq", "--store", "copy.store").err
    assert Path("copy.store", "ordered").exists()


def test_the_data_of_a_store_keeps_to_the_shapes(run: Run, loaded: Path) -> None:
    ran = run("ontology", "check", "--store", loaded)
    assert (ran.code, ran.out) == (0, "")
