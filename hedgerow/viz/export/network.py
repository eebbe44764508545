"""The edges as a network: nodes for actors, an edge for each pair in an event or tie."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from hedgerow.graph.ids import pairs_of
from hedgerow.ontology.actors import actors
from hedgerow.queries.entries import TimelineEntry
from hedgerow.queries.whole import Whole
from hedgerow.viz.export.rows import Cell, edge_row
from hedgerow.viz.export.schema import Column, tables
from hedgerow.viz.plain import plain

RENAMED = {"type": "relation", "id": "entry", "words": "label", "label": "relation_label"}
"""Names that formats of networks keep for themselves, or give a meaning."""
OMITTED = frozenset({"actors"})
Values = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Drawn:
    """An edge of the network: its id, its ends, its values by name, and the entry it stands for."""

    id: str
    tail: str
    head: str
    values: Values
    entry: TimelineEntry


@cache
def columns() -> tuple[Column, ...]:
    """What edges carry: the columns of the table `edges`, by the names they have here."""
    told = (each for each in tables()["edges"].columns if each.name not in OMITTED)
    return tuple(Column(RENAMED.get(one.name, one.name), one.type, one.about) for one in told)


def drawn(whole: Whole) -> Iterator[Drawn]:
    """The edges. A directed one runs from its source, others from the smaller code."""
    for entry in whole.entries():
        row = edge_row(entry)
        told = {RENAMED.get(name, name): value for name, value in row.items()}
        values = {each.name: _text(told[each.name]) for each in columns()}
        known = {name: value for name, value in values.items() if value is not None}
        for tail, head in pairs_of(entry.actors, directed=entry.directed):
            own = entry.id if len(entry.actors) == 2 else f"{entry.id}/{tail}-{head}"
            yield Drawn(own, tail, head, known, entry)


def named(whole: Whole) -> Iterator[tuple[str, str]]:
    """The codes and names of its actors, sorted."""
    return ((code, plain(actors().name(code))) for code in sorted(whole.actors))


def _text(value: Cell) -> str | None:
    """A value as XML holds it."""
    if value is None:
        return None
    return str(value).lower() if isinstance(value, bool) else plain(str(value))
