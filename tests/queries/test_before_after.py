from typing import Any

import pytest

from hedgerow.errors import UsageError
from hedgerow.graph.store import Store
from hedgerow.queries.asking import Answer, ask
from tests.queries.making import Article, store_of


def change(store: Store, **given: str) -> Answer:
    return ask(store, "before_after", {"a": "VNM", **given})


def row_of(answer: Answer, counterpart: str, what: str) -> Any:
    (row,) = [r for r in answer.rows if (r["counterpart"], r["what"]) == (counterpart, what)]
    return row


def test_the_lifting_of_the_embargo_on_vietnam(milestones: Store) -> None:
    rows = ask(milestones, "ties", {"a": "VNM", "b": "USA", "from": "2016-05-23"}).rows
    lifts = [row for row in rows if row["what"] == "sanction_lift" and row["date"] == "2016-05-23"]
    (lift,) = [str(row["id"]) for row in lifts]
    answer = change(milestones, event=lift)
    raised = row_of(answer, "IND", "partnership_upgrade")
    assert (raised["before"], raised["after"], raised["change"]) == (0, 1, 1)
    assert raised["levels_after"] == "comprehensive strategic partnership (2016-09-03)"
    assert not [row for row in answer.rows if row["what"] in {"sanction_lift", "sanction"}]
    assert "sanction lifted" in answer.in_words
    windows = [note for note in answer.notes if note.startswith(("Before: ", "After: "))]
    assert "2015-05-23 to 2016-05-22" in windows[0]
    assert "2016-05-24 to 2017-05-23" in windows[1]
    assert change(milestones, day="2016-05-23").rows == answer.rows


def test_a_level_that_is_raised_is_no_tie_ended_or_opened(milestones: Store) -> None:
    tie = row_of(change(milestones, day="2016-05-23", b="IND"), "IND", "partnership")
    assert (tie["after"], tie["ended_after"]) == (0, 0)
    assert tie["levels_after"] == "comprehensive strategic partnership (2016-09-03)"


def test_counts_concluded_ones_and_keeps_what_is_in_prospect_apart() -> None:
    article = Article("2025-03-01").says(
        "Hanoi received frigates.", "arms_transfer", "IND VNM", "delivered", date="2025-02-01"
    )
    article.says("A visit is planned.", "visit", "IND VNM", "planned", date="2026-08")
    article.says("Hanoi denied a base.", "base_access", "IND VNM", "denied", date="2025-02-02")
    article.says("The two navies drilled.", "joint_exercise", "IND VNM", "occurred", date="2025")
    with store_of([article]) as store:
        answer = change(store, day="2025-01-01", b="IND")
    assert row_of(answer, "IND", "arms_transfer")["after"] == 1
    visit = row_of(answer, "IND", "visit")
    assert (visit["after"], visit["pipeline_before"], visit["pipeline_after"]) == (0, 0, 1)
    drill = row_of(answer, "IND", "joint_exercise")
    assert (drill["after"], drill["possibly_after"]) == (0, 1)
    assert {row["what"] for row in answer.rows} == {"arms_transfer", "visit", "joint_exercise"}
    assert answer.in_words == (
        "Vietnam - India, 12 months before and after 2025-01-01: "
        "before, no concluded event found in 0 documents published then; "
        "after, 1 concluded event with 1 counterpart (1 document published then); "
        "ties opened 0 before and 0 after; ties ended 0 before and 0 after; "
        "events told and still in prospect 0 before and 1 after."
    )
    assert "The archive ends on 2025-03-01, before the months after do." in answer.notes


@pytest.mark.parametrize("given", [{}, {"day": "2016", "event": "event/" + "0" * 32}])
def test_needs_an_event_or_a_day(store: Store, given: dict[str, str]) -> None:
    with pytest.raises(UsageError, match="needs an event or a day"):
        change(store, **given)


def test_a_tie_is_no_event(store: Store) -> None:
    rows = ask(store, "ties", {"a": "VNM", "b": "USA"}).rows
    tie = next(str(row["id"]) for row in rows if row["edge"] == "tie")
    with pytest.raises(UsageError, match="is no event"):
        change(store, event=tie)
