"""Mediations: who brokered what between whom."""

from collections import Counter
from collections.abc import Sequence

from hedgerow.queries.questions.parameters import Asked
from hedgerow.queries.reading.edge import Edge
from hedgerow.queries.reading.rows import Row
from hedgerow.queries.reading.scope import Told, stands, told_edges
from hedgerow.queries.reading.selecting import attribute_about, subject
from hedgerow.queries.words.absence import none_found
from hedgerow.queries.words.cells import by_time, edge_cells
from hedgerow.queries.words.frequencies import most_frequent
from hedgerow.queries.words.phrases import CONCLUDED, counted, names


def rows(asked: Asked) -> list[Row]:
    """The mediations, the oldest first."""
    matters = attribute_about(asked, "matter")
    found = told_edges(asked, lambda edge: stands(edge, asked) is not None)
    return [
        _row(told, asked, matters.get(told[0].id, ()))
        for told in sorted(found, key=lambda told: by_time(told[0]))
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


def _row(told: Told, asked: Asked, matters: Sequence[str]) -> Row:
    edge, sources = told
    position = stands(edge, asked)
    row = edge_cells(edge, sources) | _parts(edge, matters)
    if position is None:
        return row
    return row | {"standing": position.standing, "status": position.status}


def _parts(edge: Edge, matters: Sequence[str]) -> Row:
    mediator, *parties = edge.actors
    return {
        "mediator": mediator,
        "parties": tuple(parties),
        "matter": "; ".join(matters) or edge.item,
    }
