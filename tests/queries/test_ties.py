from hedgerow.graph.store import Store
from hedgerow.queries.asking import ask
from tests.queries.making import Article, store_of


def test_lists_events_and_ties_in_order_of_time(store: Store) -> None:
    rows = ask(store, "ties", {"a": "VNM", "b": "USA"}).rows
    assert [(row["date"], row["edge"], row["what"]) for row in rows] == [
        ("2013-07-25", "event", "partnership_upgrade"),
        ("2013-07-25", "tie", "partnership"),
        ("2023-09-10", "event", "partnership_upgrade"),
        ("2023-09-10", "tie", "partnership"),
        ("by 2024-07-10", "event", "arms_deal"),
        ("2025-11-02", "event", "visit"),
        ("2026", "event", "visit"),
    ]


def test_puts_the_source_of_a_directed_event_first(store: Store) -> None:
    rows = ask(store, "ties", {"a": "VNM", "b": "USA"}).rows
    visits = [row["actors"] for row in rows if row["what"] == "visit"]
    assert visits == [("USA", "VNM"), ("VNM", "USA")]


def test_tells_concluded_from_prospective_and_contested(store: Store) -> None:
    rows = ask(store, "ties", {"a": "VNM", "b": "USA"}).rows
    standings = {(row["what"], row["date"]): row["standing"] for row in rows}
    assert standings["visit", "2025-11-02"] == "concluded"
    assert standings["visit", "2026"] == "prospective"
    assert standings["arms_deal", "by 2024-07-10"] == "prospective"
    (fighters,) = [
        row for row in ask(store, "ties", {"a": "VNM", "b": "RUS"}).rows if row["item"] == "Su-35"
    ]
    assert fighters["standing"] == "contested"


def test_matches_a_range_on_overlap_and_marks_what_is_only_possible(store: Store) -> None:
    asked = {"a": "VNM", "b": "USA", "from": "2026-03", "to": "2026-04"}
    rows = ask(store, "ties", asked).rows
    assert [(row["what"], row["possibly"]) for row in rows] == [
        ("partnership", None),
        ("visit", "possibly"),
    ]
    undated = ask(store, "ties", asked | {"from": "2024-07", "to": "2024-07"}).rows
    assert ("arms_deal", "possibly") in [(row["what"], row["possibly"]) for row in undated]


def test_a_directed_event_of_three_counts_for_its_source_with_each() -> None:
    article = Article("2025-07-29").says(
        "Malaysia brokered a ceasefire between Thailand and Cambodia.",
        *("mediation", "MYS THA KHM", "occurred"),
        date="2025-07-28",
    )
    with store_of([article]) as made:
        (row,) = ask(made, "ties", {"a": "THA", "b": "MYS"}).rows
        assert row["actors"] == ("MYS", "KHM", "THA")
        assert ask(made, "ties", {"a": "THA", "b": "KHM"}).rows == ()


def test_counts_by_standing_in_words(store: Store) -> None:
    assert ask(store, "ties", {"a": "USA", "b": "VNM"}).in_words == (
        "United States - Vietnam: 5 events (3 concluded, 2 prospective) "
        "and 2 ties (1 ended, 1 held)."
    )


def test_words_absence_as_the_archives(store: Store) -> None:
    answer = ask(store, "ties", {"a": "VNM", "b": "CHN", "to": "2005"})
    assert answer.in_words == "Vietnam - China: none found in 1 document on this pair, to 2005."
