"""What a commit changed in the events and ties, in words before and after."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from hedgerow.graph.changes import Change, Changes
from hedgerow.graph.records import Event, Tie
from hedgerow.queries.words.phrases import counted, slug_words
from hedgerow.queries.words.wording import told_edge

Edge: TypeAlias = Event | Tie
BESIDE = (
    *("documents", "sources", "confidence", "standing", "date_end", "first_published"),
    *("asserted_by", "denied_by", "first_confirmed", "last_confirmed"),
)
"""The fields of an edge that its words do not tell."""


@dataclass(frozen=True, slots=True)
class Changed:
    """An event or tie that was added, removed or changed, in words before and after."""

    how: str
    id: str
    before: str | None
    after: str | None


def changed(changes: Changes) -> Iterator[Changed]:
    """What changed; one that is told in the same words under a new id was not taken away."""
    edges: tuple[Change[Event] | Change[Tie], ...] = (*changes.events, *changes.ties)
    gone = [each.before for each in edges if each.after is None and each.before is not None]
    former = {told_edge(each): each for each in gone} | {each.id: each for each in gone}
    found: dict[str, Edge] = {}
    for one in edges:
        before, after = one.before, one.after
        if after is not None and before is None:
            before = former.get(after.id) or former.get(told_edge(after))
            found |= {before.id: before} if before is not None else {}
        if after is not None:
            yield from _told(before, after)
    for each in gone:
        if each.id not in found:
            yield from _told(each, None)


def changed_in_words(number: int) -> str:
    """`2 events and ties changed`, or `no event or tie changed`."""
    told = counted(number, "event or tie", "events and ties") if number else "no event or tie"
    return f"{told} changed"


def _told(before: Edge | None, after: Edge | None) -> Iterator[Changed]:
    """The change in words; nothing where no reader would see one."""
    if before is None or after is None:
        edge, how = (before, "removed") if after is None else (after, "added")
        if edge is not None:
            was, now = (told_edge(each) if each else None for each in (before, after))
            yield Changed(how, edge.id, was, now)
        return
    was, now = told_edge(before), told_edge(after)
    if was == now:
        else_ = list(_else(before, after))
        if not else_:
            return
        now = f"{now} ({'; '.join(else_)})"
    yield Changed("changed", after.id, was, now)


def _else(before: Edge, after: Edge) -> Iterator[str]:
    """What the words leave out: `sources 2 to 1`."""
    for field in BESIDE:
        old, new = getattr(before, field, None), getattr(after, field, None)
        if old != new:
            yield f"{slug_words(field)} {_value(old)} to {_value(new)}"


def _value(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(str, value)) or "none"
    return f"{value:.2g}" if isinstance(value, float) else str(value or "none")
