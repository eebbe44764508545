"""Vietnam's levels from the bundled table, against the counts that the press gave on those days."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from hedgerow.graph.store import Store
from hedgerow.loaders.load import load
from hedgerow.queries.asking import ask

TABLE = Path(__file__).parents[2] / "examples" / "milestones.csv"


@pytest.fixture(scope="module")
def milestones() -> Iterator[Store]:
    with Store.open(None) as made:
        load(made, [str(TABLE)])
        yield made


@pytest.mark.parametrize(
    ("day", "highest"), [("2025-08-22", 13), ("2025-11-01", 14), ("2026-02-01", 15)]
)
def test_counts_the_comprehensive_strategic_partners_of_vietnam(
    milestones: Store, day: str, highest: int
) -> None:
    rows = ask(milestones, "levels", {"a": "VNM", "at": day}).rows
    held = Counter(row["level"] for row in rows if row["held"] == "held")
    assert held["comprehensive strategic partnership"] == highest


def test_counts_the_strategic_partners_on_the_day_that_the_press_did(milestones: Store) -> None:
    rows = ask(milestones, "levels", {"a": "VNM", "at": "2025-08-22"}).rows
    assert sum(row["level"] == "strategic partnership" for row in rows) == 10


def test_cam_ranh_is_denied_and_never_access(milestones: Store) -> None:
    rows = ask(milestones, "ties", {"a": "VNM", "b": "RUS", "from": "2016", "to": "2016"}).rows
    (row,) = [row for row in rows if row["what"] == "base_access"]
    assert (row["edge"], row["standing"], row["status"]) == ("event", "negative", "denied")
    words = ask(milestones, "evidence", {"id": str(row["id"])}).in_words
    assert words.startswith("Russia to Vietnam: denied: base access, Cam Ranh")
