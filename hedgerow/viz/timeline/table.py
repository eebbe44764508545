"""A timeline as a table for a terminal, readable from 40 columns on."""

from textwrap import shorten

from rich import box
from rich.table import Table
from rich.text import Text

from hedgerow.queries.entries import TimelineEntry
from hedgerow.queries.timeline import Timeline
from hedgerow.queries.words.grades import held_of
from hedgerow.queries.words.phrases import CONCLUDED, CONTESTED, PROSPECTIVE
from hedgerow.viz.plain import plain
from hedgerow.viz.timeline.templates import quotation

STYLES = {CONCLUDED: "", PROSPECTIVE: "italic", CONTESTED: "bold", "held": ""}
OTHERWISE = "dim"
DATE_WIDTH = 13
FULL_WIDTH = 70
"""The least columns of a terminal in which documents and ids leave room for the words."""
QUOTE_LENGTH = 160
ID_LENGTH = 14
"""Enough of an id to ask for its evidence: `event/1a2b3c4d`."""


def to_table(timeline: Timeline, width: int = FULL_WIDTH) -> Table:
    """One row an event or tie, with the sentence that best tells it; safe for terminals.

    What is not concluded begins with the word for it and looks different. Where the terminal is
    narrow there are only dates and words.
    """
    is_full = width >= FULL_WIDTH
    table = Table(box=box.SIMPLE_HEAD, title=plain(timeline.title), title_justify="left")
    table.add_column("date", width=DATE_WIDTH)
    table.add_column("what and in whose words", ratio=1, overflow="fold")
    if is_full:
        table.add_column("docs", justify="right")
        table.add_column("id", no_wrap=True)
    for entry in timeline.entries:
        rest = (str(entry.documents), entry.id[:ID_LENGTH]) if is_full else ()
        table.add_row(_date(entry), _told(entry), *rest)
    return table


def _date(entry: TimelineEntry) -> Text:
    end = f" to {entry.end}" if entry.end else ""
    possibly = "possibly " if entry.possibly else ""
    return Text(plain(f"{possibly}{entry.date}{end}"))


def _told(entry: TimelineEntry) -> Text:
    words = f"{entry.words} (tie {entry.standing})" if entry.edge == "tie" else entry.words
    told = Text(plain(words), style=STYLES.get(entry.standing, OTHERWISE))
    quote = shorten(plain(quotation(entry.quotes[0])), QUOTE_LENGTH, placeholder=" …”")
    held = "; ".join(held_of(entry.sources[0])) if entry.sources else ""
    return told.append(f"\n{quote}{f' ({plain(held)})' if held else ''}", style="dim")
