import pytest

from hedgerow.graph.store import Store
from hedgerow.queries.asking import ask
from tests.queries.making import Article, store_of

PACT = "The ministers signed a memorandum on defence cooperation in Nairobi."
EXERCISE = "The two navies held a joint exercise off Mombasa."


def test_vietnam_between_pyongyang_and_washington(milestones: Store) -> None:
    rows = ask(milestones, "matched_moves", {"a": "USA", "b": "PRK"}).rows
    (pair,) = [
        row for row in rows if (row["date_a"], row["date_b"]) == ("2025-10-31", "2025-10-10")
    ]
    assert (pair["state"], pair["days"], pair["possibly"]) == ("VNM", 21, None)
    assert (pair["what_a"], pair["what_b"]) == ("war_legacy", "defence_agreement")
    assert pair["signals"] == "wider"


def test_india_was_375_days_apart(milestones: Store) -> None:
    given = {"a": "CHN", "b": "USA", "c": "IND"}

    def apart(months: str) -> list[object]:
        rows = ask(milestones, "matched_moves", given | {"months": months}).rows
        return [
            row["days"]
            for row in rows
            if (row["date_a"], row["date_b"]) == ("2024-10-21", "2025-10-31")
        ]

    assert apart("12") == []
    assert apart("13") == [375]


def test_malaysia_signed_with_one_and_drilled_with_the_other(milestones: Store) -> None:
    rows = ask(milestones, "matched_moves", {"a": "USA", "b": "CHN", "c": "MYS"}).rows
    found = {(row["date_a"], row["date_b"], row["signals"]) for row in rows}
    assert ("2025-10-30", "2025-10-15", "costly") in found
    assert {row["state"] for row in rows} == {"MYS"}


@pytest.mark.parametrize("status", ["planned", "talks", "reported", "denied", "suspended"])
def test_only_what_was_concluded_is_a_move(status: str) -> None:
    article = Article("2025-06-01").says(EXERCISE, "joint_exercise", "KEN USA", "occurred")
    article.says(PACT, "defence_agreement", "KEN CHN", status, date="2025-05-01")
    with store_of([article]) as store:
        answer = ask(store, "matched_moves", {"a": "USA", "b": "CHN"})
    assert answer.rows == ()
    assert answer.in_words == (
        "United States and China: no state that raised ties with both within 12 months; "
        "none found in 1 document on United States and 1 on China."
    )


def test_tells_both_sentences_of_a_costly_pair() -> None:
    article = Article("2025-06-01").says(
        *(EXERCISE, "joint_exercise", "KEN USA", "occurred"), date="2025-03-01"
    )
    article.says(PACT, "defence_agreement", "KEN CHN", "signed", date="2025-05-01")
    with store_of([article]) as store:
        answer = ask(store, "matched_moves", {"a": "USA", "b": "CHN"})
    (row,) = answer.rows
    assert (row["signals"], row["days"]) == ("costly", 61)
    assert (row["quote_a"], row["quote_b"]) == (EXERCISE, PACT)
    assert "1 state raised costly defence ties with both within 12 months" in answer.in_words
    assert "Kenya (61)" in answer.in_words


def test_one_exercise_with_both_is_no_pair() -> None:
    article = Article("2025-06-01").says(
        *(EXERCISE, "joint_exercise", "CHN KEN USA", "occurred"), date="2025-03-01"
    )
    with store_of([article]) as store:
        assert ask(store, "matched_moves", {"a": "USA", "b": "CHN"}).rows == ()


def test_coercion_is_no_move_towards_anyone() -> None:
    article = Article("2025-06-01").says(
        *(EXERCISE, "joint_exercise", "KEN USA", "occurred"), date="2025-03-01"
    )
    article.says("Beijing put sanctions on it.", "sanction", "CHN KEN", "in_force", date="2025-04")
    with store_of([article]) as store:
        assert ask(store, "matched_moves", {"a": "USA", "b": "CHN"}).rows == ()
