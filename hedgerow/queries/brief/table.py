"""A brief as rows for scripts: a row a line, whichever list it stands in."""

import datetime as dt
from collections.abc import Iterator, Sequence

from hedgerow.graph.ledger import Withdrawal
from hedgerow.queries.brief.brief import Brief
from hedgerow.queries.brief.items import Item
from hedgerow.queries.brief.lines import ahead_text, change_words, lapsed_text
from hedgerow.queries.reading.rows import Row
from hedgerow.queries.words.cells import edge_cells

CHANGED = ("new", "older", "early", "prospect", "changed", "contested", "gone")
"""The lists of `Brief.changes` by name."""
WITHDRAWN, AHEAD, LAPSED = "withdrawn", "ahead", "lapsed"
COLUMNS = (
    *("list", "date", "words", "changed", "what", "edge", "actors", "standing", "status", "stage"),
    *("end", "level", "item", "place", "documents", "outlets", "ties", "id"),
    *("quote", "publisher", "published", "source"),
    *("reliability", "credibility", "handling"),
)


def table(brief: Brief) -> tuple[tuple[str, ...], list[Row]]:
    """The names of the columns, and the rows in the order of the lists; no line is left out."""
    return COLUMNS, list(_rows(brief))


def _rows(brief: Brief) -> Iterator[Row]:
    last = brief.period.last
    for name, items in zip(CHANGED, brief.changes, strict=True):
        yield from _of(name, items, last, [change_words(item, last) for item in items])
    yield from map(_withdrawn, brief.withdrawn)
    yield from _of(AHEAD, brief.ahead, last, [ahead_text(item, last) for item in brief.ahead])
    yield from _of(LAPSED, brief.lapsed, last, [lapsed_text(item) for item in brief.lapsed])


def _of(name: str, items: Sequence[Item], last: dt.date, words: Sequence[str]) -> Iterator[Row]:
    for item, told in zip(items, words, strict=True):
        cells = edge_cells(item.edge, item.cited, last) | {
            "list": name,
            "words": told,
            "changed": "; ".join(map(str, item.change.differences)) or None,
            "outlets": item.outlets,
            "ties": tuple(tie.edge.id for tie in item.ties),
            "reliability": item.cited[0].reliability if item.cited else None,
            "credibility": item.cited[0].credibility if item.cited else None,
            "handling": item.handling,
        }
        yield {column: cells[column] for column in COLUMNS}


def _withdrawn(document: Withdrawal) -> Row:
    told = {"list": WITHDRAWN, "date": document.at[:10], "id": document.document}
    return dict.fromkeys(COLUMNS) | told | {"words": f"{document.reason} (by {document.by})"}
