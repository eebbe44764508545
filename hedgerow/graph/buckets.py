"""The writer's view of buckets: the evidence in each, what it resolves into, and what that changes.

Buckets that were used lately are kept in memory, since a load touches the same ones again and again
and reading a claim back costs more than resolving it. For the same reason a bucket's former outcome
is worked out again rather than read.
"""

from collections import OrderedDict
from dataclasses import dataclass, field

import pyoxigraph as ox

from hedgerow.graph.changes import Change, Changes, event_changes, tie_changes
from hedgerow.graph.difference import Difference
from hedgerow.graph.events_rdf import event_quads
from hedgerow.graph.reading import claims_in_bucket, outlet
from hedgerow.graph.records import Document, Event, Tie
from hedgerow.graph.resolution import Evidence, Resolved
from hedgerow.graph.standing import Standing
from hedgerow.graph.ties_rdf import tie_quads

KEPT_CLAIMS = 100_000
"""Claims kept in memory between commits, about 1.5 KB each."""


NOTHING = Resolved((), ())


@dataclass(slots=True)
class Bucket:
    """The evidence of a bucket by claim id, superseded documents included, and its last outcome."""

    evidence: dict[str, Evidence]
    resolved: Resolved


@dataclass(slots=True)
class Settlement:
    """What resolving the touched buckets changes."""

    events: list[Change[Event]] = field(default_factory=list)
    ties: list[Change[Tie]] = field(default_factory=list)
    difference: Difference = field(default_factory=Difference)
    buckets: int = 0

    def changes(self, reason: str) -> Changes:
        """The same as the caller of a commit is told it."""
        return Changes(reason, tuple(self.events), tuple(self.ties))

    def note(self, before: Resolved, after: Resolved) -> None:
        """Note how one bucket's outcome differs from the last."""
        events = list(event_changes(before.events, after.events))
        ties = list(tie_changes(before.ties, after.ties))
        self.events += events
        self.ties += ties
        old = [q for each in events if each.before for q in event_quads(each.before)]
        old += [q for each in ties if each.before for q in tie_quads(each.before)]
        new = [q for each in events if each.after for q in event_quads(each.after)]
        new += [q for each in ties if each.after for q in tie_quads(each.after)]
        self.difference.replace(old, new)


class Buckets:
    """The buckets of a database as a commit in the making sees them.

    `standing` is that of the last commit.
    """

    def __init__(
        self, database: ox.Store, standing: Standing, kept_claims: int = KEPT_CLAIMS
    ) -> None:
        self.standing = standing
        self._database = database
        self._anew = False
        self._kept_claims = kept_claims
        self._buckets: OrderedDict[str, Bucket] = OrderedDict()
        self._touched: set[str] = set()

    def put(self, bucket: str, evidence: Evidence) -> None:
        """Add a piece of evidence, or replace what was known of its document."""
        self._touch(bucket).evidence[evidence.claim.id] = evidence

    def take(self, bucket: str, claim: str) -> Evidence:
        """Remove a claim from a bucket."""
        return self._touch(bucket).evidence.pop(claim)

    def touch(self, bucket: str) -> None:
        """Have a bucket resolved anew though its evidence is the same."""
        self._touch(bucket)

    def start_anew(self) -> None:
        """Take every bucket's former outcome for nothing, until they are settled."""
        self.forget()
        self._anew = True

    def forget(self) -> None:
        """Drop everything kept in memory, as after a commit that failed."""
        self._anew = False
        self._buckets.clear()
        self._touched.clear()

    def close(self) -> None:
        """Let go of the database."""
        self.forget()
        self._database = ox.Store()

    def settle(self, standing: Standing) -> Settlement:
        """Resolve the touched buckets by what now stands, and tell what changes."""
        settlement = Settlement(buckets=len(self._touched))
        for name in sorted(self._touched):
            bucket = self._buckets[name]
            resolved = standing.resolve(name, bucket.evidence.values())
            settlement.note(bucket.resolved, resolved)
            bucket.resolved = resolved
        self.standing = standing
        self._anew = False
        self._touched.clear()
        self._shrink()
        return settlement

    def _touch(self, name: str) -> Bucket:
        if name not in self._buckets:
            evidence = _read(self._database, name)
            outcome = NOTHING if self._anew else self.standing.resolve(name, evidence.values())
            self._buckets[name] = Bucket(evidence, outcome)
        self._buckets.move_to_end(name)
        self._touched.add(name)
        return self._buckets[name]

    def _shrink(self) -> None:
        total = sum(len(bucket.evidence) for bucket in self._buckets.values())
        while total > self._kept_claims:
            _, oldest = self._buckets.popitem(last=False)
            total -= len(oldest.evidence)


def outlet_of(document: Document) -> tuple[str | None, str]:
    """A document's publication date, and who speaks in it: its publisher, else its URL or path."""
    return document.published, document.publisher or document.source


def _read(database: ox.Store, name: str) -> dict[str, Evidence]:
    outlets: dict[str, tuple[str | None, str]] = {}
    evidence = {}
    for claim in claims_in_bucket(database, name):
        if claim.document not in outlets:
            outlets[claim.document] = outlet(database, claim.document)
        evidence[claim.id] = Evidence(claim, *outlets[claim.document])
    return evidence
