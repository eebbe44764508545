"""Evidence: why an event or tie is there, claim by claim."""

from collections.abc import Iterable, Sequence

from hedgerow.graph.snapshot import Snapshot
from hedgerow.queries.addresses import with_addresses
from hedgerow.queries.parameters import Asked
from hedgerow.queries.phrases import counted
from hedgerow.queries.rows import Row, text_of
from hedgerow.queries.wording import told_claim, told_edge


def shape(rows: Iterable[Row], asked: Asked) -> list[Row]:
    """The claims in the order of publication, undated documents last."""
    found = with_addresses(asked.reader, rows, "source")
    return sorted(found, key=lambda row: (text_of(row, "published") or "~", str(row["claim"])))


def words(rows: Sequence[Row], asked: Asked) -> str:
    """What the edge is and how firm, who stands against whom, and on how much it rests.

    Raises:
        UsageError: the store has no such edge.
    """
    documents = len({row["document"] for row in rows})
    rests = f"{counted(len(rows), 'claim')} in {counted(documents, 'document')}"
    return f"{_edge_text(asked.reader, asked.values['id'])}; {rests}."


def _edge_text(reader: Snapshot, edge: str) -> str:
    if edge.startswith("tie/"):
        return told_edge(reader.tie(edge))
    if edge.startswith("claim/"):
        return told_claim(next(iter(reader.claims(ids=[edge]))))
    return told_edge(reader.event(edge))
