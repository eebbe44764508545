"""Briefs: what is new, changed, contested, withdrawn and coming up for whom one follows.

The graph as it was known before a period is compared with the graph as it is known at its end.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from hedgerow.graph.ledger import Withdrawal
from hedgerow.queries.brief.ahead import coming, lapsed
from hedgerow.queries.brief.changes import Category, Change, changes
from hedgerow.queries.brief.items import Item, item_of, items_of
from hedgerow.queries.brief.known import Known, former_ids
from hedgerow.queries.dates.ranges import DateRange
from hedgerow.queries.dates.windows import days_from, months_from
from hedgerow.queries.reading.edge import Edge
from hedgerow.queries.reading.edges import Selection
from hedgerow.queries.reading.rated import strictest
from hedgerow.queries.sources.bearing import bearing

OLD = 24
"""What is dated so many months before a period is background, though it is told only now."""


@dataclass(frozen=True, slots=True)
class Looked:
    """What was looked at: `documents` are those of the period, `telling` those on whom one follows.

    `undated` and `coarse` were left out for want of a date, `restricted` for a mark
    stricter than may be shown; `newest` is the newest publication.
    """

    documents: int
    telling: int
    undated: int
    coarse: int
    newest: dt.date | None
    restricted: int = 0


@dataclass(frozen=True, slots=True)
class Brief:
    """What changed over a period, each edge in one of seven lists, the strongest first.

    What is new is set apart where its date lies long before the period (`older`) or after it
    (`early`: told as concluded too early to be so).
    `ahead` holds the dates until `until`, the nearest first, `lapsed` the open ties that became
    unconfirmed; both tell what is known in all, changed or not.
    """

    followed: tuple[Selection, ...]
    period: DateRange
    looked: Looked
    new: tuple[Item, ...]
    older: tuple[Item, ...]
    early: tuple[Item, ...]
    prospect: tuple[Item, ...]
    changed: tuple[Item, ...]
    contested: tuple[Item, ...]
    gone: tuple[Item, ...]
    withdrawn: tuple[Withdrawal, ...]
    ahead: tuple[Item, ...]
    lapsed: tuple[Item, ...]
    until: dt.date

    @property
    def changes(self) -> tuple[tuple[Item, ...], ...]:
        """The lists of what changed."""
        new = self.new, self.older, self.early
        return *new, self.prospect, self.changed, self.contested, self.gone

    @property
    def handling(self) -> str | None:
        """The strictest handling mark of all documents behind its lines."""
        items = (item for some in (*self.changes, self.ahead, self.lapsed) for item in some)
        return strictest(item.handling for item in items)


def brief(
    followed: Sequence[Selection],
    period: DateRange,
    before: Known,
    after: Known,
    *,
    looked: Looked,
    withdrawn: Iterable[Withdrawal] = (),
    ahead: int = 90,
) -> Brief:
    """What became known from `before` to `after`, and the dates of the next `ahead` days."""
    found = changes(before.edges, after.edges, former_ids(before, after))
    lists: dict[Category, list[Item]] = defaultdict(list)
    for item in sorted(items_of(found, before, after), key=lambda one: one.strength):
        lists[_category(item, period)].append(item)
    until = days_from(period.last, ahead)
    return Brief(
        followed=tuple(followed),
        period=period,
        looked=looked,
        new=tuple(lists["new"]),
        older=tuple(lists["older"]),
        early=tuple(lists["early"]),
        prospect=tuple(lists["prospect"]),
        changed=tuple(lists["changed"]),
        contested=tuple(lists["contested"]),
        gone=tuple(lists["gone"]),
        withdrawn=tuple(sorted(withdrawn, key=lambda each: (each.at, each.document))),
        ahead=_known(coming(after.edges, period.last, until), before, after),
        lapsed=tuple(map(_newest_cited, _known(lapsed(after.edges, period), before, after))),
        until=until,
    )


def _category(item: Item, period: DateRange) -> Category:
    """Where a line belongs; what is new by its date."""
    category, date = item.change.category, item.edge.when
    if category != "new" or date is None:
        return category
    if date.earliest > period.last:
        return "early"
    return "older" if date.latest < months_from(period.first, -OLD) else "new"


def _known(edges: Iterable[Edge], before: Known, after: Known) -> tuple[Item, ...]:
    return tuple(item_of(Change(edge, edge), before, after) for edge in edges)


def _newest_cited(item: Item) -> Item:
    told = bearing(item.edge, item.sources)
    newest = max(told, key=lambda one: (one.published or "", one.claim), default=None)
    return item if newest is None else replace(item, cited=(newest,))
