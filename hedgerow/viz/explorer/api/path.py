"""The shortest ways from one actor to another."""

from typing import Annotated, Literal

from fastapi import APIRouter, Query

from hedgerow.viz.explorer.asked import ReaderAsked, actor
from hedgerow.viz.explorer.network.asked import FiltersAsked
from hedgerow.viz.explorer.network.paths import Paths, paths

router = APIRouter(prefix="/api", tags=["network"])


@router.get("/path")
def between(
    reader: ReaderAsked,
    filters: FiltersAsked,
    a: Annotated[str, Query(description="From this actor, by name or code.")],
    b: Annotated[str, Query(description="To this one.")],
    through: Annotated[
        Literal["states", "all"], Query(description="Whether bodies may lie between them too.")
    ] = "states",
) -> Paths:
    """The shortest ways over what is concluded or held on the day, and each step's pair.

    Filters of group, type and dates apply; what is talked about, contested or ended is no step.
    """
    one, other = actor(a), actor(b)
    return paths(reader, one, other, filters, states=through == "states")
