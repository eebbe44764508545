from hedgerow.graph.store import Store
from hedgerow.queries.asking import ask


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


def test_words_absence_as_the_archives(store: Store) -> None:
    words = ask(store, "firsts", {"a": "VNM", "b": "FJI"}).in_words
    assert words == "Vietnam - Fiji: none found in 0 documents on this pair."
