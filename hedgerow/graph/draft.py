"""A commit in the making: documents and judgements come and go, buckets settle, quads differ.

Nothing here writes to the database, so a commit that fails half-way has done nothing.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace

import pyoxigraph as ox

from hedgerow.graph.bearing import Bearing, bearing_quads
from hedgerow.graph.buckets import Buckets, outlet_of
from hedgerow.graph.claims_rdf import bucket_quads, claim_quads
from hedgerow.graph.copies import Copies, Reworded
from hedgerow.graph.copies_rdf import copy_quads, has_bands, stored_original
from hedgerow.graph.difference import WHOLE, Difference
from hedgerow.graph.documents_rdf import document_quads
from hedgerow.graph.editions import Editions
from hedgerow.graph.judged import NOTHING, Judged
from hedgerow.graph.judgements_rdf import judgement_quads, witness_quads
from hedgerow.graph.ledger import (
    Entry,
    Version,
    Withdrawal,
    entry_quads,
    new_identity_quads,
    read_entry,
    read_version,
    retrieval_quads,
    version_quads,
    withdrawal_quads,
)
from hedgerow.graph.rdf import COPIES, local_id, node, prop
from hedgerow.graph.reading import (
    articles_claims,
    document_with_claims,
    find_claim,
    find_document,
    find_table,
    imprint,
    imprint_of_claim,
)
from hedgerow.graph.reattaching import (
    bearing_here,
    bearing_on,
    entered_here,
    merged,
    with_witnesses,
    witnesses_for,
)
from hedgerow.graph.records import Claim, Document, Judgement
from hedgerow.graph.resolution import Evidence
from hedgerow.graph.rows_rdf import is_row
from hedgerow.graph.schema_rdf import schema_quads
from hedgerow.graph.settlement import Settlement
from hedgerow.graph.standing import Standing
from hedgerow.graph.summaries_rdf import layout_quads


class Draft:
    """What one commit will change, on top of a database that stays as it is."""

    def __init__(
        self, database: ox.Store, buckets: Buckets, withdrawn: Collection[str] = ()
    ) -> None:
        self.difference = Difference()
        self._database = database
        self._buckets = buckets
        self._judged = buckets.standing.judged
        self._withdrawn = {*withdrawn}
        self._fresh: dict[str, Document] = {}
        self._stored: dict[str, Document] = {}
        self._gone: dict[str, Document] = {}
        self._copies = Copies(database, buckets.wordings, buckets.beside)
        self._put: dict[str, list[tuple[str, str]]] = {}
        self._moved: dict[str, str] = {}

    def meet(self, told: Collection[tuple[Document, list[Claim]]]) -> None:
        """What will be added: judgements may be waiting for it, by claim or by wording."""
        fresh = witnesses_for(self._judged, told)
        for judgement, seen in fresh:
            for witness in seen:
                self.difference.added += witness_quads(judgement.id, witness)
        bearing = bearing_on(self._judged, told)
        if fresh or bearing:
            more = [replace(each, witnesses=(*each.witnesses, *seen)) for each, seen in fresh]
            self._judged = self._judged.including(more, bearing or NOTHING)

    def add(self, document: Document, claims: list[Claim], entry: Entry) -> None:
        """A document that is not there yet, with its claims, once it was met."""
        self._fresh[document.id] = document
        outlet = outlet_of(document)
        for claim in claims:
            bucket = self._judged.bucket(claim)
            self.difference.added += claim_quads(claim, bucket)
            self._buckets.put(bucket, Evidence(claim, *outlet))
            self._put.setdefault(document.id, []).append((claim.id, bucket))
        if claims:
            self.difference.added += self._copies.add(document)
        self.difference.added += entry_quads(document.id, entry)
        self.difference.added += retrieval_quads(document)

    def reread(self, document: Document, claims: list[Claim]) -> None:
        """Other claims for a document that is here; judgements find them anew."""
        old = dict(self._claims_of(document.id))
        for each, bucket in old.items():
            self._buckets.take(bucket, each)
        self._judged = self._judged.without(old)
        self.meet([(document, claims)])
        stored = document_with_claims(self._database, document.id)[1]
        said = imprint(self._database, document.id)
        self._put[document.id] = [(claim.id, self._judged.bucket(claim)) for claim in claims]
        new = dict(self._put[document.id])
        for claim in claims:
            self._buckets.put(new[claim.id], Evidence(claim, *said))
        self.difference.replace(
            [quad for claim in stored for quad in claim_quads(claim, old[claim.id])],
            [quad for claim in claims for quad in claim_quads(claim, new[claim.id])],
        )
        if claims and not stored:
            self.difference.added += self._copies.add(document)
        elif stored and not claims:
            self.difference.removed += self._copies.take(document.id)
            self.difference.removed += copy_quads(document.id, said.copy_of)

    def update(self, stored: Document, merged: Document) -> None:
        """A document that has appeared in more places than we knew."""
        self._fresh[merged.id] = merged
        self._stored[merged.id] = stored
        self.difference.replace(retrieval_quads(stored), retrieval_quads(merged))
        if self._claims_of(merged.id):
            self._copies.appear(merged)
        if outlet_of(stored) != outlet_of(merged):
            self._reprint(merged.id, stored_original(self._database, merged.id))

    def withdraw(self, withdrawal: Withdrawal) -> None:
        """A document to take out, or to keep out where it is not here.

        What the rows of an event table counted for is not settled here, see `resolve_in_pieces`.
        """
        self._withdrawn.add(withdrawal.document)
        self.difference.added += withdrawal_quads(withdrawal)
        document = find_document(self._database, withdrawal.document)
        if document is None or document.id in self._gone:
            return
        if find_table(self._database, document.id) is None:
            self._gone[document.id] = document
            claims = self._claims_of(document.id)
            for claim, bucket in claims:
                self._buckets.take(bucket, claim)
            self._judged = self._judged.without(claim for claim, _ in claims)
            self.difference.removed += self._copies.take(document.id)
        self.difference.dropped.append(node(document.id))
        entry = read_entry(self._database, document.id)
        self.difference.removed += entry_quads(document.id, entry) if entry else []
        self.difference.removed += retrieval_quads(document)

    def judge(self, judgements: Sequence[Judgement], entry: Entry) -> None:
        """Judgements to record, with what some add by hand; whatever else is new comes before."""
        before = self._judged
        known = before.all
        judgements = merged(judgements)
        for judgement in judgements:
            if judgement.id not in known:
                self.difference.added += judgement_quads(judgement)
        told = entered_here(self._database, judgements, self._withdrawn)
        witnessed = [with_witnesses(self._database, known, each) for each in judgements]
        self._note_witnesses(witnessed)
        self._judged = before.including(witnessed)
        here = bearing_here(self._database, self._judged, witnessed, self._gone)
        self._judged = self._judged.including((), here)
        self.meet(told)
        for document, claims in told:
            self.add(document, claims, entry)
        for claim in sorted(before.differing(self._judged)):
            self._move(claim)

    def adopt_as_given(self, judgements: Sequence[Judgement], bearing: Bearing) -> None:
        """Judgements to record that bear on what they do elsewhere, and add nothing."""
        for judgement in judgements:
            self.difference.added += judgement_quads(judgement)
        self._judged = Judged(judgements, bearing)

    def refresh(self, version: Version) -> None:
        """Another version of the ontology: its graphs change, articles' claims are put in place.

        Rows are not, and what all resolve into is not settled here, see `pieces`.
        """
        known = read_version(self._database)
        if known is None:
            self.difference.added += new_identity_quads()
        before = [] if known is None else version_quads(known)
        self.difference.replace(before, version_quads(version))
        self.difference.dropped += WHOLE
        self.difference.added += schema_quads()
        self.difference.added += layout_quads(version.fingerprint)
        self._buckets.forget()
        self._bear_anew()
        if not has_bands(self._database):
            self._look_for_copies()
        for claim in articles_claims(self._database):
            found = find_claim(self._database, claim)
            if found is not None:
                old, new = self._bucket_of(found), self._judged.bucket(found)
                self.difference.replace(bucket_quads(found, old), bucket_quads(found, new))

    def settle(self) -> Settlement:
        """Everything that follows from what has come and gone; call it last."""
        self._reword()
        editions = Editions(self._database, self._fresh, self._gone)
        changed = (*self._fresh.values(), *self._gone.values())
        affected = editions.sharing(changed) | self._fresh
        superseded = set(self._buckets.standing.superseded) - self._gone.keys()
        for document in affected.values():
            self._write_document(document, editions.superseded_by(document))
            if editions.is_superseded(document) != (document.id in superseded):
                superseded ^= {document.id}
                self._touch_claims_of(document.id)
        self._note_bearing()
        settlement = self._buckets.settle(Standing(frozenset(superseded), self._judged))
        self.difference.include(settlement.difference)
        return settlement

    def _bear_anew(self) -> None:
        """Have judgements bear on what they do by the rules of this version."""
        known = self._judged.all
        witnessed = [with_witnesses(self._database, known, each) for each in known.values()]
        self._note_witnesses(witnessed)
        judged = Judged(witnessed)
        self._judged = Judged(witnessed, bearing_here(self._database, judged, witnessed))

    def _note_witnesses(self, judgements: Sequence[Judgement]) -> None:
        """Note what judgements saw in place of what is noted of it, one witness a claim."""
        known = self._judged.all
        for each in judgements:
            before = known[each.id].witnesses if each.id in known else ()
            self.difference.replace(
                [quad for seen in before for quad in witness_quads(each.id, seen)],
                [quad for seen in each.witnesses for quad in witness_quads(each.id, seen)],
            )

    def _note_bearing(self) -> None:
        """Note on what judgements bear, where that changes."""
        before, after = self._buckets.standing.judged.bearing, self._judged.bearing
        if before is not after:
            self.difference.replace(bearing_quads(before), bearing_quads(after))

    def _look_for_copies(self) -> None:
        """Look for copies as if for the first time."""
        self.difference.dropped.append(COPIES)
        self.difference.added += self._copies.start_anew()
        for each in self._copies.changes():
            self._note_copy(each)
        self._copies = Copies(self._database, self._buckets.wordings)

    def _reword(self) -> None:
        """Note which documents are copies of which, and have their claims carry it."""
        for each in self._copies.changes():
            self._note_copy(each)
            self._reprint(each.document, each.after)

    def _note_copy(self, each: Reworded) -> None:
        before = copy_quads(each.document, each.before)
        self.difference.replace(before, copy_quads(each.document, each.after))

    def _reprint(self, document: str, copy_of: str | None) -> None:
        """Have a document's claims carry what it says of itself, and of what it is a copy."""
        coming = self._fresh.get(document)
        stated = imprint(self._database, document) if coming is None else outlet_of(coming)
        told = self._put[document] if document in self._put else self._claims_of(document)
        for claim, bucket in told:
            self._buckets.reprint(bucket, claim, stated._replace(copy_of=copy_of))

    def _move(self, claim_id: str) -> None:
        claim = find_claim(self._database, claim_id)
        if claim is None or claim.document in self._gone:
            return
        old = self._bucket_of(claim)
        new = (
            self._judged.bucket_if_counting(claim) if is_row(claim) else self._judged.bucket(claim)
        )
        if old is not None:
            self._buckets.touch(old)
        if old != new:
            evidence = self._taken(claim, old)
            if new is not None:
                self._buckets.put(new, evidence)
                self._moved[claim.id] = new
            self.difference.replace(bucket_quads(claim, old), bucket_quads(claim, new))

    def _taken(self, claim: Claim, bucket: str | None) -> Evidence:
        """The evidence of a claim, out of the bucket that it was in; rows may wait outside all."""
        if bucket is None:
            return Evidence(claim, *imprint_of_claim(self._database, claim))
        return self._buckets.take(bucket, claim.id)

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
        stored = ((local_id(quad.subject), local_id(quad.object)) for quad in quads)
        return [(claim, self._moved.get(claim, bucket)) for claim, bucket in stored]

    def _bucket_of(self, claim: Claim) -> str | None:
        place = node(claim.document)
        quads = self._database.quads_for_pattern(node(claim.id), prop("bucket"), None, place)
        return next((local_id(quad.object) for quad in quads), None)
