"""What a load of event tables did, in sentences on standard error."""

from typing import TYPE_CHECKING

from hedgerow.cli.output import note

if TYPE_CHECKING:
    from hedgerow.loaders.tables.item import TableAccount


def print_tables(account: "TableAccount") -> None:
    """How many rows became claims, which were left out or kept out and why, and which wait."""
    from hedgerow.graph.resolution import LEAST_CONFIDENCE
    from hedgerow.queries.words.phrases import counted

    if not account.tables:
        return
    counts = account.counts
    rows = counted(counts.rows, "row of an event table", "rows of event tables")
    note(f"{rows}, {counted(counts.claims.total(), 'claim')}")
    for what, lies in (("left out", False), ("kept out as wrong", True)):
        reasons = (each for each in counts.left_out.most_common() if each[0].lies == lies)
        if told := "; ".join(f"{count:,} {reason.words}" for reason, count in reasons):
            note(f"{what}: {told}")
    for (publisher, confidence, words), count in sorted(account.waiting.items()):
        why = (
            f"rows of {publisher} are read rightly {words}"
            if words
            else f"the confidence of rows of {publisher} is {confidence:g}"
        )
        note(
            f"{counted(count, 'claim waits', 'claims wait')}: {why}; to count them, "
            f"withdraw their tables and load these with --confidence {LEAST_CONFIDENCE:g}"
        )
