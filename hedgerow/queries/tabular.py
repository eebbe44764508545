"""Results that show themselves as tables in a notebook and turn into data frames."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Protocol

from markupsafe import Markup, escape

from hedgerow.errors import UsageError
from hedgerow.queries.reading.rows import Cell

if TYPE_CHECKING:
    import pandas as pd

SHOWN = 100
"""As many rows are shown in a notebook; data frames have them all."""
INSTALL = "pandas is not installed; run: pip install 'hedgerow[notebook]'."


class HasTable(Protocol):
    """What a result must tell of itself."""

    @property
    def in_words(self) -> str:
        """The result in one line."""

    def table(self) -> tuple[tuple[str, ...], tuple[Mapping[str, Cell], ...]]:
        """Names of columns, and rows with a cell for each."""


class Tabular:
    """Mixed into results: `to_pandas()` and what a notebook shows."""

    __slots__ = ()

    def to_pandas(self: HasTable) -> "pd.DataFrame":
        """The rows as a data frame, codes and all; several actors of a cell are a tuple.

        Raises:
            UsageError: pandas is not installed.
        """
        try:
            import pandas as pd  # noqa: PLC0415  not everyone has it
        except ImportError as error:
            raise UsageError(INSTALL) from error
        columns, rows = self.table()
        return pd.DataFrame.from_records([dict(row) for row in rows], columns=list(columns))

    def _repr_html_(self: HasTable) -> str:
        columns, rows = self.table()
        filled = [name for name in columns if any(row[name] is not None for row in rows)]
        more = f"<p>{len(rows) - SHOWN} more rows</p>" if len(rows) > SHOWN else ""
        head = Markup().join(Markup("<th>{}</th>").format(n.replace("_", " ")) for n in filled)
        body = Markup().join(_line(row[name] for name in filled) for row in rows[:SHOWN])
        table = f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
        return f"<p>{escape(self.in_words)}</p>{table if rows else ''}{more}"


def _line(cells: Iterable[Cell]) -> Markup:
    filled = (Markup("<td>{}</td>").format(_text(each)) for each in cells)
    return Markup("<tr>{}</tr>").format(Markup().join(filled))


def _text(cell: Cell) -> str:
    if cell is None:
        return ""
    return ", ".join(map(str, cell)) if isinstance(cell, tuple) else str(cell)
