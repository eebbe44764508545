from hedgerow.graph.store import Store
from hedgerow.queries.asking import ask
from tests.queries.making import Article, store_of


def test_finds_what_was_suspended_in_a_year(examples: Store) -> None:
    answer = ask(examples, "ended", {"a": "VNM", "from": "2025", "to": "2025"})
    found = {(row["what"], row["step"], row["date"]) for row in answer.rows}
    assert ("war_legacy", "suspended", "2025-02") in found
    assert "suspended" in answer.in_words


def test_names_who_lifted_what(examples: Store) -> None:
    rows = ask(examples, "ended", {"a": "VNM", "from": "2016", "to": "2016"}).rows
    (row,) = [row for row in rows if row["item"] == "arms embargo"]
    assert (row["by"], row["date"], row["since"]) == ("USA", "2016-05-23", "1964")
    assert (row["edge"], row["step"]) == ("tie", "sanction_lift")


def test_a_partial_lift_ends_nothing(examples: Store) -> None:
    rows = ask(examples, "ended", {"a": "VNM", "from": "2014", "to": "2014"}).rows
    assert rows == ()


def test_a_level_that_was_raised_has_not_ended(examples: Store) -> None:
    rows = ask(examples, "ended", {"a": "VNM", "from": "2023-09-10", "to": "2023-09-10"}).rows
    assert not [row for row in rows if row["edge"] == "tie"]


def test_a_denial_ends_nothing(examples: Store) -> None:
    rows = ask(examples, "ended", {"a": "RUS", "from": "2016-10"}).rows
    assert "denied" not in {row["step"] for row in rows}


def test_names_nobody_where_the_type_does_not_say_who_stopped_it() -> None:
    stopped = Article("2024-08-06").says(
        "The last base was handed back on Monday.",
        *("base_access", "USA NER", "ended"),
        date="2024-08-05",
    )
    with store_of([stopped]) as made:
        answer = ask(made, "ended", {"a": "USA"})
    (row,) = answer.rows
    assert (row["by"], row["step"], row["date"]) == (None, "ended", "2024-08-05")
    assert answer.notes


def test_marks_what_may_lie_outside_of_the_range() -> None:
    told = Article("2024-12-31").says(
        "The drill was called off in 2024.",
        *("joint_exercise", "KHM USA", "cancelled"),
        date="2024",
    )
    with store_of([told]) as made:
        (row,) = ask(made, "ended", {"a": "KHM", "from": "2024-06"}).rows
        assert row["possibly"] == "possibly"
        assert ask(made, "ended", {"a": "KHM", "from": "2025"}).rows == ()
        words = ask(made, "ended", {"a": "KHM", "from": "2025"}).in_words
    assert words == (
        "Cambodia, from 2025: nothing ended, suspended or called off; "
        "none found in 1 document on Cambodia, from 2025."
    )
