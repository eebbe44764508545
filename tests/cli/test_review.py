"""Reviewing at the command line: what waits, deciding, undoing, carrying judgements across."""

import csv
import json
from pathlib import Path

import pytest

from hedgerow.graph.store import Store
from tests.cli.conftest import Run


@pytest.fixture
def arms(loaded: Path) -> str:
    """The id of the claim on Su-35."""
    return _claim(loaded, "arms_deal")


def _claim(store: Path, type_: str) -> str:
    with Store.read(store) as snapshot:
        return next(each.id for each in snapshot.claims() if each.type == type_)


def _made(store: Path) -> list[str]:
    with Store.read(store) as snapshot:
        return [each.id for each in snapshot.judgements()]


@pytest.mark.parametrize(
    "command",
    (
        *("list", "show", "history", "orphaned", "conflicts", "accept", "reject", "correct"),
        *("same", "different", "note", "add", "same-actor", "undo", "export", "import"),
    ),
)
def test_each_command_has_an_example(run: Run, command: str) -> None:
    out = " ".join(run("review", command, "--help").out.split())
    assert f"Example: hedgerow review {command}" in out


def test_what_is_contested_waits_the_weightiest_first(run: Run, tmp_path: Path) -> None:
    for name, text in (
        ("a", "date 2025-11-05\n\nVietnam signed a deal to buy Su-35 fighter jets from Russia."),
        ("b", "date 2025-11-06\n\nVietnam denied it signed a deal to buy Su-35 jets from Russia."),
    ):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
        run("load", f"{name}.txt", "--no-progress")
    found = json.loads(run("review", "--format", "json").out)
    assert found == json.loads(run("review", "list", "--format", "json").out)
    assert {one["waits_for"][0] for one in found} == {"contested"}
    only = run("review", "--about", "Russia", "--type", "arms_deal", "--limit", "1", "-f", "csv")
    assert len(list(csv.DictReader(only.out.splitlines()))) == 1
    assert run("review", "--about", "Japan", "--format", "json").out.strip() == "[]"
    assert "there is: contested" in run("review", "--reason", "boredom").err


def test_a_rejection_tells_what_it_takes_away_and_undoing_brings_it_back(
    run: Run, loaded: Path, arms: str
) -> None:
    ran = run("review", "reject", arms[:14], "--by", "ann", "--why", "a plot", "-f", "json")
    recorded, removed = json.loads(ran.out)
    assert recorded == {"change": "recorded", "id": _made(loaded)[0]}
    assert removed["change"] == "removed"
    assert removed["before"].startswith("Russia to Vietnam: in talks: arms deal, Su-35")
    assert "it does not count" in run("review", "show", arms).out
    undone = run("review", "undo", recorded["id"][: len("judgement/") + 8], "--by", "ben")
    assert "1 event or tie changed" in undone.out
    again = run("review", "undo", recorded["id"], "--by", "cas")
    assert again.code == 2
    assert "was undone by ben" in again.err
    states = [one["state"] for one in json.loads(run("review", "history", "-f", "json").out)]
    assert states == [None, "undone by ben"]


def test_a_correction_is_told_before_and_after(run: Run, arms: str) -> None:
    ran = run("review", "correct", arms, "status=planned", "date=2026-03", "actors=Russia, VNM")
    assert ran.code == 0
    assert "planned: arms deal" in " ".join(ran.out.split())
    wrong = run("review", "correct", arms, "status")
    assert wrong.code == 2
    assert "is no field to set" in wrong.err
    assert "cannot correct 'mood'" in run("review", "correct", arms, "mood=good").err


def test_an_edge_added_without_a_source_is_plainly_knowledge(run: Run, loaded: Path) -> None:
    edge = ("type=visit", "actors=Japan, Vietnam", "status=occurred", "date=2025-03")
    ran = run("review", "add", *edge, "quote=He came.", "--by", "ann")
    assert "Japan to Vietnam: visit (occurred), 2025-03" in ran.out
    claim = next(e for e in json.loads(run("review", "history", "-f", "json").out))["claims"][0]
    shown = run("review", "show", claim).out
    assert "flags: analyst knowledge" in shown
    assert "publisher: analyst's knowledge (ann)" in shown
    evidence = run("ask", "ties", "JPN", "VNM", "--format", "json").out
    assert evidence


