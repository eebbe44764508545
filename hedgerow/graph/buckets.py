"""The writer's view of buckets: the evidence in each, what it resolves into, and what that changes.

Buckets that were used lately are kept in memory, since a load touches the same ones again and again
and reading a claim back costs more than resolving it. For the same reason a bucket's former outcome
is worked out again rather than read.
"""

from collections import OrderedDict
from dataclasses import dataclass

import pyoxigraph as ox

from hedgerow.graph.reading import claims_in_bucket, imprint
from hedgerow.graph.records import Document, Imprint
from hedgerow.graph.resolution import Evidence, Resolved
from hedgerow.graph.settlement import Settlement
from hedgerow.graph.standing import Standing

KEPT_CLAIMS = 100_000
"""Claims kept in memory between commits, about 1.5 KB each."""


NOTHING = Resolved((), ())


@dataclass(slots=True)
class Bucket:
    """The evidence of a bucket by claim id, superseded documents included, and its last outcome."""

    evidence: dict[str, Evidence]
    resolved: Resolved


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
        self._reprinted: set[str] = set()

    def put(self, bucket: str, evidence: Evidence) -> None:
        """Add a piece of evidence."""
        self._touch(bucket).evidence[evidence.claim.id] = evidence

    def reprint(self, bucket: str, claim: str, imprint: Imprint) -> None:
        """Note what the document of a claim now says about itself."""
        evidence = self._touch(bucket).evidence
        evidence[claim] = Evidence(evidence[claim].claim, *imprint)
        self._reprinted.add(claim)

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
        self._reprinted.clear()

    def close(self) -> None:
        """Let go of the database."""
        self.forget()
        self._database = ox.Store()

    def settle(self, standing: Standing) -> Settlement:
        """Resolve the touched buckets by what now stands, and tell what changes."""
        settlement = Settlement(self._database, buckets=len(self._touched))
        for name in sorted(self._touched):
            bucket = self._buckets[name]
            resolved = standing.resolve(name, bucket.evidence.values())
            settlement.note(bucket.resolved, resolved, bucket.evidence, self._reprinted)
            bucket.resolved = resolved
        self.standing = standing
        self._anew = False
        self._touched.clear()
        self._reprinted.clear()
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


def outlet_of(document: Document) -> Imprint:
    """What a document says about itself."""
    publisher, address = document.publisher, document.source
    return Imprint(document.published, publisher or address, publisher, document.title, address)


def _read(database: ox.Store, name: str) -> dict[str, Evidence]:
    imprints: dict[str, Imprint] = {}
    evidence = {}
    for claim in claims_in_bucket(database, name):
        if claim.document not in imprints:
            imprints[claim.document] = imprint(database, claim.document)
        evidence[claim.id] = Evidence(claim, *imprints[claim.document])
    return evidence
