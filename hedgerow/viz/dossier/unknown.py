"""What a dossier does not know: gaps by lane, month and pole, and what nothing confirms."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from hedgerow.queries.dossier.gaps import TOO_THIN, Gaps
from hedgerow.queries.dossier.lanes import lanes
from hedgerow.queries.dossier.words import status, what
from hedgerow.queries.words.phrases import counted
from hedgerow.viz.dossier.page import Page
from hedgerow.viz.report import Bullets, Line, Paragraph, Section, Table


def unknown(page: Page) -> Iterator[Section]:
    """Absence by lane, documents by year, then lists."""
    gaps = page.found.gaps
    thin = [pole for pole, each in zip(page.poles, gaps, strict=True) if each.absence.is_thin]
    first = (
        f"With {len(thin)} of {counted(len(gaps), 'pole')} too little is loaded to say that "
        "anything is absent."
        if thin
        else "With each pole enough is loaded to say what was not found."
    )
    yield page.head(
        "6. Gaps, and what is not known",
        Paragraph(f"{first} What was not found here may have happened all the same."),
        Bullets(tuple(_coverage(pole, each) for pole, each in zip(page.poles, gaps, strict=True))),
        *_by_lane(page),
    )
    if not any(each.coverage.documents for each in gaps):
        return
    yield page.part("Documents by year, and months without one", *_by_year(page))
    yield page.part("Ties that nothing confirms within their horizon", _unconfirmed(page))
    yield page.part("Who owns the outlets", _ownership(page))


def _coverage(pole: str, each: Gaps) -> Line:
    told = each.absence.base if not each.absence.is_thin else each.absence.in_words
    undated = f"; {counted(each.absence.undated, 'document')} more without a date"
    later = f"; {counted(each.unplaced, 'edge')} left out, undated or later than the day"
    return Line(
        f"{told}{undated if each.absence.undated else ''}{later if each.unplaced else ''}.",
        lead=f"{pole}:",
    )


def _by_lane(page: Page) -> Iterator[Table | Paragraph]:
    told = {cell for each in page.found.gaps for cell in each.lanes.values()}
    if told == {TOO_THIN}:
        yield Paragraph("In every lane and with every pole it is too thin to say.")
        return
    yield Table(
        columns=("lane", *page.poles),
        rows=tuple(
            (lane.name, *(each.lanes[lane.name] for each in page.found.gaps)) for lane in lanes()
        ),
        caption="Concluded or held, by lane and pole; what is only possibly held is told apart",
    )


def _by_year(page: Page) -> Iterator[Table | Paragraph]:
    gaps = page.found.gaps
    since = page.found.years[0].on.year
    years = sorted({year for each in gaps for year in each.absence.by_year if year >= since})
    if not years:
        yield Paragraph("No document with a date of publication tells of any of the poles.")
        return
    columns = [f"{pole}: {part}" for pole in page.poles for part in ("documents", "months without")]
    yield Table(
        columns=("year", *columns),
        rows=tuple(
            (
                " to ".join(dict.fromkeys((str(run[0]), str(run[-1])))),
                *(cell for each in gaps for cell in _year(each, run[0])),
            )
            for run in _runs(gaps, years)
        ),
        numeric=frozenset(column for column in columns if column.endswith("documents")),
    )


def _runs(gaps: Sequence[Gaps], years: Sequence[int]) -> Iterator[list[int]]:
    """Each year by itself, and years after each other in which there is nothing as one."""
    filled = {year for each in gaps for year, number in each.absence.by_year.items() if number}
    for _, run in groupby(years, lambda year: year in filled and year):
        yield list(run)


def _year(each: Gaps, year: int) -> tuple[str, str]:
    return str(each.absence.by_year.get(year, 0)), each.empty_months(year)


def _unconfirmed(page: Page) -> Bullets | Paragraph:
    found = {one.edge.id: one for each in page.found.gaps for one in each.unconfirmed}
    if not found:
        return Paragraph(f"None on {page.found.on}.")
    return Bullets(
        tuple(
            Line(f"{what(one)}, {status(one, page.found.on)}", page.cite(one.sources, 1))
            for one in found.values()
        )
    )


def _ownership(page: Page) -> Table | Paragraph:
    gaps = page.found.gaps
    kinds = list(dict.fromkeys(kind for each in gaps for kind in each.ownership))
    if not kinds:
        return Paragraph("No document tells of any of the poles.")
    return Table(
        columns=("ownership", *page.poles),
        rows=tuple((kind, *(str(each.ownership.get(kind, 0)) for each in gaps)) for kind in kinds),
        caption="Documents by ownership of their outlet: shown, never scored",
        numeric=frozenset(page.poles),
    )
