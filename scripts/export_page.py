"""The part of docs/export.md that the tables of an export give: each with its columns."""

from collections.abc import Iterator
from pathlib import Path

from hedgerow.viz.export.schema import Table, tables

PAGE = Path(__file__).parents[1] / "docs/export.md"
MARK = "## Columns\n"


def export_page() -> str:
    """The page: what stands there by hand, then the columns."""
    by_hand, mark, _ = PAGE.read_text(encoding="utf-8").partition(MARK)
    if not mark:
        raise ValueError(f"{PAGE.name} lacks the line {MARK!r}")
    return by_hand + mark + "".join(f"{line}\n" for line in _columns())


def _columns() -> Iterator[str]:
    yield ""
    yield "Written from `hedgerow/viz/export/tables.yaml` by `python scripts/write_docs.py`."
    for table in tables().values():
        yield ""
        yield from _table(table)


def _table(table: Table) -> Iterator[str]:
    yield f"### {table.name}"
    yield ""
    yield table.about
    yield ""
    yield "| column | type | meaning |"
    yield "|---|---|---|"
    for column in table.columns:
        yield f"| `{column.name}` | {column.type} | {column.about} |"
