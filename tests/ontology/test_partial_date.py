"""Partial dates: what they can mean, and what they never may."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hedgerow.ontology.partial_date import (
    PUBLISHED,
    STATED,
    PartialDate,
    date_or_none,
    end_of,
    not_ahead,
    parse_partial_date,
)

DAYS = st.dates(dt.date(1, 1, 1), dt.date(9999, 12, 30))
EDTF = st.builds(lambda day, length: day.isoformat()[:length], DAYS, st.sampled_from((4, 7, 10)))


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "precision"),
    [
        ("2023", dt.date(2023, 1, 1), dt.date(2023, 12, 31), "year"),
        ("2024-02", dt.date(2024, 2, 1), dt.date(2024, 2, 29), "month"),
        ("2023-02", dt.date(2023, 2, 1), dt.date(2023, 2, 28), "month"),
        ("2023-09-10", dt.date(2023, 9, 10), dt.date(2023, 9, 10), "day"),
    ],
)
def test_a_date_means_every_day_it_can_mean(
    text: str, earliest: dt.date, latest: dt.date, precision: str
) -> None:
    date = parse_partial_date(text)
    assert (date.earliest, date.latest, date.precision) == (earliest, latest, precision)
    assert str(date) == date.edtf == text


@pytest.mark.parametrize(
    "text",
    ["", "23", "2023-9", "2023-13", "2023-00", "2023-01-00", "2023-02-29", "2023-09-31",
     "2023-09-10T00:00", "0000", "2023-09-10 ", " 2023", "２０２３", "2023/09", "-2023", "12023",
     "2023-9-10"],
)  # fmt: skip
def test_what_is_no_date_is_refused_and_told(text: str) -> None:
    with pytest.raises(ValueError):
        parse_partial_date(text)
    assert date_or_none(text) is None


def test_the_refusal_names_the_text() -> None:
    with pytest.raises(
        ValueError, match=r"not a date of the form YYYY, YYYY-MM or YYYY-MM-DD: 'soon'"
    ):
        parse_partial_date("soon")


def test_a_date_that_may_be_none_is_the_same_date() -> None:
    assert date_or_none("2023-09") == parse_partial_date("2023-09")


@given(EDTF, EDTF)
def test_two_dates_overlap_where_they_share_a_day(one: str, other: str) -> None:
    first, second = parse_partial_date(one), parse_partial_date(other)
    shared = max(first.earliest, second.earliest) <= min(first.latest, second.latest)
    assert first.overlaps(second) == second.overlaps(first) == shared


@pytest.mark.parametrize(
    ("one", "other", "overlap"),
    [
        ("2023", "2023-12-31", True),
        ("2023", "2023-01-01", True),
        ("2023", "2024-01-01", False),
        ("2023", "2022-12-31", False),
        ("2023-09", "2023-09-30", True),
        ("2023-09", "2023-10", False),
    ],
)
def test_dates_that_touch_do_not_overlap(one: str, other: str, overlap: bool) -> None:
    first, second = parse_partial_date(one), parse_partial_date(other)
    assert first.overlaps(second) is overlap
    assert second.overlaps(first) is overlap


def test_what_has_no_end_is_open() -> None:
    assert end_of(None, STATED, "2023") is None
    assert end_of(None, PUBLISHED, None) is None


def test_a_stated_end_is_that_date() -> None:
    assert end_of("2024-05", STATED, "2023-01-01") == parse_partial_date("2024-05")
    assert end_of("2024-05", PUBLISHED, None) == parse_partial_date("2024-05")


def test_an_end_known_from_a_publication_lies_after_the_last_confirmation() -> None:
    end = end_of("2024-05-20", PUBLISHED, "2023-01")
    assert end == PartialDate("2024-05-20", dt.date(2023, 1, 2), dt.date(2024, 5, 20))


def test_an_end_confirmed_later_than_it_ended_is_the_last_day_it_can_mean() -> None:
    end = end_of("2024-05-20", PUBLISHED, "2025")
    assert end is not None
    assert (end.earliest, end.latest) == (dt.date(2024, 5, 20), dt.date(2024, 5, 20))


def test_a_newest_day_is_never_to_come() -> None:
    today = dt.datetime.now(dt.UTC).date()
    assert not_ahead(None) is None
    assert not_ahead(dt.date(2020, 1, 1)) == dt.date(2020, 1, 1)
    assert not_ahead(today + dt.timedelta(days=400)) in {today, today + dt.timedelta(days=1)}
