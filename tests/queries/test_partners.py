from hedgerow.graph.store import Store
from hedgerow.queries.asking import ask
from tests.queries.making import Article, store_of


def test_counts_ties_and_events_with_each_partner(store: Store) -> None:
    rows = {row["partner"]: row for row in ask(store, "partners", {"a": "VNM"}).rows}
    assert rows["USA"] == {
        "partner": "USA",
        "ties": "partnership 1",
        "possibly": None,
        "concluded": 3,
        "by_type": "partnership_upgrade 2, visit 1",
        "pipeline": 2,
        "contested": 0,
        "negative": 0,
    }
    assert rows["RUS"]["by_type"] == "arms_deal 1"
    assert (rows["RUS"]["contested"], rows["RUS"]["negative"]) == (1, 1)


def test_lists_the_partner_with_most_firm_edges_first(store: Store) -> None:
    partners = [row["partner"] for row in ask(store, "partners", {"a": "VNM"}).rows]
    assert partners == ["USA", "CHN", "RUS"]


def test_says_the_sums_in_words(store: Store) -> None:
    assert ask(store, "partners", {"a": "VNM"}).in_words == (
        "Vietnam: 3 partners, 2 ties held on 2025-11-02, 5 concluded events, 2 in prospect, "
        "1 contested, 1 denied, cancelled, suspended or ended."
    )


def test_counts_only_ties_that_surely_hold_on_the_day(store: Store) -> None:
    rows = ask(store, "partners", {"a": "VNM", "at": "2010"}).rows
    assert {row["partner"]: row["ties"] for row in rows if row["ties"]} == {"CHN": "partnership 1"}


def test_those_that_share_a_mediator_are_not_each_others_partners() -> None:
    article = Article("2025-07-29").says(
        "Malaysia brokered a ceasefire between Thailand and Cambodia.",
        *("mediation", "MYS THA KHM", "occurred"),
    )
    with store_of([article]) as made:
        partners = [row["partner"] for row in ask(made, "partners", {"a": "THA"}).rows]
        assert partners == ["MYS"]


def test_words_absence_as_the_archives(store: Store) -> None:
    answer = ask(store, "partners", {"a": "FJI"})
    assert answer.in_words == "Fiji: none found in 0 documents on Fiji."


def test_what_dates_leave_open_is_not_counted_as_held() -> None:
    told = Article("2025-02-01").says(
        "Vietnam and Laos are strategic partners.",
        *("partnership_upgrade", "LAO VNM", "agreed"),
        phase="holds",
        level="strategic",
    )
    visit = Article("2023-05-02").says(
        "The president visited Hanoi.", "visit", "LAO VNM", "occurred", date="2023-05-01"
    )
    with store_of([told, visit]) as made:
        (before,) = ask(made, "partners", {"a": "VNM", "at": "1950"}).rows
        (since,) = ask(made, "partners", {"a": "VNM", "at": "2025-02-01"}).rows
        early = ask(made, "partners", {"a": "VNM", "at": "1950"}).in_words
    assert (before["ties"], before["possibly"], before["concluded"]) == (None, "partnership 1", 0)
    assert (since["ties"], since["possibly"], since["by_type"]) == (
        "partnership 1",
        None,
        "visit 1",
    )
    assert early.startswith("Vietnam: 1 partner, 0 ties held on 1950-12-31, 1 possibly held, 0 con")
