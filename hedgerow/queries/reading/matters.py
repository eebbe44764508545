"""What words need of an event, tie or claim, found by its id."""

from collections.abc import Sequence
from dataclasses import dataclass

from hedgerow.graph.rdf import node
from hedgerow.graph.snapshot import present
from hedgerow.queries.questions.library import part
from hedgerow.queries.reading.archive import Reader, run
from hedgerow.queries.reading.rows import Row, source_first, text_of


@dataclass(frozen=True, slots=True)
class Matter:
    """An event, tie or claim, its fields named as in their records; what it has not is empty."""

    id: str
    type: str
    kind: str
    actors: tuple[str, ...]
    directed: bool
    standing: str
    status: str
    stage: str | None
    date: str | None
    first_published: str | None
    since: str | None
    until: str | None
    level: str | None
    item: str | None
    place: str | None
    asserted_by: tuple[str, ...]
    denied_by: tuple[str, ...]
    until_basis: str | None = None


def find_matter(reader: Reader, matter: str) -> Matter:
    """An event by its present or a former id, a tie or a claim; UsageError if it is not here."""
    rows = list(run(reader, part("matter"), {"id": node(matter)}))
    ids = {str(row["id"]) for row in rows}
    found = matter if matter in ids else present(min(ids, default=None), matter)
    return _matter([row for row in rows if row["id"] == found])


def _matter(rows: Sequence[Row]) -> Matter:
    row = rows[0]
    return Matter(
        id=str(row["id"]),
        type=text_of(row, "type") or "",
        kind=text_of(row, "kind") or "",
        actors=source_first(row),
        directed=row["source"] is not None,
        standing=text_of(row, "standing") or "",
        status=text_of(row, "status") or "",
        stage=text_of(row, "stage"),
        date=text_of(row, "date"),
        first_published=text_of(row, "first_published"),
        since=text_of(row, "since"),
        until=text_of(row, "until"),
        level=text_of(row, "level"),
        item=text_of(row, "item"),
        place=text_of(row, "place"),
        asserted_by=_speakers(rows, "asserted_by"),
        denied_by=_speakers(rows, "denied_by"),
        until_basis=text_of(row, "until_basis"),
    )


def _speakers(rows: Sequence[Row], column: str) -> tuple[str, ...]:
    return tuple(sorted({str(row[column]) for row in rows if row[column] is not None}))
