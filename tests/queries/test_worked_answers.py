"""Answers worked out by hand from the milestones; they must come out exactly."""

from collections.abc import Mapping

import pytest

from hedgerow.graph.store import Store
from hedgerow.queries.asking import ask
from hedgerow.queries.reading.rows import Cell

CSP = "comprehensive strategic partnership"
FIRM = ("held", "possibly", "signed")


def told(row: Mapping[str, Cell], column: str) -> tuple[str, ...]:
    cell = row[column]
    assert isinstance(cell, tuple)
    return cell


@pytest.mark.parametrize(
    ("day", "number"), [("2025-08-22", 13), ("2025-11-01", 14), ("2026-02-01", 15)]
)
def test_comprehensive_strategic_partners_of_vietnam(
    milestones: Store, day: str, number: int
) -> None:
    rows = ask(milestones, "levels", {"a": "VNM", "at": day}).rows
    held = [row for row in rows if row["level"] == CSP and row["held"] == "held"]
    assert len(held) == number
    assert [row["since"] for row in held] == sorted(str(row["since"]) for row in held)


def test_the_denied_report_on_cam_ranh_is_no_access(milestones: Store) -> None:
    rows = ask(milestones, "access", {"a": "VNM"}).rows
    assert not [row for row in rows if "RUS" in told(row, "actors") and row["access"] in FIRM]
    assert not [row for row in rows if row["date"] == "2016-10-13"]
    denied = ask(milestones, "denials", {"a": "VNM", "b": "RUS"}).rows
    assert "2016-10-13" in [row["denied_on"] for row in denied]


def test_access_to_ream_is_contested(milestones: Store) -> None:
    rows = ask(milestones, "access", {"a": "KHM"}).rows
    ream = [row for row in rows if "CHN" in told(row, "actors") and row["what"] == "base_access"]
    assert "contested" in [row["access"] for row in ream]
    assert not [row for row in ream if row["access"] in FIRM]


def test_days_between_signing_and_force_of_the_access_agreement(milestones: Store) -> None:
    rows = ask(milestones, "lags", {"a": "PHL", "b": "JPN"}).rows
    assert [row["days"] for row in rows if "Reciprocal Access" in str(row["item"])] == [430]
