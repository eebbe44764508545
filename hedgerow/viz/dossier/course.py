"""The measures of a dossier over time: two small tables, and a drawing for each scale."""

from collections.abc import Callable, Iterator, Sequence

from hedgerow.queries.dossier.summary import point_text
from hedgerow.queries.dossier.years import Point, Year
from hedgerow.queries.hedging.catalogue import Pair
from hedgerow.queries.hedging.lines import THIN
from hedgerow.queries.words.phrases import listed, names
from hedgerow.viz.dossier.chart import Series, chart_of
from hedgerow.viz.dossier.course_tables import lean_table, tie_table
from hedgerow.viz.dossier.page import Page
from hedgerow.viz.dossier.templates import drawn
from hedgerow.viz.report import Bullets, Drawing, Line, Paragraph
from hedgerow.viz.report.model import Block

SHIFTS = "A shift may come from what was loaded of either time as much as from the state."
STEPS = (0.25, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500)
MOST_TICKS = 5
READ = (
    f"In the drawings hollow points are thin (fewer than {THIN} edges behind them), a line breaks "
    "where there is no data, and a band is the range over resampled sources, which does not cover "
    "what was not loaded."
)
Ticks = Sequence[tuple[float, str]]
Reading = Callable[[Year], Point]


def over_time(page: Page) -> Iterator[Block]:
    """What moved, then lean, ties and dual engagement by year."""
    years = page.found.years
    if not any(point.value is not None for year in years for point in year.tie.values()):
        yield Paragraph(f"No data with {listed(page.poles)} in any year from {years[0].label} on.")
        return
    yield Paragraph(" ".join([*(_moved(page, pair) for pair in years[-1].lean), SHIFTS]))
    yield Bullets((Line(f"The edges behind the numbers of the day: {_why(page)}"),))
    yield Paragraph(READ)
    leans = [pair for pair in years[-1].lean if _lean_series(page, pair).is_known]
    yield from (_lean_drawing(page, pair) for pair in leans)
    if leans:
        yield lean_table(page)
    poles = list(zip(page.found.poles, page.poles, strict=True))
    ties = [_series(page, name, _tie_with(pole), 2) for pole, name in poles]
    yield _drawing(page, "R, cooperation with each pole, by year", ties, _ticks(ties))
    pairs = list(years[-1].both)
    both = [_series(page, _and(pair), _both_of(pair), 2) for pair in pairs]
    if any(one.is_known for one in both):
        scale = [(value, f"{value:g}") for value in (0, 0.25, 0.5, 0.75, 1)]
        yield _drawing(page, "Dual engagement, from 0 to 1, by year", both, scale)
    yield tie_table(page)


def _why(page: Page) -> str:
    poles = ("--between", ",".join(page.found.poles))
    return page.command("hedging", page.found.state, *poles, "--why", *page.making.weighed_by)


def _moved(page: Page, pair: Pair) -> str:
    known = [year for year in page.found.years if year.lean[pair].known is not None]
    between = f"Lean between {_and(pair)}"
    if len(known) < 2:
        return f"{between}: too few years with data to tell a course."
    first, last = known[0], known[-1]
    told = [f"{point_text(year.lean[pair], 0)} in {year.label}" for year in (first, last)]
    return f"{between}: {' to '.join(told)}, from 0 {names(pair)[1]} to 100 {names(pair)[0]}."


def _lean_drawing(page: Page, pair: Pair) -> Drawing:
    first, second = names(pair)
    scale = [(0.0, f"0 {second}"), (50.0, "50"), (100.0, f"100 {first}")]
    title = f"Lean between {first} and {second}, by year"
    return _drawing(page, title, [_lean_series(page, pair)], scale)


def _lean_series(page: Page, pair: Pair) -> Series:
    return _series(page, "", lambda year: year.lean[pair], 0)


def _series(page: Page, name: str, read: Reading, digits: int) -> Series:
    points = tuple(read(year) for year in page.found.years)
    known = [(n, point) for n, point in enumerate(points) if point.known is not None]
    label = ""
    if known:
        place, last = known[-1]
        number = f"{last.known:.{digits}f}" if last.known is not None else ""
        until = "" if place == len(points) - 1 else f", {page.found.years[place].label}"
        label = f"{name} {number}{until}".strip()
    return Series(name, points, label)


def _tie_with(pole: str) -> Reading:
    return lambda year: year.tie[pole]


def _both_of(pair: Pair) -> Reading:
    return lambda year: year.both[pair]


def _ticks(series: Sequence[Series]) -> Ticks:
    top = max((p.value for one in series for p in one.points if p.value is not None), default=1.0)
    step = next((each for each in STEPS if top / each <= MOST_TICKS), STEPS[-1])
    count = max(1, -int(-top // step))
    return [(n * step, f"{n * step:g}") for n in range(count + 1)]


def _drawing(page: Page, title: str, series: Sequence[Series], ticks: Ticks) -> Drawing:
    years = [year.label for year in page.found.years]
    told = ", ".join(one.label for one in series if one.label)
    return Drawing(
        svg=drawn("chart.svg.j2", title=title, chart=chart_of(years, series, ticks)),
        alt=f"From {years[0]} to {years[-1]}, at the end: {told or 'no data'}; the table has all.",
        caption=title,
    )


def _and(pair: Pair) -> str:
    return " and ".join(names(pair))
