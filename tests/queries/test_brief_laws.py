"""Laws of briefs: they tell all that is new, each edge once, and nothing firmer than it is."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st

from hedgerow.graph import ledger
from hedgerow.graph.intake import Item as Loaded
from hedgerow.graph.snapshot import Snapshot
from hedgerow.graph.store import Store
from hedgerow.graph.view import View, viewed
from hedgerow.queries.brief.brief import Brief, Looked, brief
from hedgerow.queries.brief.changes import changes
from hedgerow.queries.brief.known import Known, former_ids, known_of
from hedgerow.queries.brief.lines import ahead_text, change_lead, change_text
from hedgerow.queries.brief.reading import read_brief
from hedgerow.queries.dates.ranges import DateRange
from hedgerow.queries.reading.edges import Selection
from hedgerow.queries.words.phrases import CONCLUDED, standing_word
from tests.graph.articles import archives

NOTHING = Looked(0, 0, 0, 0, None)
PERIOD = DateRange(dt.date(2020, 1, 1), dt.date(2021, 1, 1))
days = st.dates(dt.date(2019, 12, 1), dt.date(2022, 2, 1))
followed = st.lists(
    st.sampled_from([Selection("USA"), Selection("VNM"), Selection("CHN", "IND")]),
    min_size=1,
    max_size=3,
    unique=True,
)


def store_of(*loads: Sequence[Loaded]) -> Store:
    """A store in memory, loaded a day each from 2024-01-01 on."""
    store = Store.open()
    for day, items in enumerate(loads, 1):
        with patch.object(ledger, "now", lambda day=day: f"2024-01-{day:02}T12:00:00Z"):
            store.add(items)
    return store


def between(
    before: Known, after: Known, wanted: Sequence[Selection], period: DateRange = PERIOD
) -> Brief:
    return brief(wanted, period, before, after, looked=NOTHING)


def told(found: Brief) -> Counter[str]:
    """How often each edge is told among the changes."""
    items = [item for items in found.changes for item in items]
    return Counter(each.edge.id for item in items for each in (item.change, *item.ties))


def as_known(store: Snapshot, day: dt.date, wanted: Sequence[Selection]) -> Known:
    return known_of(viewed(store, View(known=day)).snapshot, wanted)


@settings(max_examples=40, deadline=None)
@given(archives(), followed)
def test_nothing_changed_between_a_graph_and_itself(
    items: list[Loaded], wanted: list[Selection]
) -> None:
    known = known_of(store_of(items), wanted)
    assert changes(known.edges, known.edges) == ()
    assert not any(between(known, known, wanted).changes)


@settings(max_examples=60, deadline=None)
@given(archives(), days, days, followed)
def test_each_change_is_told_once(
    items: list[Loaded], one: dt.date, other: dt.date, wanted: list[Selection]
) -> None:
    store = store_of(items)
    before, after = (as_known(store, day, wanted) for day in sorted((one, other)))
    former = former_ids(before, after)
    then = {edge.id for edge in before.edges}
    found = told(between(before, after, wanted))
    assert set(found.values()) <= {1}
    for edge in after.edges:
        if then.isdisjoint((edge.id, *former.get(edge.id, ()))):
            assert found[edge.id] == 1


@settings(max_examples=60, deadline=None)
@given(archives(), days, days, followed)
def test_nothing_is_told_firmer_than_it_is(
    items: list[Loaded], one: dt.date, other: dt.date, wanted: list[Selection]
) -> None:
    store = store_of(items)
    before, after = (as_known(store, day, wanted) for day in sorted((one, other)))
    found = between(before, after, wanted)
    new = [*found.new, *found.older, *found.early]
    assert all(item.edge.is_tie or item.edge.standing == CONCLUDED for item in new)
    for item in [*found.prospect, *found.changed, *found.contested]:
        doubt = standing_word(item.edge.standing or "", item.edge.status)
        line = f"{change_lead(item)} {change_text(item, found.period.last)}"
        assert doubt is None or doubt in line
        assert item.cited
    for item in found.ahead:
        line = ahead_text(item, found.period.last)
        doubt = standing_word(item.edge.standing or "", item.edge.status)
        assert doubt in line if doubt else (", stated end" in line or ", dated ahead" in line)


@settings(max_examples=40, deadline=None)
@given(archives(), archives(), followed)
def test_what_a_second_load_changed_is_told_by_recording(
    first: list[Loaded], second: list[Loaded], wanted: list[Selection]
) -> None:
    # a text that is met again has another place, and nothing tells when that was recorded
    fresh = [item for item in second if item[0].id not in {of.id for of, _ in first}]
    store = store_of(first, fresh)
    found = read_brief(store, wanted, "1d", dt.date(2024, 1, 2), by="recorded")
    before, after = known_of(store_of(first), wanted), known_of(store, wanted)
    assert found.changes == between(before, after, wanted, found.period).changes
    assert found.looked.documents == store.counts().documents - store_of(first).counts().documents
    quiet = read_brief(store, wanted, "1d", dt.date(2024, 1, 3), by="recorded")
    assert not any(quiet.changes)
    assert quiet.looked.documents == 0


@settings(max_examples=40, deadline=None)
@given(archives(), days, days, followed)
def test_what_is_told_no_more_has_no_sentence_left(
    items: list[Loaded], one: dt.date, other: dt.date, wanted: list[Selection]
) -> None:
    store = store_of(items)
    before, after = (as_known(store, day, wanted) for day in sorted((one, other)))
    for item in between(before, after, wanted).gone:
        assert all(
            source.claim not in {each.claim for each in after.of(edge)}
            for edge in after.edges
            if edge.kind == item.edge.kind
            for source in item.sources
        )
