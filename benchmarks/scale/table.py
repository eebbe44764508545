"""Rows of figures as a table in the terminal, and what is being done meanwhile."""

import sys
from collections.abc import Mapping, Sequence

Row = dict[str, object]
COLUMNS: Mapping[str, tuple[str, str]] = {
    "seconds": ("s", ".2f"),
    "cpu": ("CPU s", ".2f"),
    "rate": ("quads/s", ",.0f"),
    "of_raw": ("of raw", ".2f"),
    "of_raw_cpu": ("CPU", ".2f"),
    "times_rdflib": ("x rdflib", ".1f"),
    "times_rdflib_cpu": ("CPU", ".1f"),
    "times_add": ("x addN", ".1f"),
    "times_add_cpu": ("CPU", ".1f"),
    "memory_mib": ("MiB more", ",.0f"),
    "peak_mib": ("at most", ",.0f"),
    "disk_mib": ("MiB on disk", ",.1f"),
    "ms": ("median ms", ",.2f"),
    "cpu_ms": ("CPU ms", ",.2f"),
    "slowest_ms": ("slowest ms", ",.2f"),
    "load": ("load avg", ".1f"),
}
"""Headings and formats; other columns are named by their keys."""


def say(doing: str) -> None:
    """What is being measured, on standard error."""
    sys.stderr.write(f"{doing} ...\n")
    sys.stderr.flush()


def show(title: str, rows: Sequence[Row]) -> None:
    """Print a table with the columns that any row has, the load average last."""
    print(f"\n{title}")
    names = list(dict.fromkeys(name for row in rows for name in row))
    names.sort(key=lambda name: name == "load")
    lines = [[COLUMNS.get(name, (name.replace("_", " "), ""))[0] for name in names]]
    lines += [[_cell(name, row.get(name)) for name in names] for row in rows]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    for line in lines:
        cells = zip(line, widths, strict=True)
        print("  ".join(f"{cell:>{width}}" for cell, width in cells), flush=True)


def _cell(name: str, value: object) -> str:
    if value is None:
        return "-"
    if isinstance(value, str | bool):
        return str(value)
    form = COLUMNS.get(name, ("", ",d" if isinstance(value, int) else ",.2f"))[1]
    return format(value, form)
