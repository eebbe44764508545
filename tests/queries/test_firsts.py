import pytest

from hedgerow.graph.store import Store
from hedgerow.queries.asking import ask
from tests.queries.making import Article, store_of


def test_finds_the_first_of_each_type_between_a_pair(store: Store) -> None:
    answer = ask(store, "firsts", {"a": "VNM", "b": "USA"})
    rows = {row["what"]: row for row in answer.rows}
    assert rows["partnership_upgrade"]["date"] == "2013-07-25"
    assert rows["partnership_upgrade"]["others"] == 1
    assert answer.in_words.startswith(
        "Vietnam - United States: first in this archive: level set or raised 2013-07-25; "
        "visit 2025-11-02"
    )


def test_what_did_not_come_about_stands_last_and_apart(store: Store) -> None:
    answer = ask(store, "firsts", {"a": "VNM", "b": "USA"})
    assert (answer.rows[-1]["what"], answer.rows[-1]["standing"]) == ("arms_deal", "prospective")
    assert answer.in_words.endswith("apart from these 1 only in prospect.")
    denied = ask(store, "firsts", {"a": "VNM", "b": "RUS"}).rows[-1]
    assert (denied["what"], denied["standing"]) == ("base_access", "negative")


def test_quotes_the_source_that_calls_it_the_first(examples: Store) -> None:
    rows = ask(examples, "firsts", {"a": "VNM", "b": "PHL"}).rows
    (drill,) = [row for row in rows if row["what"] == "joint_exercise"]
    assert "first joint exercise" in str(drill["called_first"])
    (level,) = [row for row in rows if row["what"] == "partnership_upgrade"]
    assert level["called_first"] is None


@pytest.mark.parametrize(
    ("quote", "said"),
    [
        ("The minister made his first trip to Hanoi.", False),
        ("It was the first official visit of Secretary Doe.", False),
        ("The two held their first joint drill.", True),
    ],
)
def test_the_first_trip_of_a_person_is_no_first_of_the_pair(quote: str, said: bool) -> None:
    told = Article("2025-05-02").says(quote, "meeting", "VNM PER", "occurred", date="2025-05-01")
    with store_of([told]) as made:
        (row,) = ask(made, "firsts", {"a": "VNM", "b": "PER"}).rows
    assert (row["called_first"] is not None) is said


def test_words_absence_as_the_archives(store: Store) -> None:
    words = ask(store, "firsts", {"a": "VNM", "b": "FJI"}).in_words
    assert words == "Vietnam - Fiji: none found in 0 documents on this pair."
