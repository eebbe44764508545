import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hedgerow.loaders.extraction.when import find_dates
from hedgerow.ontology.partial_date import parse_partial_date

PUBLISHED = parse_partial_date("2025-11-05")  # a Wednesday


@pytest.mark.parametrize(
    ("text", "date", "basis"),
    [
        ("on September 10, 2023", "2023-09-10", "stated"),
        ("on 10 September 2023", "2023-09-10", "stated"),
        ("in July 2024", "2024-07", "stated"),
        ("since 1995", "1995", "stated"),
        ("on 2016-05-23", "2016-05-23", "stated"),
        ("on Sunday", "2025-11-02", "relative"),
        ("on Wednesday", "2025-11-05", "relative"),
        ("last Wednesday", "2025-10-29", "relative"),
        ("next Monday", "2025-11-10", "relative"),
        ("yesterday", "2025-11-04", "relative"),
        ("earlier this month", "2025-11", "relative"),
        ("last year", "2024", "relative"),
        ("in October", "2025-10", "relative"),
        ("in December", "2024-12", "relative"),
        ("three years ago", "2022", "relative"),
        ("on Nov. 2", "2025-11-02", "relative"),
    ],
)
def test_a_date_expression_keeps_its_precision(text: str, date: str, basis: str) -> None:
    (when,) = find_dates(f"They met {text}, officials said.", PUBLISHED)
    assert (when.date.edtf, when.basis) == (date, basis)


def test_without_a_publication_date_relative_words_mean_nothing() -> None:
    assert find_dates("They met on Sunday and last month.", None) == []


def test_what_is_still_to_come_takes_the_next_such_date() -> None:
    (when,) = find_dates("He will visit in March.", PUBLISHED, ahead=True)
    assert when.date.edtf == "2026-03"


def test_an_anniversary_counts_back_from_the_publication() -> None:
    (when,) = find_dates("marking 30 years of diplomatic relations", PUBLISHED)
    assert when.anniversary
    assert when.date.edtf == "1995"


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Next year marks 30 years since they normalised ties", "1996"),
        ("They will mark the 30th anniversary of relations next year", "1996"),
        ("In 2020, the two marked the 30th anniversary of relations", "1990"),
        ("It was signed in June 2015, 20 years after they normalised ties", "1995"),
        ("Partners since 2013, they mark 30 years of relations", "1995"),
        ("Next year has its summit; this year marks 30 years since they normalised ties", "1995"),
        ("This year marks 30 years since they normalised ties in 1995", "1995"),
        ("Friday was the 30-year anniversary of relations", "1995"),
        ("the golden jubilee of relations", "1975"),
        ("on the occasion of 30 years of relations", "1995"),
    ],
)
def test_an_anniversary_counts_from_its_own_year(text: str, date: str) -> None:
    assert [when.date.edtf for when in find_dates(text, PUBLISHED) if when.anniversary] == [date]


@pytest.mark.parametrize(
    "text",
    [
        "the progress made over the past 50 years",
        "trade has grown in the 30 years since they normalised ties",
        "close to 30 years since they normalised ties",
        "it began three decades after they normalised ties",
        "They signed a pact in 2019 and celebrated 30 years of relations",
    ],
)
def test_what_is_vague_is_no_anniversary(text: str) -> None:
    assert not any(when.anniversary for when in find_dates(text, PUBLISHED))


@pytest.mark.parametrize(
    "text", ["the two may sign", "1,995 people", "2000 troops", "the F-2023 jet"]
)
def test_words_and_numbers_that_only_look_like_dates_are_left_alone(text: str) -> None:
    assert find_dates(text, PUBLISHED) == []


@given(st.text(max_size=500))
def test_any_text_gives_dates_in_order_that_do_not_overlap(text: str) -> None:
    dates = find_dates(text, PUBLISHED)
    assert all(a.end <= b.start for a, b in itertools.pairwise(dates))
