"""`hedgerow backup`, `restore`, `doctor` and `upgrade` as a user runs them."""

import json
from pathlib import Path

import pyoxigraph as ox
import pytest

from hedgerow.graph.rdf import LEDGER, node, prop
from tests.cli.conftest import Run
from tests.graph.doctor.sick import DEAL, VISIT, damage, hash_of, make, put
from tests.graph.doctor.test_derived import tie_removed
from tests.graph.doctor.test_given import quote_altered


@pytest.fixture
def store(tmp_path: Path) -> Path:
    path = tmp_path / "hedgerow.store"
    make(path)
    return path


def test_a_store_is_backed_up_and_restored(run: Run, store: Path) -> None:
    ran = run("backup", "monday.backup")
    assert ran.code == 0
    assert "equal to the store" in ran.err
    assert "not compared" in run("backup", "quick.backup", "--no-verify").err
    assert run("backup", "monday.backup").code == 2
    ran = run("restore", "monday.backup")
    assert (ran.code, "give --replace" in ran.err) == (2, True)
    ran = run("restore", "monday.backup", "--replace")
    assert (ran.code, "kept as hedgerow.store.before-restore" in ran.err) == (0, True)
    assert run("restore", "monday.backup", "--store", "other.store").code == 0
    assert hash_of(Path("other.store")) == hash_of(store)


def test_a_full_export_is_restored(run: Run, store: Path) -> None:
    assert run("export", "nq", "--with-ledger", "-o", "all.nq").code == 0
    assert run("restore", "all.nq", "--store", "other.store").code == 0
    assert hash_of(Path("other.store")) == hash_of(store)


def test_the_doctor_says_of_a_sound_store_that_it_is(run: Run, store: Path) -> None:
    ran = run("doctor")
    assert (ran.code, ran.out) == (0, "")
    assert "resolved by hedgerow 0.1.0 with ontology 0.1.0" in ran.err
    assert ran.err.endswith("the store is sound\n")


def test_the_doctor_repairs_what_is_derived_after_a_backup(run: Run, store: Path) -> None:
    sound = hash_of(store)
    damage(store, tie_removed)
    ran = run("doctor", "--quick")
    assert ran.code == 1
    assert "error: resolution: bucket/" in ran.out
    assert "--repair mends what is derived" in ran.err
    ran = run("doctor", "--quick", "--repair")
    assert ran.code == 0
    assert "kept as hedgerow.store.before-repair" in ran.err
    assert hash_of(store) == sound
    assert run("doctor", "--quick", "--store", "hedgerow.store.before-repair").code == 1


def test_of_many_findings_of_one_kind_some_are_shown(run: Run, store: Path) -> None:
    def many(database: ox.Store) -> None:
        for number in range(25):
            entry = node(f"document/{number}")
            database.add(ox.Quad(entry, prop("sequence"), ox.Literal(1), LEDGER))

    damage(store, many)
    ran = run("doctor", "--quick")
    assert ran.out.count("error: entry_of_nothing") == 10
    assert "25 of entry_of_nothing" in ran.err


def test_the_doctor_says_what_to_do_where_it_cannot_repair(run: Run, store: Path) -> None:
    damage(store, quote_altered)
    ran = run("doctor", "--quick", "--repair", "--format", "json", "-q")
    assert ran.code == 1
    (told,) = [each for each in json.loads(ran.out) if each["check"] == "quote"]
    assert told["gravity"] == "error"
    assert told["subject"].startswith("claim/")
    assert "hedgerow restore" in told["remedy"]


def test_a_quiet_doctor_ends_with_a_sentence(run: Run, store: Path) -> None:
    damage(store, quote_altered)
    ran = run("doctor", "--quick", "-q")
    assert ran.err.startswith("the store is not sound: ")
    assert "1 of quote" in ran.err


def test_what_was_repaired_stays_in_the_json(run: Run, store: Path) -> None:
    damage(store, tie_removed)
    told = json.loads(run("doctor", "--quick", "--repair", "--format", "json").out)
    assert told
    assert all(each["repaired"] for each in told)


def test_a_store_named_by_a_dot_is_repaired(
    run: Run, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    damage(store, tie_removed)
    monkeypatch.chdir(store)
    assert run("doctor", "--quick", "--repair", "--store", ".").code == 0
    assert store.with_name("hedgerow.store.before-repair").is_dir()


def test_a_restored_export_says_that_it_forgot_when(run: Run, store: Path) -> None:
    assert run("export", "nq", "--with-ledger", "-o", "all.nq").code == 0
    assert "recorded as of now" in run("restore", "all.nq", "--store", "other.store").err


def test_what_the_doctor_prints_cannot_move_a_cursor(run: Run, store: Path) -> None:
    def hostile(database: object) -> None:
        put(database, "ledger/store", "hedgerow_version", "\x1b[2J evil")  # type: ignore[arg-type]
        put(database, "ledger/store", "ontology_fingerprint", "0")  # type: ignore[arg-type]

    damage(store, hostile)
    ran = run("doctor", "--quick")
    assert "evil" in ran.out
    assert "\x1b" not in ran.out + ran.err


def test_an_upgrade_tells_what_it_changes(run: Run, store: Path) -> None:
    assert "up to date already" in run("upgrade").err
    damage(store, lambda database: put(database, "ledger/store", "ontology_fingerprint", "0"))
    damage(store, tie_removed)
    ran = run("upgrade")
    assert ran.code == 0
    assert "partnership" in ran.out
    assert "1 event or tie changed" in ran.err
    assert "kept as hedgerow.store.0.1.0-20" in ran.err


def test_a_command_that_writes_says_that_all_is_resolved_anew(run: Run, store: Path) -> None:
    damage(store, lambda database: put(database, "ledger/store", "ontology_fingerprint", "0"))
    first, second = VISIT[0].id, DEAL[0].id
    ran = run("withdraw", first, "--reason", "retracted", "--by", "Ana")
    assert "hedgerow upgrade" in ran.err
    ran = run("withdraw", second, "--reason", "retracted", "--by", "Ana")
    assert (ran.code, "hedgerow upgrade" in ran.err) == (0, False)


def test_no_store_is_said_to_be_none(run: Run) -> None:
    for command in (("doctor",), ("backup", "x"), ("upgrade",)):
        ran = run(*command)
        assert (ran.code, "There is no store" in ran.err) == (2, True)
    assert (run("restore", "nothing").code, Path("hedgerow.store").exists()) == (2, False)
