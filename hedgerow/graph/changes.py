"""What a commit changed in the events and ties, told before and after."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from hedgerow.graph.records import Event, Tie

Edge = TypeVar("Edge", Event, Tie)
How = Literal["added", "removed", "changed"]


@dataclass(frozen=True, slots=True)
class Change(Generic[Edge]):
    """One event or tie before and after; `before` is None where added, `after` where removed."""

    before: Edge | None
    after: Edge | None

    @property
    def edge(self) -> Edge:
        """As it is now, or as it was where it was removed."""
        edge = self.after if self.after is not None else self.before
        if edge is None:
            raise ValueError("a change has an edge before or after it")
        return edge

    @property
    def how(self) -> How:
        """`added`, `removed` or `changed`."""
        if self.before is None:
            return "added"
        return "removed" if self.after is None else "changed"


@dataclass(frozen=True, slots=True)
class Changes:
    """All that a commit changed, and why it was made.

    `untold` counts what changed along with event tables, too much to be held.
    """

    reason: str
    events: tuple[Change[Event], ...] = ()
    ties: tuple[Change[Tie], ...] = ()
    untold: int = 0

    def __len__(self) -> int:
        return len(self.events) + len(self.ties) + self.untold

    def count(self, how: How) -> int:
        """How many events and ties were added, removed or changed."""
        hows = [change.how for change in self.events] + [change.how for change in self.ties]
        return hows.count(how)

    def __bool__(self) -> bool:
        return len(self) > 0


def event_changes(before: Iterable[Event], after: Iterable[Event]) -> Iterator[Change[Event]]:
    """The events that differ; one whose anchor changed is found again under its former id."""
    old = {event.id: event for event in before}
    for event in after:
        known = next((each for each in (event.id, *event.formerly) if each in old), None)
        former = None if known is None else old.pop(known)
        if former != event:
            yield Change(former, event)
    for gone in old.values():
        yield Change(gone, None)


def tie_changes(before: Iterable[Tie], after: Iterable[Tie]) -> Iterator[Change[Tie]]:
    """The ties that differ."""
    old: Mapping[str, Tie] = {tie.id: tie for tie in before}
    new: Mapping[str, Tie] = {tie.id: tie for tie in after}
    for tie_id in sorted(old.keys() | new.keys()):
        if old.get(tie_id) != new.get(tie_id):
            yield Change(old.get(tie_id), new.get(tie_id))
