"""Every promise on the page names tests and commands that exist."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "promises.md").read_text("utf-8")
ROWS = [line for line in PAGE.splitlines() if line.startswith("| ") and "`" in line]
TESTS = sorted(set(re.findall(r"(tests/[\w/]+(?:\.py)?)(?:::(\w+))?", PAGE)))
TARGETS = sorted(set(re.findall(r"`make ([a-z0-9-]+)", PAGE)))


def test_each_promise_is_in_the_table_with_a_command() -> None:
    assert len(ROWS) > 40
    assert [row for row in ROWS if not re.search(r"`(pytest|make|hedgerow|python) ", row)] == []


@pytest.mark.parametrize(("place", "name"), TESTS)
def test_each_test_that_is_named_exists(place: str, name: str) -> None:
    file = ROOT / place
    assert file.exists()
    if name:
        assert re.search(rf"^\s*(?:async )?def {name}\b", file.read_text("utf-8"), re.MULTILINE)


@pytest.mark.parametrize("target", TARGETS)
def test_each_target_that_is_named_exists(target: str) -> None:
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
