"""What a request asks with: the state to read, days, actors, and how much of a list."""

import asyncio
import datetime as dt
from dataclasses import dataclass
from typing import Annotated, TypeAlias

from fastapi import Depends, HTTPException, Query, Request

from hedgerow.errors import UsageError
from hedgerow.graph.snapshot import Snapshot
from hedgerow.graph.view import Viewed
from hedgerow.ontology.actors import actors
from hedgerow.ontology.partial_date import parse_partial_date
from hedgerow.queries.reading.archive import Reader
from hedgerow.queries.reading.coverage import coverage
from hedgerow.viz.explorer.holdings import Holdings

MOST = 500
"""As many rows of a list are given at a time at most."""
PULSE = 0.05
"""Seconds between two looks whether a look back is there."""


def last_day(text: str) -> dt.date:
    """The last day that `2023`, `2023-09` or `2023-09-10` can mean; UsageError for others."""
    try:
        return parse_partial_date(text).latest
    except ValueError as error:
        raise UsageError(
            f"{text!r} is no date; write it as 2023, 2023-09 or 2023-09-10."
        ) from error


def looked_back_to(text: str | None) -> dt.date | None:
    """The day that is looked back to, today at the latest; UsageError if it is still to come."""
    if not text:
        return None
    last = last_day(text)
    today = dt.datetime.now().astimezone().date()
    if parse_partial_date(text).earliest > today:
        raise UsageError(f"{text} is still to come; look back to {today} or an earlier day.")
    return min(last, today)


def _holdings(request: Request) -> Holdings:
    found: Holdings = request.app.state.holdings
    return found


Held: TypeAlias = Annotated[Holdings, Depends(_holdings)]
Known: TypeAlias = Annotated[
    str | None, Query(description="As known on: only what was published by this day counts.")
]


async def _viewed(request: Request, held: Held, known: Known = None) -> Viewed | None:
    """A look back, waited for without keeping a thread from others, as long as the browser does."""
    day = looked_back_to(known)
    if day is None:
        return None
    with held.looking_back(day) as asked:
        while not asked.found.done():
            if await request.is_disconnected():
                raise HTTPException(503, "Nobody waits for this any more.")
            await asyncio.sleep(PULSE)
        return asked.found.result()


ViewedAsked: TypeAlias = Annotated[Viewed | None, Depends(_viewed)]
"""What was known on the day that is looked back to, and what was left out; None without one."""


def _reader(held: Held, seen: ViewedAsked) -> Reader:
    return held.reader() if seen is None else seen.snapshot


def _snapshot(held: Held, seen: ViewedAsked) -> Snapshot:
    return held.snapshot() if seen is None else seen.snapshot


ReaderAsked: TypeAlias = Annotated[Reader, Depends(_reader)]
"""The state to read: the newest, or as known on a day."""
SnapshotAsked: TypeAlias = Annotated[Snapshot, Depends(_snapshot)]
"""The same where texts or judgements are needed: no server has them."""


def _day(
    reader: ReaderAsked,
    at: Annotated[str | None, Query(description="As of: what held on this day.")] = None,
    known: Known = None,
) -> dt.date:
    given = looked_back_to(at or known)
    return given or coverage(reader).as_of or dt.datetime.now(dt.UTC).date()


DayAsked: TypeAlias = Annotated[dt.date, Depends(_day)]
"""The day that is asked about; without one, the newest publication's."""


@dataclass(frozen=True, slots=True)
class Page:
    """Which part of a list is wanted."""

    offset: int
    limit: int


def _page(
    offset: Annotated[int, Query(ge=0, description="How many to skip.")] = 0,
    limit: Annotated[int, Query(ge=1, le=MOST, description="How many at most.")] = 100,
) -> Page:
    return Page(offset, limit)


PageAsked: TypeAlias = Annotated[Page, Depends(_page)]


def actor(name: str) -> str:
    """The code of an actor given by name or code; UnknownActor for others."""
    return actors().resolve(name).id


def codes(names: list[str]) -> tuple[str, ...]:
    """The codes of actors given one by one or with commas between them, each once."""
    given = [part.strip() for name in names for part in name.split(",")]
    return tuple(dict.fromkeys(actor(part) for part in given if part))
