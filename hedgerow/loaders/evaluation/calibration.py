"""Whether reading confidence means what it says: reliability by bins, expected calibration error.

Source of both: Guo, Pleiss, Sun and Weinberger (2017), On Calibration of Modern Neural Networks,
section 2.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import fmean

from hedgerow.loaders.evaluation.matching import Matched
from hedgerow.loaders.evaluation.records import Emitted

BINS = 10


@dataclass(frozen=True, slots=True)
class Judged:
    """An emitted edge's confidence, and whether a gold row bears it out."""

    confidence: float
    right: bool


@dataclass(frozen=True, slots=True)
class Bin:
    """Edges with a confidence from `low` up to `high`: how many, their mean, the share right."""

    low: float
    high: float
    number: int
    confidence: float
    right: float


def judged(articles: Iterable[Matched]) -> list[Judged]:
    """Every emitted edge, right where a row tells its matter; those only optional are left out."""
    return [Judged(edge.confidence, right) for edge, right in decided(articles)]


def decided(articles: Iterable[Matched]) -> Iterator[tuple[Emitted, bool]]:
    """Each emitted edge that gold decides on, and whether a row tells its matter."""
    for article in articles:
        for edge in article.emitted:
            rows = [row for row in article.rows if row.is_matter_of(edge)]
            if not rows or any(row.required for row in rows):
                yield edge, bool(rows)


def reliability(edges: Iterable[Judged], *, bins: int = BINS) -> list[Bin]:
    """The bins of equal width that hold edges, lowest first."""
    held: defaultdict[int, list[Judged]] = defaultdict(list)
    for edge in edges:
        held[min(int(edge.confidence * bins), bins - 1)].append(edge)
    return [_bin(place, bins, held[place]) for place in sorted(held)]


def expected_calibration_error(table: Sequence[Bin]) -> float | None:
    """The mean distance of confidence from the share right, weighted by number; None of nothing."""
    if not table:
        return None
    return fmean((abs(b.confidence - b.right) for b in table), weights=[b.number for b in table])


def _bin(place: int, bins: int, edges: Sequence[Judged]) -> Bin:
    return Bin(
        low=place / bins,
        high=(place + 1) / bins,
        number=len(edges),
        confidence=fmean(edge.confidence for edge in edges),
        right=fmean(edge.right for edge in edges),
    )
