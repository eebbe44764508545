from hedgerow.graph.store import Store
from hedgerow.queries.asking import ask
from tests.queries.making import Article, store_of


def work(date: str, status: str, subtype: str) -> Article:
    return Article("2025-12-31", source=f"{date}.txt").says(
        f"Work on {subtype}, {date}.",
        *("war_legacy", "USA VNM", status),
        date=date,
        attributes={"subtype": subtype},
    )


def test_tells_the_interruption_of_2025(examples: Store) -> None:
    answer = ask(examples, "war_legacy", {"a": "VNM", "b": "USA"})
    found = [(row["date"], row["status"]) for row in answer.rows]
    assert ("2025-02", "suspended") in found
    assert "2025-10-31" in [date for date, _ in found]
    assert "interrupted: suspended 2025-02" in answer.in_words


def test_counts_the_months_without_anything() -> None:
    told = [
        work("2020-01-15", "occurred", "dioxin"),
        work("2020-03", "planned", "missing_in_action"),
        work("2020-06-01", "occurred", "unexploded_ordnance"),
        work("2021", "occurred", "demining"),
    ]
    with store_of(told) as made:
        answer = ask(made, "war_legacy", {"a": "VNM"})
    assert [row["quiet_months"] for row in answer.rows] == [None, None, 4, 6]
    assert answer.in_words == (
        "Vietnam: 3 matters that took place, with 1 partner; 10 months between first and last "
        "without anything told here; apart from these 1 only in prospect."
    )
    assert answer.rows[0]["subtype"] == "dioxin"


def test_words_absence_as_the_archives(store: Store) -> None:
    words = ask(store, "war_legacy", {"a": "VNM", "b": "RUS"}).in_words
    assert words == (
        "Vietnam - Russia: no work on war legacies; none found in 4 documents on this pair."
    )
