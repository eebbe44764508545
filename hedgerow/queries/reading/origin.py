"""From which commit of which store something was made, for what is given out without a hash."""

from hedgerow.graph.snapshot import Snapshot
from hedgerow.queries.reading.archive import Reader

DIGITS = 8


def origin_of(reader: Reader) -> str | None:
    """`store 1a2b3c4d at commit 12`; None of a server, a view or a store in memory.

    The canonical hash would say more, and on large stores takes as long as an export.
    """
    if not isinstance(reader, Snapshot) or reader.commit is None:
        return None
    return f"store {reader.identity[:DIGITS]} at commit {reader.sequence:,}"
