import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from hedgerow.ontology.partial_date import parse_partial_date
from hedgerow.ontology.vocabulary import vocabulary
from hedgerow.queries.dates.confirmation import horizon_of_kind, unconfirmed_since
from hedgerow.queries.dates.ranges import DateRange, may_lie_outside

DAYS = st.dates(dt.date(1950, 1, 1), dt.date(2030, 12, 31))
PARTIAL = DAYS.flatmap(lambda day: st.sampled_from([4, 7, 10]).map(lambda n: day.isoformat()[:n]))


def test_every_horizon_comes_from_a_type_of_the_kind() -> None:
    for kind in vocabulary().kinds:
        types = [each for each in vocabulary().tie_types.values() if each.kind == kind]
        stated = [each.horizon for each in types if each.horizon is not None]
        assert horizon_of_kind(kind) == (max(stated) if stated else None)


@given(confirmed=PARTIAL, horizon=st.integers(1, 4000), as_of=DAYS)
def test_unconfirmed_from_the_day_after_the_horizon_on(
    confirmed: str, horizon: int, as_of: dt.date
) -> None:
    last_day = parse_partial_date(confirmed).latest + dt.timedelta(days=horizon)
    expected = confirmed if as_of > last_day else None
    assert unconfirmed_since(horizon, confirmed, as_of) == expected


def test_without_horizon_or_confirmation_nothing_is_unconfirmed() -> None:
    day = dt.date(2030, 1, 1)
    assert unconfirmed_since(None, "1990", day) is None
    assert unconfirmed_since(10, None, day) is None


@given(begin=PARTIAL, first=DAYS, last=DAYS)
def test_an_event_is_surely_inside_only_if_all_its_days_are(
    begin: str, first: dt.date, last: dt.date
) -> None:
    wanted = DateRange(first, last)
    date = parse_partial_date(begin)
    inside = first <= date.earliest and date.latest <= last
    assert may_lie_outside(date, None, wanted, lasting=False) == (not inside)


@given(begin=PARTIAL, end=PARTIAL, first=DAYS, last=DAYS)
def test_a_tie_is_surely_inside_only_if_it_surely_held_on_one_of_its_days(
    begin: str, end: str, first: dt.date, last: dt.date
) -> None:
    since, until = parse_partial_date(begin), parse_partial_date(end)
    wanted = DateRange(min(first, last), max(first, last))
    surely = max(since.latest, wanted.first) <= min(until.earliest, wanted.last)
    assert may_lie_outside(since, until, wanted, lasting=True) == (not surely)


def test_a_range_of_everything_leaves_nothing_open() -> None:
    wanted = DateRange(dt.date.min, dt.date.max)
    assert not may_lie_outside(None, None, wanted, lasting=False)
    assert may_lie_outside(None, None, DateRange(dt.date.min, dt.date(2020, 1, 1)), lasting=True)
