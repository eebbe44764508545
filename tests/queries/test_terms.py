"""Stated terms: one judgement of them for measures, access and dossiers."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hedgerow.ontology.partial_date import PartialDate, parse_partial_date
from hedgerow.queries.dates.terms import stated_terms, term_over, terms_of
from tests.queries.measures.making import event, tie

DAYS = st.dates(dt.date(1990, 1, 1), dt.date(2030, 12, 31))
TERMS = st.lists(
    DAYS.flatmap(lambda day: st.sampled_from([4, 7, 10]).map(lambda n: day.isoformat()[:n])),
    min_size=1,
    max_size=3,
).map(lambda texts: [parse_partial_date(text) for text in texts])
HELD = tie("base_access", "CHN MMR", "1990-01-01")


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2019-12-31", None),
        ("2020-01-01", None),
        ("2020-06-01", "possibly"),
        ("2020-12-31", "possibly"),
        ("2021-01-01", "term over"),
    ],
)
def test_a_term_known_to_the_year_leaves_that_year_open(day: str, expected: str | None) -> None:
    assert term_over(HELD, [parse_partial_date("2020")], dt.date.fromisoformat(day)) == expected


def test_it_runs_through_its_last_day() -> None:
    term = [parse_partial_date("2020-06-30")]
    assert term_over(HELD, term, dt.date(2020, 6, 30)) is None
    assert term_over(HELD, term, dt.date(2020, 7, 1)) == "term over"


@pytest.mark.parametrize(("confirmed", "saved"), [("2020", False), ("2021-01", True)])
def test_only_what_was_surely_told_after_it_confirms(confirmed: str, saved: bool) -> None:
    told = replace(HELD, last_confirmed=confirmed)
    found = term_over(told, [parse_partial_date("2020-06-30")], dt.date(2022, 1, 1))
    assert found == (None if saved else "term over")


def test_an_end_of_its_own_outweighs_the_term() -> None:
    ended = replace(HELD, end="2024")
    assert term_over(ended, [parse_partial_date("2020")], dt.date(2022, 1, 1)) is None


def test_the_programme_of_an_instant_is_no_term() -> None:
    summit = event("partnership_upgrade", "USA VNM", "2023-09-10", end="2023-09-11")
    lease = event("base_access", "CHN MMR", "2010-01-01", end="2020")
    assert list(stated_terms(summit, ())) == []
    assert [term.edtf for term in stated_terms(summit, ("2033", "ten years"))] == ["2033"]
    assert [term.edtf for term in stated_terms(lease, ("2033",))] == ["2020"]


def test_a_tie_has_the_terms_of_its_events() -> None:
    opened = event("base_access", "CHN MMR", "2010-01-01")
    held = tie("base_access", "CHN MMR", "2010-01-01", opened_by=opened.id)
    term = (parse_partial_date("2020"),)
    assert terms_of(held, {opened.id: term}) == terms_of(opened, {opened.id: term}) == list(term)
    assert terms_of(HELD, {opened.id: term}) == []


@given(terms=TERMS, earlier=DAYS, later=DAYS)
def test_a_term_that_is_over_stays_over(
    terms: list[PartialDate], earlier: dt.date, later: dt.date
) -> None:
    order = [None, "possibly", "term over"]
    first, last = sorted((earlier, later))
    assert order.index(term_over(HELD, terms, first)) <= order.index(term_over(HELD, terms, last))
