import datetime as dt
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hedgerow.queries.entries import TimelineEntry
from hedgerow.queries.timeline import Timeline
from hedgerow.viz.timeline.axis import MOST_TICKS, Axis
from hedgerow.viz.timeline.layout import LEFT, RIGHT, lay_out
from hedgerow.viz.timeline.looks import width_of
from hedgerow.viz.timeline.packing import Span, pack
from tests.viz.timeline.reading import of_type

SPANS = st.tuples(st.floats(0, 1000), st.floats(0, 100)).map(lambda s: Span(s[0], s[0] + s[1]))
DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2099, 12, 31))


@given(st.lists(SPANS, max_size=30))
def test_packed_stretches_never_cover_each_other(spans: list[Span]) -> None:
    rows = pack(spans)
    placed = sorted(zip(rows, spans, strict=True), key=lambda each: (each[0], each[1].start))
    for (row, left), (next_row, right) in pairwise(placed):
        assert row != next_row or left.end <= right.start


@given(first=DAYS, last=DAYS, day=DAYS)
def test_an_axis_keeps_days_inside_and_in_order(
    first: dt.date, last: dt.date, day: dt.date
) -> None:
    axis = Axis(min(first, last), max(first, last), 100, 900)
    assert 100 <= axis.place(day) <= 900
    assert axis.place(day) <= axis.place(max(day, last))
    ticks = axis.ticks()
    assert len(ticks) <= MOST_TICKS + 1
    assert [tick.x for tick in ticks] == sorted(tick.x for tick in ticks)


def on_days(timeline: Timeline, days: list[dt.date]) -> Timeline:
    """The timeline with its arms deal on each of some days."""
    model = of_type(timeline, "arms_deal")
    return replace(timeline, entries=tuple(_on(model, day) for day in days), as_of=None)


def _on(entry: TimelineEntry, day: dt.date) -> TimelineEntry:
    stated = day.isoformat()
    return replace(entry, id=f"event/{stated}", stated=stated, date=stated, first=day, last=day)


@given(days=st.lists(st.dates(), min_size=1, max_size=40, unique=True))
def test_any_days_are_laid_out_in_order(days: list[dt.date]) -> None:
    layout = lay_out(on_days(DATES[0], sorted(days)))
    marks = sorted((m for lane in layout.lanes for m in lane.marks), key=lambda m: m.number)
    assert len(marks) == len(days)
    assert all(LEFT <= mark.x <= RIGHT for mark in marks)
    assert all(one.x <= after.x for one, after in pairwise(marks))
    assert layout.ticks
    assert all(one.x < after.x for one, after in pairwise(layout.ticks))


DATES: list[Timeline] = []


@pytest.fixture(autouse=True, scope="module")
def _dates(dates: Timeline) -> None:
    DATES.append(dates)


def test_a_window_within_a_month_still_has_its_days(dates: Timeline) -> None:
    short = replace(dates, start=dt.date(2024, 6, 3), end=dt.date(2024, 6, 21))
    assert [tick.label for tick in lay_out(short).ticks] == ["2024-06-03", "2024-06-12"]


def test_years_that_hold_little_are_drawn_at_a_smaller_scale(dates: Timeline) -> None:
    busy = [dt.date(2020 + n % 5, 1 + n % 12, 5) for n in range(40)]
    layout = lay_out(on_days(dates, [dt.date(1950, 1, 1), *sorted(set(busy))]))
    assert layout.knee is not None
    assert layout.knee.label == "2020-01-01"
    assert layout.knee.x < LEFT + (RIGHT - LEFT) / 2


def test_an_even_run_of_years_keeps_one_scale(dates: Timeline) -> None:
    layout = lay_out(on_days(dates, [dt.date(1980 + n, 6, 1) for n in range(40)]))
    assert layout.knee is None


def test_a_far_end_does_not_stretch_the_axis(dates: Timeline) -> None:
    layout = lay_out(dates)
    (mark,) = [m for lane in layout.lanes for m in lane.marks if m.entry.type == "base_access"]
    assert mark.beyond is not None
    assert mark.beyond.text == "2051"
    assert mark.lasts is not None
    assert mark.lasts[1] == pytest.approx(RIGHT)
    assert max(int(tick.label[:4]) for tick in layout.ticks) < 2030


def test_every_dated_entry_has_its_place(everyone: Timeline) -> None:
    layout = lay_out(everyone)
    placed = {each.number for lane in layout.lanes for each in (*lane.marks, *lane.bars)}
    assert placed == set(range(1, len(everyone.entries) + 1))
    assert layout.unplaced == 0


