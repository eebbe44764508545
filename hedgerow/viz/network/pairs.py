"""Pairs of actors: the lines of the drawing, the rows of the table."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from hedgerow.graph.ids import dyad_id
from hedgerow.queries.words.phrases import counted
from hedgerow.viz.design import style
from hedgerow.viz.network.items import Item
from hedgerow.viz.network.selection import Ends
from hedgerow.viz.network.wording import short_name


@dataclass(frozen=True, slots=True)
class Pair:
    """All that is held between two actors, drawn as one line.

    `id` is `USA-VNM`. `standing` is the firmest one among `items`; `group` and `documents`, the
    colour and width of the line, come from the items of that standing alone.
    """

    id: str
    ends: Ends
    name: str
    items: tuple[Item, ...]
    standing: str
    group: str
    documents: int

    @property
    def all_documents(self) -> frozenset[str]:
        """The documents behind all of its items."""
        return frozenset().union(*(item.documents for item in self.items))

    @property
    def latest(self) -> str | None:
        """The EDTF date of its newest event, or of the newest tie's beginning."""
        return max((item.sort_date for item in self.items), default=None) or None


def pair_of(ends: Ends, found: Collection[Item]) -> Pair:
    """The line that bundles some events and ties: ties first, then events, newest first."""
    items = sorted(found, key=lambda item: (item.is_tie, item.sort_date, item.id), reverse=True)
    firmest = next(s.name for s in style().standings if any(i.standing == s.name for i in items))
    behind: dict[str, set[str]] = defaultdict(set)
    for item in items:
        if item.standing == firmest:
            behind[item.group].update(item.documents)
    order = [group.name for group in style().groups]
    return Pair(
        id=dyad_id(*ends).removeprefix("dyad/"),
        ends=ends,
        name=" – ".join(map(short_name, ends)),
        items=tuple(items),
        standing=firmest,
        group=max(behind, key=lambda name: (len(behind[name]), -order.index(name))),
        documents=len(set().union(*behind.values())),
    )


def tally(pair: Pair) -> str:
    """How many of its events and ties have which standing: `5 concluded; from 9 documents`."""
    found = (
        (sum(item.standing == one.name for item in pair.items), one.label.lower())
        for one in style().standings
    )
    parts = [f"{number} {label}" for number, label in found if number]
    return f"{', '.join(parts)}; from {counted(len(pair.all_documents), 'document')}"


def kinds(pair: Pair) -> str:
    """The groups of ties in a pair: `Relations; Arms`."""
    found = [
        group.label for group in style().groups if any(i.group == group.name for i in pair.items)
    ]
    return "; ".join(found)
