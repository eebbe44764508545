"""The report on a withdrawal as rows: the document first, then what changed with it."""

from collections.abc import Iterator

from hedgerow.queries.reading.rows import Row
from hedgerow.queries.review.withdrawing import Orphaned, Withdrawing
from hedgerow.queries.words.phrases import counted
from hedgerow.queries.words.wording import told_edge

COLUMNS = (
    *("change", "id", "before", "after", "why", "sources_before", "sources_after"),
    "handling",
)


def rows(told: Withdrawing) -> Iterator[Row]:
    """One row a change; `sources` are independent ones."""
    for one in told.edges:
        yield {
            **dict.fromkeys(COLUMNS),
            "change": one.how,
            "id": one.edge.id,
            "before": told_edge(one.before) if one.before else None,
            "after": told_edge(one.after) if one.after else None,
            "why": one.why,
            "sources_before": one.before.sources if one.before else 0,
            "sources_after": one.after.sources if one.after else 0,
        }
    for date in told.ahead:
        why = f"no other document states this {'date' if date.kind == 'plan' else 'end'}"
        told_date = f"{date.date}: {date.words}"
        yield _row(f"date gone ({date.kind})", date.edge, told_date, why)
    for each in told.held.judgements:
        yield _row("judgement", each.id, f"{each.decision} by {each.by}, {each.at}", _left(each))
    for edition in told.held.again:
        yield _row("counts again", edition, None, "the edition next older, of the same address")


def _row(change: str, id_: str, before: str | None, why: str) -> Row:
    told: Row = dict.fromkeys(COLUMNS)
    return {**told, "change": change, "id": id_, "before": before, "why": why}


def _left(one: Orphaned) -> str:
    if not one.left:
        return "orphaned: all claims that it names are of this document; it stays on record"
    return f"names {counted(one.left, 'other claim')} too; it stays on record"
