"""The key edges of a dossier by lane, and apart from them what is not concluded."""

from collections.abc import Iterator, Sequence

from hedgerow.queries.dossier.dossier import RowsById
from hedgerow.queries.dossier.edges import Between, Lane, Placed, lanes
from hedgerow.queries.dossier.words import sides, status, what, when
from hedgerow.queries.words.phrases import listed, names
from hedgerow.viz.dossier.page import Page
from hedgerow.viz.report import Bullets, Line, Paragraph, Section, Table

COLUMNS = ("when", "what", "status")
PROSPECT = "Only in prospect: reported, in talks or planned, not linked to anything concluded here"
DOUBTFUL = "Contested or denied: in the words of both sides, none of it counts as concluded"
OVER = "Over by the day: ended, suspended or called off"
MOST, MOST_APART = 4, 12
"""As many matters stand in a lane with one pole, and in a box with one pole."""


def key_matters(page: Page) -> Iterator[Section]:
    """A table a lane, then a box each for what is in prospect, in doubt and over."""
    found = page.found.between
    counts = [
        f"{len(each.block('concluded'))} with {pole}"
        for pole, each in zip(page.poles, found, strict=True)
    ]
    yield page.head(
        "4. Key matters by lane",
        Paragraph(
            f"Concluded or held on {page.found.on}: {listed(counts)}. The weightiest stand first, "
            f"at most {MOST} a pole and lane; what opened or bore out a tie is told with the tie."
        ),
    )
    filled = [lane for lane in lanes() if any(each.block("concluded", lane) for each in found)]
    yield from (_lane(page, lane) for lane in filled)
    empty = [lane.name for lane in lanes() if lane not in filled]
    if empty:
        told = f"{'; '.join(empty)}. Section 6 tells what may be said of that."
        yield page.part("Lanes in which nothing concluded was found", Paragraph(told))
    yield _prospect(page)
    yield _doubtful(page)
    yield from _over(page)


def _lane(page: Page, lane: Lane) -> Section:
    rows: list[Placed] = []
    beside: list[str] = []
    for pole, each in zip(page.poles, page.found.between, strict=True):
        told = each.block("concluded", lane)
        rows += told[:MOST]
        beside += _more(page, "ties", each, len(told) - MOST)
        if not told:
            beside.append(f"With {pole} {_absent(page, each.pole)}.")
    return page.part(lane.name, *_table(page, rows), *_paragraph(beside))


def _absent(page: Page, pole: str) -> str:
    """What may be said of a pole with which nothing concluded is told."""
    missing = next(each.absence for each in page.found.gaps if each.pole == pole)
    return missing.in_words if not missing.is_thin else "nothing, and too little is loaded to tell"


def _more(page: Page, name: str, each: Between, number: int) -> list[str]:
    if number <= 0:
        return []
    pole = names([each.pole])[0]
    return [f"{number} more with {pole}: hedgerow ask {name} {page.found.state} {each.pole}."]


def _paragraph(told: Sequence[str]) -> list[Paragraph]:
    return [Paragraph(" ".join(told))] if told else []


def _table(page: Page, rows: Sequence[Placed]) -> list[Table]:
    on = page.found.on
    table = Table(
        columns=COLUMNS,
        rows=tuple((when(one, on), what(one), status(one, on)) for one in rows),
        notes=tuple(page.cite(one.sources) for one in rows),
    )
    return [table] if rows else []


def _prospect(page: Page) -> Section:
    rows: list[Placed] = []
    beside: list[str] = []
    for each in page.found.between:
        told = each.block("prospective")
        rows += told[:MOST_APART]
        beside += _more(page, "pipeline", each, len(told) - MOST_APART)
    if not rows:
        return page.part(PROSPECT, Paragraph(f"Nothing told with {listed(page.poles)}."))
    on, pending = page.found.on, page.found.pending
    table = Table(
        columns=("date", *COLUMNS[1:], "last told"),
        rows=tuple(
            (
                when(one, on),
                what(one),
                "; ".join(filter(None, (status(one, on), _text(pending, one, "outcome")))),
                _text(pending, one, "last_told"),
            )
            for one in rows
        ),
        notes=tuple(page.cite(one.sources) for one in rows),
    )
    return page.part(PROSPECT, table, *_paragraph(beside))


def _text(pending: RowsById, one: Placed, column: str) -> str:
    return str(pending[one.edge.id][column] or "")


def _doubtful(page: Page) -> Section:
    lines: list[Line] = []
    for each in page.found.between:
        told = each.block("contested")
        lines += [
            Line(
                _both(page, one),
                page.cite(one.both_sides),
                f"{status(one, page.found.on)}, {when(one, page.found.on)}:",
            )
            for one in told[:MOST_APART]
        ]
        lines += map(Line, _more(page, "denials", each, len(told) - MOST_APART))
    if not lines:
        return page.part(DOUBTFUL, Paragraph(f"Nothing told with {listed(page.poles)}."))
    return page.part(DOUBTFUL, Bullets(tuple(lines)))


def _both(page: Page, one: Placed) -> str:
    """The words of both sides; what it is, where the denial came after the day or is undated."""
    row = page.found.denials.get(one.edge.id)
    return what(one) if row is None else sides(one, row)


def _over(page: Page) -> Iterator[Section]:
    rows: list[Placed] = []
    beside: list[str] = []
    for each in page.found.between:
        told = each.block("over")
        rows += told[:MOST]
        beside += _more(page, "ties", each, len(told) - MOST)
    if rows:
        yield page.part(OVER, *_table(page, rows), *_paragraph(beside))
