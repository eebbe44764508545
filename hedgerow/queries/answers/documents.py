"""Documents: what is loaded."""

from collections.abc import Iterable, Sequence

from hedgerow.queries.questions.library import part
from hedgerow.queries.questions.parameters import Asked
from hedgerow.queries.reading.archive import run
from hedgerow.queries.reading.coverage import coverage
from hedgerow.queries.reading.rows import Row, text_of
from hedgerow.queries.words.absence import range_text
from hedgerow.queries.words.phrases import counted, span_text

PAGE = 200
"""As many as the query gives at most."""


def shape(rows: Iterable[Row], asked: Asked) -> list[Row]:
    """The newest first; the undated ones last where no dates were asked for and there is room."""
    found = sorted(rows, key=lambda row: str(row["document"]))
    found.sort(key=lambda row: text_of(row, "published") or "", reverse=True)
    if len(found) < PAGE and not asked.stated:
        undated = run(asked.reader, part("undated_documents"), {})
        found += sorted(undated, key=lambda row: str(row["document"]))
    return found[:PAGE]


def words(rows: Sequence[Row], asked: Asked) -> str:
    """The sums over the whole store, and how many of it are listed."""
    total = coverage(asked.reader)
    if not total.documents:
        return "The store holds no documents; load some with hedgerow load."
    told = f"{counted(total.documents, 'document')} with {counted(total.claims, 'claim')}"
    shown = "" if len(rows) == total.documents else f"; {_listed(rows, asked)}"
    return f"{told}{span_text(total)}{shown}."


def _listed(rows: Sequence[Row], asked: Asked) -> str:
    listed = f"{len(rows)} listed here{range_text(asked)}"
    return f"{listed}, the newest" if len(rows) == PAGE else listed
