"""Evidence: why an event or tie is there, claim by claim."""

from collections.abc import Iterable, Sequence

from hedgerow.queries.questions.parameters import Asked
from hedgerow.queries.reading.matters import find_matter
from hedgerow.queries.reading.rows import Row, outlet_of, text_of
from hedgerow.queries.words.phrases import counted, support
from hedgerow.queries.words.wording import told_matter


def shape(rows: Iterable[Row], asked: Asked) -> list[Row]:
    """The claims in the order of publication, undated documents last."""
    found = ({**row, "publisher": outlet_of(row)} for row in rows)
    return sorted(found, key=lambda row: (text_of(row, "published") or "~", str(row["claim"])))


def words(rows: Sequence[Row], asked: Asked) -> str:
    """What the edge is and how firm, who stands against whom, and on how much it rests.

    Raises:
        UsageError: the archive has no such edge.
    """
    documents = {row["document"]: row["copy_of"] or row["document"] for row in rows}
    behind = support(len(documents), len(set(documents.values())))
    rests = f"{counted(len(rows), 'claim')} in {behind}"
    return f"{told_matter(find_matter(asked.reader, asked.values['id']))}; {rests}."
