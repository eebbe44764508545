"""Comparing measures with published rankings."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.validation import __main__ as command
from evaluation.validation.agreement import order, ranks
from evaluation.validation.archive import HINDSIGHT, KNOWN, VIEWS, Archive
from evaluation.validation.comparisons import against_split, disagreements, wrong_side
from evaluation.validation.figures import figures
from evaluation.validation.page import page
from evaluation.validation.plan import Edition, plan
from evaluation.validation.published import classes, published, shares
from tests.queries.making import Article, store_of

LOWY = Edition("lowy-ahead", 2025)
ON = plan().days[2025]
LEANS = st.dictionaries(st.sampled_from(plan().states), st.integers(0, 100), min_size=5)


def visits(host: str, guest: str, number: int) -> Article:
    made = Article("2025-06-01", source=f"{host}-{guest}")
    for month in range(1, number + 1):
        quote = f"Visit {month} from {guest} to {host}."
        made.says(quote, "visit", f"{guest} {host}", "occurred", date=f"2024-{month:02}-10")
    return made


def test_each_published_value_names_a_page_and_a_state_of_the_plan() -> None:
    assert all(urlsplit(row.source_url).scheme in {"http", "https"} for row in published())
    assert {row.state for row in published()} <= set(plan().states)
    assert {row.year for row in published() if row.index in plan().titles} <= set(plan().days)


def test_classes_are_poles_and_shares_are_per_cent() -> None:
    for edition in (*plan().splits, *plan().groups):
        assert set(classes(edition).values()) == set(plan().poles)
    assert all(0 < share < 100 for e in plan().shares for share in shares(e).values())


def test_the_shares_of_a_survey_give_its_published_mean() -> None:
    held = shares(Edition("iseas-choice", 2024))
    assert sum(held.values()) / len(held) == pytest.approx(49.5, abs=0.05)


def test_rank_correlations_of_known_orders() -> None:
    ours = {"A": 1.0, "B": 2.0, "C": 3.0, "D": 4.0, "E": 5.0, "only ours": 9.0}
    found = ranks(ours, {"A": 2.0, "B": 1.0, "C": 3.0, "D": 4.0, "E": 5.0})
    assert (found.n, found.rho, found.tau) == (5, pytest.approx(0.9), pytest.approx(0.8))
    assert found.rho_interval is not None
    assert found.rho_interval[0] < 0.9 < found.rho_interval[1] < 1
    assert ranks(ours, ours).rho_interval is None


@given(LEANS)
def test_pairs_of_classes_are_counted_once_and_mirror(leans: dict[str, float]) -> None:
    states = sorted(leans)
    low, high = states[:2], states[2:]
    found, mirrored = order(leans, [low, high]), order(leans, [high, low])
    assert found.pairs == len(low) * len(high)
    assert found.share == pytest.approx(1 - mirrored.share)
    assert len(found.right) == len(mirrored.wrong)


def test_perfect_order_has_the_exact_chance() -> None:
    leans = {state: float(n) for n, state in enumerate("ABCDEFGHIJ")}
    found = order(leans, [list("ABCDEFGH"), list("IJ")])
    assert (found.share, found.p) == (1, pytest.approx(1 / 45))


def test_too_few_states_are_not_compared() -> None:
    assert against_split({"PHL": 90.0, "VNM": 40.0, "THA": 45.0}, LOWY) is None


def test_a_lean_on_the_other_side_is_a_disagreement() -> None:
    leans = {"PHL": 90.0, "VNM": 60.0, "SGP": 40.0, "THA": 45.0}
    assert wrong_side(leans, LOWY) == ["VNM", "SGP"]
    found = [each for each in disagreements(leans, 2025) if each.edition == LOWY]
    assert [each.state for each in found] == ["SGP", "VNM"]


def test_a_state_with_few_edges_is_shown_and_not_compared() -> None:
    with store_of([visits("VNM", "USA", 4), visits("VNM", "CHN", 2), visits("LAO", "CHN", 6)]) as s:
        found = figures(s, ON)
    assert set(found.leans) == {"VNM"}
    assert found.leans["VNM"] > 50
    assert found.standings["LAO"].lean == 0
    assert found.standings["THA"].lean is None


def test_plans_denials_and_reports_move_no_lean() -> None:
    told = [visits("VNM", "USA", 3), visits("VNM", "CHN", 3)]
    more = Article("2025-06-02", source="more")
    for status in ("planned", "denied", "reported"):
        stage = {"stage": "signed"} if status != "planned" else {}
        quote = f"An order, {status}."
        more.says(quote, "arms_deal", "USA VNM", status, date="2025-05-01", item=status, **stage)
    with store_of(told) as before, store_of([*told, more]) as after:
        was, now = figures(before, ON), figures(after, ON)
    assert now.leans == was.leans
    assert now.standings["VNM"].pipeline > was.standings["VNM"].pipeline


def test_what_was_published_later_is_not_known() -> None:
    late = visits("VNM", "USA", 3)
    late.published = "2026-01-01"
    with store_of([late, visits("VNM", "CHN", 3)]) as store:
        archive = Archive(store)
        edges = [archive.figures[2025, view].standings["VNM"].edges for view in (HINDSIGHT, KNOWN)]
    assert edges == [6, 3]
    assert set(archive.figures) == {(year, view) for year in plan().days for view in VIEWS}


def test_a_page_is_written_and_checked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    @contextmanager
    def small() -> Iterator[Archive]:
        with store_of([visits("VNM", "USA", 4), visits("VNM", "CHN", 2)]) as store:
            yield Archive(store)

    monkeypatch.setattr(command, "examples", small)
    monkeypatch.setattr(command, "PAGE", tmp_path / "validation.md")
    assert command.main(["--check"]) == 1
    assert command.main([]) == 0
    assert command.main(["--check"]) == 0


def test_a_page_of_an_empty_archive_claims_nothing() -> None:
    with store_of([]) as store:
        text = page(Archive(store))
    assert "Too few states have enough edges" in text
    assert "| Vietnam | 0 | 0 | – |" in text


def test_days_are_the_thirtieth_of_june() -> None:
    assert all(day == dt.date(year, 6, 30) for year, day in plan().days.items())
