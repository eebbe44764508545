import datetime as dt
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from hedgerow.queries.timeline import Timeline
from hedgerow.viz.timeline.axis import MOST_TICKS, Axis
from hedgerow.viz.timeline.layout import lay_out
from hedgerow.viz.timeline.packing import Span, pack

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


def test_every_dated_entry_has_its_place(everyone: Timeline) -> None:
    layout = lay_out(everyone)
    placed = {each.number for lane in layout.lanes for each in (*lane.marks, *lane.bars)}
    assert placed == set(range(1, len(everyone.entries) + 1))
    assert layout.unplaced == 0


def test_marks_stand_inside_their_lane(everyone: Timeline) -> None:
    for lane in lay_out(everyone).lanes:
        for mark in lane.marks:
            assert lane.y < mark.y < lane.y + lane.height
