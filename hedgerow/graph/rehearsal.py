"""What a commit would change, worked out without writing it."""

from hedgerow.errors import UsageError
from hedgerow.graph import ledger, reading
from hedgerow.graph.buckets import Buckets
from hedgerow.graph.changes import Changes
from hedgerow.graph.collector import collector_paused
from hedgerow.graph.draft import Draft
from hedgerow.graph.ledger import Withdrawal
from hedgerow.graph.snapshot import Snapshot
from hedgerow.graph.standing import Standing


def without(snapshot: Snapshot, document: str) -> Changes:
    """What withdrawing a document would change; the store stays as it is.

    Raises:
        UsageError: it is not here, or is an event table, whose rows are taken out piece by piece.
    """
    database = snapshot._database
    gone = snapshot.document(document)
    if reading.find_table(database, gone.id) is not None:
        raise UsageError(
            "What rests on an event table is only told once it is withdrawn; leave out --dry-run."
        )
    standing = Standing(reading.superseded(database), snapshot.judged())
    draft = Draft(database, Buckets(database, standing))
    with collector_paused():
        draft.withdraw(Withdrawal(gone.id, "", "", ledger.now()))
        return draft.settle().changes("rehearsed")
