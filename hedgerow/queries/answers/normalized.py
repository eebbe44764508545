"""Normalized: when relations were established, broken and restored."""

from collections import Counter
from collections.abc import Sequence

from hedgerow.ontology.vocabulary import vocabulary
from hedgerow.queries.answers.shared.counterparts import counterparts
from hedgerow.queries.questions.parameters import Asked
from hedgerow.queries.reading.rows import Row, actors_of
from hedgerow.queries.reading.selecting import edges_about, sources_about, subject
from hedgerow.queries.words.absence import none_found
from hedgerow.queries.words.cells import by_time, edge_cells
from hedgerow.queries.words.phrases import counted, listed, names
from hedgerow.queries.words.telling import apart, concluded


def rows(asked: Asked) -> list[Row]:
    """One row an event, pair by pair and in order of time."""
    code, sources = asked.values["a"], sources_about(asked)
    found: list[Row] = [
        edge_cells(edge, sources.get(edge.id, ()))
        | {"partner": counterparts(edge, code), "stated": edge.stated}
        for edge in sorted(edges_about(asked), key=by_time)
    ]
    return sorted(found, key=lambda row: names(actors_of(row, "partner")))


def words(rows: Sequence[Row], asked: Asked) -> str:
    """The dated steps of a pair; of all pairs how many of each."""
    firm = concluded(rows)
    if not firm:
        return f"{subject(asked)}: no step in relations concluded; {_lack(rows, asked)}."
    if "b" in asked.values:
        told = [f"{_label(row)} {row['date']}" for row in _told(firm)]
        return f"{subject(asked)}: {listed(told)}{_apart(rows)}."
    partners = {actors_of(row, "partner") for row in firm}
    counts = Counter(map(_label, firm)).most_common()
    told = [f"{label} {count}" for label, count in counts]
    with_whom = counted(len(partners), "partner")
    return f"{subject(asked)}: {listed(told)}, with {with_whom}{_apart(rows)}."


def _told(firm: Sequence[Row]) -> Sequence[Row]:
    """Without undated mentions of a step that another row dates."""
    dated = {row["what"] for row in firm if row["stated"] is not None}
    return [row for row in firm if row["stated"] is not None or row["what"] not in dated]


def _label(row: Row) -> str:
    return vocabulary().tie_type(str(row["what"])).label


def _apart(rows: Sequence[Row]) -> str:
    return apart(row["standing"] for row in rows)


def _lack(rows: Sequence[Row], asked: Asked) -> str:
    return _apart(rows).removeprefix("; ") if rows else none_found(asked)
