"""Where a document stands: its URL, else the path it was read from."""

from collections.abc import Iterable, Iterator

from hedgerow.graph.snapshot import Snapshot
from hedgerow.queries.reading.rows import Row


def with_addresses(snapshot: Snapshot, rows: Iterable[Row], column: str) -> Iterator[Row]:
    """The rows with `column`, a URL, filled with the path of the row's `document` where empty."""
    paths: dict[str, str] = {}
    for row in rows:
        if row[column] is None:
            document = str(row["document"])
            if document not in paths:
                paths[document] = snapshot.document(document).source
            row[column] = paths[document]
        yield row
