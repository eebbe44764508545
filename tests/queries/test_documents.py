from hedgerow.graph.store import Store
from hedgerow.queries.asking import ask
from hedgerow.queries.reading.coverage import coverage
from tests.queries.making import Article, store_of


def test_lists_the_newest_first_and_the_undated_last(store: Store) -> None:
    rows = ask(store, "documents").rows
    assert [row["published"] for row in rows[:2]] == ["2025-11-02", "2025-10-20"]
    assert (rows[-1]["published"], rows[-1]["claims"]) == (None, 0)
    assert rows[0]["claims"] == 2


def test_gives_the_url_or_else_the_path(store: Store) -> None:
    rows = ask(store, "documents").rows
    assert rows[0]["source"] == "https://paper.example/2025"
    assert rows[-1]["source"] == "weather.txt"


def test_says_how_much_is_loaded(store: Store) -> None:
    assert ask(store, "documents").in_words == (
        "11 documents with 11 claims, published 2008-06-02 to 2025-11-02."
    )


def test_an_empty_store_says_so() -> None:
    with Store.open(None) as made:
        answer = ask(made, "documents")
    assert answer.rows == ()
    assert answer.in_words == "The store holds no documents; load some with hedgerow load."


def test_coverage_follows_each_commit() -> None:
    first = Article("2020-01-01").says("They met.", "meeting", "VNM JPN", "occurred")
    second = Article("2021-01-01").says("They called.", "call", "VNM JPN", "occurred")
    with store_of([first]) as made:
        assert coverage(made).documents == 1
        made.add([second.item()])
        assert coverage(made).documents == 2
        assert str(coverage(made).last) == "2021-01-01"


def test_lists_two_hundred_at_most() -> None:
    articles = [
        Article(f"2020-01-{n % 28 + 1:02}", source=f"{n}.txt").says(
            f"Meeting {n}.", "meeting", "VNM JPN", "occurred"
        )
        for n in range(205)
    ]
    with store_of(articles) as made:
        answer = ask(made, "documents")
    assert len(answer.rows) == 200
    assert answer.in_words.endswith("; 200 listed here, the newest.")


def test_keeps_to_the_dates_asked_for(store: Store) -> None:
    answer = ask(store, "documents", {"from": "2016", "to": "2023"})
    assert [row["published"] for row in answer.rows] == ["2023-09-11", "2016-10-13"]
    assert answer.in_words.endswith("; 2 listed here, 2016 to 2023.")
