"""What changed of late: what became known, and what undated documents date in these months."""

from collections.abc import Iterator, Sequence

from hedgerow.queries.brief.items import Item
from hedgerow.queries.brief.lines import change_lead, change_text
from hedgerow.queries.brief.words import in_words
from hedgerow.queries.dates.ranges import DateRange
from hedgerow.queries.dossier.edges import Placed
from hedgerow.queries.dossier.words import status, what, when
from hedgerow.queries.words.phrases import counted
from hedgerow.viz.brief import HEADINGS
from hedgerow.viz.dossier.page import Page
from hedgerow.viz.report import Bullets, Line, Paragraph, Section

MOST = 8


def changes(page: Page) -> Iterator[Section]:
    """What became known over twelve months, and what undated documents date in them."""
    brief = page.found.brief
    undated = counted(brief.looked.undated, "document")
    left = f" {undated} without a date of publication left out." if brief.looked.undated else ""
    yield page.head(
        "5. What changed in the last 12 months", Paragraph(in_words(brief, "published") + left)
    )
    for title, items in zip(HEADINGS, brief.changes, strict=True):
        if items:
            yield page.part(title, _list(page, items))
    dated = _also_dated(page)
    if dated:
        lines = [_line(page, one) for one in dated[:MOST]]
        if len(dated) > MOST:
            lines.append(Line(f"and {len(dated) - MOST} more"))
        yield page.part(
            "Dated in these months by documents without a date of their own",
            Bullets(tuple(lines)),
        )


def _list(page: Page, items: Sequence[Item]) -> Bullets:
    last = page.found.brief.period.last
    lines = [
        Line(change_text(item, last), page.notes.numbers(item.cited), change_lead(item))
        for item in items[:MOST]
    ]
    return Bullets((*lines, *_more(page, items)))


def _more(page: Page, items: Sequence[Item]) -> Iterator[Line]:
    """How to see the rest with each pole: a brief on the pair, with as many lines as it has."""
    since = str(page.found.brief.period.first)
    for code, pole in zip(page.found.poles, page.poles, strict=True):
        number, left = (_with(code, each) for each in (items, items[MOST:]))
        if left:
            words = ("brief", page.found.state, code, "--since", since, "--lines", str(number))
            yield Line(f"{left} more with {pole}, in this brief: {page.command(*words)}")


def _with(pole: str, items: Sequence[Item]) -> int:
    return sum(pole in one.edge.actors for one in items)


def _line(page: Page, one: Placed) -> Line:
    on = page.found.on
    return Line(f"{what(one)}, {status(one, on)}", page.cite(one.sources), f"{when(one, on)}:")


def _also_dated(page: Page) -> list[Placed]:
    """Concluded matters dated in the period that the brief, by publication, does not tell."""
    period = page.found.brief.period
    told = {
        source.claim
        for items in page.found.brief.changes
        for item in items
        for source in item.sources
    }
    found = {
        one.edge.id: one
        for each in page.found.between
        for one in each.block("concluded")
        if _lies_in(one, period) and told.isdisjoint(source.claim for source in one.sources)
    }
    return sorted(found.values(), key=lambda one: one.order)


def _lies_in(one: Placed, period: DateRange) -> bool:
    date = one.edge.when
    return date is not None and period.contains(date.earliest, date.latest)
