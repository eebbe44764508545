"""What a commit changed in the events and ties, in words before and after."""

from collections.abc import Iterator
from dataclasses import dataclass

from hedgerow.graph.changes import Change, Changes
from hedgerow.graph.records import Event, Tie
from hedgerow.queries.words.phrases import counted
from hedgerow.queries.words.wording import told_edge


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
    told = [(each, _words(each.before), _words(each.after)) for each in edges]
    gone = {before for each, before, _ in told if each.how == "removed"}
    both = gone & {after for each, _, after in told if each.how == "added"}
    for each, before, after in told:
        if each.how == "removed" and before in both:
            continue
        renamed = each.how == "added" and after in both
        how = "changed" if renamed else each.how
        yield Changed(how, each.edge.id, after if renamed else before, after)


def changed_in_words(number: int) -> str:
    """`2 events and ties changed`, or `no event or tie changed`."""
    told = counted(number, "event or tie", "events and ties") if number else "no event or tie"
    return f"{told} changed"


def _words(edge: Event | Tie | None) -> str | None:
    return None if edge is None else told_edge(edge)
