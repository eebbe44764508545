"""Mediations: who brokered what between whom."""

from collections import Counter
from collections.abc import Sequence

from hedgerow.queries.questions.parameters import Asked
from hedgerow.queries.reading.edge import Edge
from hedgerow.queries.reading.rows import Row
from hedgerow.queries.reading.scope import told_positions
from hedgerow.queries.reading.selecting import attribute_about, subject
from hedgerow.queries.words.absence import none_found
from hedgerow.queries.words.cells import by_time, cells_as_of
from hedgerow.queries.words.frequencies import most_frequent
from hedgerow.queries.words.phrases import CONCLUDED, counted, names


def rows(asked: Asked) -> list[Row]:
    """The mediations, the oldest first."""
    matters = attribute_about(asked, "matter")
    found = sorted(told_positions(asked), key=lambda each: by_time(each[0].edge))
    return [
        cells_as_of(stands, sources, asked.day("at"))
        | _parts(stands.edge, matters.get(stands.edge.id, ()))
        for stands, sources in found
    ]


def words(rows: Sequence[Row], asked: Asked) -> str:
    """How many came about by mediator, and how many others there are."""
    if not rows:
        return f"{subject(asked)}: no mediation; {none_found(asked)}."
    happened = [row for row in rows if row["standing"] == CONCLUDED]
    told = f"{counted(len(happened), 'mediation')} took place" if happened else "none took place"
    if happened:
        told += f" ({most_frequent(names(str(row['mediator']) for row in happened))})"
    others = Counter(str(row["standing"]) for row in rows if row["standing"] != CONCLUDED)
    apart = [f"{number} {standing}" for standing, number in others.most_common()]
    return "; ".join([f"{subject(asked)}: {told}", *apart]) + "."


def _parts(edge: Edge, matters: Sequence[str]) -> Row:
    mediator, *parties = edge.actors
    return {
        "mediator": mediator,
        "parties": tuple(parties),
        "matter": "; ".join(matters) or edge.item,
    }
