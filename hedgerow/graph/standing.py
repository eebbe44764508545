"""What decides which claims count, and for what: newer editions and analysts' judgements."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from hedgerow.graph.judged import Judged
from hedgerow.graph.resolution import Evidence, Resolved, resolve_bucket
from hedgerow.ontology.vocabulary import vocabulary


@dataclass(frozen=True, slots=True)
class Standing:
    """The documents that a newer edition replaces, and the judgements, at one commit."""

    superseded: frozenset[str]
    judged: Judged

    def resolve(self, bucket: str, evidence: Iterable[Evidence]) -> Resolved:
        """The events and ties of a bucket from the evidence that counts."""
        counting = [
            self._as_meant(each) for each in evidence if each.claim.document not in self.superseded
        ]
        judgements = self.judged.about(each.claim.id for each in counting)
        return resolve_bucket(bucket, counting, judgements, vocabulary())

    def _as_meant(self, evidence: Evidence) -> Evidence:
        meant = self.judged.reworded(evidence.claim)
        return evidence if meant is evidence.claim else replace(evidence, claim=meant)
