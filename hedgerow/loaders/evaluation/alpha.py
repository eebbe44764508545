"""Krippendorff's alpha for nominal data."""

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence


def nominal_alpha(units: Iterable[Sequence[Hashable]]) -> float | None:
    """How far coders agree beyond chance: 1 is perfect, 0 is what chance gives.

    A unit holds one value for each coder who coded it; units with one value say nothing. None
    where there is nothing to compare, or one value throughout, so that nothing can differ.

    Source: Krippendorff (2011), Computing Krippendorff's Alpha-Reliability, part C. With o_ck
    the coincidences of values c and k within units, n_c the values c among the n paired values:
    alpha = 1 - (n - 1) * sum of o_ck over c != k / sum of n_c * n_k over c != k.
    """
    paired = [unit for unit in units if len(unit) > 1]
    values = Counter(value for unit in paired for value in unit)
    n = values.total()
    expected = n * n - sum(count * count for count in values.values())
    if not expected:
        return None
    observed = sum(_differing(unit) / (len(unit) - 1) for unit in paired)
    return 1 - (n - 1) * observed / expected


def _differing(unit: Sequence[Hashable]) -> int:
    """Ordered pairs of values within a unit that differ."""
    counts = Counter(unit)
    return len(unit) ** 2 - sum(count * count for count in counts.values())
