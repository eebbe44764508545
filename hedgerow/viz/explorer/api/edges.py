"""One event or tie: how it stands, and every sentence behind it."""

from typing import Annotated

from fastapi import APIRouter, Path, Query
from starlette.responses import Response

from hedgerow.queries.reading.edges import sources_for
from hedgerow.viz.citations import to_csl, to_ris
from hedgerow.viz.explorer.asked import DayAsked, ReaderAsked
from hedgerow.viz.explorer.downloads import attachment
from hedgerow.viz.explorer.evidence.citing import notes_of
from hedgerow.viz.explorer.evidence.evidence import evidence
from hedgerow.viz.explorer.evidence.finding import find_edge
from hedgerow.viz.explorer.evidence.told import Evidence

router = APIRouter(tags=["edges"])
Id = Annotated[
    str, Path(max_length=100, description="`event/1a2b3c4d...` or `tie/...`; first digits do.")
]


@router.get("/api/edges/{id:path}")
def one_edge(
    id: Id,
    reader: ReaderAsked,
    on: DayAsked,
    at: Annotated[str | None, Query(description="As of: how it stood on this day.")] = None,
) -> Evidence:
    """An event or tie as it stands on a day, with every sentence behind it and who disputes it.

    A former id is followed to the present one.
    """
    return evidence(reader, id, on, asked=at is not None)


@router.get("/export/edges/{id:path}.ris", response_class=Response)
def as_ris(id: Id, reader: ReaderAsked) -> Response:
    """The articles behind an event or tie for reference managers, as RIS."""
    edge, _ = find_edge(reader, id)
    content = to_ris(notes_of(sources_for(reader, [edge]).get(edge.id, ())))
    return attachment(content, edge.id, "ris")


@router.get("/export/edges/{id:path}.json", response_class=Response)
def as_csl(id: Id, reader: ReaderAsked) -> Response:
    """The articles behind an event or tie for reference managers, as CSL-JSON."""
    edge, _ = find_edge(reader, id)
    content = to_csl(notes_of(sources_for(reader, [edge]).get(edge.id, ())))
    return attachment(content, edge.id, "json")
