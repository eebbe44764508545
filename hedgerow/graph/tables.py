"""Tables of coded rows, as they come in: a file is one document, each of its rows a claim.

Such a file has millions of rows, so they come in columns and are never held all at once.
"""

from dataclasses import dataclass

from hedgerow.graph.records import Document


@dataclass(frozen=True, slots=True)
class Table:
    """A file of coded rows as one document: its text names format and hash, its rows are claims.

    `scheme` is the engine of its claims: gdelt, icews, polecat, plover, or a mapping's name.
    `confidence` is how surely a row of that scheme was read rightly.
    """

    document: Document
    scheme: str
    publisher: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Rows:
    """Columns of equal length, a claim a place.

    `numbers` count the file's rows from 1, without its header; claims of one row follow each other.
    Of a symmetric type `sources` and `others` come in any order. `days` are YYYY-MM-DD, `codes` the
    table's own ("042"), `pages` addresses or None, `quotes` the coded fields as one line.
    """

    numbers: list[int]
    types: list[str]
    statuses: list[str]
    sources: list[str]
    others: list[str]
    days: list[str]
    codes: list[str]
    pages: list[str | None]
    quotes: list[str]

    def __len__(self) -> int:
        return len(self.numbers)
