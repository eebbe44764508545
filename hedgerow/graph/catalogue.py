"""The documents of a store as a list, without their texts, and what their claims resolve into."""

from collections.abc import Iterable, Iterator, Mapping

import pyoxigraph as ox

from hedgerow.graph import reading
from hedgerow.graph.rdf import RESOLVED, local_id, node, prop
from hedgerow.graph.reading import (
    claims_in_bucket,
    describe,
    document_with_claims,
    find_claim,
    find_document,
    find_table,
    imprint,
    subjects,
    superseded,
)
from hedgerow.graph.records import Claim, Document, Imprint
from hedgerow.graph.rows_reading import first_rows, has_rows_on, number_of_rows, tables_in
from hedgerow.graph.snapshot import Snapshot

EDGES = ("event", "tie")
ROWS_SHOWN = 200
"""So many rows of an event table are shown where an article's claims all are."""
_DAYS = """
SELECT ?document ?day WHERE { GRAPH ?document {
  ?document a hr:Document . OPTIONAL { ?document hr:publishedEarliest ?day } } }
"""
_HEADINGS = """
SELECT ?document ?title ?publisher WHERE { GRAPH ?document { ?document a hr:Document .
  OPTIONAL { ?document hr:title ?title } OPTIONAL { ?document hr:publisher ?publisher } } }
"""


def days_of_documents(snapshot: Snapshot) -> dict[str, str]:
    """The first day on which each document can have been published; empty where none is stated."""
    return {document: _joined(told) for document, told in _rows(snapshot, _DAYS)}


def headings_of_documents(snapshot: Snapshot) -> dict[str, str]:
    """Title and publisher of each document, as one text to be searched in."""
    return {document: _joined(told) for document, told in _rows(snapshot, _HEADINGS)}


def days_since(
    snapshot: Snapshot, before: Mapping[str, str], touched: Iterable[str]
) -> dict[str, str]:
    """The days from those of an earlier commit and the local ids touched since."""
    return _since(snapshot, before, touched, ("published_earliest",))


def headings_since(
    snapshot: Snapshot, before: Mapping[str, str], touched: Iterable[str]
) -> dict[str, str]:
    """The headings from those of an earlier commit and the local ids touched since."""
    return _since(snapshot, before, touched, ("title", "publisher"))


def imprint_of(snapshot: Snapshot, document: str) -> Imprint:
    """What a document that is here says about itself, without reading its text."""
    return imprint(snapshot._database, document)


def imprint_of_claim(snapshot: Snapshot, claim: Claim) -> Imprint:
    """What stands behind a claim that is here: its document, or an event table row's page."""
    return reading.imprint_of_claim(snapshot._database, claim)


def superseded_documents(snapshot: Snapshot) -> frozenset[str]:
    """The documents of which a newer edition is here."""
    return superseded(snapshot._database)


def read_whole(
    snapshot: Snapshot, document: str, claim: str | None = None
) -> tuple[Document, list[Claim]] | None:
    """A document and its claims by their place in the text; None if it is not here.

    Of an event table only `ROWS_SHOWN` rows, and that of one claim.
    """
    found = find_document(snapshot._database, document)
    if found is None:
        return None
    table = find_table(snapshot._database, document)
    if table is not None:
        shown = first_rows(snapshot._database, table, ROWS_SHOWN)
        asked = None if claim is None else find_claim(snapshot._database, claim)
        if asked is not None and asked.document == document and asked not in shown:
            shown.insert(0, asked)
        return found, shown
    return document_with_claims(snapshot._database, document)


def documents_naming(snapshot: Snapshot, actor: str) -> frozenset[str]:
    """The documents with a claim on an actor; rows of event tables name none as `hr:actor`."""
    quads = snapshot._database.quads_for_pattern(None, prop("actor"), node(f"actor/{actor}"), None)
    graphs = (local_id(quad.graph_name) for quad in quads)
    tables = (
        each
        for each in tables_in(snapshot._database)
        if has_rows_on(snapshot._database, each, actor)
    )
    return frozenset((*(each for each in graphs if each.startswith("document/")), *tables))


def number_of_claims(snapshot: Snapshot, document: str) -> int:
    """How many claims a document makes."""
    rows = number_of_rows(snapshot._database, document)
    if rows is not None:
        return rows
    graph = node(document)
    return sum(
        1 for _ in snapshot._database.quads_for_pattern(None, prop("document"), graph, graph)
    )


def editions_beside(snapshot: Snapshot, document: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The editions next newer and next older than a document."""
    newer = subjects(snapshot._database, "supersedes", node(document))
    quads = snapshot._database.quads_for_pattern(node(document), prop("supersedes"), None, None)
    return tuple(newer), tuple(sorted({local_id(quad.object) for quad in quads}))


def edges_resting_on(snapshot: Snapshot, claim: str) -> tuple[str, ...]:
    """The events and ties that a claim counts for, events first; none where it does not count."""
    found = subjects(snapshot._database, "claim", node(claim), RESOLVED)
    return tuple(each for each in found if is_one(each, *EDGES))


def claims_beside(snapshot: Snapshot, claim: str) -> tuple[Claim, ...]:
    """The other claims between the same actors of the same family: what might be the same event."""
    database = snapshot._database
    quads = list(database.quads_for_pattern(node(claim), prop("bucket"), None, None))
    if not quads:
        return ()
    found = claims_in_bucket(database, local_id(quads[0].object))
    return tuple(each for each in found if each.id != claim)


def _since(
    snapshot: Snapshot, before: Mapping[str, str], touched: Iterable[str], fields: tuple[str, ...]
) -> dict[str, str]:
    found = dict(before)
    for each in touched:
        if is_one(each, "document"):
            found.pop(each, None)
            described = describe(snapshot._database, each, node(each))
            if described:
                found[each] = _joined(described.text(field) for field in fields)
    return found


def _joined(told: Iterable[str | None]) -> str:
    return " ".join(filter(None, told))


def is_one(subject: str, *kinds: str) -> bool:
    """Whether it is one of a kind, and no part of one such as `event/0a/status/1`."""
    kind, _, rest = subject.partition("/")
    return kind in kinds and "/" not in rest


def _rows(snapshot: Snapshot, sparql: str) -> Iterator[tuple[str, list[str | None]]]:
    found = snapshot.query(sparql)
    assert isinstance(found, ox.QuerySolutions)  # noqa: S101  it is a SELECT
    for row in found:
        document, *told = row
        yield local_id(document), [None if each is None else each.value for each in told]
