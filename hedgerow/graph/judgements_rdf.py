"""Judgements as quads and back: the judgement's node, one a corrected field, one a witness."""

import re
from collections.abc import Iterable

from hedgerow.errors import StoreError
from hedgerow.graph.description import Description
from hedgerow.graph.rdf import JUDGEMENTS, MEND, NQuad, token
from hedgerow.graph.records import Judgement, Witness
from hedgerow.graph.writing import GraphWriter

_REQUIRED = ("decision", "by", "at")
_MAYBE = ("phase", "date", "level", "item")
_NUMBER = re.compile(r"[0-9]{1,15}")


def judgement_quads(judgement: Judgement) -> list[NQuad]:
    """The quads of a judgement, its witnesses excepted."""
    subject = token(judgement.id)
    writer = GraphWriter(str(JUDGEMENTS))
    writer.type(subject, "Judgement")
    for field in (*_REQUIRED, "note"):
        writer.value(subject, field, getattr(judgement, field))
    writer.links(subject, "claim", judgement.claims)
    writer.links(subject, "undoes", filter(None, (judgement.undoes,)))
    for field, value in judgement.corrections.items():
        correction = token(f"{judgement.id}/correction/{field}")
        writer.link(correction, "correction_of", subject)
        writer.value(correction, "corrected_field", field)
        writer.value(correction, "corrected_value", value)
    return writer.quads


def witness_quads(judgement: str, witness: Witness) -> list[NQuad]:
    """The quads of what a judgement saw of one claim."""
    subject = token(f"{judgement}/witness/{witness.claim.removeprefix('claim/')}")
    writer = GraphWriter(str(JUDGEMENTS))
    writer.link(subject, "witness_of", token(judgement))
    writer.value(subject, "witnessed_claim", witness.claim)
    writer.value(subject, "witnessed_document", witness.document)
    writer.value(subject, "witnessed_type", witness.type)
    writer.value(subject, "witnessed_status", witness.status or None)
    writer.value(subject, "witnessed_actors", " ".join(witness.actors))
    writer.value(subject, "witnessed_start", witness.start)
    writer.value(subject, "witnessed_end", witness.end)
    for field in (*_MAYBE, "beside"):
        writer.value(subject, f"witnessed_{field}", getattr(witness, field))
    writer.value(subject, "witnessed_roles", " ".join(witness.roles) or None)
    return writer.quads


def read_judgement(
    description: Description,
    corrections: Iterable[Description],
    witnesses: Iterable[Description] = (),
) -> Judgement:
    """The judgement of its node's description and of its correction and witness nodes'.

    Raises:
        StoreError: the node was not written by `judgement_quads`.
    """
    fields = {
        each.required("corrected_field"): each.required("corrected_value") for each in corrections
    }
    seen = sorted(map(_read_witness, witnesses), key=lambda witness: witness.claim)
    return Judgement(
        decision=description.required("decision"),
        claims=description.ids("claim"),
        by=description.required("by"),
        at=description.required("at"),
        note=description.text("note"),
        corrections=dict(sorted(fields.items())),
        undoes=description.id("undoes"),
        witnesses=tuple(seen),
    )


def _read_witness(description: Description) -> Witness:
    start, end = (description.required(f"witnessed_{each}") for each in ("start", "end"))
    beside = description.text("witnessed_beside")
    if not all(map(_NUMBER.fullmatch, (start, end, beside or "0"))):
        raise StoreError(f"{description.subject} has no whole numbers for its place; {MEND}")
    return Witness(
        claim=description.required("witnessed_claim"),
        document=description.required("witnessed_document"),
        type=description.required("witnessed_type"),
        status=description.text("witnessed_status") or "",
        actors=tuple(description.required("witnessed_actors").split()),
        start=int(start),
        end=int(end),
        roles=tuple((description.text("witnessed_roles") or "").split()),
        beside=None if beside is None else int(beside),
        **{each: description.text(f"witnessed_{each}") for each in _MAYBE},
    )
