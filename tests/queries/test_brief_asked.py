"""Periods and watch lists as users write them."""

import datetime as dt
from pathlib import Path

import pytest

from hedgerow.errors import UsageError
from hedgerow.queries.brief.asked import followed_text, period, watch_list
from hedgerow.queries.reading.edges import Selection

day = dt.date.fromisoformat


@pytest.mark.parametrize(
    ("since", "first"),
    [
        ("1d", "2025-11-30"),
        ("7d", "2025-11-24"),
        ("2W", "2025-11-17"),
        ("3m", "2025-08-31"),
        ("9m", "2025-03-01"),
        ("1y", "2024-12-01"),
        ("9999y", "0001-01-02"),
        ("2025-10-01", "2025-10-01"),
        ("2025-10", "2025-10-01"),
        ("2025", "2025-01-01"),
    ],
)
def test_a_period_ends_with_its_last_day(since: str, first: str) -> None:
    found = period(since, day("2025-11-30"))
    assert (found.first.isoformat(), found.last) == (first, day("2025-11-30"))


@pytest.mark.parametrize("since", ["0d", "7", "d", "7x", "-7d", "1.5m", "", "2025-02-30", "week"])
def test_what_is_no_span_is_refused_with_examples(since: str) -> None:
    with pytest.raises(UsageError, match="7d, 2w, 3m, 1y or 2025-10-01"):
        period(since, day("2025-11-30"))


def test_a_period_cannot_begin_after_its_end() -> None:
    with pytest.raises(UsageError, match="2025-12 begins after 2025-11-30"):
        period("2025-12", day("2025-11-30"))


def watch(tmp_path: Path, content: bytes | str) -> Path:
    path = tmp_path / "watch.txt"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_a_watch_list_names_actors_and_pairs_each_once(tmp_path: Path) -> None:
    listed = """\ufeff# whom we follow
Vietnam
VNM USA   # the pair

United States
Papua New Guinea  South Korea
viet nam\r
"""
    found = watch_list(watch(tmp_path, listed))
    assert found == (
        Selection("VNM"),
        Selection("VNM", "USA"),
        Selection("USA"),
        Selection("PNG", "KOR"),
    )
    assert followed_text(found)[1:3] == ["Vietnam - United States", "United States"]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("Vietnamm", "line 2: No state or body is called 'Vietnamm'; did you mean Vietnam?"),
        ("VNM Atlantis", "line 2: No state or body is called 'VNM Atlantis'"),
        ("Vietnam VNM", "line 2: Both actors are Vietnam"),
        ("\x1b[31mred", "line 2: No state or body"),
    ],
)
def test_an_error_names_the_line(tmp_path: Path, line: str, message: str) -> None:
    path = watch(tmp_path, f"Japan\n{line}\nChina\n")
    with pytest.raises(UsageError) as error:
        watch_list(path)
    assert f"{path}, {message}" in str(error.value)


@pytest.mark.parametrize(
    ("content", "message"),
    [("# nobody\n\n", "names nobody"), (b"PK\x03\x04\xff\xfe", "no plain text")],
)
def test_a_file_that_names_nobody_is_refused(
    tmp_path: Path, content: bytes | str, message: str
) -> None:
    with pytest.raises(UsageError, match=message):
        watch_list(watch(tmp_path, content))
