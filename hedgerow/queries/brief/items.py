"""The lines of a brief: what changed of an edge, which sentences to cite, and who speaks in all."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from hedgerow.queries.brief.changes import Change
from hedgerow.queries.brief.known import Known
from hedgerow.queries.reading.edge import Edge, Source
from hedgerow.queries.reading.rated import mark_of
from hedgerow.queries.sources.bearing import bearing, both_sides, outlets_of
from hedgerow.queries.sources.telling_sentence import most_telling_first
from hedgerow.queries.words.phrases import CONCLUDED, CONTESTED, PROSPECTIVE

CITED = 2
"""As many sentences are cited for one line."""


@dataclass(frozen=True, slots=True)
class Item:
    """One line: an edge and what of it changed, the sentences to cite and who speaks in all.

    `ties` are those that came or changed with the event, and are told beside it.
    """

    change: Change
    cited: tuple[Source, ...]
    sources: tuple[Source, ...]
    ties: tuple[Change, ...] = ()

    @property
    def edge(self) -> Edge:
        """The edge as it is told now, or as it last was."""
        return self.change.edge

    @property
    def outlets(self) -> int:
        """How many outlets tell it as it stands."""
        return len(outlets_of(bearing(self.edge, self.sources)))

    @property
    def handling(self) -> str | None:
        """The strictest handling mark of all who speak."""
        return mark_of((*self.sources, *self.cited))

    @property
    def strength(self) -> tuple[int, int, int, str]:
        """Concluded before prospective before the rest, then by documents, then latest first."""
        edge = self.edge
        standing = CONCLUDED if edge.is_tie else edge.standing
        firmness = {CONCLUDED: 0, PROSPECTIVE: 1}.get(str(standing), 2)
        day = 0 if edge.placed is None else edge.placed.earliest.toordinal()
        return firmness, -edge.documents, -day, edge.id


def items_of(found: Sequence[Change], before: Known, after: Known) -> list[Item]:
    """A line a change, but for ties that a concluded event among them opened or closed."""
    acting = {each.edge.id for each in found if each.edge.standing == CONCLUDED and each.after}
    beside: dict[str, list[Change]] = defaultdict(list)
    alone: list[Change] = []
    for each in found:
        cause = _cause(each)
        (beside[cause] if cause in acting else alone).append(each)
    for ties in beside.values():
        ties.sort(key=lambda tie: (tie.before is not None, tie.edge.id))
    return [item_of(each, before, after, tuple(beside[each.edge.id])) for each in alone]


def _cause(change: Change) -> str:
    """The event that opened a tie that is new, or ended one of which nothing else changed."""
    tie = change.after
    if tie is None or not tie.is_tie:
        return ""
    if change.before is None:
        return tie.opened_by or ""
    only_ended = all(each.field == "end" for each in change.differences)
    return (tie.closed_by or "") if only_ended else ""


def item_of(change: Change, before: Known, after: Known, ties: tuple[Change, ...] = ()) -> Item:
    """A line of one change with the sentences to cite for it, those of the period first."""
    edge = change.edge
    sources = (before if change.after is None else after).of(edge)
    told = most_telling_first(edge, sources)
    best = sorted(
        bearing(edge, told),
        key=lambda one: (one.status != edge.status, one.claim in before.claims),
    )
    cited = both_sides(best) if edge.standing == CONTESTED else tuple(best[:CITED])
    return Item(change, cited, told, ties)
