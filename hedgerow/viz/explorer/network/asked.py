"""What of the network a request asks for: whom, which matters, when, and how much."""

import datetime as dt
from dataclasses import dataclass
from typing import Annotated, TypeAlias

from fastapi import Depends, Query

from hedgerow.errors import UsageError
from hedgerow.ontology.partial_date import parse_partial_date
from hedgerow.viz.design import style
from hedgerow.viz.explorer.asked import DayAsked, codes, last_day
from hedgerow.viz.explorer.network.matters import type_names
from hedgerow.viz.explorer.network.standings import standings

NONE = "none"
"""Where a filter leaves nothing: an empty one does not filter."""
MOST_LINES = 2000
"""As many pairs are drawn at most: the browser draws these smoothly still."""


@dataclass(frozen=True, slots=True)
class Filters:
    """Which events and ties count, all by number; None does not filter.

    `since` and `until` are the first and last day of the window that they must touch. They stand
    as on `day`; with `undated` those that nothing dates count as they are told.
    """

    groups: frozenset[int] | None
    types: frozenset[int] | None
    standings: frozenset[int] | None
    since: dt.date | None
    until: dt.date | None
    day: dt.date
    undated: bool

    @property
    def windowed(self) -> bool:
        """Whether there is a window."""
        return self.since is not None or self.until is not None


def _filters(  # noqa: PLR0917  each is a parameter of the address
    day: DayAsked,
    group: Annotated[str | None, Query(description="Groups of types, by commas.")] = None,
    type: Annotated[
        str | None, Query(description="Types of events and kinds of ties, by commas.")
    ] = None,
    standing: Annotated[
        str | None, Query(description="Standings on the day asked about, by commas.")
    ] = None,
    since: Annotated[
        str | None, Query(alias="from", description="Touching this day or a later one.")
    ] = None,
    until: Annotated[
        str | None, Query(alias="to", description="Touching this day or an earlier one.")
    ] = None,
    at: Annotated[str | None, Query(description="As of: what held on this day.")] = None,
) -> Filters:
    return Filters(
        groups=_numbers("group", group, tuple(each.name for each in style().groups)),
        types=_numbers("type", type, type_names()),
        standings=_numbers("standing", standing, tuple(each.name for each in standings())),
        since=_first_day(since) if since else None,
        until=last_day(until) if until else None,
        day=day,
        undated=at is None,
    )


FiltersAsked: TypeAlias = Annotated[Filters, Depends(_filters)]


@dataclass(frozen=True, slots=True)
class Scope:
    """Whose pairs: those of the actors in `focus`, of whom else was opened in `also`; all if empty.

    `limit`: as many pairs at most.
    """

    focus: tuple[str, ...]
    also: tuple[str, ...]
    limit: int

    @property
    def anchors(self) -> tuple[str, ...]:
        """All whose pairs are wanted."""
        return tuple(dict.fromkeys((*self.focus, *self.also)))


def _scope(
    focus: Annotated[str, Query(description="Actors in the middle, by commas.")] = "",
    also: Annotated[
        str, Query(alias="with", description="Others whose neighbours are wanted too.")
    ] = "",
    limit: Annotated[int, Query(ge=1, le=MOST_LINES, description="How many pairs at most.")] = 100,
) -> Scope:
    return Scope(codes([focus]), codes([also]), limit)


ScopeAsked: TypeAlias = Annotated[Scope, Depends(_scope)]


def _numbers(what: str, given: str | None, names: tuple[str, ...]) -> frozenset[int] | None:
    if not given:
        return None
    if given == NONE:
        return frozenset()
    wanted = [name.strip() for name in given.split(",") if name.strip()]
    unknown = [name for name in wanted if name not in names]
    if unknown:
        raise UsageError(f"There is no {what} {unknown[0]!r}; choose among {', '.join(names)}.")
    return frozenset(names.index(name) for name in wanted)


def _first_day(text: str) -> dt.date:
    last_day(text)  # tells what is wrong with it
    return parse_partial_date(text).earliest
