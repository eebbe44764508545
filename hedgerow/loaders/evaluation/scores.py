"""Precision, recall and F1 from counts, with bootstrap intervals over articles."""

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from typing import TypeAlias, TypeVar

import numpy as np

DRAWS, SEED = 2000, 20240229
WITHIN = (2.5, 97.5)
"""The percentiles that bound a 95 % interval."""

Interval: TypeAlias = tuple[float, float] | None
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Counts:
    """What was found, what is false and what was missed."""

    tp: int = 0
    fp: int = 0
    fn: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(self.tp + other.tp, self.fp + other.fp, self.fn + other.fn)

    @property
    def precision(self) -> float | None:
        """The share of what was emitted that is right; None where nothing was."""
        return share(self.tp, self.tp + self.fp)

    @property
    def recall(self) -> float | None:
        """The share of what there is that was found; None where there is nothing."""
        return share(self.tp, self.tp + self.fn)

    @property
    def f1(self) -> float | None:
        """The harmonic mean of both; None where nothing was emitted and nothing is there."""
        return share(2 * self.tp, 2 * self.tp + self.fp + self.fn)


@dataclass(frozen=True, slots=True)
class Score:
    """Counts with the 95 % intervals of precision, recall and F1."""

    counts: Counts
    precision: Interval
    recall: Interval
    f1: Interval


def share(part: int, whole: int) -> float | None:
    """A part of a whole; None of nothing."""
    return part / whole if whole else None


def counted(required: Set[T], known: Set[T], emitted: Set[T]) -> Counts:
    """Counts where what is `known` but not `required` is neither rewarded nor punished."""
    return Counts(len(required & emitted), len(emitted - known), len(required - emitted))


def total(counts: Iterable[Counts]) -> Counts:
    """The sum."""
    return sum(counts, start=Counts())


def scored(articles: Sequence[Counts], *, draws: int = DRAWS, seed: int = SEED) -> Score:
    """The score over articles, with the same intervals for the same counts.

    Articles are drawn with replacement, since edges of one article are not independent. Source:
    Efron and Tibshirani (1993), An Introduction to the Bootstrap, chapter 13 (percentiles).
    """
    table = np.array([(each.tp, each.fp, each.fn) for each in articles], dtype=float)
    if not (size := len(table)):
        return Score(Counts(), None, None, None)
    chosen = np.random.default_rng(seed).multinomial(size, np.full(size, 1 / size), size=draws)
    tp, fp, fn = (chosen @ table).T
    return Score(
        total(articles),
        _interval(tp, tp + fp),
        _interval(tp, tp + fn),
        _interval(2 * tp, 2 * tp + fp + fn),
    )


def _interval(parts: np.ndarray, wholes: np.ndarray) -> Interval:
    """The interval of a share over the draws in which it is defined."""
    defined = wholes > 0
    if not defined.any():
        return None
    low, high = np.percentile(parts[defined] / wholes[defined], WITHIN)
    return float(low), float(high)
