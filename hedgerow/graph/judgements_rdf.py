"""Judgements as quads and back: the judgement's node and one node a corrected field."""

from collections.abc import Iterable

from hedgerow.graph.description import Description
from hedgerow.graph.rdf import JUDGEMENTS, NQuad, token
from hedgerow.graph.records import Judgement
from hedgerow.graph.writing import GraphWriter

_REQUIRED = ("decision", "by", "at")


def judgement_quads(judgement: Judgement) -> list[NQuad]:
    """The quads of a judgement."""
    subject = token(judgement.id)
    writer = GraphWriter(str(JUDGEMENTS))
    writer.type(subject, "Judgement")
    for field in (*_REQUIRED, "note"):
        writer.value(subject, field, getattr(judgement, field))
    writer.links(subject, "claim", judgement.claims)
    for field, value in judgement.corrections.items():
        correction = token(f"{judgement.id}/correction/{field}")
        writer.link(correction, "correction_of", subject)
        writer.value(correction, "corrected_field", field)
        writer.value(correction, "corrected_value", value)
    return writer.quads


def read_judgement(description: Description, corrections: Iterable[Description]) -> Judgement:
    """The judgement of its node's description and of its correction nodes'.

    Raises:
        StoreError: the node was not written by `judgement_quads`.
    """
    fields = {
        each.required("corrected_field"): each.required("corrected_value") for each in corrections
    }
    return Judgement(
        decision=description.required("decision"),
        claims=description.ids("claim"),
        by=description.required("by"),
        at=description.required("at"),
        note=description.text("note"),
        corrections=dict(sorted(fields.items())),
    )
