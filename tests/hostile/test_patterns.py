"""Patterns that were slow on hostile texts, and those that every shown text goes through."""

import re

import pytest

from hedgerow.loaders.articles import hyphens
from hedgerow.loaders.extraction import details, levels, offices
from hedgerow.viz import plain
from tests.hostile.timing import seconds

LENGTH, LONGEST = 50_000, 0.2


@pytest.mark.parametrize(
    ("pattern", "first", "part", "asked"),
    [
        (hyphens._BROKEN, "a", "a", "search"),
        (hyphens._HYPHENATED, "", "_", "search"),
        (hyphens._HYPHENATED, "", "a-", "search"),
        (levels._FROM, "from", " ", "search"),
        (levels._WORDING, "a ", "comprehensive, ", "search"),
        (details._EXERCISE_NAME, "Aa", " Aa", "search"),
        (offices.AGENT_PHRASE, "'s a-", "-", "match"),
        (offices.AGENT_PHRASE, "'s", " appointed", "match"),
        (plain._ESCAPES, "", "\x1b]", "search"),
        (plain._ESCAPES, "\x1b[", "0", "search"),
        (plain._ESCAPES, "", "\x1bP", "search"),
        (plain._NOT_IN_JSON, "", "\n", "search"),
    ],
)
def test_a_pattern_takes_no_time_to_speak_of(
    pattern: re.Pattern[str], first: str, part: str, asked: str
) -> None:
    text = first + part * (LENGTH // len(part)) + "\0"
    assert min(seconds(pattern, text, asked) for _ in range(2)) < LONGEST
