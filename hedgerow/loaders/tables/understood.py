"""What the cells of many rows mean, each distinct one read once."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeAlias, TypeVar

import numpy as np
import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.compute as pc  # type: ignore[import-untyped]

from hedgerow.loaders.tables.cells import Cells
from hedgerow.loaders.tables.reasons import Reason
from hedgerow.loaders.tables.utf8 import LOST

Array: TypeAlias = np.ndarray[Any, np.dtype[Any]]
BETWEEN = "\x1f"
_AROUND = '" \t\r\n\v\f\u00a0\ufeff'
DISTINCT = 200_000
"""Distinct cells that are remembered; after so many they are read anew."""
TAKEN = len(Reason) + 1


class _Understood(Protocol):
    @property
    def reason(self) -> Reason | None: ...


T = TypeVar("T", bound=_Understood)


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """The distinct meanings of a batch, and for each row the place of its own."""

    distinct: list[T]
    places: Array

    def reasons(self) -> Array:
        """Each row's reason, `TAKEN` where there is none."""
        codes = np.array([each.reason or TAKEN for each in self.distinct], dtype=np.int8)
        reasons: Array = codes[self.places]
        return reasons

    def flags(self, of: Callable[[T], bool]) -> Array:
        """Of each row, whether something holds."""
        flags: Array = np.array([of(each) for each in self.distinct], dtype=bool)[self.places]
        return flags

    def values(self, of: Callable[[T], object], rows: Array) -> Array:
        """A value of each of some rows."""
        distinct = np.empty(len(self.distinct), dtype=object)
        distinct[:] = [of(each) for each in self.distinct]
        values: Array = distinct[self.places[rows]]
        return values


class CellReader(Generic[T]):
    """Reads cells, each distinct one once.

    Where some cannot be decoded, all are `undecodable`; those `spared` are then empty instead.
    """

    def __init__(
        self, read: Callable[[Cells], T], undecodable: T, spared: Collection[int] = ()
    ) -> None:
        self._read = read
        self._spared = frozenset(spared)
        self._undecodable = undecodable
        self._known: dict[bytes, T] = {}

    def find(self, columns: Sequence[Any]) -> Found[T]:
        """What the rows of these columns, taken together, mean."""
        between = pa.scalar(BETWEEN.encode(), pa.binary())
        encoded = pc.binary_join_element_wise(*columns, between).dictionary_encode()
        if len(self._known) > DISTINCT:
            self._known.clear()
        distinct = encoded.dictionary.to_pylist()
        meanings = [self._one(joined, len(columns)) for joined in distinct]
        return Found(meanings, encoded.indices.to_numpy())

    def _one(self, joined: bytes, columns: int) -> T:
        found = self._known.get(joined)
        if found is None:
            found = self._known[joined] = self._anew(joined, columns)
        return found

    def _anew(self, joined: bytes, columns: int) -> T:
        cells = joined.decode(errors="replace").split(BETWEEN)
        lost = {place for place, cell in enumerate(cells) if LOST in cell}
        if len(cells) != columns or not lost <= self._spared:
            return self._undecodable
        for place in lost:
            cells[place] = ""
        return self._read(tuple(cell.strip(_AROUND) for cell in cells))
