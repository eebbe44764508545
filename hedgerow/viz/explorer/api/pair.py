"""Two actors: what stands between them, how long nothing was heard, and all of it as a table."""

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from hedgerow.queries.asking import ask
from hedgerow.viz.explorer.asked import DayAsked, ReaderAsked, actor
from hedgerow.viz.explorer.downloads import attachment, csv_of
from hedgerow.viz.explorer.pairs.pair import Pair, pair
from hedgerow.viz.explorer.pairs.silences import Silence, silences

router = APIRouter(tags=["pair"])
A = Annotated[str, Query(description="One side, by name or code.")]
B = Annotated[str, Query(description="The other side.")]
At = Annotated[str | None, Query(description="As of this day.")]


@router.get("/api/pair")
def at_a_glance(reader: ReaderAsked, on: DayAsked, a: A, b: B, at: At = None) -> Pair:
    """A pair as of a day: how many events and ties stand how, on what they rest, at which level."""
    return pair(reader, actor(a), actor(b), on, asked=bool(at))


@router.get("/api/pair/silences")
def since_the_last(reader: ReaderAsked, on: DayAsked, a: A, b: B, at: At = None) -> list[Silence]:
    """The last concluded event of each type, and what may be said of the days since then."""
    return silences(reader, actor(a), actor(b), on, asked=bool(at))


@router.get("/export/pair.csv", response_class=Response)
def export(reader: ReaderAsked, on: DayAsked, a: A, b: B) -> Response:
    """Every event and tie of a pair as of a day with each sentence behind it, as CSV."""
    given = {"a": actor(a), "b": actor(b), "at": on.isoformat()}
    columns, rows = ask(reader, "record", given).table()
    return attachment(csv_of(columns, rows), f"pair-{given['a']}-{given['b']}-{on}", "csv")
