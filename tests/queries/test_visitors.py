from hedgerow.queries.asking import Answer, ask
from tests.queries.making import Article, store_of

AMERICA = "A minister of Kenya was received in Washington."
CHINA = "A minister of Kenya was received in Beijing."


def visits(*told: tuple[str, str, str, str | None]) -> Answer:
    """The answer where articles tell visits: a quote, the actors, the status and the date."""
    articles = [
        Article("2025-06-01", source=f"{number}.txt").says(
            *(quote, "visit", actors, status),
            **({} if date is None else {"date": date}),
            **({"attributes": {"rank": "minister"}} if status == "occurred" else {}),
        )
        for number, (quote, actors, status, date) in enumerate(told)
    ]
    with store_of(articles) as store:
        return ask(store, "visitors", {"a": "USA", "b": "CHN"})


def test_finds_the_nearest_pair_of_each_state_with_direction_and_rank() -> None:
    answer = visits(
        (AMERICA, "KEN USA", "occurred", "2025-01-10"),
        (CHINA, "KEN CHN", "occurred", "2025-03-01"),
        ("A Chinese minister was in Nairobi.", "CHN KEN", "occurred", "2025-01-31"),
    )
    (row,) = answer.rows
    assert (row["state"], row["days"], row["possibly"]) == ("KEN", 21, None)
    assert (row["date_a"], row["direction_a"], row["rank_a"]) == ("2025-01-10", "to", "minister")
    assert (row["date_b"], row["direction_b"]) == ("2025-01-31", "from")
    assert row["quote_a"] == AMERICA
    assert answer.in_words == (
        "United States and China: 1 state with visits to or from both within 90 days, "
        "days between in brackets: Kenya (21)."
    )


def test_leaves_out_what_lies_too_far_apart() -> None:
    answer = visits(
        (AMERICA, "KEN USA", "occurred", "2025-01-01"),
        (CHINA, "KEN CHN", "occurred", "2025-04-02"),
    )
    assert answer.rows == ()
    assert answer.in_words == (
        "United States and China: no state with visits to or from both within 90 days; "
        "none found in 1 document on United States and 1 on China."
    )


def test_a_visit_that_is_planned_reported_or_denied_counts_for_nothing() -> None:
    for status in ("planned", "reported", "denied", "cancelled"):
        told = (CHINA, "KEN CHN", status, "2025-01-31")
        assert visits((AMERICA, "KEN USA", "occurred", "2025-01-10"), told).rows == ()


def test_says_possibly_where_dates_leave_it_open() -> None:
    first = (AMERICA, "KEN USA", "occurred", "2025-01-10")
    (coarse,) = visits(first, (CHINA, "KEN CHN", "occurred", "2025")).rows
    assert (coarse["days"], coarse["possibly"]) == (0, "possibly")
    (month,) = visits(first, (CHINA, "KEN CHN", "occurred", "2025-02")).rows
    assert (month["days"], month["possibly"]) == (22, None)


def test_a_visit_that_nothing_dates_is_near_none_and_counted() -> None:
    answer = visits(
        (AMERICA, "KEN USA", "occurred", "2025-05-20"), (CHINA, "KEN CHN", "occurred", None)
    )
    assert answer.rows == ()
    assert answer.notes[-1] == "Left out, since nothing dates them: 1 visit."


def test_a_sure_pair_goes_before_a_nearer_possible_one() -> None:
    (row,) = visits(
        (AMERICA, "KEN USA", "occurred", "2025-01-10"),
        (CHINA, "KEN CHN", "occurred", "2025"),
        ("The minister came to Beijing again.", "KEN CHN", "occurred", "2025-03-10"),
    ).rows
    assert (row["days"], row["possibly"]) == (59, None)


def test_a_range_limits_both_visits() -> None:
    article = Article("2025-06-01").says(AMERICA, "visit", "KEN USA", "occurred", date="2025-01-10")
    article.says(CHINA, "visit", "KEN CHN", "occurred", date="2025-01-31")
    with store_of([article]) as store:
        asked = {"a": "USA", "b": "CHN", "from": "2025-01-15"}
        assert ask(store, "visitors", asked).rows == ()
        assert len(ask(store, "visitors", asked | {"from": "2025-01"}).rows) == 1
        assert ask(store, "visitors", {"a": "USA", "b": "CHN", "within": "20"}).rows == ()
