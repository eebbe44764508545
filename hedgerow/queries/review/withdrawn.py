"""What an id was that is not here any more, because its document was withdrawn."""

from collections.abc import Iterator, Sequence

from hedgerow.errors import UsageError
from hedgerow.graph.ledger import Withdrawal
from hedgerow.graph.snapshot import Snapshot
from hedgerow.queries.questions.edge_ids import LEAST_DIGITS, full_id


def id_here(snapshot: Snapshot, text: str, kind: str) -> str:
    """The full id of a `document` or `claim` that is here.

    Raises:
        UsageError: it is not here; it says who withdrew its document, if that is why.
    """
    try:
        found = full_id(snapshot, text, (kind,))
        if kind == "document":
            snapshot.document(found)
        else:
            list(snapshot.claims(ids=[found]))
    except UsageError as error:
        gone = _withdrawal(snapshot, text.strip(), kind)
        if gone is None:
            raise
        raise UsageError(f"{_named(text.strip(), gone, kind)}: {gone.reason}.") from error
    return found


def _named(text: str, gone: Withdrawal, kind: str) -> str:
    told = f"{gone.document} was withdrawn by {gone.by} on {gone.at[:10]}"
    return told if kind == "document" else f"{text} is not here any more: its {told}"


def _withdrawal(snapshot: Snapshot, text: str, kind: str) -> Withdrawal | None:
    """That of the only document withdrawn of which an id may be, by its first digits."""
    digits = text.rpartition("/")[2]
    if len(digits) < LEAST_DIGITS:
        return None
    gone = {each.document: each for each in snapshot.withdrawals()}
    ids: Sequence[str] = [*gone] if kind == "document" else [*_documents(snapshot, digits)]
    fitting = {each for each in ids if kind == "claim" or each.startswith(f"document/{digits}")}
    return gone.get(fitting.pop()) if len(fitting) == 1 else None


def _documents(snapshot: Snapshot, digits: str) -> Iterator[str]:
    """The documents of claims that begin so, as judgements saw them."""
    for one in snapshot.orphaned():
        if one.witness is not None and one.claim.startswith(f"claim/{digits}"):
            yield one.witness.document
