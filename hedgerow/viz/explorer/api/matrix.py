"""States by powers at the end of a year: cells with what they rest on, and as a file."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import asdict
from typing import Annotated

from fastapi import APIRouter, Depends, Query
from starlette.responses import Response

from hedgerow.errors import UsageError
from hedgerow.ontology.actors import actors
from hedgerow.queries.measures.poles import THIN
from hedgerow.queries.reading.coverage import coverage
from hedgerow.queries.reading.rows import Row
from hedgerow.queries.words.phrases import names
from hedgerow.viz.explorer.asked import DayAsked, ReaderAsked, codes
from hedgerow.viz.explorer.downloads import attachment, csv_of
from hedgerow.viz.explorer.matrix.cells import line
from hedgerow.viz.explorer.matrix.measures import measure_named, measures
from hedgerow.viz.explorer.matrix.record import standing
from hedgerow.viz.explorer.matrix.told import Line, Matrix, Power

router = APIRouter(tags=["matrix"])
STATES, POWERS = "ASEAN", "USA,CHN,RUS,JPN,IND,KOR,FRA,AUS"
MOST_STATES, MOST_POWERS = 60, 12
COLUMNS = (
    *("state", "power", "year", "on", "measure", "kind", "value", "text", "thin"),
    *("edges", "documents", "outlets", "words"),
)
NOTES = (
    f"Hatched: fewer than {THIN} edges behind a number, a level that is only possibly held or "
    "told by one document, or everything from one outlet.",
    "An empty cell: nothing was found in this archive, which is no proof of no relation. Relations "
    "that were broken off, and what is over, are told in words.",
    "Colours have the same steps in every year.",
)


def _matrix(  # noqa: PLR0917  as many choices as the address has
    reader: ReaderAsked,
    day: DayAsked,
    states: Annotated[
        str, Query(description="A body, for its members, or states, with commas.")
    ] = STATES,
    powers: Annotated[str, Query(description="With whom, with commas.")] = POWERS,
    year: Annotated[int | None, Query(ge=1, le=9999, description="The end of this year.")] = None,
    measure: Annotated[str, Query(description="What a cell tells.")] = measures()[0].name,
) -> Matrix:
    on = day if year is None or year >= day.year else dt.date(year, 12, 31)
    rows, columns = _states(states, on), codes([powers or POWERS])
    told = measure_named(measure)
    if told is None:
        raise UsageError(
            f"{measure} is no measure; there are {', '.join(m.name for m in measures())}."
        )
    if not 0 < len(rows) <= MOST_STATES or not 0 < len(columns) <= MOST_POWERS:
        raise UsageError(f"Ask for 1 to {MOST_STATES} states and 1 to {MOST_POWERS} powers.")
    stood = standing(reader, rows, columns, on)
    first = coverage(reader).first or on
    lines = tuple(line(stood, state, columns, told) for state in rows)
    return Matrix(
        title=f"{told.label}, {_end_of(on)}",
        on=on.isoformat(),
        year=on.year,
        first=min(first.year, on.year),
        last=day.year,
        measure=told,
        measures=measures(),
        powers=tuple(map(Power, columns, names(columns))),
        rows=lines,
        in_words=_in_words(lines),
        notes=NOTES,
    )


Asked = Annotated[Matrix, Depends(_matrix)]


@router.get("/api/matrix")
def matrix(found: Asked) -> Matrix:
    """States by powers at the end of a year: a number each, or why there is none."""
    return found


@router.get("/export/matrix.csv", response_class=Response)
def as_csv(found: Asked) -> Response:
    """The cells as CSV, a row each."""
    name = f"matrix-{found.measure.name}-{found.on}"
    return attachment(csv_of(COLUMNS, _rows(found)), name, "csv")


def _states(given: str, on: dt.date) -> tuple[str, ...]:
    """The members on the day of a body that is named alone, by name; else the states as given."""
    named = codes([given or STATES])
    if len(named) == 1 and (members := actors().members(named[0], on)):
        return tuple(sorted(members, key=lambda code: names([code])[0]))
    return named


def _end_of(on: dt.date) -> str:
    return f"at the end of {on.year}" if (on.month, on.day) == (12, 31) else f"on {on}"


def _in_words(lines: tuple[Line, ...]) -> str:
    cells = [cell for one in lines for cell in one.cells if cell.kind != "self"]
    counted = [cell for cell in cells if cell.kind == "counted"]
    thin = sum(cell.thin for cell in counted)
    nothing = sum(cell.kind == "nothing" for cell in cells)
    return (
        f"{len(counted)} of {len(cells)} cells have something to tell, {thin} of them thin; of "
        f"{nothing} nothing was found in this archive."
    )


def _rows(found: Matrix) -> Iterator[Row]:
    for one in found.rows:
        for cell in one.cells:
            yield asdict(cell) | {
                "state": one.code,
                "year": found.year,
                "on": found.on,
                "measure": found.measure.name,
                "thin": "thin" if cell.thin else None,
            }
