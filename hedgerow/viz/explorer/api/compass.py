"""A state between several poles by year: rows, the drawing, what stands behind a year, files."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

import resvg_py
from fastapi import APIRouter, Depends, Query
from starlette.responses import Response

from hedgerow.errors import UsageError
from hedgerow.queries.hedging.compass import CompassYear, compass
from hedgerow.queries.hedging.hedging import POWERS
from hedgerow.queries.measures.weights import default_weights
from hedgerow.viz.drawings.compass import compass_svg
from hedgerow.viz.explorer.asked import DayAsked, ReaderAsked, actor, codes, last_day
from hedgerow.viz.explorer.compass.reading import table, title, told, years_of
from hedgerow.viz.explorer.compass.told import Compass, Why
from hedgerow.viz.explorer.compass.why import why
from hedgerow.viz.explorer.downloads import attachment, csv_of

router = APIRouter(tags=["compass"])
MOST_POLES, MOST_YEARS, YEARS = 6, 40, 12
PICTURE_SCALE = 2
FirstYear = Annotated[int | None, Query(alias="from", ge=1, le=9999, description="First year.")]
LastYear = Annotated[int | None, Query(alias="to", ge=1, le=9999, description="Last year.")]


@dataclass(frozen=True, slots=True)
class Between:
    """Whose compass, between whom."""

    state: str
    poles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Followed:
    """The same over some years, of which the last ends with a day."""

    between: Between
    since: int
    on: dt.date
    years: tuple[CompassYear, ...]

    @property
    def name(self) -> str:
        """What files are called."""
        return f"compass-{self.between.state}-{'-'.join(self.between.poles)}-{self.on}"


def _between(
    state: Annotated[str, Query(description="Who stands between them, by name or code.")],
    poles: Annotated[str, Query(description="Two to six others, with commas.")] = "",
) -> Between:
    code = actor(state)
    wanted = tuple(each for each in codes([poles]) or POWERS if each != code)
    if not 2 <= len(wanted) <= MOST_POLES:
        raise UsageError(f"Name two to {MOST_POLES} poles that differ from {state}.")
    return Between(code, wanted)


BetweenAsked = Annotated[Between, Depends(_between)]


def _followed(
    reader: ReaderAsked,
    day: DayAsked,
    between: BetweenAsked,
    since: FirstYear = None,
    until: LastYear = None,
) -> Followed:
    on = day if until is None or until >= day.year else dt.date(until, 12, 31)
    first = since or max(1, on.year - YEARS + 1)
    if not 0 <= on.year - first < MOST_YEARS:
        raise UsageError(f"Ask for 1 to {MOST_YEARS} years, from an earlier to a later one.")
    years = years_of(reader, between.state, between.poles, first, on)
    return Followed(between, first, on, years)


Asked = Annotated[Followed, Depends(_followed)]


@router.get("/api/compass")
def by_year(found: Asked) -> Compass:
    """A state between poles at the end of each year: weights, leans, spread, and the drawing."""
    return told(found.between.state, found.years, found.since, found.on)


@router.get("/api/compass/why")
def behind(
    reader: ReaderAsked,
    between: BetweenAsked,
    on: Annotated[str, Query(description="The day that a year ends with.")],
    pole: Annotated[str | None, Query(description="One of the poles; else all of them.")] = None,
) -> Why:
    """The edges behind a year, or behind one pole in it, each with its most telling sentence."""
    poles = between.poles if pole is None else (actor(pole),)
    if not set(poles) <= set(between.poles):
        raise UsageError(f"{pole} is none of the poles; add it to them.")
    days = [last_day(on)]
    (year,) = compass(reader, between.state, between.poles, days, default_weights())
    return why(reader, between.state, year, poles)


@router.get("/export/compass.csv", response_class=Response)
def as_csv(found: Asked) -> Response:
    """The numbers as CSV, a row a year."""
    return attachment(csv_of(*table(found.years)), found.name, "csv")


@router.get("/export/compass.svg", response_class=Response)
def as_svg(found: Asked) -> Response:
    """The drawing as an SVG file of its own."""
    return attachment(_alone(found.between, found.years).encode(), found.name, "svg")


@router.get("/export/compass.png", response_class=Response)
def as_png(found: Asked) -> Response:
    """The drawing as a picture, twice the size of the SVG."""
    svg = _alone(found.between, found.years)
    picture = resvg_py.svg_to_bytes(svg_string=svg, zoom=PICTURE_SCALE)
    return attachment(bytes(picture), found.name, "png")


def _alone(between: Between, years: Sequence[CompassYear]) -> str:
    return compass_svg(title(between.state, years), years, alone=True)
