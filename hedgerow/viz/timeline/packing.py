"""Stretches put into as few rows as it takes for none to cover another."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch from `start` to `end`."""

    start: float
    end: float


def pack(spans: Sequence[Span]) -> list[int]:
    """The row of each stretch: the first in which it follows what is there, from the left on."""
    ends: list[float] = []
    rows = [0] * len(spans)
    for index in sorted(range(len(spans)), key=lambda i: (spans[i].start, i)):
        span = spans[index]
        row = next((r for r, end in enumerate(ends) if end <= span.start), len(ends))
        if row == len(ends):
            ends.append(span.end)
        ends[row] = span.end
        rows[index] = row
    return rows
