"""Every document and claim: its id is the hash of it, and the quote stands in the text."""

from collections.abc import Iterator

from hedgerow.errors import HedgerowError
from hedgerow.graph.description import Description
from hedgerow.graph.doctor.patient import Patient
from hedgerow.graph.doctor.trouble import Trouble
from hedgerow.graph.rdf import local_id, node, prop
from hedgerow.graph.reading import by_subject, claim_of, describe, find_document, find_table
from hedgerow.graph.records import Claim, Document
from hedgerow.graph.rows_rdf import read_row
from hedgerow.graph.rows_reading import number_of_rows
from hedgerow.graph.tables import Table
from hedgerow.ontology.partial_date import date_or_none

UNREADABLE = (HedgerowError, ValueError, KeyError, TypeError)
"""What reading damaged quads raises."""
_PARTS = ("appearance_of", "mention_of")


def check_documents(patient: Patient) -> Iterator[Trouble]:
    """What is wrong with documents and the claims in them."""
    for each in patient.each(patient.documents):
        try:
            document = find_document(patient.database, each)
            table = find_table(patient.database, each)
        except UNREADABLE as error:
            yield Trouble("unreadable", each, str(error))
            continue
        if document is None:
            yield Trouble("no_document", each, "holds claims, but the document itself is missing")
            continue
        yield from _about(patient, each, document)
        if table is None:
            yield from _claims(patient, each, document)
        else:
            yield from _rows(patient, each, table)


def _about(patient: Patient, subject: str, document: Document) -> Iterator[Trouble]:
    if document.id != subject:
        yield Trouble("document_id", subject, f"its text is that of {document.id}")
    published = date_or_none(document.published or "")
    if published is not None and published.earliest > patient.tomorrow:
        yield Trouble(
            "future_date", subject, f"was published on {published.edtf}, which is to come"
        )


def _claims(patient: Patient, subject: str, document: Document) -> Iterator[Trouble]:
    graph = node(subject)
    nodes = by_subject(patient.database.quads_for_pattern(None, None, None, graph))
    for each in nodes.values():
        if each.id("document") is not None:
            yield from _claim(patient, each, nodes, subject, document)
        elif each.subject != subject and not any(each.id(part) in nodes for part in _PARTS):
            yield Trouble("stray", each.subject, f"stands in {subject}, but is no part of it")


def _claim(
    patient: Patient,
    found: Description,
    nodes: dict[str, Description],
    subject: str,
    document: Document,
) -> Iterator[Trouble]:
    try:
        claim = claim_of(found, nodes)
    except UNREADABLE as error:
        yield Trouble("unreadable", found.subject, str(error))
        return
    if claim.id != found.subject or claim.document != subject:
        yield Trouble(
            "claim_id", found.subject, f"what it claims is {claim.id} in {claim.document}"
        )
    if document.text[claim.start : claim.end] != claim.quote:
        place = f"{claim.start}-{claim.end}"
        yield Trouble("quote", found.subject, f"its quote is not what {subject} says at {place}")
    yield from _placed(patient, found, claim, patient.judged.bucket(claim))


def _rows(patient: Patient, subject: str, table: Table) -> Iterator[Trouble]:
    graph, number = node(subject), 0
    for quad in patient.database.quads_for_pattern(None, prop("start"), None, graph):
        number += 1
        found = describe(patient.database, local_id(quad.subject), graph)
        try:
            claim = read_row(found, table)
        except UNREADABLE as error:
            yield Trouble("unreadable", found.subject, str(error))
            continue
        if claim.id != found.subject:
            yield Trouble("claim_id", found.subject, f"what it claims is {claim.id}")
        yield from _placed(patient, found, claim, patient.judged.bucket_if_counting(claim))
    stated = number_of_rows(patient.database, subject)
    if number != stated:
        yield Trouble("rows", subject, f"has {number:,} rows, and {stated or 0:,} were loaded")


def _placed(
    patient: Patient, found: Description, claim: Claim, bucket: str | None
) -> Iterator[Trouble]:
    """A claim of another version may well have another bucket."""
    expected = () if bucket is None else (bucket,)
    if found.ids("bucket") != expected and patient.is_of_this_version:
        stands = ", ".join(found.ids("bucket")) or "no bucket"
        yield Trouble("bucket", claim.id, f"is in {stands}, and resolves in {bucket}")
