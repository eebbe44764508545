"""What the rows of a batch mean, column by column."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa  # type: ignore[import-untyped]

from hedgerow.loaders.tables.cells import CodeCell, DayCell
from hedgerow.loaders.tables.parties import Pair
from hedgerow.loaders.tables.reasons import Reason
from hedgerow.loaders.tables.understood import Array, Found


@dataclass(frozen=True, slots=True)
class Meanings:
    """What a batch's rows mean."""

    days: Found[DayCell]
    pairs: Found[Pair]
    codes: Found[CodeCell]

    def reasons(self) -> Array:
        """Each row's first reason.

        A directed type lacks an actor where both stand on one side.
        """
        every = [found.reasons() for found in (self.days, self.pairs, self.codes)]
        reasons: Array = np.minimum.reduce(every)
        shared = self.pairs.flags(lambda each: each.shared)
        one_sided = shared & self.codes.flags(lambda each: each.meaning.directed)
        reasons[one_sided] = np.minimum(reasons[one_sided], Reason.MISSING)
        return reasons

    def day(self, rows: Array) -> Array:
        """The rows' days."""
        return self.days.values(lambda each: each.day, rows)

    def code(self, rows: Array) -> Array:
        """The rows' own codes."""
        return self.codes.values(lambda each: each.code, rows)

    def type(self, rows: Array) -> Array:
        """The rows' types."""
        return self.codes.values(lambda each: each.meaning.type, rows)

    def status(self, rows: Array) -> Array:
        """The rows' statuses."""
        return self.codes.values(lambda each: each.meaning.status, rows)

    def actors(self, rows: Array) -> tuple[Array, Array]:
        """The rows' sources and others; of a symmetric type in alphabetical order."""
        first = self.pairs.values(lambda each: each.first, rows)
        second = self.pairs.values(lambda each: each.second, rows)
        turned = self.codes.values(lambda each: each.meaning.turned, rows).astype(bool)
        directed = self.codes.values(lambda each: each.meaning.directed, rows).astype(bool)
        turned |= ~directed & (first > second).astype(bool)
        return np.where(turned, second, first), np.where(turned, first, second)


class Columns:
    """A batch's columns; one that the format does not have is empty."""

    def __init__(self, columns: dict[str, Any], length: int) -> None:
        self._columns = columns
        self._empty = pa.repeat(pa.scalar(b"", pa.binary()), length)

    def some(self, *names: str) -> list[Any]:
        """The columns of these names."""
        return [self._columns.get(name, self._empty) for name in names]

    def quoted(self) -> list[Any]:
        """The columns that the quote of a row shows."""
        sides = (("source_words", "source_state"), ("other_words", "other_state"))
        words = (name if name in self._columns else state for name, state in sides)
        shown = ("day", *words, "code", "mode", "id")
        return [self._columns[name] for name in shown if name in self._columns]
