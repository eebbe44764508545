import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hedgerow.loaders.dates import find_full_date, to_edtf

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September",
          "October", "November", "December")  # fmt: skip
DAYS = st.dates(min_value=dt.date(1800, 1, 1), max_value=dt.date(2100, 12, 31))


@given(DAYS)
def test_every_day_is_read_in_every_notation(day: dt.date) -> None:
    month = MONTHS[day.month - 1]
    year = f"{day.year:04d}"
    for written in (
        day.isoformat(),
        f"{day.isoformat()}T23:59:59-05:00",
        f"{day.day} {month} {year}",
        f"{month[:3]}. {day.day}, {year}",
        f"{month} {day.day} {year}",
    ):
        assert to_edtf(written) == day.isoformat()


@pytest.mark.parametrize(
    ("stated", "edtf"),
    [("2023", "2023"), ("2023-11", "2023-11"), ("20231106", "2023-11-06"),
     ("Mon, 06 Nov 2023 10:00:00 GMT", "2023-11-06"), ("2023-11-06 08:00", "2023-11-06"),
     ("Sept. 6th, 2023", "2023-09-06"), ("Monday, 6 November 2023, 10:30", "2023-11-06")],
)  # fmt: skip
def test_publication_dates_keep_their_day_and_precision(stated: str, edtf: str) -> None:
    assert to_edtf(stated) == edtf


@pytest.mark.parametrize(
    "stated",
    ["", "yesterday", "today", "6 November", "Nov 6", "11/06/2023", "2023-13-01", "2023-02-30",
     "2023-W05", "1699228800", "10:30"],
)  # fmt: skip
def test_what_is_not_a_whole_date_is_refused(stated: str) -> None:
    with pytest.raises(ValueError, match="is not a date; write YYYY-MM-DD"):
        to_edtf(stated)


@pytest.mark.parametrize("stated", ["9999-12-31", "0044-03-15", "3 May 1204", "2450"])
def test_a_year_in_which_nothing_was_published_is_refused(stated: str) -> None:
    with pytest.raises(ValueError, match="cannot be when an article was published"):
        to_edtf(stated)


def test_a_year_before_our_era_is_no_date() -> None:
    with pytest.raises(ValueError, match="is not a date"):
        to_edtf("-0044-03-15")


def test_a_day_without_a_year_is_no_full_date() -> None:
    assert find_full_date("HANOI, Sept 10 -") is None
    assert find_full_date("on 10 September") is None
