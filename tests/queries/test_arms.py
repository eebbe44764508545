from hedgerow.graph.store import Store
from hedgerow.queries.asking import ask
from tests.queries.making import Article, store_of, vietnam


def test_sorts_deals_into_three_blocks(store: Store) -> None:
    rows = ask(store, "arms", {"a": "VNM"}).rows
    assert [(row["block"], row["supplier"], row["item"], row["status"]) for row in rows] == [
        ("concluded", "RUS", "6 Kilo-class submarines", "signed"),
        ("prospective", "USA", "C-130", "talks"),
        ("negative or contested", "RUS", "Su-35", "reported"),
    ]


def test_gives_the_sentence_that_tells_the_status(store: Store) -> None:
    rows = ask(store, "arms", {"a": "VNM"}).rows
    assert rows[0]["quote"] == (
        "Russia will build six Kilo-class submarines for Vietnam under a contract signed here."
    )
    assert rows[0]["source"] == "https://paper.example/2009"
    assert rows[2]["quote"] == "Hanoi has ordered 40 Su-35 fighters, unnamed officials said."


def test_an_undated_deal_shows_by_when_it_was_published(store: Store) -> None:
    rows = ask(store, "arms", {"a": "VNM"}).rows
    assert [row["date"] for row in rows] == ["2009-12", "by 2024-07-10", "2025-07"]


def test_says_when_a_deal_was_last_heard_of() -> None:
    later = Article("2025-01-05").says(
        "Talks on C-130 transport planes for Hanoi go on.",
        *("arms_deal", "USA VNM", "talks"),
        date="2024-07",
        item="C-130",
    )
    with store_of([*vietnam(), later]) as made:
        heard = {row["item"]: row["heard_last"] for row in ask(made, "arms", {"a": "VNM"}).rows}
    assert heard["C-130"] == "2025-01-05"
    assert heard["6 Kilo-class submarines"] == "2009-12-16"


def test_says_the_blocks_in_words(store: Store) -> None:
    assert ask(store, "arms", {"a": "VNM"}).in_words == (
        "Arms for Vietnam: 3 matters: 1 concluded (Russia 1), 1 only in prospect, "
        "1 denied, contested or ended."
    )


def test_a_supplier_is_no_buyer(store: Store) -> None:
    assert ask(store, "arms", {"a": "RUS"}).in_words == (
        "Arms for Russia: none found in 4 documents on Russia."
    )
