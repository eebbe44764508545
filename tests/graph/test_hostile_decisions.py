"""Decisions in imports that nobody can have made, and what a store keeps to itself."""

import datetime as dt

import pytest

from hedgerow.graph.inputs import Input
from hedgerow.graph.judgements_rdf import judgement_quads, witness_quads
from hedgerow.graph.ledger import Withdrawal, withdrawal_quads
from hedgerow.graph.records import Judgement, Witness
from tests.graph.made_exports import (
    CALL,
    TOLD,
    VISIT,
    Taken,
    export_of,
    exported,
    reasons,
    store_of,
    taken,
)

__all__ = ["taken"]

DAY = "2024-01-01"
NO_CLAIM = "claim/" + "a" * 32

IN_THREE_DAYS = (dt.datetime.now(dt.UTC) + dt.timedelta(days=3)).isoformat()


@pytest.mark.parametrize(
    "at",
    [IN_THREE_DAYS, "9999-12-31", "soon", "2023-13-45"],
    ids=["in three days", "never", "soon", "no day"],
)
def test_a_judgement_dated_ahead_is_refused(taken: Taken, at: str) -> None:
    forged = Judgement("reject", (TOLD.id,), "analyst", at)
    done, store = taken(exported(), *judgement_quads(forged))
    assert [*reasons(done)] == [forged.id]
    assert (store.judgements(), done.judgements) == ([], 0)


@pytest.mark.parametrize(
    "change",
    [("analyst", "Another"), ("2024-01-01", "2024-02-02"), ("reject", "accept"), ("Judg", "judg")],
)
def test_a_judgement_that_was_changed_is_not_taken(taken: Taken, change: tuple[str, str]) -> None:
    quads = judgement_quads(Judgement("reject", (TOLD.id,), "analyst", "2024-01-01"))
    _, store = taken(exported(), *(line.replace(*change) for line in quads))
    assert store.judgements() == []


def test_judgements_and_withdrawals_are_told_and_can_be_left_out(taken: Taken) -> None:
    judged = judgement_quads(Judgement("reject", (TOLD.id,), "analyst", "2024-01-01"))
    gone = withdrawal_quads(Withdrawal(CALL[0].id, "false", "them", "2024-01-01T00:00:00Z"))
    lines = (exported(), *judged, *gone)
    done, store = taken(*lines, into=store_of(CALL))
    assert (done.judgements, done.withdrawals) == (1, 1)
    assert [each.document for each in done.taken_out] == [CALL[0].id]
    assert len([*store.documents()]) == 1
    done, store = taken(*lines, into=store_of(CALL), judgements=False, withdrawals=False)
    assert (done.judgements, done.withdrawals, done.taken_out) == (0, 0, ())
    assert (store.judgements(), len([*store.documents()])) == ([], 2)


@pytest.mark.parametrize("what", ["actor/VNM", "graph/ontology", "document/a", CALL[0].id + "/x"])
def test_a_withdrawal_of_what_is_no_document_is_refused(taken: Taken, what: str) -> None:
    quads = withdrawal_quads(Withdrawal(what, "false", "them", "2024-01-01T00:00:00Z"))
    done, store = taken(exported(), *quads)
    assert (done.refusals.kinds["withdrawal"], store.withdrawals()) == (1, [])


def test_what_another_store_has_read_and_who_it_is_never_come_in(taken: Taken) -> None:
    theirs = store_of(CALL)
    theirs.add([VISIT], {"input/" + "a" * 32: Input(1, 0)})
    lines = export_of(theirs, canonical=False)
    assert "input/" in lines
    done, store = taken(lines)
    assert store.input("input/" + "a" * 32) is None
    assert store.identity != theirs.identity
    assert not done.refusals.ignored


EDGE = {"type": "visit", "actors": "USA VNM", "status": "occurred", "quote": "They came."}
WRONG = {
    "an edge of no type": Judgement("add", (NO_CLAIM,), "me", DAY, None, EDGE | {"type": "raid"}),
    "an edge of another claim": Judgement("add", (NO_CLAIM,), "me", DAY, None, EDGE),
    "no edge at all": Judgement("add", (), "me", DAY),
    "an actor that is none": Judgement("correct", (TOLD.id,), "me", DAY, None, {"actors": "XXX A"}),
    "a novel": Judgement("correct", (TOLD.id,), "me", DAY, None, {"item": "x" * 10_001}),
    "an actor judged": Judgement("reject", ("actor/VNM",), "me", DAY),
    "a decision of one's own": Judgement("believe", (TOLD.id,), "me", DAY),
    "nobody's": Judgement("reject", (TOLD.id,), " ", DAY),
}


@pytest.mark.parametrize("what", WRONG)
def test_a_judgement_that_nobody_can_make_is_refused_alone(taken: Taken, what: str) -> None:
    done, store = taken(exported(), *judgement_quads(WRONG[what]))
    assert [*reasons(done)] == [WRONG[what].id]
    assert (store.judgements(), done.documents) == ([], 1)


@pytest.mark.parametrize("document", ["a b<>", "document/1", "document/" + "g" * 32])
def test_a_witness_of_no_document_ends_no_import(taken: Taken, document: str) -> None:
    forged = Judgement("reject", (NO_CLAIM,), "analyst", DAY)
    seen = Witness(NO_CLAIM, document, "visit", "occurred", ("USA", "VNM"), 0, 9)
    quads = [*judgement_quads(forged), *witness_quads(forged.id, seen)]
    done, store = taken(exported(), *quads)
    assert [*reasons(done)] == [forged.id]
    assert store.judgements() == []
