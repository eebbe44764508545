"""The whole network at once."""

from fastapi import APIRouter, Response

from hedgerow.viz.explorer.asked import ReaderAsked
from hedgerow.viz.explorer.network.asked import FiltersAsked
from hedgerow.viz.explorer.network.export import as_csv
from hedgerow.viz.explorer.network.large import Large, all_lines, large

router = APIRouter(tags=["network"])


@router.get("/api/large")
def everything(reader: ReaderAsked, filters: FiltersAsked) -> Large:
    """Every actor and pair that the filters leave, as one list a property."""
    return large(reader, filters)


@router.get("/export/large.csv", response_class=Response)
def as_table(reader: ReaderAsked, filters: FiltersAsked) -> Response:
    """Every pair that the filters leave as CSV, the best attested first."""
    return as_csv(all_lines(reader, filters), filters.day.isoformat(), "network")
