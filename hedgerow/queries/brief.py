"""Briefs: what is new, changed, contested, withdrawn and coming up for whom one follows.

The graph as it was known before a period is compared with the graph as it is known at its end.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from hedgerow.graph.ledger import Withdrawal
from hedgerow.queries.brief_ahead import coming, lapsed
from hedgerow.queries.brief_changes import Category, Change, changes
from hedgerow.queries.brief_items import Item, item_of, items_of
from hedgerow.queries.brief_known import Known, former_ids
from hedgerow.queries.edge import Edge
from hedgerow.queries.edges import Selection
from hedgerow.queries.ranges import DateRange
from hedgerow.queries.windows import days_from


@dataclass(frozen=True, slots=True)
class Looked:
    """What was looked at: `documents` are those of the period, `telling` those on whom one follows.

    `undated` and `coarse` were left out for want of a date; `newest` is the newest publication.
    """

    documents: int
    telling: int
    undated: int
    coarse: int
    newest: dt.date | None


@dataclass(frozen=True, slots=True)
class Brief:
    """What changed over a period, each edge in one of five lists, the strongest first.

    `ahead` holds the dates until `until`, the nearest first, `lapsed` the open ties that became
    unconfirmed; both tell what is known in all, changed or not.
    """

    followed: tuple[Selection, ...]
    period: DateRange
    looked: Looked
    new: tuple[Item, ...]
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
        """The five lists of what changed."""
        return self.new, self.prospect, self.changed, self.contested, self.gone


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
    items = items_of(found, before, after)
    until = days_from(period.last, ahead)
    return Brief(
        followed=tuple(followed),
        period=period,
        looked=looked,
        new=_of("new", items),
        prospect=_of("prospect", items),
        changed=_of("changed", items),
        contested=_of("contested", items),
        gone=_of("gone", items),
        withdrawn=tuple(sorted(withdrawn, key=lambda each: (each.at, each.document))),
        ahead=_known(coming(after.edges, period.last, until), before, after),
        lapsed=tuple(map(_newest_cited, _known(lapsed(after.edges, period), before, after))),
        until=until,
    )


def _of(category: Category, items: Iterable[Item]) -> tuple[Item, ...]:
    wanted = (item for item in items if item.change.category == category)
    return tuple(sorted(wanted, key=lambda item: item.strength))


def _known(edges: Iterable[Edge], before: Known, after: Known) -> tuple[Item, ...]:
    return tuple(item_of(Change(edge, edge), before, after) for edge in edges)


def _newest_cited(item: Item) -> Item:
    newest = max(item.sources, key=lambda one: (one.published or "", one.claim), default=None)
    return item if newest is None else replace(item, cited=(newest,))
