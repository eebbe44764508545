"""What the archive does not have, and what edges rest on."""

import datetime as dt
import time

from hedgerow.graph.store import Store
from hedgerow.queries.asking import ask
from hedgerow.queries.dates.ranges import DateRange
from hedgerow.queries.reading.edges import Selection, edges_of, sources_of
from hedgerow.queries.sources.coverage_report import coverage_of_edges, documents_in
from hedgerow.queries.sources.gaps import absence, runs
from tests.queries.making import Article, store_of

PAIR = Selection("KEN", "USA")


def monthly(months: int, start: int = 1) -> list[Article]:
    """An article a month from the start of 2023, each telling a call."""
    return [
        Article(
            f"{2023 + (month - 1) // 12}-{(month - 1) % 12 + 1:02}-15", source=f"{month}.txt"
        ).says(f"The ministers spoke for the {month}th time.", "call", "KEN USA", "occurred")
        for month in range(start, start + months)
    ]


def test_claims_an_absence_where_the_coverage_is_thick() -> None:
    articles = [each for n, each in enumerate(monthly(24), 1) if n != 5]
    articles[3].says("An exercise is planned.", "joint_exercise", "KEN USA", "planned", date="2026")
    with store_of(articles) as store:
        answer = ask(store, "gaps", {"a": "USA", "b": "KEN"})
    years = [(row["year"], row["documents"], row["empty_months"]) for row in answer.rows[:2]]
    assert years == [(2023, 11, "2023-05"), (2024, 12, None)]
    found = {row["what"]: row["found"] for row in answer.rows if row["what"]}
    base = "23 documents on this pair, 2023 to 2024; 1 of 24 months has no document"
    assert found["visit"] == f"none found in {base}"
    assert found["joint_exercise"] == f"no concluded one, 1 prospective, in {base}"
    assert "call" not in found
    assert answer.in_words.startswith(f"United States - Kenya: {base}; of ")


def test_a_thin_coverage_claims_nothing() -> None:
    with store_of(monthly(7)) as store:
        answer = ask(store, "gaps", {"a": "USA", "b": "KEN"})
    assert [row["what"] for row in answer.rows] == [None]
    assert answer.in_words == (
        "United States - Kenya: too thin to say that anything is absent: "
        "7 documents on this pair, 2023; 0 of 7 months have no document."
    )


def test_too_many_empty_months_are_thin_however_many_documents() -> None:
    with store_of(monthly(24)) as store:
        assert not absence(store, PAIR).is_thin
        assert absence(store, PAIR, dt.date(2015, 1, 1)).is_thin


def test_a_silence_at_the_end_shows() -> None:
    late = Article("2026-10-01").says("They spoke.", "call", "KEN CHN", "occurred")
    with store_of([*monthly(24), late]) as store:
        found = absence(store, PAIR)
    assert found.last == dt.date(2026, 10, 1)
    assert found.by_year == {2023: 12, 2024: 12, 2025: 0, 2026: 0}
    assert len(found.empty) == 22


def test_a_pair_of_which_nothing_is_told_is_thin(store: Store) -> None:
    answer = ask(store, "gaps", {"a": "FJI", "b": "PER"})
    assert answer.rows == ()
    assert answer.in_words == (
        "Fiji - Peru: too thin to say that anything is absent: 0 documents on this pair."
    )


def test_undated_documents_are_told_apart() -> None:
    undated = Article(None).says("They once spoke.", "call", "KEN USA", "occurred")
    with store_of([*monthly(3), undated]) as store:
        assert absence(store, PAIR).undated == 1
        notes = ask(store, "gaps", {"a": "USA", "b": "KEN"}).notes
    assert any(note.startswith("1 document on this pair without a date") for note in notes)


def test_months_are_told_as_stretches() -> None:
    months = ["2024-01", "2024-02", "2024-03", "2024-07", "2024-12"]
    assert runs(months) == "2024-01 to 2024-03, 2024-07, 2024-12"


def test_reports_what_edges_rest_on(store: Store) -> None:
    wanted = Selection("VNM", "USA")
    edges, sources = edges_of(store, wanted), sources_of(store, wanted)
    found = coverage_of_edges(edges, sources, dt.date(2025, 11, 2))
    assert found.documents == 5
    assert found.by_year == {2013: 1, 2023: 1, 2024: 1, 2025: 2}
    assert found.outlets == {"Wire": 3, "Paper": 1, "Radio": 1}
    assert (found.undated, found.undated_share) == (0, 0)
    assert (found.first, found.last) == (dt.date(2013, 7, 26), dt.date(2025, 11, 2))
    assert (found.open_ties, found.unconfirmed, found.unconfirmed_share) == (1, 0, 0)
    later = coverage_of_edges(edges, sources, dt.date(2040, 1, 1))
    assert later.unconfirmed_share == 1
    assert documents_in(sources, DateRange(dt.date(2023, 1, 1), dt.date(2024, 12, 31))) == 2


def test_no_edges_rest_on_nothing() -> None:
    found = coverage_of_edges((), {}, dt.date(2025, 1, 1))
    assert (found.documents, found.first, found.undated_share) == (0, None, None)
    assert found.unconfirmed_share is None


def test_coverage_in_words(store: Store) -> None:
    answer = ask(store, "coverage", {"a": "VNM", "b": "USA"})
    assert answer.in_words == (
        "Vietnam - United States: 5 documents, published 2013-07-26 to 2025-11-02; "
        "0 without a date (0%); 3 outlets, led by Wire 3, Paper 1, Radio 1; "
        "1 open tie on 2025-11-02, 0 (0%) unconfirmed past their horizon."
    )
    assert ("outlet", "Wire", 3, 0.6) in [tuple(row.values()) for row in answer.rows]
    assert ask(store, "coverage", {"a": "FJI"}).in_words == (
        "Fiji: none found in 0 documents on Fiji."
    )


def test_a_range_of_thousands_of_years_is_answered_soon() -> None:
    with store_of(monthly(24)) as store:
        started = time.process_time()
        answer = ask(store, "gaps", {"a": "USA", "b": "KEN", "from": "0001", "to": "9999"})
        assert time.process_time() - started < 2
    years = {row["year"]: row["empty_months"] for row in answer.rows if row["year"]}
    assert (len(years), years[2023], years[2025]) == (9999, None, "2025-01 to 2025-12")
