from hedgerow.graph.store import Store
from hedgerow.queries.asking import ask
from tests.queries.making import Article, store_of


def set_level(a: str, level: str, date: str, **more: str) -> Article:
    return Article(f"{date[:4]}-12-31", source=f"{a}-{level}.txt").says(
        f"{a}: they set a {level} partnership in {date}.",
        *("partnership_upgrade", f"VNM {a}", "agreed"),
        date=date,
        level=level,
        **more,
    )


def test_tells_each_level_with_its_days_and_the_rungs_skipped(examples: Store) -> None:
    answer = ask(examples, "steps", {"a": "VNM", "b": "USA"})
    low, high = answer.rows
    assert (low["stated_level"], low["since"], low["until"]) == (
        *("comprehensive", "2013-07-25", "2023-09-10"),
    )
    assert (low["days"], low["days_at_most"], low["held"]) == (3699, 3699, "ended")
    assert (high["since"], high["until"], high["held"]) == ("2023-09-10", None, "held")
    assert str(high["skipped"]).startswith("strategic partnership, enhanced strategic partnership")
    assert low["skipped"] is None
    assert "skipping strategic partnership" in answer.in_words


def test_a_rung_found_in_use_only_later_is_told_with_that_date() -> None:
    told = [
        set_level("FRA", "strategic", "2013"),
        set_level("FRA", "comprehensive_strategic", "2024-10-07"),
        set_level("PHL", "enhanced_strategic", "2026-06-01"),
    ]
    with store_of(told) as made:
        (_, row) = ask(made, "steps", {"a": "VNM", "b": "FRA"}).rows
    assert row["skipped"] == "enhanced strategic partnership (first found in use 2026-06-01)"


def test_counts_the_days_that_dates_leave_open() -> None:
    told = [set_level("FRA", "strategic", "2013"), set_level("FRA", "comprehensive", "2014-01-01")]
    with store_of(told) as made:
        answer = ask(made, "steps", {"a": "VNM", "b": "FRA"})
    assert (answer.rows[0]["days"], answer.rows[0]["days_at_most"]) == (1, 365)
    assert "(at least 1 day)" in answer.in_words


def test_looks_at_an_earlier_day(examples: Store) -> None:
    (row,) = ask(examples, "steps", {"a": "VNM", "b": "USA", "at": "2013-08-04"}).rows
    assert (row["until"], row["held"], row["days"]) == (None, "held", 10)


def test_ranks_nothing_where_the_ladder_is_missing_or_not_ordered(examples: Store) -> None:
    answer = ask(examples, "steps", {"a": "USA", "b": "VNM"})
    assert [row["level"] for row in answer.rows] == [None, None]
    assert [row["skipped"] for row in answer.rows] == [None, None]
    assert "no ladder of its own" in answer.notes[0]
    partly = ask(examples, "steps", {"a": "CHN", "b": "VNM"})
    assert "partly ordered" in partly.notes[0]


def test_what_is_only_planned_is_no_step() -> None:
    ahead = Article("2025-01-02").says(
        "The two plan to set a strategic partnership in June.",
        *("partnership_upgrade", "VNM BRA", "planned"),
        date="2025-06",
        level="strategic",
    )
    with store_of([ahead]) as made:
        answer = ask(made, "steps", {"a": "VNM", "b": "BRA", "at": "2026"})
    assert answer.rows == ()
    assert "none found in 1 document on this pair" in answer.in_words
    assert "1 only in prospect" in answer.notes[0]
