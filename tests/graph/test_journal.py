"""The notes of what each commit touched."""

import shutil
from pathlib import Path

import pytest

from hedgerow.graph import journal
from hedgerow.graph.journal import Journal
from hedgerow.graph.store import Store
from tests.graph.articles import article

FIRST = article("One.", "visit", "USA VNM", date="2023-05-02")
SECOND = article("Two.", "call", "CHN VNM", date="2023-05-02")


def commit_of(path: Path) -> str:
    with Store.read(path) as snapshot:
        assert snapshot.commit is not None
        return snapshot.commit


def test_what_a_commit_touched_is_what_differs_after_it(tmp_path: Path) -> None:
    path = tmp_path / "store"
    with Store.open(path) as store:
        store.add([FIRST])
        before, commit = {node.id: node for node in store.nodes()}, store.commit
        store.add([SECOND])
        store.withdraw(FIRST[0].id, reason="retracted", by="me")
        after = {node.id: node for node in store.nodes()}
        assert commit is not None
        touched = store.touched_since(commit)
    assert touched is not None
    changed = {each for each in before.keys() | after.keys() if before.get(each) != after.get(each)}
    assert changed <= touched
    assert not {each for each in touched if each.startswith("actor/")}


def test_nothing_was_touched_since_the_last_commit(tmp_path: Path) -> None:
    with Store.open(tmp_path / "store") as store:
        store.add([FIRST])
        assert store.commit is not None
        assert store.touched_since(store.commit) == set()


def test_a_store_in_memory_has_no_journal() -> None:
    store = Store.open()
    store.add([FIRST])
    assert store.commit is None
    assert store.touched_since("any") is None


def test_a_copy_that_went_another_way_does_not_answer_for_it(tmp_path: Path) -> None:
    with Store.open(tmp_path / "store") as store:
        store.add([FIRST])
    shutil.copytree(tmp_path / "store", tmp_path / "copy")
    for name, item in (("store", SECOND), ("copy", article("Three.", "call", "CHN USA"))):
        with Store.open(tmp_path / name) as store:
            store.add([item])
    other = commit_of(tmp_path / "copy")
    with Store.read(tmp_path / "store") as snapshot:
        assert snapshot.touched_since(other) is None


def test_a_missing_or_damaged_note_is_no_answer(tmp_path: Path) -> None:
    path = tmp_path / "store"
    with Store.open(path) as store:
        store.add([FIRST])
        commit = store.commit
        store.add([SECOND])
        sequence = store.sequence
        store.add([article("Three.", "call", "CHN USA")])
        assert commit is not None
        assert store.touched_since(commit)
        note = path / "journal" / f"{sequence:08}"
        for damaged in (note.read_text(encoding="utf-8")[:-40], "damaged\n", ""):
            note.write_text(damaged, encoding="utf-8")
            assert store.touched_since(commit) is None
        note.unlink()
        assert store.touched_since(commit) is None


def test_resolving_anew_touches_everything(tmp_path: Path) -> None:
    notes = Journal(tmp_path / "journal")
    notes.note(1, {"claim/1"})
    first = notes.token(1)
    notes.note(2, {journal.EVERYTHING})
    assert first is not None
    assert notes.since(first, 2) is None
    assert notes.since(first, 1) == set()


def test_old_notes_are_dropped_and_large_ones_cut_short(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal, "KEPT_BYTES", 400)
    monkeypatch.setattr(journal, "MOST_SUBJECTS", 3)
    notes = Journal(tmp_path / "journal")
    for number in range(1, 9):
        notes.note(number, {f"claim/{number}"})
    assert notes.token(8) is not None
    assert notes.token(1) is None
    middle = notes.token(7)
    assert middle is not None
    assert notes.since(middle, 8) == {"claim/8"}
    notes.note(9, {f"claim/{number}" for number in range(4)})
    assert notes.since(middle, 9) is None