def test_marks_stand_inside_their_lane(everyone: Timeline, hostile: Timeline) -> None:
    for lane in (*lay_out(everyone).lanes, *lay_out(hostile).lanes):
        for mark in lane.marks:
            assert lane.y < mark.y < lane.y + lane.height


def test_a_crowded_lane_has_small_marks_without_words(dates: Timeline) -> None:
    month = [dt.date(2024, 1, 1) + dt.timedelta(days=n // 4) for n in range(300)]
    model = of_type(dates, "arms_deal")
    crowd = tuple(replace(_on(model, day), id=f"event/{n}") for n, day in enumerate(month))
    (lane,) = lay_out(replace(dates, entries=crowd)).lanes
    assert {mark.radius for mark in lane.marks} == {4}
    assert lane.marks[0].label is None


def test_a_tie_is_solid_only_where_it_surely_was_held(dates: Timeline) -> None:
    tie = of_type(dates, "base_access", "tie")
    vague = replace(
        tie, stated="2021", end="2023", first=dt.date(2021, 1, 1), last=dt.date(2023, 12, 31)
    )
    (lane,) = lay_out(replace(dates, entries=(vague,))).lanes
    (bar,) = lane.bars
    assert bar.sure is not None
    assert bar.start < bar.sure[0] < bar.sure[1] < bar.end
    assert bar.may == ((bar.start, bar.sure[0]), (bar.sure[1], bar.end))
    assert not bar.is_open


def test_a_tie_that_is_not_confirmed_is_faint_from_then_on(dates: Timeline) -> None:
    tie = replace(of_type(dates, "base_access", "tie"), unconfirmed_since="2022")
    (lane,) = lay_out(replace(dates, entries=(tie,))).lanes
    (bar,) = lane.bars
    assert bar.look.standing == "unconfirmed"
    assert bar.sure is not None
    assert bar.sure[1] < bar.end


def test_a_tie_of_unknown_beginning_is_drawn_from_the_day_it_was_told(
    dates: Timeline,
) -> None:
    tie = replace(of_type(dates, "base_access", "tie"), stated=None, first=dt.date(2023, 5, 1))
    layout = lay_out(replace(dates, entries=(tie,)))
    assert layout.unplaced == 0
    (bar,) = layout.lanes[0].bars
    (bar,) = layout.lanes[0].bars
    assert bar.by
    assert bar.sure is not None
    assert bar.sure[0] == bar.start


def test_a_tie_past_its_term_is_solid_up_to_its_last_confirmation(dates: Timeline) -> None:
    tie = replace(
        of_type(dates, "base_access", "tie"),
        standing="possibly",
        end=None,
        last=None,
        last_confirmed="2022-03-01",
    )
    (bar,) = lay_out(replace(dates, entries=(tie,))).lanes[0].bars
    assert bar.sure is not None
    assert bar.sure[1] < bar.end


@pytest.mark.parametrize("end", [None, "2051-05"])
def test_dates_beyond_the_window_stand_inside_the_drawing(dates: Timeline, end: str | None) -> None:
    plan = replace(_on(of_type(dates, "arms_deal"), dt.date(2049, 1, 1)), end=end)
    layout = lay_out(replace(dates, entries=(of_type(dates, "call"), plan)))
    (mark,) = [m for lane in layout.lanes for m in lane.marks if m.beyond]
    assert mark.beyond is not None
    assert mark.beyond.ends
    assert mark.beyond.x <= mark.x - mark.radius
    assert mark.label is not None
    assert mark.label.x <= mark.beyond.x - width_of(mark.beyond.text)


def test_whiskers_are_wider_than_their_mark_on_any_scale(dates: Timeline) -> None:
    old = [dt.date(1950, 1, 1), dt.date(2024, 6, 1)]
    month = replace(
        of_type(dates, "meeting"),
        stated="1990-03",
        first=dt.date(1990, 3, 1),
        last=dt.date(1990, 3, 31),
    )
    ancient = on_days(dates, old)
    layout = lay_out(replace(ancient, entries=(*ancient.entries, month)))
    marks = [mark for lane in layout.lanes for mark in lane.marks]
    (drawn,) = [mark for mark in marks if mark.entry is month]
    assert drawn.stretch is not None
    assert drawn.stretch[0] < drawn.x - drawn.radius
    assert drawn.x + drawn.radius < drawn.stretch[1]
    assert all(mark.stretch is None for mark in marks if mark is not drawn)
