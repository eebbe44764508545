"""Sanctions: what is in force by and against an actor, and what was lifted."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

from hedgerow.ontology.vocabulary import vocabulary
from hedgerow.queries.dates.as_of import POSSIBLY, Position
from hedgerow.queries.dates.histories import date_as_of, unconfirmed_as_of
from hedgerow.queries.questions.parameters import Asked
from hedgerow.queries.reading.edge import Edge
from hedgerow.queries.reading.rows import Row, actors_of, text_of
from hedgerow.queries.reading.scope import stood
from hedgerow.queries.reading.selecting import (
    attribute_about,
    edges_about,
    item_of,
    sources_about,
    subject,
    tie_by_event,
)
from hedgerow.queries.words.absence import none_found
from hedgerow.queries.words.cells import by_time, cells_as_of, edge_cells
from hedgerow.queries.words.phrases import (
    CONCLUDED,
    CONTESTED,
    ENDED,
    HELD,
    NEGATIVE,
    PROSPECTIVE,
    listed,
    names,
)
from hedgerow.queries.words.telling import firmest_first

LIFTED, EASED, PARTIAL = "lifted", "eased", "partial"
TOLD = {
    HELD: "in force",
    POSSIBLY: "possibly in force",
    EASED: "eased, of an unknown beginning",
    LIFTED: "lifted",
}
ORDER = (*TOLD, PROSPECTIVE, CONTESTED, NEGATIVE)


def rows(asked: Asked) -> list[Row]:
    """One row a sanction, and one for each event that belongs to none that was held."""
    on, code = asked.day("at"), asked.values["a"]
    edges, sources = edges_about(asked), sources_about(asked)
    aims, extents = attribute_about(asked, "target_kind"), attribute_about(asked, "extent")
    by_id, borne = {edge.id: edge for edge in edges}, tie_by_event(edges)
    found: list[Row] = []
    for edge in sorted(edges, key=by_time):
        stands = stood(edge, asked)
        if stands is None or (not edge.is_tie and _is_told(borne.get(edge.id), asked)):
            continue
        closer = by_id.get(edge.closed_by or "") if stands.standing == ENDED else None
        teller = (None if closer is None else stood(closer, asked)) or stands
        told = cells_as_of(teller, sources.get(teller.edge.id, ()), on)
        cells = edge_cells(edge, ()) | _sentence(told)
        found.append(
            cells
            | _cells(stands, on, code, partial=PARTIAL in extents.get(edge.id, ()))
            | {"eased": ", ".join(_eased(edge, by_id, on)) or None}
            | {"item": item_of(edge, by_id)}
            | {"target_kind": ", ".join(aims.get(edge.id, ())) or None}
            | {"unconfirmed_since": unconfirmed_as_of(stands, on)}
        )
    return sorted(found, key=lambda row: ORDER.index(str(row["stands"])))


def words(rows: Sequence[Row], asked: Asked) -> str:
    """What is in force and what was lifted, by name."""
    who = f"{subject(asked)} on {asked.day('at')}"
    if not rows:
        return f"{who}: no sanction by or against it; {none_found(asked)}."
    return f"{who}: {firmest_first(rows, 'stands', TOLD, _told, 'none known to be in force')}."


def notes(rows: Sequence[Row], asked: Asked) -> Iterator[str]:
    """What the answer is not."""
    yield (
        "This is what the loaded documents tell, not a sanctions-screening list; listed firms "
        "and people stand under their state with what is targeted."
    )


def _is_told(tie: Edge | None, asked: Asked) -> bool:
    """Whether the row of a tie tells an event that belongs to it."""
    return tie is not None and stood(tie, asked) is not None


def _cells(stands: Position, on: dt.date, code: str, *, partial: bool) -> Row:
    edge = stands.edge
    imposer, *targets = edge.actors
    lift = not edge.is_tie and vocabulary().tie_type(edge.what).effect == "closes"
    stand = _stand(stands, lift=lift, partial=partial)
    told = edge.stated if edge.is_tie else date_as_of(stands, on)
    begun = stand in (HELD, POSSIBLY) or edge.is_tie
    ended = edge.end_text if edge.is_tie else told
    return {
        "stands": stand,
        "direction": "by" if imposer == code else "against",
        "imposer": imposer,
        "target": tuple(targets),
        "since": told if begun else None,
        "lifted": ended if stand == LIFTED else None,
        "date": None if edge.is_tie or begun or stand == LIFTED else told,
        "status": stands.status,
    }


def _stand(stands: Position, *, lift: bool, partial: bool) -> str:
    if stands.standing == CONCLUDED:
        return (EASED if partial else LIFTED) if lift else POSSIBLY
    return LIFTED if stands.standing == ENDED else stands.standing


def _eased(tie: Edge, by_id: Mapping[str, Edge], on: dt.date) -> Iterator[str]:
    """The days up to the one asked for of lifts that the tie outlived."""
    types = vocabulary().tie_types
    lifts = (by_id[each] for each in tie.events if each in by_id and each != tie.closed_by)
    for lift in sorted(lifts, key=by_time):
        if types[lift.what].effect == "closes" and lift.when and lift.when.latest <= on:
            yield lift.when.edtf


def _sentence(cells: Row) -> Row:
    return {name: cells[name] for name in ("quote", "publisher", "published", "source")}


def _told(row: Row) -> str:
    target, aim = listed(names(actors_of(row, "target"))), text_of(row, "target_kind")
    on_whom = f"{names([str(row['imposer'])])[0]} on {target}{f' ({aim})' if aim else ''}"
    since, lifted = text_of(row, "since"), text_of(row, "lifted")
    eased, stale = text_of(row, "eased") or text_of(row, "date"), text_of(row, "unconfirmed_since")
    when = [
        f"since {since}" if since else None,
        f"eased {eased}" if eased else None,
        f"lifted {lifted}" if lifted else None,
        f"unconfirmed since {stale}" if stale else None,
    ]
    return ", ".join(filter(None, [on_whom, text_of(row, "item"), *when]))
