"""Views of a store: what a day was like, what was known by then, what was recorded by then."""

import datetime as dt
from dataclasses import replace

import pytest

from hedgerow.graph import ledger
from hedgerow.graph.intake import Item
from hedgerow.graph.records import Judgement
from hedgerow.graph.store import Store
from hedgerow.graph.view import Sifted, View, Viewed, viewed
from tests.graph.articles import claim, document

day = dt.date.fromisoformat


def visit(
    text: str, published: str | None, *, date: str | None = None, url: str | None = None
) -> Item:
    found = document(text, published=published, url=url)
    return found, [claim(found, "visit", "USA VNM", date=date)]


def store_of(*items: Item) -> Store:
    store = Store.open()
    store.add(items)
    return store


def texts(seen: Viewed) -> list[str]:
    return sorted(each.text for each in seen.snapshot.documents())


def test_a_view_of_no_day_is_the_snapshot_itself() -> None:
    store = store_of(visit("a visit", "2023"))
    assert viewed(store, View()) == Viewed(store)


def test_what_may_have_been_published_later_is_left_out_and_counted() -> None:
    store = store_of(
        visit("in spring", "2023-03-01"),
        visit("some time in 2023", "2023"),
        visit("some time in May", "2023-05"),
        visit("who knows when", None),
        visit("in autumn", "2023-09-01"),
    )
    seen = viewed(store, View(known=day("2023-06-01")))
    assert texts(seen) == ["in spring", "some time in May"]
    assert seen.documents == Sifted(total=5, kept=2, undated=1, coarse=1)
    assert seen.claims is None


def test_an_old_edition_counts_where_the_newer_one_was_published_later() -> None:
    store = store_of(
        visit("first edition", "2023-01-01", date="2022-12-01", url="http://a.example/1"),
        visit("second edition", "2023-08-01", date="2022-12-02", url="http://a.example/1"),
    )
    assert [event.date for event in store.events()] == ["2022-12-02"]
    seen = viewed(store, View(known=day("2023-06-30")))
    assert [event.date for event in seen.snapshot.events()] == ["2022-12-01"]


def test_a_later_appearance_of_a_known_text_is_not_known_yet() -> None:
    early = document("told twice", published="2023-01-01", url="http://a.example/1")
    late = document("told twice", published="2023-08-01", url="http://b.example/1")
    store = store_of((early, []), (late, []))
    (found,) = viewed(store, View(known=day("2023-06-30"))).snapshot.documents()
    assert found == early


def test_a_plan_counts_from_the_day_it_was_told() -> None:
    told = document("a visit is planned", published="2023-05-01")
    store = store_of((told, [claim(told, "visit", "USA VNM", "planned", "2023-12")]))
    seen = viewed(store, View(at=day("2023-05-01"))).snapshot
    assert [event.status for event in seen.events()] == ["planned"]
    before = viewed(store, View(at=day("2023-04-30")))
    assert list(before.snapshot.events()) == []
    assert before.claims == Sifted(total=1, kept=0, undated=0, coarse=0)
    assert texts(before) == ["a visit is planned"]


def test_a_day_is_told_from_documents_of_later_days() -> None:
    store = store_of(visit("looking back", "2025-01-01", date="2023-05-01"))
    seen = viewed(store, View(at=day("2023-05-01"))).snapshot
    assert [event.date for event in seen.events()] == ["2023-05-01"]
    assert (
        list(viewed(store, View(at=day("2023-05-01"), known=day("2024-01-01"))).snapshot.events())
        == []
    )


def test_what_nothing_dates_or_may_be_later_is_left_out_of_a_day() -> None:
    store = store_of(
        visit("undated", None),
        visit("some time in 2023", "2024-01-01", date="2023"),
        visit("in May", "2024-01-01", date="2023-05"),
    )
    seen = viewed(store, View(at=day("2023-06-01")))
    assert seen.claims == Sifted(total=3, kept=1, undated=1, coarse=1)
    assert seen.documents is None


