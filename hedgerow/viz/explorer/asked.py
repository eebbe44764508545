"""What a request asks with: the state to read, days, actors, and how much of a list."""

import datetime as dt
from dataclasses import dataclass
from typing import Annotated, TypeAlias

from fastapi import Depends, Query, Request

from hedgerow.errors import UsageError
from hedgerow.graph.snapshot import Snapshot
from hedgerow.ontology.actors import actors
from hedgerow.ontology.partial_date import parse_partial_date
from hedgerow.queries.reading.archive import Reader
from hedgerow.queries.reading.coverage import coverage
from hedgerow.viz.explorer.holdings import Holdings

MOST = 500
"""As many rows of a list are given at a time at most."""


def last_day(text: str) -> dt.date:
    """The last day that `2023`, `2023-09` or `2023-09-10` can mean; UsageError for others."""
    try:
        return parse_partial_date(text).latest
    except ValueError as error:
        raise UsageError(
            f"{text!r} is no date; write it as 2023, 2023-09 or 2023-09-10."
        ) from error


def _holdings(request: Request) -> Holdings:
    found: Holdings = request.app.state.holdings
    return found


Held: TypeAlias = Annotated[Holdings, Depends(_holdings)]
Known: TypeAlias = Annotated[
    str | None, Query(description="As known on: only what was published by this day counts.")
]


def _reader(held: Held, known: Known = None) -> Reader:
    return held.reader(last_day(known) if known else None)


def _snapshot(held: Held, known: Known = None) -> Snapshot:
    return held.snapshot(last_day(known) if known else None)


ReaderAsked: TypeAlias = Annotated[Reader, Depends(_reader)]
"""The state to read: the newest, or as known on a day."""
SnapshotAsked: TypeAlias = Annotated[Snapshot, Depends(_snapshot)]
"""The same where texts or judgements are needed: no server has them."""


def _day(
    reader: ReaderAsked,
    at: Annotated[str | None, Query(description="As of: what held on this day.")] = None,
    known: Known = None,
) -> dt.date:
    given = at or known
    if given:
        return last_day(given)
    return coverage(reader).as_of or dt.datetime.now(dt.UTC).date()


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
