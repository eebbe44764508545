"""Matters that some assert and others deny, in the words of both sides."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from hedgerow.queries.questions.library import part
from hedgerow.queries.reading.archive import Reader, archive_of, run
from hedgerow.queries.reading.matters import find_matter
from hedgerow.queries.reading.rows import Row, number_of, whole_of
from hedgerow.queries.words.phrases import DENIED
from hedgerow.queries.words.wording import told_matter


@dataclass(frozen=True, slots=True)
class Contested:
    """One contested event: told in one line, and the sentences of each side, the surest first."""

    event: str
    in_words: str
    asserted: tuple[str, ...]
    denied: tuple[str, ...]
    documents: int


def contested(reader: Reader) -> list[Contested]:
    """The contested matters, the best documented first; at most 20."""
    archive_of(reader).check()
    rows = sorted(run(reader, part("contested"), {}), key=_order)
    matters = (list(told) for _, told in groupby(rows, key=lambda row: row["id"]))
    return [_matter(reader, told) for told in matters]


def _order(row: Row) -> tuple[int, str, float, str]:
    return (
        -whole_of(row, "documents"),
        str(row["id"]),
        -number_of(row, "confidence"),
        str(row["claim"]),
    )


def _matter(reader: Reader, told: Sequence[Row]) -> Contested:
    event = str(told[0]["id"])
    return Contested(
        event=event,
        in_words=told_matter(find_matter(reader, event)),
        asserted=_quotes(told, denying=False),
        denied=_quotes(told, denying=True),
        documents=whole_of(told[0], "documents"),
    )


def _quotes(told: Sequence[Row], *, denying: bool) -> tuple[str, ...]:
    return tuple(str(row["quote"]) for row in told if (row["claim_status"] == DENIED) == denying)
