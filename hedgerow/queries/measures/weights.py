"""The weights that measures use: the ontology's, or a table that a user edited."""

import csv
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TextIO

from hedgerow.errors import UsageError
from hedgerow.ontology.weights import Cost, Weighing, ontology_weights
from hedgerow.queries.dates.confirmation import horizon_of_kind
from hedgerow.queries.measures.weighing import Key, Weight, Weights
from hedgerow.queries.measures.weights_row import COLUMNS, cells_of, weight_of

__all__ = ["Weight", "Weights", "default_weights", "read_weights", "write_weights"]

DEFAULT = "default"


@cache
def default_weights() -> Weights:
    """The ontology's weights."""
    found = ontology_weights()
    costs = {cost.subject: cost for cost in found.costs}
    rows = (_default(one, costs[one.subject]) for one in found.weighings)
    return Weights(DEFAULT, MappingProxyType({row.key: row for row in rows}))


def write_weights(out: TextIO, weights: Weights | None = None) -> None:
    """Write weights (by default the ontology's) as CSV, one row a weight, for editing."""
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in (weights or default_weights()).rows.values():
        writer.writerow(cells_of(row))


def read_weights(path: Path) -> Weights:
    """The weights of an edited table; what it leaves out keeps its default.

    Raises:
        UsageError: the file cannot be read or a row does not fit; the message gives its line.
    """
    default = default_weights()
    read: dict[Key, Weight] = {}
    for line, row in _rows(path):
        if row.key in read:
            raise UsageError(f"{path}, line {line}: the row stands there twice; remove one.")
        read[row.key] = row
    rows = MappingProxyType({**default.rows, **read})
    return default if rows == default.rows else Weights(path.stem, rows)


def _rows(path: Path) -> Iterator[tuple[int, Weight]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            _check_columns(path, reader.fieldnames or ())
            for cells in reader:
                try:
                    yield reader.line_num, weight_of(cells)
                except UsageError as problem:
                    raise UsageError(f"{path}, line {reader.line_num}: {problem}") from None
    except (OSError, UnicodeDecodeError, csv.Error) as problem:
        raise UsageError(
            f"The weights in {path} cannot be read ({problem}); give a CSV file in UTF-8."
        ) from problem


def _check_columns(path: Path, found: Sequence[str]) -> None:
    missing = [name for name in COLUMNS if name not in found]
    if missing:
        raise UsageError(
            f"{path} lacks the column {missing[0]}; a table of weights has "
            f"{', '.join(COLUMNS)} with commas between."
        )


def _default(one: Weighing, cost: Cost) -> Weight:
    edge, what = one.subject
    if one.attribute is not None:
        return Weight(
            *(edge, what, one.attribute, one.value, one.weight),
            *(None, None, None, one.rationale, one.source),
        )
    decay = ontology_weights().decay
    is_event = edge == "event"
    return Weight(
        edge=edge,
        what=what,
        attribute=None,
        value=None,
        weight=one.weight,
        half_life=decay.half_life if is_event else None,
        horizon=None if is_event else horizon_of_kind(what),
        costly=cost.costly,
        rationale=f"{one.rationale} {cost.rationale}",
        source=f"{one.source}; {cost.source}",
    )
