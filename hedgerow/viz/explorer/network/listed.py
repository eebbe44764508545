"""The events and ties of one pair that some filters leave, each in words."""

import datetime as dt
from dataclasses import dataclass

import numpy as np

from hedgerow.queries.dates.as_of import position
from hedgerow.queries.reading.archive import Reader
from hedgerow.queries.reading.edge import Edge
from hedgerow.queries.reading.edges import Selection, edges_of
from hedgerow.queries.words.phrases import (
    date_text,
    matter_text,
    parties_text,
    slug_words,
    status_text,
    tie_text,
)
from hedgerow.viz.design import style
from hedgerow.viz.explorer.network.asked import Filters
from hedgerow.viz.explorer.network.bundles import standing_of
from hedgerow.viz.explorer.network.days import days_of
from hedgerow.viz.explorer.network.matters import matters
from hedgerow.viz.explorer.network.standings import NOT_YET, standings

CLOSED = "closed"
OF_TIES = {"concluded": "Held", CLOSED: "Ended"}
"""What a tie's standing is called where an event's has another name."""


@dataclass(frozen=True, slots=True)
class Matter:
    """An event or tie on the day asked about.

    `parties` are told where the order of two is not plain or there are more. `badge` says how it
    stands; `status` is that of an event in words, None for ties and where the badge says it.
    """

    id: str
    title: str
    parties: str | None
    when: str
    group: str
    standing: str
    badge: str
    status: str | None
    tie: bool
    documents: int


def listed_matters(reader: Reader, a: str, b: str, filters: Filters) -> tuple[Matter, ...]:
    """What is left between two actors: ties first, then events, the newest first."""
    left = _left(reader, a, b, filters)
    found = [edge for edge in edges_of(reader, Selection(a, b)) if edge.id in left]
    found.sort(key=lambda edge: (edge.is_tie, days_of(edge), edge.id), reverse=True)
    return tuple(_matter(edge, left[edge.id], filters) for edge in found)


def _left(reader: Reader, a: str, b: str, filters: Filters) -> dict[str, int]:
    """The numbers of the standings of those left, by their id."""
    found = matters(reader)
    ends = sorted(found.actors.index(code) for code in (a, b) if code in found.actors)
    pairs = np.flatnonzero((found.ends == ends).all(axis=1)) if len(ends) == 2 else np.array([])
    standing = standing_of(found, filters)
    rows = found.line_matter[np.isin(found.line_pair, pairs)].tolist()
    return {found.ids[row]: int(standing[row]) for row in rows if standing[row] != NOT_YET}


def _matter(edge: Edge, standing: int, filters: Filters) -> Matter:
    look = standings()[standing]
    pointed = edge.directed and not look.disputed
    group = style().group_of_kind if edge.is_tie else style().group_of_type
    status = None if edge.is_tie else _status(edge, filters.day)
    badge = look.label if status is None or look.name != CLOSED else status.capitalize()
    return Matter(
        id=edge.id,
        title=_title(edge),
        parties=parties_text(edge.actors, directed=pointed)
        if edge.directed or len(edge.actors) > 2
        else None,
        when=_when(edge),
        group=group(edge.what).name,
        standing=look.name,
        badge=OF_TIES.get(look.name, badge) if edge.is_tie else badge,
        status=None if look.name == CLOSED else status,
        tie=edge.is_tie,
        documents=edge.documents,
    )


def _title(edge: Edge) -> str:
    if edge.is_tie:
        item = None if edge.item is None else slug_words(edge.item)
        words = tie_text(edge.label, edge.level, item)
    else:
        words = matter_text(edge.label, edge.level, edge.item, edge.place)
    return words[:1].upper() + words[1:]


def _when(edge: Edge) -> str:
    if not edge.is_tie:
        span = f"{edge.stated} to {edge.end}" if edge.stated and edge.end else edge.stated
        return date_text(span, edge.published)
    since = f"since {edge.stated}" if edge.stated else "since an unstated date"
    return f"{since}, until {edge.end_text}" if edge.end else since


def _status(edge: Edge, day: dt.date) -> str | None:
    found = position(edge, day)
    status = edge.status if found is None else found.status
    stages = (step.stage for step in edge.history if step.status == status)
    return None if status is None else status_text(status, next(filter(None, stages), None))
