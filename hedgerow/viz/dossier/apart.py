"""What a dossier tells apart: only possibly held, only in prospect, contested or denied, over."""

import datetime as dt
from collections.abc import Iterator, Sequence

from hedgerow.queries.dossier.edges import Block, Placed
from hedgerow.queries.dossier.words import sides, status, what, when
from hedgerow.queries.sources.bearing import both_sides
from hedgerow.queries.sources.party_only import PARTY_ONLY, party_only
from hedgerow.queries.words.phrases import listed
from hedgerow.viz.dossier.page import WHOLE, Page
from hedgerow.viz.report import Bullets, Line, Paragraph, Section, Table

COLUMNS = ("when", "what", "status")
POSSIBLE = "Possibly held: the dates, or a stated term that ran out, leave it open"
PROSPECT = "Only in prospect: reported, in talks or planned, not linked to anything concluded here"
DOUBTFUL = "Contested or denied: in the words of both sides, none of it counts as concluded"
OVER = "Over by the day: ended, suspended or called off"
MOST, MOST_OVER = 12, 4
"""As many matters stand in a box with one pole."""


def all_apart(page: Page) -> Iterator[Section]:
    """A box each; what is in prospect or in doubt is told even where there is none."""
    yield from _plain(page, POSSIBLE, "possible", MOST)
    yield _prospect(page)
    yield _doubtful(page)
    yield from _plain(page, OVER, "over", MOST_OVER)


def plain_table(page: Page, rows: Sequence[Placed]) -> Table:
    """Matters with when they came to stand so, and how they stand."""
    on = page.found.on
    return Table(
        columns=COLUMNS,
        rows=tuple((when(one, on), what(one), _standing(one, on)) for one in rows),
        notes=tuple(page.cite(one.sources) for one in rows),
    )


def _standing(one: Placed, on: dt.date) -> str:
    """How it stands, and whether that is a party's word alone."""
    alone = party_only(one.edge, one.sources, one.stands.standing)
    return f"{status(one, on)}; {PARTY_ONLY}" if alone else status(one, on)


def bullets(lines: Sequence[Line]) -> list[Bullets]:
    """A list of these lines; none where there are none."""
    return [Bullets(tuple(lines))] if lines else []


def _plain(page: Page, title: str, block: Block, most: int) -> Iterator[Section]:
    rows, more = _shown(page, block, most, WHOLE)
    if rows:
        yield page.part(title, plain_table(page, rows), *bullets(more))


def _prospect(page: Page) -> Section:
    rows, more = _shown(page, "prospective", MOST, "pipeline")
    if not rows:
        return _none(page, PROSPECT)
    table = Table(
        columns=("date", *COLUMNS[1:], "last told"),
        rows=tuple(_pending(page, one) for one in rows),
        notes=tuple(page.cite(one.sources) for one in rows),
    )
    return page.part(PROSPECT, table, *bullets(more))


def _pending(page: Page, one: Placed) -> tuple[str, ...]:
    on, row = page.found.on, page.found.pending[one.edge.id]
    outcome = page.told(str(row["outcome"] or ""))
    told = "; ".join(filter(None, (status(one, on), outcome)))
    return when(one, on), what(one), told, str(row["last_told"] or "")


def _doubtful(page: Page) -> Section:
    rows, more = _shown(page, "contested", MOST, WHOLE)
    if not rows:
        return _none(page, DOUBTFUL)
    on = page.found.on
    lines = [
        Line(
            _both(page, one),
            page.cite(both_sides(one.sources)),
            f"{status(one, on)}, {when(one, on)}:",
        )
        for one in rows
    ]
    return page.part(DOUBTFUL, Bullets((*lines, *more)))


def _both(page: Page, one: Placed) -> str:
    """The words of both sides; what it is, where the denial came after the day or is undated."""
    row = page.found.denials.get(one.edge.id)
    return what(one) if row is None else sides(one, row)


def _shown(page: Page, block: Block, most: int, question: str) -> tuple[list[Placed], list[Line]]:
    """The first few with each pole, and how to see the rest."""
    rows: list[Placed] = []
    more: list[Line] = []
    for each in page.found.between:
        told = each.block(block)
        rows += told[:most]
        if len(told) > most:
            more.append(page.more(len(told) - most, question, each.pole))
    return rows, more


def _none(page: Page, title: str) -> Section:
    return page.part(title, Paragraph(f"Nothing told with {listed(page.poles)}."))
