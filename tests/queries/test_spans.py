import datetime as dt

from hedgerow.ontology.partial_date import parse_partial_date
from hedgerow.queries.dates.spans import span, span_to


def test_days_between_full_dates() -> None:
    days = span(parse_partial_date("2024-07-08"), parse_partial_date("2025-09-11"))
    assert (days.fewest, days.most, str(days)) == (430, 430, "430 days")


def test_days_that_vaguer_dates_leave_open() -> None:
    days = span(parse_partial_date("2016"), parse_partial_date("2023-03-10"))
    assert str(days) == "2,260 to 2,625 days"
    assert days.cells == {"days": 2260, "days_at_most": 2625}


def test_days_up_to_a_day() -> None:
    assert span_to(parse_partial_date("2024-01"), dt.date(2024, 1, 11)).cells == {
        "days": 0,
        "days_at_most": 10,
    }