def test_a_correction_of_the_date_counts() -> None:
    told = visit("a visit", "2024-01-01", date="2023-09-01")
    store = store_of(told)
    made = Judgement(
        "correct", (told[1][0].id,), "analyst", "2025-01-01T00:00Z", corrections={"date": "2023-05"}
    )
    store.judge(made)
    seen = viewed(store, View(at=day("2023-06-01"))).snapshot
    assert [event.date for event in seen.events()] == ["2023-05"]


def test_an_interval_had_not_ended_before_its_end() -> None:
    told = document("the troops stayed until 2020", published="2024-01-01")
    stayed = claim(told, "deployment", "USA PHL", date="2015-03-01")
    store = store_of((told, [replace(stayed, date_end="2020")]))
    assert [tie.until for tie in store.ties()] == ["2020"]
    for on, until in (("2018-01-01", None), ("2020-06-01", None), ("2020-12-31", "2020")):
        (tie,) = viewed(store, View(at=day(on))).snapshot.ties()
        assert tie.until == until


def test_a_view_looks_back_from_its_day_else_from_its_newest_document() -> None:
    store = store_of(visit("old", "2023-01-01"), visit("new", "2024-01-01"), visit("none", None))
    at, known = day("2023-05-01"), day("2023-07-01")
    looks = [View(at=at, known=known), View(known=known), View(recorded=day("2999-01-01"))]
    days = [getattr(viewed(store, view).snapshot, "as_of", None) for view in looks]
    assert days == [at, known, day("2024-01-01")]


@pytest.fixture
def history(monkeypatch: pytest.MonkeyPatch) -> Store:
    """A store to which something happened every day."""

    def on(stamp: str) -> None:
        monkeypatch.setattr(ledger, "now", lambda: stamp)

    store = Store.open()
    on("2024-01-01T23:59:59Z")
    store.add([visit("first", "2023-01-01", date="2023-01-01")])
    on("2024-01-02T00:00:00Z")
    store.add([visit("second", "2023-06-01", date="2023-06-01"), visit("third", "2023-07-01")])
    on("2024-01-03T12:00:00Z")
    gone = next(each.id for each in store.documents() if each.text == "third")
    store.withdraw(gone, reason="retracted", by="analyst")
    (first, *_) = (event.claims for event in store.events() if event.date == "2023-01-01")
    # one in the morning in Hanoi is still the day before in UTC
    store.judge(Judgement("reject", tuple(first), "analyst", "2024-01-05T01:00:00+07:00"))
    return store


@pytest.mark.parametrize(
    ("recorded", "documents", "dates", "withdrawn"),
    [
        ("2023-12-31", [], [], 1),
        ("2024-01-01", ["first"], ["2023-01-01"], 1),
        ("2024-01-02", ["first", "second"], ["2023-01-01", "2023-06-01"], 1),
        ("2024-01-03", ["first", "second"], ["2023-01-01", "2023-06-01"], 0),
        ("2024-01-04", ["first", "second"], ["2023-06-01"], 0),
    ],
)
def test_a_store_is_seen_as_it_was_at_the_end_of_a_day(
    history: Store, recorded: str, documents: list[str], dates: list[str], withdrawn: int
) -> None:
    seen = viewed(history, View(recorded=day(recorded)))
    assert texts(seen) == documents
    assert sorted(filter(None, (event.date for event in seen.snapshot.events()))) == dates
    assert seen.withdrawn == withdrawn
    assert seen.documents is not None
    assert (seen.documents.total, seen.documents.kept) == (2, len(documents))


def test_all_filters_apply(history: Store) -> None:
    view = View(at=day("2023-02-01"), known=day("2023-06-30"), recorded=day("2024-01-02"))
    seen = viewed(history, view)
    assert str(view) == "at 2023-02-01, as known on 2023-06-30, as recorded on 2024-01-02"
    assert [event.date for event in seen.snapshot.events()] == ["2023-01-01"]
    assert (seen.documents, seen.claims) == (Sifted(2, 2, 0, 0), Sifted(2, 1, 0, 0))


def test_the_progress_of_reading_is_told(history: Store) -> None:
    heard: list[tuple[int, float]] = []
    view = View(known=day("2024-01-01"))
    viewed(history, view, progress=lambda count, part: heard.append((count, part)))
    assert heard == [(1, 0.5), (2, 1.0)]
