from hedgerow.graph.store import Store
from hedgerow.queries.asking import ask
from tests.queries.making import Article, store_of


def test_tells_the_level_with_one_partner_in_words_and_in_a_row(store: Store) -> None:
    answer = ask(store, "levels", {"a": "VNM", "b": "USA"})
    assert answer.in_words == (
        "Vietnam - United States: comprehensive strategic partnership since 2023-09-10, "
        "last confirmed 2025-11-02 (2 documents)."
    )
    (row,) = answer.rows
    assert row["level"] == "comprehensive strategic partnership"
    assert row["stated_level"] == "comprehensive_strategic"
    assert (row["since"], row["documents"], row["held"]) == ("2023-09-10", 2, "held")
    assert row["unconfirmed_since"] is None


def test_files_each_wording_under_the_rung_of_the_asker(store: Store) -> None:
    rows = {row["partner"]: row for row in ask(store, "levels", {"a": "VNM"}).rows}
    assert rows["CHN"]["level"] == "comprehensive strategic partnership"
    assert rows["CHN"]["stated_level"] == "comprehensive_strategic_cooperative"


def test_an_asker_without_a_ladder_gets_the_wording(store: Store) -> None:
    answer = ask(store, "levels", {"a": "USA", "b": "VNM"})
    assert answer.rows[0]["level"] is None
    assert "comprehensive strategic partnership since 2023-09-10" in answer.in_words


def test_says_since_when_a_tie_is_unconfirmed(store: Store) -> None:
    answer = ask(store, "levels", {"a": "VNM", "b": "CHN"})
    assert answer.rows[0]["unconfirmed_since"] == "2008-06-01"
    assert "unconfirmed since 2008-06-01" in answer.in_words
    then = ask(store, "levels", {"a": "VNM", "b": "CHN", "at": "2010"})
    assert then.rows[0]["unconfirmed_since"] is None


def test_a_later_confirmation_is_not_told_of_an_earlier_day(store: Store) -> None:
    then = ask(store, "levels", {"a": "VNM", "b": "USA", "at": "2024"})
    assert (then.rows[0]["held"], then.rows[0]["last_confirmed"]) == ("held", None)
    assert "2025" not in then.in_words


def test_looks_at_an_earlier_day(store: Store) -> None:
    (row,) = ask(store, "levels", {"a": "VNM", "b": "USA", "at": "2020"}).rows
    assert (row["stated_level"], row["held"]) == ("comprehensive", "held")
    (after,) = ask(store, "levels", {"a": "VNM", "b": "USA", "at": "2023-09-10"}).rows
    assert after["stated_level"] == "comprehensive_strategic"


def test_marks_what_the_dates_leave_open() -> None:
    article = Article("2012-01-05").says(
        "They set a strategic partnership last year.",
        *("partnership_upgrade", "VNM DEU", "agreed"),
        date="2011",
        level="strategic",
    )
    with store_of([article]) as made:
        (row,) = ask(made, "levels", {"a": "VNM", "at": "2011-06-01"}).rows
        assert row["held"] == "possibly"
        (later,) = ask(made, "levels", {"a": "VNM", "at": "2012"}).rows
        assert later["held"] == "held"
        assert ask(made, "levels", {"a": "VNM", "at": "2010"}).rows == ()


def test_words_absence_as_the_archives(store: Store) -> None:
    answer = ask(store, "levels", {"a": "VNM", "b": "RUS"})
    assert answer.rows == ()
    assert answer.in_words == (
        "Vietnam - Russia: no level held on 2025-11-02; none found in 4 documents on this pair."
    )


def test_what_is_only_planned_or_denied_is_no_level() -> None:
    ahead = Article("2025-01-02").says(
        "The two plan to set a strategic partnership in June.",
        *("partnership_upgrade", "VNM BRA", "planned"),
        date="2025-06",
        level="strategic",
    )
    denied = Article("2025-01-03").says(
        "Hanoi denied that it had raised ties with Peru.",
        *("partnership_upgrade", "VNM PER", "denied"),
        stage="agreed",
        level="strategic",
    )
    with store_of([ahead, denied]) as made:
        assert ask(made, "levels", {"a": "VNM", "at": "2026"}).rows == ()


def test_counts_partners_by_level(store: Store) -> None:
    words = ask(store, "levels", {"a": "VNM"}).in_words
    assert words == (
        "Vietnam on 2025-11-02: 2 partners with a level (comprehensive strategic partnership: 2)."
    )
