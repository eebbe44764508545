"""The `extract` record: one claim as JSON. A contract that outside tools read.

Fields are added, never renamed.
"""

from typing import Any

from hedgerow.graph.records import Claim, Document, Party


def claim_record(claim: Claim, document: Document) -> dict[str, Any]:
    """A claim of a document as a JSON object."""
    return {
        "claim": claim.id,
        "document": claim.document,
        "source": document.source,
        "id": document.external_id,
        "published": document.published,
        "type": claim.type,
        "directed": claim.directed,
        "actors": [_actor(party) for party in claim.parties],
        "status": claim.status,
        "stage": claim.stage,
        "phase": claim.phase,
        "date": claim.date,
        "date_end": claim.date_end,
        "date_precision": claim.date_precision,
        "date_basis": claim.date_basis,
        "level": claim.level,
        "from_level": claim.from_level,
        "ladder": claim.ladder,
        "item": claim.item,
        "place": claim.place,
        "attributes": dict(claim.attributes),
        "attributed_to": claim.attributed_to,
        "quote": claim.quote,
        "start": claim.start,
        "end": claim.end,
        "confidence": claim.confidence,
        "engine": claim.engine,
        "rule": claim.rule,
        "flags": list(claim.flags),
    }


def _actor(party: Party) -> dict[str, str | None]:
    return {"id": party.id, "role": party.role, "text": party.text, "person": party.person}
