"""A question asked at a day, and one asked of a view of that day, tell the same."""

import datetime as dt
from collections.abc import Iterator

import pytest

from hedgerow.graph.snapshot import Snapshot
from hedgerow.graph.store import Store
from hedgerow.graph.view import View, viewed
from hedgerow.queries.asking import ask
from hedgerow.queries.dates.as_of import position
from hedgerow.queries.reading.edges import Selection, edges_of
from hedgerow.queries.timeline import timeline
from hedgerow.queries.words.edge_words import standing_of
from tests.queries.making import Article, store_of, vietnam

Standing = tuple[str, str | None, str | None, str]
DAYS = [dt.date(2023, 12, 31), dt.date(2025, 3, 31), dt.date(2025, 7, 3), dt.date(2025, 12, 31)]


def bases() -> list[Article]:
    """A right to a base that is denied half a year after it was told, and one denied before."""
    return [
        Article("2025-01-10", "Wire", source="a.txt").says(
            "Russia may use the pier at Cam Phuc from this week.",
            *("base_access", "RUS VNM", "in_force"),
            date="2025-01",
            place="Cam Phuc",
        ),
        Article("2025-07-20", "Agency", source="b.txt").says(
            "The ministry denied that Russia had the use of the pier at Cam Phuc.",
            *("base_access", "RUS VNM", "denied"),
            stage="in_force",
            date="2025-07-20",
            place="Cam Phuc",
            attributed_to="VNM",
        ),
        Article("2025-02-01", "Agency", source="c.txt").says(
            "The ministry denied that a visit to Moscow was planned.",
            *("visit", "VNM RUS", "denied"),
            stage="planned",
            attributed_to="VNM",
        ),
        Article("2025-02-20", "Wire", source="d.txt").says(
            "Vietnam's president is to visit Moscow, the Kremlin said.",
            *("visit", "VNM RUS", "planned"),
        ),
    ]


@pytest.fixture(scope="module")
def archive() -> Iterator[Store]:
    with store_of([*vietnam(), *bases()]) as made:
        yield made


def at(store: Store, day: dt.date) -> Snapshot:
    return viewed(store, View(at=day)).snapshot


def events(reader: Snapshot, day: dt.date) -> list[Standing]:
    placed = (position(edge, day) for edge in edges_of(reader, Selection(a="VNM")))
    found = [
        (one.edge.what, one.edge.item or one.edge.place, one.status, one.standing)
        for one in placed
        if one is not None and not one.edge.is_tie
    ]
    return sorted(found, key=str)


@pytest.mark.parametrize("day", DAYS)
def test_events_stand_in_a_view_as_they_stood_on_its_day(archive: Store, day: dt.date) -> None:
    seen = [
        (edge.what, edge.item or edge.place, edge.status, standing_of(edge))
        for edge in edges_of(at(archive, day), Selection(a="VNM"))
        if not edge.is_tie
    ]
    assert sorted(seen, key=str) == events(archive, day) == events(at(archive, day), day)


@pytest.mark.parametrize("day", DAYS)
def test_access_is_the_same_at_a_day_and_in_its_view(archive: Store, day: dt.date) -> None:
    asked = {"a": "VNM", "at": day.isoformat()}
    there, here = ask(archive, "access", asked), ask(at(archive, day), "access", asked)
    columns = ("edge", "place", "access", "status", "date")
    assert [[row.get(name) for name in columns] for row in there.rows] == [
        [row.get(name) for name in columns] for row in here.rows
    ]


def test_what_is_denied_only_later_is_contested_from_the_start(archive: Store) -> None:
    before = at(archive, dt.date(2025, 3, 31))
    entries = timeline(before, "VNM", "RUS").entries
    (told,) = [entry for entry in entries if entry.place == "Cam Phuc"]
    assert (told.standing, told.status) == ("contested", "in_force")
    assert {source.status for source in told.sources} == {"in_force", "denied"}
    assert not [tie for tie in before.ties() if tie.kind == "base_access"]


def test_a_denial_of_what_was_told_only_later_counts_from_its_own_day(archive: Store) -> None:
    visits = [one for one in events(archive, dt.date(2025, 2, 10)) if one[0] == "visit"]
    assert visits == [("visit", None, "denied", "negative")]
    assert not [one for one in events(archive, dt.date(2025, 1, 31)) if one[0] == "visit"]


def test_what_is_denied_after_the_day_of_knowledge_is_not_contested_yet(archive: Store) -> None:
    known = View(at=dt.date(2025, 6, 30), known=dt.date(2025, 6, 30))
    seen = viewed(archive, known).snapshot
    (told,) = [event for event in seen.events() if event.place == "Cam Phuc"]
    assert (told.status, told.standing) == ("in_force", "concluded")
