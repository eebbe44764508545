"""The measures of a dossier on the day, as a table with what it rests on."""

from collections.abc import Iterator

from hedgerow.queries.dossier.summary import lean_words
from hedgerow.queries.hedging.lines import Line as Measured
from hedgerow.queries.hedging.words import basis
from hedgerow.viz.dossier.course import over_time
from hedgerow.viz.dossier.page import Page
from hedgerow.viz.report import Bullets, Line, Paragraph, Section, Table

HEAD = "2. Measures"
COLUMNS = ("measure", "value", "range", "pipeline", "edges")
NUMERIC = frozenset({"value", "pipeline", "edges"})


def measures(page: Page) -> Iterator[Section]:
    """The measures on the day, then over time."""
    found = page.found
    if not any(line.edges for line in found.hedging.lines):
        none = f"No number can be told of {page.state} on {found.on}: nothing that counts was found"
        yield page.head(HEAD, Paragraph(f"{none} in {page.looked_in}."))
        return
    yield page.head(
        HEAD,
        Paragraph(
            f"On {found.on}, by concluded matters alone, lean: "
            f"{lean_words(found.years[-1].lean)}. No number here measures intent.{_one_sided(page)}"
        ),
        _on_the_day(page),
        Bullets(tuple(map(Line, list(basis(found.hedging))[len(found.hedging.levels) :]))),
    )
    yield page.part("Over time", *over_time(page))


def _one_sided(page: Page) -> str:
    if not any(point.lacking for point in page.found.years[-1].lean.values()):
        return ""
    return (
        " Where there is no data with a pole, the table has the state wholly on the side of the "
        "other: that says what was loaded and no more."
    )


def _on_the_day(page: Page) -> Table:
    lines = page.found.hedging.lines
    return Table(
        columns=COLUMNS,
        rows=tuple(_row(line) for line in lines),
        notes=tuple(page.cite_number(line.edges) for line in lines),
        caption=f"Measures on {page.found.on}; pipeline: the same of what is only in prospect",
        numeric=NUMERIC,
    )


def _row(line: Measured) -> tuple[str, ...]:
    low, high = line.shown(line.low), line.shown(line.high)
    edges = f"{len(line.edges):,}"
    return (
        f"{line.measure} ({line.scale})",
        line.shown(line.value) or "no data",
        f"{low} to {high}" if low else "",
        line.shown(line.pipeline) or "",
        f"{edges}, thin" if line.is_thin else edges,
    )
