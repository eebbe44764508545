"""The ontology's SHACL shapes over a store, some documents or buckets at a time."""

from collections.abc import Iterable, Iterator
from itertools import chain

import pyoxigraph as ox

from hedgerow.graph.doctor.patient import Patient
from hedgerow.graph.doctor.trouble import Trouble
from hedgerow.graph.rdf import RESOLVED, node
from hedgerow.graph.reading import buckets_of, subjects
from hedgerow.graph.streams import batched

PIECE = 200
"""Documents or buckets that are validated at once; memory grows with it."""


def check_shapes(patient: Patient) -> Iterator[Trouble]:
    """What breaks the shapes; errors alone."""
    from hedgerow.ontology.validation import validate  # noqa: PLC0415  pySHACL takes a second

    buckets = sorted(buckets_of(patient.database))
    pieces: list[tuple[bool, list[str]]] = [
        *((True, piece) for piece in batched(patient.documents, PIECE)),
        *((False, piece) for piece in batched(buckets, PIECE)),
    ]
    for of_documents, piece in patient.each(pieces):
        about = _documents if of_documents else _buckets
        quads = about(patient.database, piece)
        data = "".join(f"{quad} .\n" for quad in quads)
        for finding in validate(data):
            if finding.severity == "error":
                yield Trouble("shape", finding.subject, finding.message)


def _documents(database: ox.Store, documents: Iterable[str]) -> Iterator[ox.Quad]:
    return chain.from_iterable(
        database.quads_for_pattern(None, None, None, node(each)) for each in documents
    )


def _buckets(database: ox.Store, buckets: Iterable[str]) -> Iterator[ox.Quad]:
    edges = (
        edge for each in buckets for edge in subjects(database, "bucket", node(each), RESOLVED)
    )
    return chain.from_iterable(
        database.quads_for_pattern(node(edge), None, None, RESOLVED) for edge in edges
    )
