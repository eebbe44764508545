"""A commit in the making: documents and judgements come and go, buckets settle, quads differ.

Nothing here writes to the database, so a commit that fails half-way has done nothing.
"""

from collections.abc import Sequence

import pyoxigraph as ox

from hedgerow.graph.buckets import Buckets, outlet_of
from hedgerow.graph.claims_rdf import claim_quads
from hedgerow.graph.difference import WHOLE, Difference
from hedgerow.graph.documents_rdf import document_quads
from hedgerow.graph.editions import Editions
from hedgerow.graph.judgements_rdf import judgement_quads
from hedgerow.graph.ledger import (
    Entry,
    Withdrawal,
    entry_quads,
    fingerprint_quads,
    new_identity_quads,
    read_entry,
    read_fingerprint,
    retrieval_quads,
    withdrawal_quads,
)
from hedgerow.graph.rdf import NQuad, local_id, node, prop, token
from hedgerow.graph.reading import find_claim, find_document, instances
from hedgerow.graph.records import Claim, Document, Judgement
from hedgerow.graph.resolution import Evidence
from hedgerow.graph.schema_rdf import schema_quads
from hedgerow.graph.settlement import Settlement
from hedgerow.graph.standing import Standing
from hedgerow.graph.summaries_rdf import layout_quads
from hedgerow.graph.writing import GraphWriter


class Draft:
    """What one commit will change, on top of a database that stays as it is."""

    def __init__(self, database: ox.Store, buckets: Buckets) -> None:
        self.difference = Difference()
        self._database = database
        self._buckets = buckets
        self._judged = buckets.standing.judged
        self._fresh: dict[str, Document] = {}
        self._stored: dict[str, Document] = {}
        self._gone: dict[str, Document] = {}

    def add(self, document: Document, claims: list[Claim], entry: Entry) -> None:
        """A document that is not there yet, with its claims."""
        self._fresh[document.id] = document
        outlet = outlet_of(document)
        for claim in claims:
            bucket = self._judged.bucket(claim)
            self.difference.added += claim_quads(claim, bucket)
            self._buckets.put(bucket, Evidence(claim, *outlet))
        self.difference.added += entry_quads(document.id, entry)
        self.difference.added += retrieval_quads(document)

    def update(self, stored: Document, merged: Document) -> None:
        """A document that has appeared in more places than we knew."""
        self._fresh[merged.id] = merged
        self._stored[merged.id] = stored
        self.difference.replace(retrieval_quads(stored), retrieval_quads(merged))
        if outlet_of(stored) != outlet_of(merged):
            for claim, bucket in self._claims_of(merged.id):
                self._buckets.reprint(bucket, claim, outlet_of(merged))

    def withdraw(self, withdrawal: Withdrawal) -> None:
        """A document to take out, or to keep out where it is not here."""
        self.difference.added += withdrawal_quads(withdrawal)
        document = find_document(self._database, withdrawal.document)
        if document is None:
            return
        self._gone[document.id] = document
        for claim, bucket in self._claims_of(document.id):
            self._buckets.take(bucket, claim)
        self.difference.dropped.append(node(document.id))
        entry = read_entry(self._database, document.id)
        self.difference.removed += entry_quads(document.id, entry) if entry else []
        self.difference.removed += retrieval_quads(document)

    def judge(self, judgements: Sequence[Judgement]) -> None:
        """Judgements to record."""
        self._judged = self._judged.including(judgements)
        named: set[str] = set()
        for judgement in judgements:
            self.difference.added += judgement_quads(judgement)
            named.update(judgement.claims)
        for claim in sorted(named):
            self._move(claim)

    def refresh(self, fingerprint: str) -> None:
        """Another version of the ontology: its graphs change, and everything resolves anew."""
        known = read_fingerprint(self._database)
        if known is None:
            self.difference.added += new_identity_quads()
        before = [] if known is None else fingerprint_quads(known)
        self.difference.replace(before, fingerprint_quads(fingerprint))
        self.difference.dropped += WHOLE
        self.difference.added += schema_quads()
        self.difference.added += layout_quads(fingerprint)
        self._buckets.start_anew()
        for claim in instances(self._database, "Claim"):
            self._move(claim)

    def settle(self) -> Settlement:
        """Everything that follows from what has come and gone; call it last."""
        editions = Editions(self._database, self._fresh, self._gone)
        changed = (*self._fresh.values(), *self._gone.values())
        affected = editions.sharing(changed) | self._fresh
        superseded = set(self._buckets.standing.superseded) - self._gone.keys()
        for document in affected.values():
            self._write_document(document, editions.superseded_by(document))
            if editions.is_superseded(document) != (document.id in superseded):
                superseded ^= {document.id}
                self._touch_claims_of(document.id)
        settlement = self._buckets.settle(Standing(frozenset(superseded), self._judged))
        self.difference.include(settlement.difference)
        return settlement

    def _move(self, claim_id: str) -> None:
        claim = find_claim(self._database, claim_id)
        if claim is None:
            return
        old = self._bucket_of(claim)
        new = self._judged.bucket(claim)
        self._buckets.touch(old)
        if old != new:
            self._buckets.put(new, self._buckets.take(old, claim.id))
            self.difference.replace([_bucket_quad(claim, old)], [_bucket_quad(claim, new)])

    def _write_document(self, document: Document, supersedes: list[str]) -> None:
        stored = self._stored.get(document.id)
        if document.id in self._fresh and stored is None:
            self.difference.added += document_quads(document, supersedes)
            return
        before = document_quads(stored or document, self._supersedes(document.id))
        self.difference.replace(before, document_quads(document, supersedes))

    def _supersedes(self, document: str) -> list[str]:
        place = node(document)
        quads = self._database.quads_for_pattern(place, prop("supersedes"), None, place)
        return [local_id(quad.object) for quad in quads]

    def _touch_claims_of(self, document: str) -> None:
        for _, bucket in self._claims_of(document):
            self._buckets.touch(bucket)

    def _claims_of(self, document: str) -> list[tuple[str, str]]:
        place = node(document)
        quads = self._database.quads_for_pattern(None, prop("bucket"), None, place)
        return [(local_id(quad.subject), local_id(quad.object)) for quad in quads]

    def _bucket_of(self, claim: Claim) -> str:
        place = node(claim.document)
        quads = self._database.quads_for_pattern(node(claim.id), prop("bucket"), None, place)
        return next(local_id(quad.object) for quad in quads)


def _bucket_quad(claim: Claim, bucket: str) -> NQuad:
    writer = GraphWriter(token(claim.document))
    writer.link(token(claim.id), "bucket", token(bucket))
    return writer.quads[0]
