"""What became of an event or tie when something that it rested on was taken away."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from hedgerow.graph.changes import Change, Changes
from hedgerow.graph.records import Event, Tie
from hedgerow.queries.words.phrases import level_words, slug_words, status_text, support

Edge: TypeAlias = Event | Tie
GONE, CHANGED, WEAKENED, FEWER, NEW = "gone", "changed", "weakened", "fewer documents", "new"
ORDER = (GONE, CHANGED, WEAKENED, FEWER, NEW)
"""How far it fell; what is new took the place of what is gone, or counts again."""
TOLD = {
    "status": "status",
    "standing": "standing",
    "date": "date",
    "date_end": "last day",
    "level": "level",
    "from_level": "level before",
    "item": "item",
    "place": "place",
    "since": "since",
    "until": "until",
    "last_confirmed": "last confirmed",
    "asserted_by": "asserted by",
    "denied_by": "denied by",
}
"""The fields whose change a reader sees."""


@dataclass(frozen=True, slots=True)
class Moved:
    """A field of an edge that has another value now, both in words."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Fallen:
    """An event or tie before and after; one of both is None where it is new or gone."""

    before: Edge | None
    after: Edge | None

    @property
    def edge(self) -> Edge:
        """As it is now, or as it was."""
        edge = self.after or self.before
        if edge is None:
            raise ValueError("what changed was there before or is there after it")
        return edge

    @property
    def moved(self) -> tuple[Moved, ...]:
        """The fields that have another value now."""
        return tuple(_moved(self.before, self.after)) if self.before and self.after else ()

    @property
    def how(self) -> str:
        """One of `ORDER`."""
        if self.before is None or self.after is None:
            return NEW if self.before is None else GONE
        if self.moved:
            return CHANGED
        return WEAKENED if self.after.sources < self.before.sources else FEWER

    @property
    def why(self) -> str:
        """What moved, and on how much it rested and rests."""
        if self.before is None:
            return "told by what counts now"
        was = support(self.before.documents, self.before.sources)
        if self.after is None:
            return f"nothing else told it ({was})"
        steps = [f"{one.field}: {one.before} -> {one.after}" for one in self.moved]
        now = support(self.after.documents, self.after.sources)
        return "; ".join((*(steps or ["says the same"]), f"{was} before, {now} now"))


def fallen(changes: Changes) -> list[Fallen]:
    """What changed, what is gone first; an edge under a new id is the same as before."""
    edges = [*_paired(changes.events), *_paired(changes.ties)]
    return sorted(edges, key=lambda one: (ORDER.index(one.how), one.edge.id))


def _paired(changes: Sequence[Change[Event]] | Sequence[Change[Tie]]) -> list[Fallen]:
    """Before and after; an edge that lost the claim that its id comes from is found by others."""
    removed: dict[str, Edge] = {
        one.before.id: one.before for one in changes if not one.after and one.before
    }
    found = []
    for one in changes:
        before: Edge | None = one.before
        if one.after is None:
            continue
        if before is None:
            claims = set(one.after.claims)
            former = (each for each in removed.values() if not claims.isdisjoint(each.claims))
            before = min(former, key=lambda each: each.id, default=None)
            removed.pop(before.id if before else "", None)
        found.append(Fallen(before, one.after))
    return found + [Fallen(before, None) for before in removed.values()]


def _moved(before: Edge, after: Edge) -> Iterator[Moved]:
    for field, label in TOLD.items():
        old, new = getattr(before, field, None), getattr(after, field, None)
        if old != new:
            yield Moved(label, _words(field, old), _words(field, new))


def _words(field: str, value: str | tuple[str, ...] | None) -> str:
    if not value:
        return "none"
    if isinstance(value, tuple):
        return ", ".join(value)
    if field == "status":
        return status_text(value)
    return level_words(value) if field in {"level", "from_level"} else slug_words(value)
