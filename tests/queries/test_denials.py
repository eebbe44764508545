"""Denials: what was denied, by whom, in the words of both sides."""

from hedgerow.graph.store import Store
from hedgerow.queries.asking import ask
from tests.queries.making import Article, store_of


def test_gives_the_words_of_both_sides(store: Store) -> None:
    rows = ask(store, "denials", {"a": "VNM", "b": "RUS"}).rows
    contested = next(row for row in rows if row["item"] == "Su-35")
    assert contested["standing"] == "contested"
    assert contested["denied_by"] == "Vietnam"
    assert contested["denied_for"] == ("VNM",)
    assert str(contested["denial"]).startswith("The ministry denied")
    assert contested["asserted_by"] == "nobody named, in Radio"
    assert str(contested["assertion"]).startswith("Hanoi has ordered 40 Su-35")


def test_a_denial_alone_is_denied_and_asserted_by_nobody(store: Store) -> None:
    rows = ask(store, "denials", {"a": "RUS"}).rows
    cam_ranh = next(row for row in rows if row["place"] == "Cam Ranh")
    assert (cam_ranh["standing"], cam_ranh["stage"]) == ("negative", "talks")
    assert (cam_ranh["denied_on"], cam_ranh["asserted_by"]) == ("2016-10-13", None)


def test_never_tells_it_as_concluded(store: Store) -> None:
    rows = ask(store, "denials").rows
    assert {row["standing"] for row in rows} == {"negative", "contested"}


def test_leaves_out_what_was_denied_later(store: Store) -> None:
    rows = ask(store, "denials", {"a": "VNM", "at": "2020"}).rows
    assert [row["place"] for row in rows] == ["Cam Ranh"]


def test_an_outlet_that_reports_a_denial_does_not_deny() -> None:
    article = Article("2025-01-03", "TASS").says(
        "The sale was ruled out.", "arms_deal", "IND VNM", "denied", stage="signed"
    )
    with store_of([article]) as made:
        (row,) = ask(made, "denials", {"a": "IND"}).rows
        assert row["denied_by"] == "nobody named, in TASS"
        assert row["denied_for"] == ()


def test_words_absence_as_the_archives(store: Store) -> None:
    words = ask(store, "denials", {"a": "VNM", "b": "USA"}).in_words
    assert words.startswith("Vietnam - United States: no denial; none found in")


def test_cam_ranh_is_in_the_bundled_table(milestones: Store) -> None:
    rows = ask(milestones, "denials", {"a": "VNM", "b": "RUS"}).rows
    assert "2016-10-13" in [row["denied_on"] for row in rows]


def test_ream_is_contested_in_the_bundled_table(milestones: Store) -> None:
    rows = ask(milestones, "denials", {"a": "KHM", "b": "CHN"}).rows
    assert "contested" in [row["standing"] for row in rows]
