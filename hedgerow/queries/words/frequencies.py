"""Counts in words, short enough for one line."""

from collections import Counter
from collections.abc import Iterable

NAMED = 6
"""As many are named; the rest is counted."""


def by_frequency(words: Iterable[str]) -> list[str]:
    """`visit 3`, `call 1`: each with its number, the most frequent first."""
    ordered = sorted(Counter(words).items(), key=lambda each: (-each[1], each[0]))
    return [f"{word} {number}" for word, number in ordered]


def most_frequent(words: Iterable[str]) -> str:
    """`China 3, Japan 2 and 4 others`, the most frequent first."""
    told = by_frequency(words)
    rest = len(told) - NAMED
    return f"{', '.join(told[:NAMED])} and {rest} others" if rest > 1 else ", ".join(told)
