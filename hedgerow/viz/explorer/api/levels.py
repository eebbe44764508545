"""The levels of a state with each of some powers: rows, the staircase, files."""

from dataclasses import dataclass
from typing import Annotated

import resvg_py
from fastapi import APIRouter, Depends, Query
from starlette.responses import Response

from hedgerow.errors import UsageError
from hedgerow.queries.hedging.hedging import POWERS
from hedgerow.viz.explorer.asked import DayAsked, ReaderAsked, actor, codes
from hedgerow.viz.explorer.downloads import attachment, csv_of
from hedgerow.viz.explorer.levels.drawing import stairs_alone, stairs_svg
from hedgerow.viz.explorer.levels.staircase import drawn, staircase, table, undrawn
from hedgerow.viz.explorer.levels.told import Staircase
from hedgerow.viz.report.drawings import picture

router = APIRouter(tags=["levels"])
PROBE = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
"""Drawn to learn whether there are fonts."""
PICTURE_SCALE = 2
MOST = 6
"""As many powers have a colour of their own."""


@dataclass(frozen=True, slots=True)
class Levels:
    """A staircase with its drawing, none where no level is dated; who is not in it by name."""

    staircase: Staircase
    svg: str | None
    undrawn: tuple[str, ...]


def _staircase(
    reader: ReaderAsked,
    on: DayAsked,
    state: Annotated[str, Query(description="Whose levels, on its own ladder.")],
    powers: Annotated[str, Query(description="With whom, with commas; six at most.")] = "",
) -> Staircase:
    code = actor(state)
    wanted = [each for each in codes([powers]) or POWERS if each != code]
    if not wanted or len(wanted) > MOST:
        raise UsageError(f"Name one to {MOST} other actors whose levels are to be drawn.")
    return staircase(reader, code, wanted, on)


Asked = Annotated[Staircase, Depends(_staircase)]


@router.get("/api/levels")
def levels(found: Asked, on: DayAsked) -> Levels:
    """The levels of a state with some powers as of a day, with their staircase as SVG."""
    stairs = drawn(found, on)
    svg = None if stairs is None else stairs_svg(_title(found), *stairs)
    return Levels(found, svg, undrawn(found))


@router.get("/export/levels.csv", response_class=Response)
def as_csv(found: Asked) -> Response:
    """The levels as CSV, one row each."""
    return attachment(csv_of(*table(found)), _name(found), "csv")


@router.get("/export/levels.svg", response_class=Response)
def as_svg(found: Asked, on: DayAsked) -> Response:
    """The staircase as an SVG file of its own."""
    return attachment(_alone(found, on).encode(), _name(found), "svg")


@router.get("/export/levels.png", response_class=Response)
def as_png(found: Asked, on: DayAsked) -> Response:
    """The staircase as a picture, twice the size of the SVG."""
    if picture(PROBE) is None:
        raise UsageError("No font is installed to draw words with; save it as svg.")
    content = resvg_py.svg_to_bytes(svg_string=_alone(found, on), zoom=PICTURE_SCALE)
    return attachment(content, _name(found), "png")


def _alone(found: Staircase, on: DayAsked) -> str:
    stairs = drawn(found, on)
    if stairs is None:
        raise UsageError(f"No dated level of {found.name} was found with these; none can be drawn.")
    return stairs_alone(_title(found), *stairs, undrawn(found))


def _title(found: Staircase) -> str:
    return f"Levels of {found.name} as of {found.on}"


def _name(found: Staircase) -> str:
    return f"levels-{found.state}-{found.on}"
