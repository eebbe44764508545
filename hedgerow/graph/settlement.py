"""What resolving the buckets that a commit touched changes."""

from collections.abc import Mapping, Set
from dataclasses import dataclass, field

import pyoxigraph as ox

from hedgerow.graph.changes import Change, Changes, event_changes, tie_changes
from hedgerow.graph.difference import Difference
from hedgerow.graph.events_rdf import event_quads
from hedgerow.graph.records import Event, Tie
from hedgerow.graph.resolution import Evidence, Resolved
from hedgerow.graph.summaries_rdf import stored_summary_quads, summary_quad
from hedgerow.graph.ties_rdf import tie_quads


@dataclass(slots=True)
class Settlement:
    """What a commit changes, and the quads that say so."""

    database: ox.Store
    events: list[Change[Event]] = field(default_factory=list)
    ties: list[Change[Tie]] = field(default_factory=list)
    difference: Difference = field(default_factory=Difference)
    buckets: int = 0

    def changes(self, reason: str) -> Changes:
        """The same as the caller of a commit is told it."""
        return Changes(reason, tuple(self.events), tuple(self.ties))

    def note(
        self,
        before: Resolved,
        after: Resolved,
        evidence: Mapping[str, Evidence],
        reprinted: Set[str],
    ) -> None:
        """Note how one bucket's outcome differs from the last.

        `reprinted` are claims whose document now says something else about itself.
        """
        events = list(event_changes(before.events, after.events))
        ties = list(tie_changes(before.ties, after.ties))
        self.events += events
        self.ties += ties
        old = [q for each in events if each.before for q in event_quads(each.before)]
        old += [q for each in ties if each.before for q in tie_quads(each.before)]
        new = [q for each in events if each.after for q in event_quads(each.after)]
        new += [q for each in ties if each.after for q in tie_quads(each.after)]
        self.difference.replace(old, new)
        changes: list[Change[Event] | Change[Tie]] = [*events, *ties]
        gone = [each.before for each in changes if each.before]
        come = [each.after for each in changes if each.after]
        same = _reprinted(after, reprinted) if reprinted else []
        self._sum_up([*gone, *same], [*come, *same], evidence)

    def _sum_up(
        self, gone: list[Event | Tie], come: list[Event | Tie], evidence: Mapping[str, Evidence]
    ) -> None:
        old = [quad for edge in gone for quad in stored_summary_quads(self.database, edge.id)]
        new = [summary_quad(edge, evidence) for edge in come]
        self.difference.replace(old, new)


def _reprinted(after: Resolved, claims: Set[str]) -> list[Event | Tie]:
    edges: list[Event | Tie] = [*after.events, *after.ties]
    return [edge for edge in edges if not claims.isdisjoint(edge.claims)]
