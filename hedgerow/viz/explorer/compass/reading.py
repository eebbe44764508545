"""A state between poles, as the compass shows it."""

import datetime as dt
from collections.abc import Iterator, Sequence

from hedgerow.queries.hedging.compass import CompassYear, compass
from hedgerow.queries.hedging.measure import Pair
from hedgerow.queries.hedging.points import Point, ends_of_years
from hedgerow.queries.measures.poles import THIN
from hedgerow.queries.measures.weights import default_weights
from hedgerow.queries.reading.archive import Reader
from hedgerow.queries.reading.rows import Cell, Row
from hedgerow.queries.words.numbers import rounded
from hedgerow.queries.words.phrases import listed, names
from hedgerow.viz.drawings.compass import compass_svg, reading, told_pole, told_year
from hedgerow.viz.explorer.compass.told import Compass, Leaning, Weight, Year

NOTES = (
    "A place is the mean of the poles, weighed by each one's share in the cooperation R that stands"
    " at the end of the year: near the middle the shares are alike. How much there is of it the "
    "bars tell.",
    "Only what is concluded or held counts. What is in prospect stands beside it, and what is "
    "contested or denied enters neither.",
    f"Hollow: fewer than {THIN} edges, or one pole alone. A dash: nothing concluded was found, "
    "which is no proof of no relation.",
    "No number here measures intent; a shift may come from what was loaded.",
)


def years_of(
    reader: Reader, state: str, poles: Sequence[str], since: int, on: dt.date
) -> tuple[CompassYear, ...]:
    """The years from one on, the last of them up to a day."""
    return compass(reader, state, poles, ends_of_years(since, on), default_weights())


def told(state: str, years: Sequence[CompassYear], since: int, on: dt.date) -> Compass:
    """The years in words and numbers, with their drawing."""
    poles = tuple(years[0].poles)
    return Compass(
        state=state,
        name=names([state])[0],
        poles=poles,
        names=tuple(names(poles)),
        on=on.isoformat(),
        since=since,
        until=on.year,
        in_words=_in_words(state, years),
        years=tuple(map(_year, years)),
        weights=default_weights().version,
        notes=NOTES,
        svg=compass_svg(title(state, years), years, alone=False),
    )


def title(state: str, years: Sequence[CompassYear]) -> str:
    """`Vietnam between China and Russia, 2015 to 2026-06-01`."""
    between = listed(names(years[0].poles))
    return f"{names([state])[0]} between {between}, {years[0].label} to {years[-1].label}"


def table(years: Sequence[CompassYear]) -> tuple[tuple[str, ...], list[Row]]:
    """The names of the columns, and a row a year."""
    rows = [dict(_cells(year)) for year in years]
    return tuple(rows[0]), rows


def _in_words(state: str, years: Sequence[CompassYear]) -> str:
    firm = [year for year in years if year.base == "firm"]
    name = names([state])[0]
    rest = len(years) - len(firm)
    left = f" {rest} of {len(years)} years are thin, one-sided or without data." if rest else ""
    if not firm:
        return f"{name}: no year here rests on enough to be placed.{left}"
    if len(firm) == 1:
        return f"{name}, {told_year(firm[0])}.{left}"
    return f"{name}, {told_year(firm[0])}. {told_year(firm[-1])}.{left}"


def _year(year: CompassYear) -> Year:
    return Year(
        on=year.on.isoformat(),
        label=year.label,
        base=year.base,
        reads=reading(year),
        words=told_year(year),
        edges=len(year.edges),
        effective=None if year.spread is None else round(year.spread.effective, 1),
        weights=tuple(_weight(year, pole) for pole in year.poles),
        leans=tuple(_leaning(*each) for each in year.lean.items()),
    )


def _weight(year: CompassYear, pole: str) -> Weight:
    one, shares = year.poles[pole], year.shares
    return Weight(
        pole=pole,
        cooperation=None if one.sums is None else round(one.sums.cooperation, 2),
        conflict=None if one.sums is None else round(one.sums.conflict, 2),
        pipeline=None if one.ahead is None else round(one.ahead.cooperation, 2),
        share=None if shares is None else round(shares[pole], 3),
        edges=len(one.concluded),
        thin=one.point.is_thin,
        words=told_pole(year, pole),
    )


def _leaning(pair: Pair, point: Point) -> Leaning:
    a, b = names(pair)
    if point.known is None:
        missing = listed(names(point.lacking or pair))
        return Leaning(*pair, None, thin=False, words=f"no data with {missing}")
    words = f"{point.known:.0f} from 0 {b} to 100 {a}{', thin' if point.is_thin else ''}"
    return Leaning(*pair, rounded(point.known, 0), thin=point.is_thin, words=words)


def _cells(year: CompassYear) -> Iterator[tuple[str, Cell]]:
    shown = _year(year)
    yield from (("year", shown.label), ("on", shown.on), ("rests on", shown.base))
    yield from (("edges", shown.edges), ("effective poles", shown.effective))
    for one in shown.weights:
        yield f"cooperation {one.pole}", one.cooperation
        yield f"conflict {one.pole}", one.conflict
        yield f"pipeline {one.pole}", one.pipeline
        yield f"share {one.pole}", one.share
        yield f"edges {one.pole}", one.edges
    for lean in shown.leans:
        yield f"lean 0 {lean.b} to 100 {lean.a}", lean.value
