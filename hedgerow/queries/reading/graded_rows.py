"""What people hold of the rows of an answer, and which rest on a party's own word alone.

Looked up by the ids in their cells. An answer that nobody rated, and in which no party speaks
alone, stays as it is.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from hedgerow.graph.ratings import CLAIM, DOCUMENT, Ratings
from hedgerow.queries.questions.header import Column
from hedgerow.queries.reading.archive import Reader
from hedgerow.queries.reading.edge import Edge, Source
from hedgerow.queries.reading.edges import edges_for, sources_for
from hedgerow.queries.reading.rated import mark_of, ratings_of, strictest
from hedgerow.queries.reading.rows import Cell, Row
from hedgerow.queries.sources.party_only import PARTY_ONLY, party_only

EDGES = ("event/", "tie/")
ADDED = (
    Column("reliability", "text", "how reliable its source is held to be, A to F"),
    Column("credibility", "text", "how credible it is held to be, 1 to 6"),
    Column("handling", "text", "who may see it: the strictest mark behind the row"),
    Column("caution", "text", "that nobody but a party to it says so"),
)


@dataclass(frozen=True, slots=True)
class Graded:
    """Rows with the columns that were added to them, and the strictest mark behind all."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    handling: str | None


def graded(reader: Reader, rows: Sequence[Row], columns: Sequence[Column]) -> Graded:
    """The rows with what is held of them, in columns of their own where there is any."""
    grading = _Grading(reader, rows)
    taken = {column.name for column in columns}
    told = [grading.cells(row) for row in rows]
    added = tuple(
        one
        for one in ADDED
        if one.name not in taken and any(cells[one.name] is not None for cells in told)
    )
    found = tuple(
        {**row, **{one.name: cells[one.name] for one in added}}
        for row, cells in zip(rows, told, strict=True)
    )
    mark = strictest(str(cells["handling"]) for cells in told if cells["handling"])
    if not rows:  # that nothing is found may be due to any of what is here
        mark = ratings_of(reader).strictest
    return Graded(added, found, mark)


class _Grading:
    """The edges that some rows name, with their sentences."""

    def __init__(self, reader: Reader, rows: Sequence[Row]) -> None:
        self._ratings: Ratings = ratings_of(reader)
        ids = {each for row in rows for each in _ids(row, EDGES)}
        self._edges: Mapping[str, Edge] = {one.id: one for one in edges_for(reader, ids)}
        self._sources = sources_for(reader, self._edges.values()) if ids else {}

    def cells(self, row: Row) -> Row:
        """The cells that are added to a row."""
        claim, document = _first(row, CLAIM), _first(row, DOCUMENT)
        told = [one for each in _ids(row, EDGES) for one in self._sources.get(each, ())]
        own = next((one for one in told if one.claim == claim), None)
        quoted = own or next((one for one in told if one.quote == row.get("quote")), None)
        return {
            "reliability": self._reliability(row, quoted, document),
            "credibility": self._credibility(quoted, claim, document),
            "handling": self._mark(row, told, own, document),
            "caution": self._caution(row),
        }

    def _reliability(self, row: Row, quoted: Source | None, document: str | None) -> Cell:
        if quoted is not None:
            return quoted.reliability
        publisher = row.get("publisher")
        of = str(publisher) if publisher else None
        known = document is not None and bool(self._ratings)
        address = str(row.get("source") or "")
        return self._ratings.reliability(str(document), of, address) if known else None

    def _credibility(self, quoted: Source | None, claim: str | None, document: str | None) -> Cell:
        if quoted is not None:
            return quoted.credibility
        return self._ratings.credibility(claim or "", document or "") if self._ratings else None

    def _mark(
        self, row: Row, told: Sequence[Source], own: Source | None, document: str | None
    ) -> Cell:
        """Of a row that names nothing it rests on, the strictest of all that is here."""
        if not self._ratings:
            return None
        marks = [mark_of((own,) if own else told)]
        marks += [self._ratings.handling(each) for each in _ids(row, (DOCUMENT,))]
        if told or document is not None:
            return strictest(marks)
        return self._ratings.strictest

    def _caution(self, row: Row) -> Cell:
        told = {*_ids(row, EDGES)}
        only = told.pop() if len(told) == 1 else row.get("id")
        edge = self._edges.get(str(only))
        alone = edge is not None and party_only(edge, self._sources.get(edge.id, ()))
        return PARTY_ONLY if alone else None


def _ids(row: Row, kinds: tuple[str, ...]) -> Iterator[str]:
    for cell in row.values():
        for value in cell if isinstance(cell, tuple) else (cell,):
            if isinstance(value, str) and value.startswith(kinds):
                yield value


def _first(row: Row, kind: str) -> str | None:
    return next(_ids(row, (kind,)), None)