def test_an_edge_needs_what_makes_one(run: Run, loaded: Path) -> None:
    ran = run("review", "add", "type=visit", "actors=JPN VNM", "quote=He came.")
    assert ran.code == 2
    assert "status is missing" in ran.err
    assert not _made(loaded)


def test_a_wording_is_given_its_actor(run: Run, loaded: Path) -> None:
    ran = run("review", "same-actor", "Russia", "Belarus")
    assert "Belarus to Vietnam: in talks: arms deal" in " ".join(ran.out.split())


def test_one_claim_is_not_the_same_as_itself(run: Run, arms: str) -> None:
    assert "needs two of them" in run("review", "same", arms, arms).err


def test_conflicts_of_two_analysts_are_listed(run: Run, loaded: Path, arms: str) -> None:
    run("review", "reject", arms, "--by", "ann")
    run("review", "accept", arms, "--by", "ben")
    (conflict,) = json.loads(run("review", "conflicts", "-f", "json").out)
    assert (conflict["earlier_says"], conflict["later_says"]) == ("reject", "accept")
    marked = json.loads(run("review", "history", arms, "-f", "json").out)
    assert [one["state"] for one in marked] == ["contrary to ann", "contrary to ben"]


def test_judgements_alone_go_out_and_come_in_with_the_same_ids(
    run: Run, loaded: Path, arms: str
) -> None:
    run("review", "reject", arms, "--by", "ann")
    run("review", "note", arms, "ask again", "--by", "ann")
    run("review", "export", "-o", "made.jsonl")
    run("extract", "--help")
    with Store.open(Path("other.store")):
        pass
    ran = run("review", "import", "made.jsonl", "--store", "other.store")
    assert "taken over: 2 new of 2" in ran.out
    assert "2 name claims that are not here" in ran.err
    assert _made(Path("other.store")) == _made(loaded)
    orphans = json.loads(run("review", "orphaned", "--store", "other.store", "-f", "json").out)
    assert {one["claim"] for one in orphans} == {arms}
    assert run("review", "export", "--store", "other.store").out == Path("made.jsonl").read_text()
    assert "0 new of 2" in run("review", "import", "made.jsonl", "--store", "other.store").out


@pytest.mark.parametrize(
    "line",
    ['{"decision": "reject"}', "not json", "[]", '{"decision": "shrug", "by": "a", "at": "2024"}'],
)
def test_a_wrong_line_of_a_file_is_named_and_nothing_is_taken(
    run: Run, loaded: Path, arms: str, line: str
) -> None:
    good = json.dumps({"decision": "reject", "claims": [arms], "by": "ann", "at": "2024-01-01"})
    Path("made.jsonl").write_text(f"{good}\n\n{line}\n", encoding="utf-8")
    ran = run("review", "import", "made.jsonl")
    assert ran.code == 2
    assert "Line 3" in ran.err
    assert "Nothing was taken over" in ran.err
    assert not _made(loaded)


def test_a_note_with_a_sign_that_ends_lines_elsewhere_comes_back(
    run: Run, loaded: Path, arms: str
) -> None:
    told = {"decision": "note", "claims": [arms], "by": "ann", "at": "2024-01-01"}
    line = json.dumps({**told, "note": "one\u2028two\x85three"}, ensure_ascii=False)
    Path("made.jsonl").write_text(f"{line}\n", encoding="utf-8")
    assert "taken over: 1 new of 1" in run("review", "import", "made.jsonl").out
    assert "0 new of 1" in run("review", "import", "made.jsonl").out


def test_a_judgement_that_was_tampered_with_is_refused(run: Run, loaded: Path, arms: str) -> None:
    run("review", "reject", arms, "--by", "ann")
    told = json.loads(run("review", "export").out) | {"by": "ben"}
    Path("made.jsonl").write_text(json.dumps(told), encoding="utf-8")
    assert "was changed" in run("review", "import", "made.jsonl").err


def test_nothing_is_decided_where_there_is_no_store(run: Run) -> None:
    ran = run("review", "undo", "judgement/00000000", "--by", "ann")
    assert ran.code != 0
    assert not Path("hedgerow.store").exists()


def test_who_decides_must_be_named(run: Run, arms: str) -> None:
    assert "say who decides" in run("review", "accept", arms, "--by", " - ").err
