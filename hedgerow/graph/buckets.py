"""The writer's view of buckets: the evidence in each, what it resolves into, and what that changes.

Buckets that were used lately are kept in memory, since a load touches the same ones again and again
and reading a claim back costs more than resolving it. For the same reason a bucket's former outcome
is worked out again rather than read.
"""

from collections import OrderedDict
from collections.abc import Collection
from dataclasses import dataclass, field

import pyoxigraph as ox

from hedgerow.graph.copies_text import Wordings
from hedgerow.graph.difference import Difference
from hedgerow.graph.evidence_rdf import evidence_quads, read_evidence
from hedgerow.graph.rdf import node, prop
from hedgerow.graph.reading import number_in_bucket, told_in_bucket
from hedgerow.graph.records import Document, Imprint
from hedgerow.graph.resolution import Evidence, Resolved
from hedgerow.graph.settlement import Settlement
from hedgerow.graph.standing import Standing

KEPT_CLAIMS = 100_000
"""Claims kept in memory between commits, about 1.5 KB each."""


NOTHING = Resolved((), ())


@dataclass(slots=True)
class Bucket:
    """The evidence of a bucket by claim id, superseded documents included, and its last outcome.

    `former` is what the commit in the making changes, as it was before: None where it was not.
    """

    evidence: dict[str, Evidence]
    resolved: Resolved
    former: dict[str, Evidence | None] = field(default_factory=dict)

    def change(self, claim: str, evidence: Evidence | None) -> None:
        """Have this evidence of a claim from now on, or none."""
        known = self.evidence.pop(claim, None)
        self.former.setdefault(claim, known)
        if evidence is not None:
            self.evidence[claim] = evidence


class Buckets:
    """The buckets of a database as a commit in the making sees them.

    `standing` is that of the last commit, `wordings` those at hand of documents,
    `beside` a database whose documents have the same bands.
    """

    def __init__(
        self,
        database: ox.Store,
        standing: Standing,
        kept_claims: int = KEPT_CLAIMS,
        *,
        beside: ox.Store | None = None,
    ) -> None:
        self.standing = standing
        self.beside = beside
        self.wordings = Wordings()
        self._database = database
        self._kept_claims = kept_claims
        self._buckets: OrderedDict[str, Bucket] = OrderedDict()
        self._touched: set[str] = set()
        self._reprinted: set[str] = set()

    def put(self, bucket: str, evidence: Evidence) -> None:
        """Add a piece of evidence."""
        self._touch(bucket).change(evidence.claim.id, evidence)

    def reprint(self, bucket: str, claim: str, imprint: Imprint) -> None:
        """Note what the document of a claim now says about itself."""
        touched = self._touch(bucket)
        touched.change(claim, Evidence(touched.evidence[claim].claim, *imprint))
        self._reprinted.add(claim)

    def take(self, bucket: str, claim: str) -> Evidence:
        """Remove a claim from a bucket."""
        touched = self._touch(bucket)
        evidence = touched.evidence[claim]
        touched.change(claim, None)
        return evidence

    def touch(self, bucket: str) -> None:
        """Have a bucket resolved anew though its evidence is the same."""
        self._touch(bucket)

    def forget(self) -> None:
        """Drop everything kept in memory, as after a commit that failed."""
        self._buckets.clear()
        self._touched.clear()
        self._reprinted.clear()

    def close(self) -> None:
        """Let go of the database."""
        self.forget()
        self._database = ox.Store()
        self.beside = None

    def settle(self, standing: Standing) -> Settlement:
        """Resolve the touched buckets by what now stands, and tell what changes."""
        settlement = Settlement(self._database, buckets=len(self._touched))
        for name in sorted(self._touched):
            bucket = self._buckets[name]
            resolved = standing.resolve(name, bucket.evidence.values())
            settlement.note(bucket.resolved, resolved, bucket.evidence, self._reprinted)
            bucket.resolved = resolved
            _note_evidence(settlement.difference, name, bucket)
        self.standing = standing
        self._touched.clear()
        self._reprinted.clear()
        self._shrink()
        return settlement

    def _touch(self, name: str) -> Bucket:
        if name not in self._buckets:
            self._buckets[name] = self._found(name)
        self._buckets.move_to_end(name)
        self._touched.add(name)
        return self._buckets[name]

    def _found(self, name: str) -> Bucket:
        evidence = read_evidence_in(self._database, name)
        return Bucket(evidence, self.standing.resolve(name, evidence.values()))

    def _shrink(self) -> None:
        total = sum(len(bucket.evidence) for bucket in self._buckets.values())
        while total > self._kept_claims:
            _, oldest = self._buckets.popitem(last=False)
            total -= len(oldest.evidence)


def outlet_of(document: Document) -> Imprint:
    """What a document says about itself."""
    publisher, address = document.publisher, document.source
    return Imprint(document.published, publisher or address, publisher, document.title, address)


def read_evidence_in(database: ox.Store, name: str) -> dict[str, Evidence]:
    """The evidence in a bucket by claim id, superseded documents included."""
    if next(database.quads_for_pattern(None, prop("bucket"), node(name), None), None) is None:
        return {}
    evidence = read_evidence(database, name)
    if number_in_bucket(database, name) > len(evidence):
        evidence |= read_evidence_anew(database, name, besides=evidence)
    return evidence


def read_evidence_anew(
    database: ox.Store, name: str, besides: Collection[str] = ()
) -> dict[str, Evidence]:
    """The same from the quads of claims and documents alone, but for some claims."""
    told = told_in_bucket(database, name, besides)
    return {claim.id: Evidence(claim, *imprint) for claim, imprint in told}


def _note_evidence(difference: Difference, name: str, bucket: Bucket) -> None:
    for claim, before in bucket.former.items():
        now = bucket.evidence.get(claim)
        old = [] if before is None else evidence_quads(name, before)
        difference.replace(old, [] if now is None else evidence_quads(name, now))
    bucket.former.clear()
