import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from hedgerow.graph.store import Store
from hedgerow.ontology.partial_date import parse_partial_date
from hedgerow.viz.network.items import Item
from hedgerow.viz.network.model import network_model
from hedgerow.viz.network.scale import MOST_STEPS, Span, scale_of

DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2090, 12, 31))


def spans(*days: str) -> list[Span | None]:
    return [Span(dt.date.fromisoformat(day), None) for day in days]


def item(store: Store, pair: str, title: str) -> Item:
    items = {one.id: one.items for one in network_model(store).pairs}[pair]
    return next(one for one in items if one.title == title)


def test_a_few_years_go_by_months_and_more_by_years() -> None:
    months = scale_of(spans("2023-11-05", "2024-02-01"), None)
    assert months is not None
    assert months.codes == ["2023-11", "2023-12", "2024-01", "2024-02"]
    assert months.labels == ["Nov 2023", "Dec 2023", "Jan 2024", "Feb 2024"]
    years = scale_of(spans("2010-11-05", "2024-02-01"), None)
    assert years is not None
    assert (years.codes[0], years.codes[-1], years.steps) == ("2010", "2024", 15)


def test_what_lies_far_back_falls_on_the_first_step_which_says_so() -> None:
    scale = scale_of(spans("1895-01-01", "2024-02-01"), None)
    assert scale is not None
    assert (scale.steps, scale.labels[0]) == (MOST_STEPS, "1965 or before")
    assert scale.step(dt.date(1895, 1, 1)) == 0


def test_a_plan_far_ahead_does_not_stretch_the_scale() -> None:
    scale = scale_of(spans("2010-01-01", "2051-01-01"), parse_partial_date("2025-03"))
    assert scale is not None
    assert scale.labels[-1] == "2030 or later"


def test_without_two_dates_there_is_nothing_to_slide_through() -> None:
    assert scale_of([None, *spans("2020-01-01", "2020-01-01")], None) is None


@given(st.lists(DAYS, min_size=2), st.none() | DAYS)
def test_every_day_has_a_step_and_later_days_no_earlier_one(
    days: list[dt.date], newest: dt.date | None
) -> None:
    known = None if newest is None else parse_partial_date(newest.isoformat())
    scale = scale_of([Span(day, None) for day in days], known)
    if scale is None:
        return
    steps = [scale.step(day) for day in sorted(days)]
    assert steps == sorted(steps)
    assert 0 <= steps[0] <= steps[-1] < scale.steps == len(scale.codes) <= MOST_STEPS


def test_a_date_known_to_the_month_may_be_any_day_of_it(store: Store) -> None:
    level = item(store, "USA-VNM", "Level set or raised: comprehensive")
    assert level.span == Span(dt.date(2013, 7, 1), dt.date(2013, 7, 31))


def test_an_event_without_a_date_stands_no_earlier_than_its_report(store: Store) -> None:
    radars = item(store, "ISR-VNM", "Arms deal: radars")
    assert (radars.when, radars.is_dated) == ("by 1 May 2022", False)
    assert radars.span == Span(dt.date(2022, 5, 1), dt.date(2022, 5, 1))


def test_an_open_tie_has_no_end(store: Store) -> None:
    held = item(store, "USA-VNM", "Partnership: comprehensive strategic")
    former = item(store, "USA-VNM", "Partnership: comprehensive")
    assert held.span == Span(dt.date(2023, 9, 10), None)
    assert former.span == Span(dt.date(2013, 7, 1), dt.date(2023, 9, 10))
