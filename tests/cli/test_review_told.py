"""What judging, rating and withdrawing tell a person: marks, reasons, next steps, refusals."""

import json
from pathlib import Path

import pytest

from hedgerow.graph.store import Store
from tests.cli.conftest import Run

EDGE = ("type=visit", "actors=Japan, Vietnam", "status=occurred", "date=2025-03", "quote=He came.")


@pytest.fixture
def arms(loaded: Path) -> str:
    """The id of the claim on Su-35."""
    return _claims(loaded)["arms_deal"]


def _claims(store: Path) -> dict[str, str]:
    with Store.read(store) as snapshot:
        return {each.type: each.id for each in snapshot.claims()}


def _document(store: Path) -> str:
    with Store.read(store) as snapshot:
        return next(each.id for each in snapshot.documents())


def _number(store: Path) -> int:
    with Store.read(store) as snapshot:
        return len(snapshot.judgements())


def test_marks_are_told_wherever_marked_text_is_shown(run: Run, loaded: Path, arms: str) -> None:
    query = "SELECT ?q { ?c hr:quote ?q }"
    assert run("sparql", query).err == ""
    document = _document(loaded)
    assert run("rate", document, "--handling", "TLP:RED").code == 0
    assert run("rate", arms, "--credibility", "2").code == 0
    assert "marked TLP:RED; a query of one's own knows no limit" in run("sparql", query).err
    assert "handling: TLP:RED" in run("review", "show", arms).out
    assert "TLP:RED" in run("withdraw", document, "--dry-run").out
    rows = json.loads(run("rate", "--list", "-f", "json").out)
    assert [row["marked"] for row in rows] == ["TLP:RED", "TLP:RED"]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("quote=...",), "is no quote"),
        (("url=https://",), "names no host"),
        (("url=https:///page",), "names no host"),
        (("date=2199-01",), "a day to come"),
    ],
)
def test_an_edge_that_cannot_be_meant_is_refused(
    run: Run, loaded: Path, change: tuple[str, ...], message: str
) -> None:
    names = {each.partition("=")[0] for each in change}
    kept = [each for each in EDGE if each.partition("=")[0] not in names]
    ran = run("review", "add", *kept, *change)
    assert (ran.code, message in ran.err) == (2, True)
    assert _number(loaded) == 0


def test_the_same_edge_twice_by_one_analyst_is_entered_once(run: Run, loaded: Path) -> None:
    run("review", "add", *EDGE, "--by", "ann")
    assert "already entered, judgement/" in run("review", "add", *EDGE, "--by", "ann").out
    assert _number(loaded) == 1
    run("review", "add", *EDGE, "--by", "ben")
    assert _number(loaded) == 2


@pytest.mark.parametrize("text", ["", "  "])
def test_a_note_without_text_is_refused(run: Run, loaded: Path, arms: str, text: str) -> None:
    assert run("review", "note", arms, text).code == 2
    assert _number(loaded) == 0


def test_a_claim_tells_whether_it_counts_and_how_it_was_read(
    run: Run, loaded: Path, arms: str
) -> None:
    def shown() -> dict[str, object]:
        found: dict[str, object] = json.loads(run("review", "show", arms, "-f", "json").out)
        return found

    read = shown()
    assert (read["counts"], read["judged"]) == ("counts", None)
    run("review", "correct", arms, "status=planned", "--by", "ann")
    corrected = shown()
    assert (corrected["counts"], corrected["judged"]) == ("counts", "corrected by ann")
    assert (corrected["confidence"], corrected["engine"]) == (read["confidence"], read["engine"])
    run("review", "reject", arms, "--by", "ben")
    assert shown()["counts"] == "does not count: rejected by ben"


def test_what_cannot_become_one_event_is_recorded_and_says_why(run: Run, loaded: Path) -> None:
    arms, visit = _claims(loaded)["arms_deal"], _claims(loaded)["visit"]
    assert "between other actors" in run("review", "same", arms, visit).err
    run("review", "reject", arms, "--by", "ben")
    assert "does not count: rejected by ben" in run("review", "same", arms, visit).err
    assert _number(loaded) == 3


def test_a_conflict_tells_what_it_is_on_and_both_judgements(
    run: Run, loaded: Path, arms: str
) -> None:
    for command in ("conflicts", "orphaned"):
        assert "no " in run("review", command).err
    assert run("rate", "--list").err == "no ratings\n"
    run("review", "correct", arms, "date=2024", "--by", "ann")
    run("review", "correct", arms, "date=2025", "--by", "ben")
    (found,) = json.loads(run("review", "conflicts", "-f", "json").out)
    assert found["on"] == "date"
    assert {found["earlier_judgement"], found["counts"]} == {
        row["judgement"] for row in json.loads(run("review", "history", "-f", "json").out)
    }


def test_a_recorded_judgement_tells_how_to_take_it_back(run: Run, loaded: Path, arms: str) -> None:
    assert "take it back: hedgerow review undo judgement/" in run("review", "reject", arms).err


def test_what_was_withdrawn_says_so_instead_of_check_the_id(
    run: Run, loaded: Path, arms: str
) -> None:
    document = _document(loaded)
    run("review", "accept", arms)
    assert "no id" in run("withdraw", "zzz").err
    run("withdraw", document, "--reason", "retracted", "--by", "ann")
    for given in (document, document[:17]):
        ran = run("withdraw", given, "--reason", "again")
        assert (ran.code, "was withdrawn by ann" in ran.err) == (2, True)
    told = run("review", "show", arms).err
    assert "was withdrawn by ann" in told
    assert "retracted" in told


def test_nobody_decides_without_a_name(
    run: Run, loaded: Path, arms: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = _document(loaded)
    monkeypatch.delenv("USER")
    for command in (
        ("review", "accept", arms),
        ("rate", document, "--credibility", "2"),
        ("withdraw", document, "--reason", "r"),
    ):
        ran = run(*command)
        assert (ran.code, "--by" in ran.err) == (2, True)
    assert _number(loaded) == 0


def test_a_rating_makes_no_store(run: Run, tmp_path: Path) -> None:
    assert run("rate", "Wire", "--reliability", "B", "--store", "wrong").code == 2
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("subject", ["event/abc", "tie/00000000", "0" * 32, "Document/00000000"])
def test_an_id_of_what_is_not_rated_is_no_outlet(run: Run, loaded: Path, subject: str) -> None:
    assert run("rate", subject, "--reliability", "B").code == 2
    assert json.loads(run("rate", "--list", "-f", "json").out) == []


def test_an_outlet_of_no_document_is_rated_and_said_to_be_unknown(run: Run, loaded: Path) -> None:
    assert "no document here is of Facade" in run("rate", "Facade", "--reliability", "B").err


def test_none_is_no_mark_however_it_is_written(run: Run, loaded: Path) -> None:
    run("rate", _document(loaded), "--handling", "None", "--reliability", "NONE")
    (row,) = json.loads(run("rate", "--list", "-f", "json").out)
    assert (row["handling"], row["reliability"], row["marked"]) == ("none", "none", None)
