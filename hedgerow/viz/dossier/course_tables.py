"""The measures of a dossier year by year, in two small tables."""

from collections.abc import Callable, Sequence
from itertools import groupby

from hedgerow.queries.dossier.summary import NO_DATA, point_text
from hedgerow.queries.dossier.years import Year
from hedgerow.queries.hedging.lines import THIN
from hedgerow.queries.words.phrases import listed, names
from hedgerow.viz.dossier.page import Page
from hedgerow.viz.report import Table

STAR = "*"
THIN_STAR = f"{STAR} thin: fewer than {THIN} edges"


def lean_table(page: Page) -> Table:
    """Where the state stands between each two poles."""
    years = page.found.years
    pairs = list(years[-1].lean)
    return Table(
        columns=("year", *(f"0 {b} to 100 {a}" for a, b in map(names, pairs))),
        rows=_rows(
            years, lambda year: tuple(point_text(year.lean[pair], 0, STAR) for pair in pairs)
        ),
        caption=f"Lean at the end of each year, with its range over resampled sources; {THIN_STAR}",
    )


def tie_table(page: Page) -> Table:
    """Cooperation with each pole, and dual engagement with each two."""
    years = page.found.years
    poles, pairs = page.found.poles, list(years[-1].both)
    return Table(
        columns=(
            "year",
            *(f"R {name}" for name in page.poles),
            *(f"both {listed(names(p))}" for p in pairs),
        ),
        rows=_rows(
            years,
            lambda year: (
                *(point_text(year.tie[pole], 2, STAR) for pole in poles),
                *(point_text(year.both[pair], 2, STAR) for pair in pairs),
            ),
        ),
        caption=f"R with each pole, dual engagement with each two, at each year's end; {THIN_STAR}",
    )


def _rows(
    years: Sequence[Year], read: Callable[[Year], tuple[str, ...]]
) -> tuple[tuple[str, ...], ...]:
    """A row a year; years after each other in which there is no data at all are one."""

    def alike(year: Year) -> tuple[str, ...]:
        cells = read(year)
        return cells if all(cell.startswith(NO_DATA) for cell in cells) else (year.label,)

    runs = (list(run) for _, run in groupby(years, alike))
    return tuple((_stretch(run[0].label, run[-1].label), *read(run[0])) for run in runs)


def _stretch(first: str, last: str) -> str:
    return first if first == last else f"{first} to {last}"
