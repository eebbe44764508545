"""Arms: who sells or hands over what to an actor, and how firm it is."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby

from hedgerow.ontology.partial_date import parse_partial_date
from hedgerow.queries.questions.parameters import Asked
from hedgerow.queries.reading.rows import Row, number_of, outlet_of, text_of
from hedgerow.queries.sources.telling_sentence import Order, telling_order
from hedgerow.queries.words.absence import none_found
from hedgerow.queries.words.frequencies import most_frequent
from hedgerow.queries.words.phrases import (
    CONCLUDED,
    PROSPECTIVE,
    counted,
    date_text,
    names,
)

DOUBTFUL = "negative or contested"
BLOCKS = (CONCLUDED, PROSPECTIVE, DOUBTFUL)
"""The three classes, in the order in which they are shown."""


def shape(rows: Iterable[Row], asked: Asked) -> list[Row]:
    """One row an event with its telling sentence; block by block, the newest first."""
    by_event = groupby(sorted(rows, key=lambda row: str(row["id"])), key=lambda row: row["id"])
    found = [_event(list(told)) for _, told in by_event]
    found.sort(
        key=lambda row: (text_of(row, "stated") or text_of(row, "published") or "", str(row["id"])),
        reverse=True,
    )
    found.sort(key=lambda row: BLOCKS.index(str(row["block"])))
    return found


def words(rows: Sequence[Row], asked: Asked) -> str:
    """How many in each block, and the suppliers of what is concluded."""
    if not rows:
        return f"Arms for {asked.name('a')}: {none_found(asked)}."
    blocks = Counter(str(row["block"]) for row in rows)
    firm = (str(row["supplier"]) for row in rows if row["block"] == CONCLUDED)
    suppliers = most_frequent(names(firm))
    told = [
        f"{blocks[CONCLUDED]} concluded" + (f" ({suppliers})" if suppliers else ""),
        f"{blocks[PROSPECTIVE]} only in prospect",
        f"{blocks[DOUBTFUL]} denied, contested or ended",
    ]
    return f"Arms for {asked.name('a')}: {counted(len(rows), 'matter')}: {', '.join(told)}."


def _event(told: list[Row]) -> Row:
    best = min(told, key=_telling)
    heard = [date for row in told if (date := text_of(row, "claim_published")) is not None]
    last = max(heard, key=lambda date: parse_partial_date(date).latest, default=None)
    standing = str(best["standing"])
    return best | {
        "block": standing if standing in BLOCKS else DOUBTFUL,
        "date": date_text(text_of(best, "stated"), text_of(best, "published")),
        "heard_last": last,
        "publisher": outlet_of(best),
    }


def _telling(row: Row) -> Order:
    own = row["claim_status"] == row["status"]
    sureness = number_of(row, "confidence")
    return telling_order(str(row["quote"]), sureness, str(row["claim"]), own=own)
