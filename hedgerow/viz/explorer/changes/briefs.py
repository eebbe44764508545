"""What became known between two days, by publication or by loading, as lists and as a report."""

import datetime as dt
import shlex
from collections.abc import Sequence

from hedgerow.graph.snapshot import Snapshot
from hedgerow.queries.brief.brief import Brief
from hedgerow.queries.brief.items import Item
from hedgerow.queries.brief.lines import change_lead, change_text
from hedgerow.queries.brief.reading import By, read_brief
from hedgerow.queries.brief.table import CHANGED
from hedgerow.queries.brief.words import about, in_words
from hedgerow.queries.dates.windows import days_from
from hedgerow.queries.reading.edges import Selection
from hedgerow.queries.reading.kept import kept
from hedgerow.queries.sources.speakers import outlet_name
from hedgerow.queries.words.edge_words import standing_of
from hedgerow.queries.words.phrases import names, shown_quote
from hedgerow.viz.brief import HEADINGS, brief_report
from hedgerow.viz.explorer.changes.told import Changes, Listed, Row
from hedgerow.viz.explorer.evidence.standing import badge_of, look_of, stands
from hedgerow.viz.plain import plain
from hedgerow.viz.report import Report

SHOWN = 200
NOTES = {
    "published": "What documents published by each day tell, compared: a matter of old can be new "
    "here, and a date or status can be told otherwise.",
    "recorded": "What this store held at the end of each day, compared: documents, and what "
    "analysts decided on them.",
}


def brief_between(
    snapshot: Snapshot, followed: Selection, first: dt.date, last: dt.date, by: By
) -> Brief:
    """What became known after one day, up to another."""
    since = days_from(first, 1).isoformat()
    key = ("brief between", followed, first, last, by)
    return kept(
        snapshot, key, lambda: read_brief(snapshot, [followed], since, last, by=by, ahead=0)
    )


def told(found: Brief, by: By) -> Changes:
    """The changes as lists."""
    (followed,) = found.followed
    codes = tuple(filter(None, (followed.a, followed.b)))
    last = found.period.last
    first = days_from(found.period.first, -1)
    lists = [
        Listed(name, title, len(items), tuple(_row(one, last) for one in items[:SHOWN]))
        for name, title, items in zip(CHANGED, HEADINGS, found.changes, strict=True)
        if items
    ]
    return Changes(
        by=by,
        title=f"{about(found)}, {first} to {last}",
        codes=codes,
        names=tuple(names(codes)),
        first=first.isoformat(),
        last=last.isoformat(),
        in_words=in_words(found, by),
        lists=(*lists, *_withdrawn(found)),
        notes=(NOTES[by],),
    )


def report(found: Brief, by: By) -> Report:
    """The same as the command writes it."""
    (followed,) = found.followed
    whom = filter(None, (followed.a, followed.b))
    period = found.period
    days = ("--since", str(period.first), "--at", str(period.last), "--by", by)
    return brief_report(found, by, shlex.join(["hedgerow", "brief", *whom, *days]), SHOWN)


def _row(item: Item, last: dt.date) -> Row:
    stood = stands(item.edge, last, asked=False)
    best = next(iter(item.cited), None)
    gone = item.change.after is None
    return Row(
        id=None if gone else item.edge.id,
        lead=change_lead(item).removesuffix(":"),
        words=change_text(item, last),
        look="closed" if gone or stood is None else look_of(stood),
        badge=_badge(item, last),
        documents=item.edge.documents,
        quote=None if best is None else plain(shown_quote(best.quote)),
        outlet=None if best is None else plain(outlet_name(best)),
        published=None if best is None else best.published,
    )


def _badge(item: Item, last: dt.date) -> str:
    if item.change.after is None:
        return "no longer told"
    stood = stands(item.edge, last, asked=False)
    return standing_of(item.edge) if stood is None else badge_of(stood, last)


def _withdrawn(found: Brief) -> Sequence[Listed]:
    if not found.withdrawn:
        return ()
    rows = tuple(
        Row(None, one.at[:10], plain(f"{one.reason} (by {one.by})"), "closed", "withdrawn", 1)
        for one in found.withdrawn[:SHOWN]
    )
    title = "Withdrawn documents, of whomever they told: that is not kept"
    return (Listed("withdrawn", title, len(found.withdrawn), rows),)
