"""A timeline as a table for a terminal."""

from textwrap import shorten

from rich import box
from rich.table import Table
from rich.text import Text

from hedgerow.queries.entries import TimelineEntry
from hedgerow.queries.phrases import CONCLUDED, CONTESTED, PROSPECTIVE
from hedgerow.queries.timeline import Timeline
from hedgerow.viz.plain import plain
from hedgerow.viz.terminal import safe

COLUMNS = ("date", "standing", "what", "documents", "sentence", "id")
STYLES = {CONCLUDED: "", PROSPECTIVE: "italic", CONTESTED: "bold", "held": "", "ended": "dim"}
OTHERWISE = "dim"
QUOTE_LENGTH = 160
ID_LENGTH = 14
"""Enough of an id to ask for its evidence: `event/1a2b3c4d`."""


def to_table(timeline: Timeline) -> Table:
    """One row an event or tie, with the sentence that best tells it; safe for terminals.

    What is not concluded begins with the word for it and looks different.
    """
    table = Table(box=box.SIMPLE_HEAD, title=safe(timeline.title), title_justify="left")
    for name in COLUMNS:
        table.add_column(name, overflow="fold", no_wrap=name in ("date", "id"))
    for entry in timeline.entries:
        style = STYLES.get(entry.standing, OTHERWISE)
        table.add_row(*(Text(safe(cell), style=style) for cell in _cells(entry)))
    return table


def _cells(entry: TimelineEntry) -> tuple[str, ...]:
    end = f" to {entry.end}" if entry.end else ""
    possibly = "possibly " if entry.possibly else ""
    return (
        f"{possibly}{entry.date}{end}",
        entry.standing,
        entry.words,
        str(entry.documents),
        shorten(plain(entry.quotes[0]), QUOTE_LENGTH, placeholder=" …"),
        entry.id[:ID_LENGTH],
    )
