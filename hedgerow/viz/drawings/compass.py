"""The compass: a state between its poles by year, beside the weight that each pole has."""

from collections.abc import Sequence

from hedgerow.queries.hedging.compass import CompassYear
from hedgerow.queries.words.phrases import listed, names
from hedgerow.viz.drawings.lanes import LEFT, lanes_of
from hedgerow.viz.drawings.rose import CENTRE_X, CENTRE_Y, MIDDLE, RADIUS, is_middle, rose_of
from hedgerow.viz.drawings.templates import drawn

WIDTH, LEAST_HEIGHT = 884.0, 340.0
PER_ROW, APART, ROW = 8, 46, 20
STRIP = 352.0
EVEN = 0.85
"""From this evenness on a place in the middle is told as near balance."""
BASES = {
    "absent": "no cooperation with any of them was found",
    "thin": "thin, few edges",
    "one_sided": "with one side only, which may be what was loaded",
}


def compass_svg(title: str, years: Sequence[CompassYear], *, alone: bool) -> str:
    """The drawing; `alone` with all its colours, for a file of its own.

    Marks carry the day in `data-on`, bars the pole in `data-pole` as well.
    """
    poles = names(years[0].poles)
    rose, lanes = rose_of(years, poles), lanes_of(years, poles)
    rows = -(-len(rose.unplaced) // PER_ROW)
    unplaced = [
        (year, 16 + n % PER_ROW * APART, STRIP + 20 + n // PER_ROW * ROW)
        for n, year in enumerate(rose.unplaced)
    ]
    return drawn(
        "compass",
        alone=alone,
        title=title,
        width=WIDTH,
        height=max(STRIP + 10 + rows * ROW if rows else LEAST_HEIGHT, lanes.bottom + 12),
        centre=(CENTRE_X, CENTRE_Y),
        radius=RADIUS,
        middle=MIDDLE * RADIUS,
        rose=rose,
        lanes=lanes,
        lanes_left=LEFT,
        unplaced=unplaced,
        strip=STRIP,
        told=told_year,
        told_pole=told_pole,
    )


def told_year(year: CompassYear) -> str:
    """`2024: near balance; United States 45 %, China 40 %, Russia 15 %; 63 edges`."""
    shares = year.shares
    if shares is None:
        return f"{year.label}: {BASES['absent']}"
    order = sorted(shares, key=lambda pole: -shares[pole])
    parts = [f"{names([pole])[0]} {shares[pole]:.0%}" for pole in order if shares[pole] > 0]
    missing = [names([pole])[0] for pole in order if not shares[pole]]
    told = f"{year.label}: {reading(year)}; {', '.join(parts)}"
    told += f"; none found with {listed(missing)}" if missing else ""
    edges = len(year.edges)
    return f"{told}; {edges} {'edge' if edges == 1 else 'edges'}"


def reading(year: CompassYear) -> str:
    """What may be said of a place, in a few words: `near balance`, `nearest China`, `thin ...`."""
    if year.base == "absent":
        return BASES["absent"]
    told = _direction(year)
    return told if year.base == "firm" else f"{told}, {BASES[year.base]}"


def _direction(year: CompassYear) -> str:
    """Opposite poles can hold a place in the middle too, with others left out."""
    shares = year.shares or {}
    nearest = max(shares, key=lambda pole: shares[pole])
    if not is_middle(year):
        return f"nearest {names([nearest])[0]}"
    even = year.spread is not None and year.spread.evenness >= EVEN
    return "near balance" if even else "between opposite poles"


def told_pole(year: CompassYear, pole: str) -> str:
    """`United States in 2024: cooperation 4.21, 12 edges; 0.30 only in prospect`."""
    one, name = year.poles[pole], names([pole])[0]
    if one.sums is None:
        told = f"{name} in {year.label}: nothing concluded was found"
    else:
        thin = ", thin" if one.point.is_thin else ""
        edges = len(one.concluded)
        told = f"{name} in {year.label}: cooperation {one.cooperation:.2f}, "
        told += f"{edges} {'edge' if edges == 1 else 'edges'}{thin}"
        if one.sums.conflict:
            told += f"; conflict {one.sums.conflict:.2f}"
    return told if one.ahead is None else f"{told}; {one.ahead.cooperation:.2f} only in prospect"
