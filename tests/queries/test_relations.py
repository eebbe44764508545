"""`normalized` and `restored`: relations established, broken and restored."""

from hedgerow.graph.store import Store
from hedgerow.queries.asking import ask
from tests.queries.making import Article, store_of

ARTICLES = [
    Article("2016-02-01", source="rupture.txt").says(
        "Avaria cut ties with Borduria in January.",
        *("rupture", "SAU IRN", "occurred"),
        date="2016-01",
    ),
    Article("2016-02-02", source="second.txt").says(
        "Borduria answered by cutting ties.", *("rupture", "IRN SAU", "occurred"), date="2016-01-20"
    ),
    Article("2018-05-01", source="talks.txt").says(
        "The two talk about restoring ties.", *("normalization", "IRN SAU", "talks")
    ),
]
RESTORED = Article("2023-03-11", source="restored.txt").says(
    "The two restored ties on Friday.",
    *("normalization", "IRN SAU", "agreed"),
    date="2023-03-10",
)


def test_dates_the_normalizations_of_vietnam(examples: Store) -> None:
    rows = ask(examples, "normalized", {"a": "VNM"}).rows
    found = {(row["partner"], row["date"]) for row in rows if row["what"] == "normalization"}
    assert {(("USA",), "1995-07-11"), (("CHN",), "1991-11-05")} <= found


def test_tells_the_steps_of_a_pair_in_words(examples: Store) -> None:
    words = ask(examples, "normalized", {"a": "VNM", "b": "CHN"}).in_words
    assert (
        words == "Vietnam - China: relations established 1950-01-18 and normalization 1991-11-05."
    )


def test_keeps_what_is_only_in_prospect_apart() -> None:
    with store_of(ARTICLES[2:]) as made:
        words = ask(made, "normalized", {"a": "IRN", "b": "SAU"}).in_words
    assert words == (
        "Iran - Saudi Arabia: no step in relations concluded; apart from these 1 only in prospect."
    )


def test_words_absence_as_the_archives(store: Store) -> None:
    words = ask(store, "normalized", {"a": "VNM", "b": "RUS"}).in_words
    assert words.endswith("concluded; none found in 4 documents on this pair.")


def test_counts_the_days_from_rupture_to_restoration(examples: Store) -> None:
    answer = ask(examples, "restored", {"a": "SAU", "b": "IRN"})
    (row,) = answer.rows
    assert (row["outcome"], row["broken"], row["restored"]) == ("restored", "2016", "2023-03-10")
    assert (row["days"], row["days_at_most"]) == (2260, 2625)
    assert answer.in_words == (
        "Saudi Arabia - Iran: broken 2016, restored 2023-03-10 (2,260 to 2,625 days)."
    )


def test_tells_pairs_that_are_still_broken_apart(examples: Store) -> None:
    answer = ask(examples, "restored", {"at": "2020"})
    outcomes = {(row["actors"], row["outcome"]) for row in answer.rows}
    assert (("SAU", "IRN"), "still broken") in outcomes
    assert "still broken as far as this archive tells" in answer.in_words


def test_talks_restore_nothing() -> None:
    with store_of(ARTICLES) as made:
        (row,) = ask(made, "restored", {"a": "SAU"}).rows
    assert (row["outcome"], row["restored"], row["prospect"]) == ("still broken", None, "talks")


def test_ruptures_by_both_sides_are_one_break() -> None:
    with store_of([*ARTICLES, RESTORED]) as made:
        (row,) = ask(made, "restored").rows
    assert (row["broken"], row["documents"], row["prospect"]) == ("2016-01", 3, None)


def test_says_possibly_where_the_dates_leave_the_order_open() -> None:
    vague = Article("2017-01-01").says(
        "They restored ties in 2016.", *("normalization", "IRN SAU", "agreed"), date="2016"
    )
    early = Article("2016-12-31").says(
        "Avaria cut ties in 2016.", *("rupture", "SAU IRN", "occurred"), date="2016"
    )
    with store_of([early, vague]) as made:
        rows = ask(made, "restored").rows
    assert {row["outcome"] for row in rows} <= {"possibly restored", "still broken"}
