"""Ties that are held, possibly held and over on the day: three groups, in words and tables."""

import datetime as dt

import pytest

from hedgerow.queries.dossier.dossier import read_dossier
from hedgerow.viz.dossier import dossier_report
from hedgerow.viz.report import Report
from tests.queries.making import Article, store_of
from tests.viz.dossier.conftest import MAKING
from tests.viz.dossier.reading import lane_rows, text_of

POSSIBLY = "Possibly held"


def base(place: str, date: str, **more: str) -> Article:
    return Article("2019-03-02", source=f"{place}.txt").says(
        f"The accord on {place} came into force, the ministry said.",
        *("base_access", "CHN MMR", "in_force"),
        date=date,
        place=place,
        item=place,
        **more,
    )


def told(day: str, *articles: Article) -> Report:
    with store_of(articles) as store:
        on = dt.date.fromisoformat(day)
        return dossier_report(read_dossier(store, "MMR", ("CHN", "IND"), since=2018, on=on), MAKING)


def test_a_tie_that_may_not_have_begun_is_no_held_one() -> None:
    report = told("2019-06-01", base("Kyun", "2019"), base("Zada", "2018-02-01"))
    assert [row[1].split(", ")[-1] for row in lane_rows(report)] == ["Zada"]
    assert "Kyun | possibly held" in text_of(report, POSSIBLY)
    head = text_of(report, "4. Key matters")
    assert "1 with China and 0 with India; only possibly held, and not among these: 1 with" in head
    assert "1, and 1 possibly" in text_of(report, "6. Gaps")


def test_a_lane_with_nothing_surely_held_says_that_something_may_be() -> None:
    report = told("2019-06-01", base("Kyun", "2019"))
    assert "(1 tie possibly held)" in text_of(report, "Lanes in which nothing")
    assert "only 1 possibly" in text_of(report, "6. Gaps")


@pytest.mark.parametrize(
    ("day", "status"),
    [
        ("2019-12-31", "held"),
        ("2020-06-01", "possibly held, possibly past its stated term 2020"),
        ("2021-06-01", "possibly held, past its stated term 2020"),
    ],
)
def test_a_tie_past_its_stated_term_is_only_possibly_held(day: str, status: str) -> None:
    report = told(day, base("Kyun", "2019-01-01", date_end="2020"))
    sure = bool(lane_rows(report))
    assert sure == (status == "held")
    assert status in (lane_rows(report)[0][2] if sure else text_of(report, POSSIBLY))


def test_a_tie_that_was_ended_is_in_neither_group() -> None:
    ended = Article("2019-09-02").says(
        "China gave up the base at Kyun, the ministry said.",
        *("base_access", "CHN MMR", "ended"),
        date="2019-09-01",
        place="Kyun",
        item="Kyun",
        phase="ends",
    )
    report = told("2019-12-01", base("Kyun", "2019-01-01"), ended)
    assert not lane_rows(report)
    assert not any(part.title.startswith(POSSIBLY) for part in report.sections)
    assert "ended 2019-09-01" in text_of(report, "Over by the day")
