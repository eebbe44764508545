import pytest

from hedgerow.graph.store import Store
from hedgerow.queries.asking import ask
from tests.queries.making import Article, store_of


def drill(date: str, quote: str, status: str = "occurred", partner: str = "PHL") -> Article:
    return Article("2025-12-31", source=f"{date}-{partner}.txt").says(
        quote,
        *("joint_exercise", f"VNM {partner}", status),
        date=date,
        attributes={"name": f"Drill {date}"},
    )


def test_finds_the_first_coast_guard_drill(examples: Store) -> None:
    answer = ask(examples, "exercises", {"a": "VNM", "from": "2024-08", "to": "2024-08"})
    (row,) = [row for row in answer.rows if row["date"] == "2024-08-09"]
    assert (row["partners"], row["first"]) == (("PHL",), "a source says so")
    assert "first joint exercise" in str(row["quote"])
    assert "called the first by a source: with Philippines 2024-08-09" in answer.in_words


def test_the_first_in_the_archive_is_told_as_just_that() -> None:
    told = [
        drill("2020-05-01", "The two held a drill."),
        drill("2021-05-01", "They drilled again."),
    ]
    with store_of(told) as made:
        answer = ask(made, "exercises", {"a": "VNM"})
    first, second = answer.rows
    assert (first["first"], first["first_with"]) == ("first in this archive", ("PHL",))
    assert (second["first"], second["first_with"]) == (None, ())
    assert "no earlier one is loaded" in answer.notes[0]
    assert "called the first" not in answer.in_words


@pytest.mark.parametrize(
    "quote",
    [
        "It was the first drill of the two in ten years.",
        "A drill was held in the first half of the year.",
        "Japan joined the drill for the first time.",
    ],
)
def test_other_firsts_do_not_make_it_the_first(quote: str) -> None:
    told = [drill("2020-05-01", "The two held a drill."), drill("2021-05-01", quote)]
    with store_of(told) as made:
        assert ask(made, "exercises", {"a": "VNM"}).rows[1]["first"] is None


def test_a_planned_drill_is_told_apart_and_is_no_first_here() -> None:
    with store_of([drill("2026-05", "A first drill is planned.", "planned")]) as made:
        answer = ask(made, "exercises", {"a": "VNM"})
    (row,) = answer.rows
    assert (row["standing"], row["first_with"]) == ("prospective", ())
    assert "that took place; apart from these 1 only in prospect" in answer.in_words


@pytest.mark.parametrize("status", ["planned", "denied", "cancelled"])
def test_no_source_makes_a_first_of_what_did_not_take_place(status: str) -> None:
    with store_of([drill("2026-05", "The first drill of the two.", status)]) as made:
        (row,) = ask(made, "exercises", {"a": "VNM"}).rows
        (first,) = ask(made, "firsts", {"a": "VNM", "b": "PHL"}).rows
    assert row["first"] is None
    assert first["called_first"] is None


def test_there_is_no_first_where_another_can_be_as_old() -> None:
    told = [drill("2020", "They drilled in 2020."), drill("2020-05-01", "They drilled in May.")]
    with store_of(told) as made:
        rows = ask(made, "exercises", {"a": "VNM"}).rows
    assert [row["first_with"] for row in rows] == [(), ()]


def test_marks_what_may_lie_outside_of_the_range() -> None:
    with store_of([drill("2020", "They drilled in 2020.")]) as made:
        (row,) = ask(made, "exercises", {"a": "VNM", "to": "2020-06"}).rows
    assert row["possibly"] == "possibly"
