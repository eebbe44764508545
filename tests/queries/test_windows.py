import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hedgerow.ontology.partial_date import parse_partial_date
from hedgerow.queries.dates.windows import days_between, days_from, months_from, months_until

DAYS = st.dates(dt.date(1000, 1, 1), dt.date(3000, 1, 1))


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        ("2024-10-21", 12, "2025-10-21"),
        ("2024-01-31", 1, "2024-02-29"),
        ("2024-03-31", -1, "2024-02-29"),
        ("2016-05-23", -12, "2015-05-23"),
        ("0001-05-23", -12, "0001-01-01"),
        ("9999-05-23", 12, "9999-12-31"),
    ],
)
def test_moves_by_months(day: str, months: int, expected: str) -> None:
    assert months_from(dt.date.fromisoformat(day), months).isoformat() == expected


@given(day=DAYS, months=st.integers(1, 600))
def test_later_months_lie_later(day: dt.date, months: int) -> None:
    assert months_from(day, -months) < day < months_from(day, months)
    window = months_until(day, months)
    assert window.last == day
    assert window.first == days_from(months_from(day, -months), 1)


@given(one=DAYS, other=DAYS)
def test_full_dates_have_one_distance(one: dt.date, other: dt.date) -> None:
    dates = [parse_partial_date(day.isoformat()) for day in (one, other)]
    assert days_between(*dates) == (abs((one - other).days),) * 2


def test_coarse_dates_have_a_fewest_and_a_most() -> None:
    assert days_between(parse_partial_date("2024"), parse_partial_date("2025-01-10")) == (10, 375)
    assert days_between(parse_partial_date("2024-03"), parse_partial_date("2024")) == (0, 305)


def test_a_far_day_is_the_last_there_is() -> None:
    assert days_from(dt.date(2025, 1, 1), 10**8) == dt.date.max
