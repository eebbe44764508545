"""What differs between the edges that were known then and those that are known now."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from hedgerow.ontology.vocabulary import vocabulary
from hedgerow.queries.reading.edge import Edge
from hedgerow.queries.words.phrases import CONCLUDED, CONTESTED, DENIED, PROSPECTIVE, level_words

Category = Literal["new", "older", "early", "prospect", "changed", "contested", "gone"]
STATUS = "status"
Former = Mapping[str, tuple[str, ...]]
"""The ids that edges had then, by their id now, the best match first."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A field that is told otherwise now, in words; None where nothing was or is told."""

    field: str
    before: str | None
    after: str | None

    def __str__(self) -> str:
        """`planned → occurred`, `date 2025-12 → 2026-01`."""
        name = "" if self.field == STATUS else f"{self.field} "
        return f"{name}{self.before or 'none'} → {self.after or 'none'}"


@dataclass(frozen=True, slots=True)
class Change:
    """An edge then and now: `before` is None where it is new, `after` where it is told no more."""

    before: Edge | None
    after: Edge | None

    @property
    def edge(self) -> Edge:
        """As it is told now, or as it was where it is told no more."""
        edge = self.after or self.before
        if edge is None:
            raise ValueError("a change has an edge before or after it")
        return edge

    @property
    def category(self) -> Category:
        """Where it belongs: what is contested, denied or only in prospect stands apart."""
        edge = self.edge
        if self.after is None:
            return "gone"
        if edge.standing == CONTESTED or edge.status == DENIED:
            return "contested"
        if self.before is not None:
            return "changed"
        if edge.is_tie or edge.standing == CONCLUDED:
            return "new"
        return "prospect" if edge.standing == PROSPECTIVE else "changed"

    @property
    def differences(self) -> tuple[Difference, ...]:
        """What is told otherwise; nothing of an edge that is new or gone."""
        if self.before is None or self.after is None:
            return ()
        was, now = dict(_told(self.before)), dict(_told(self.after))
        return tuple(Difference(key, was[key], now[key]) for key in now if was[key] != now[key])


def changes(
    before: Iterable[Edge], after: Iterable[Edge], former: Former = MappingProxyType({})
) -> tuple[Change, ...]:
    """The edges that are new, told otherwise or told no more, in the order of `after`.

    An edge is found again by its id, else by one that it had. More sentences or documents that tell
    the same are no change.
    """
    then = {edge.id: edge for edge in before}
    found, known = [], set[str]()
    for edge in after:
        ids = [each for each in (edge.id, *former.get(edge.id, ())) if each in then]
        known.update(ids)
        change = Change(then[ids[0]] if ids else None, edge)
        if change.before is None or change.differences:
            found.append(change)
    gone = (edge for edge in then.values() if edge.id not in known)
    return (*found, *(Change(edge, None) for edge in gone))


def _told(edge: Edge) -> Iterator[tuple[str, str | None]]:
    yield STATUS, _status(edge)
    yield "type", edge.label
    yield "since" if edge.is_tie else "date", edge.stated
    yield "end", edge.end
    yield "level", level_words(edge.level) if edge.level else None


def _status(edge: Edge) -> str | None:
    """`reported (signed)`, `contested: reported (signed)`."""
    if edge.status is None:
        return None
    words = vocabulary()
    stage = f" ({words.status(edge.stage).label})" if edge.stage else ""
    doubt = f"{CONTESTED}: " if edge.standing == CONTESTED else ""
    return f"{doubt}{words.status(edge.status).label}{stage}"
