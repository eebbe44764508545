import pytest

from hedgerow.errors import UsageError
from hedgerow.graph.store import Store
from hedgerow.queries.asking import ask
from hedgerow.queries.timeline import timeline
from tests.queries.making import Article, store_of


def test_tells_everything_between_two_in_order(store: Store) -> None:
    told = timeline(store, "Vietnam", "USA")
    assert (told.title, told.actors) == ("Vietnam - United States", ("VNM", "USA"))
    assert [entry.date for entry in told.entries] == [
        *("2013-07-25", "2013-07-25", "2023-09-10", "2023-09-10"),
        *("by 2024-07-10", "2025-11-02", "2026"),
    ]
    assert list(told.entries) == sorted(told.entries, key=lambda entry: entry.sort_key)


def test_what_is_not_concluded_begins_with_the_word_for_it(store: Store) -> None:
    words = {entry.words for entry in timeline(store, "VNM").entries if not entry.is_plain}
    assert words == {
        "in talks: United States to Vietnam: arms deal, C-130",
        "denied: Russia to Vietnam: base access, Cam Ranh (in talks)",
        "contested: Russia - Vietnam: arms deal, Su-35 (signed)",
        "planned: Vietnam to United States: visit",
    }


def test_a_tie_shows_when_it_was_confirmed(store: Store) -> None:
    ties = [entry for entry in timeline(store, "VNM", "CHN").entries if entry.edge == "tie"]
    assert [(t.standing, t.unconfirmed_since) for t in ties] == [("held", "2008-06-01")]
    (ended, held) = [e for e in timeline(store, "VNM", "USA").entries if e.edge == "tie"]
    assert (ended.standing, ended.end) == ("ended", "2023-09-10")
    assert (held.last_confirmed, held.unconfirmed_since, held.last) == ("2025-11-02", None, None)


def test_carries_quotes_and_sources_the_most_telling_first(store: Store) -> None:
    (fighters,) = [e for e in timeline(store, "VNM", "RUS").entries if e.standing == "contested"]
    assert [source.status for source in fighters.sources] == ["reported", "denied"]
    assert fighters.quotes[1] == "The ministry denied that Vietnam had ordered Su-35 fighters."
    assert fighters.sources[1].attributed_to == "VNM"
    assert fighters.sources[0].address == "https://radio.example/2025"


def test_keeps_to_a_range_and_marks_what_is_only_possible(store: Store) -> None:
    told = timeline(store, "VNM", "USA", start="2026-03", end="2026-04")
    assert [(entry.type, entry.possibly) for entry in told.entries] == [
        ("partnership", False),
        ("visit", True),
    ]


def test_words_absence_as_the_archives(store: Store) -> None:
    told = timeline(store, "VNM", "FJI")
    assert told.entries == ()
    assert told.in_words == "Vietnam - Fiji: none found in 0 documents on this pair."


def test_refuses_a_malformed_date(store: Store) -> None:
    with pytest.raises(UsageError, match="is no date"):
        timeline(store, "VNM", start="last year")


def test_an_event_that_nothing_dates_comes_last() -> None:
    article = Article(None).says("They met once.", "meeting", "VNM JPN", "occurred")
    dated = Article("2020-01-01").says("They called.", "call", "VNM JPN", "occurred")
    with store_of([article, dated]) as made:
        told = timeline(made, "VNM", "JPN")
    assert [entry.date for entry in told.entries] == ["by 2020-01-01", "undated"]
    assert told.entries[1].first is None


def test_a_sentence_tells_more_than_the_row_of_a_table() -> None:
    row = "date: 2020-01-01\ntype: visit\nactor_a: JPN\nactor_b: VNM"
    table = Article("2020-01-03").says(row, "visit", "JPN VNM", "occurred", date="2020-01-01")
    text = Article("2020-01-02").says(
        "Japan's premier came to Hanoi on Wednesday.",
        *("visit", "JPN VNM", "occurred"),
        date="2020-01-01",
        confidence=0.7,
    )
    with store_of([table, text]) as made:
        (visit,) = timeline(made, "VNM", "JPN").entries
    assert visit.quotes == ("Japan's premier came to Hanoi on Wednesday.", row)


def test_a_tie_only_possibly_held_on_the_newest_day_is_not_told_as_held() -> None:
    told = Article("2024-06-30").says(
        "They set a strategic partnership in 2024.",
        *("partnership_upgrade", "CHN PER", "agreed"),
        date="2024",
        level="strategic",
    )
    with store_of([told]) as made:
        (tie,) = [entry for entry in timeline(made, "PER").entries if entry.edge == "tie"]
        rows = ask(made, "ties", {"a": "PER", "b": "CHN"}).rows
    assert (tie.standing, tie.is_plain) == ("possibly", False)
    assert tie.words == "possibly held: China - Peru: strategic partnership"
    assert [row["standing"] for row in rows if row["edge"] == "tie"] == ["possibly"]
