"""Whether every bucket resolves into what is stored, worked out anew from claims and documents."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain

import pyoxigraph as ox

from hedgerow.graph.buckets import read_evidence_anew
from hedgerow.graph.doctor.comparison import compared, told
from hedgerow.graph.doctor.documents import UNREADABLE
from hedgerow.graph.doctor.patient import Patient
from hedgerow.graph.doctor.trouble import Trouble
from hedgerow.graph.events_rdf import event_quads
from hedgerow.graph.evidence_rdf import evidence_quads
from hedgerow.graph.rdf import RESOLVED, SUMMARIES, NQuad, local_id, node
from hedgerow.graph.reading import buckets_of, subjects
from hedgerow.graph.records import Event, Tie
from hedgerow.graph.schema_rdf import fingerprint
from hedgerow.graph.summaries_rdf import layout_quads, summary_quad
from hedgerow.graph.ties_rdf import tie_quads

_PARTS = ("history_of", "rung_of")


def check_buckets(patient: Patient) -> Iterator[Trouble]:
    """Every bucket resolves into the events and ties that are stored, and nothing else is."""
    if not patient.is_of_this_version:
        return
    counted: Counter[object] = Counter({SUMMARIES: len(layout_quads(fingerprint()))})
    for bucket in patient.each(sorted(buckets_of(patient.database))):
        try:
            expected = _resolved(patient, bucket)
        except UNREADABLE as error:
            yield Trouble("unreadable", bucket, f"cannot be resolved: {error}")
            continue
        stored = _stored(patient.database, bucket)
        counted.update(quad.graph_name for quad in stored)
        missing, strange = compared(expected, stored)
        if missing or strange:
            yield Trouble("resolution", bucket, told(missing, strange))
    for graph in (RESOLVED, SUMMARIES):
        there = sum(1 for _ in patient.database.quads_for_pattern(None, None, None, graph))
        if there != counted[graph]:
            message = f"has {there:,} quads where the buckets have {counted[graph]:,}"
            yield Trouble("resolution", local_id(graph), message)


def _resolved(patient: Patient, bucket: str) -> list[NQuad]:
    evidence = read_evidence_anew(patient.database, bucket)
    resolved = patient.standing.resolve(bucket, evidence.values())
    quads = list(chain.from_iterable(evidence_quads(bucket, each) for each in evidence.values()))
    quads += chain.from_iterable(map(event_quads, resolved.events))
    quads += chain.from_iterable(map(tie_quads, resolved.ties))
    edges: list[Event | Tie] = [*resolved.events, *resolved.ties]
    quads += [summary_quad(edge, evidence) for edge in edges]
    return quads


def _stored(database: ox.Store, bucket: str) -> list[ox.Quad]:
    edges = subjects(database, "bucket", node(bucket), RESOLVED)
    parts = [part for edge in edges for field in _PARTS for part in _parts(database, field, edge)]
    quads = [_about(database, each, RESOLVED) for each in (*edges, *parts)]
    quads += [_about(database, each, SUMMARIES) for each in (bucket, *edges)]
    return list(chain.from_iterable(quads))


def _parts(database: ox.Store, field: str, edge: str) -> list[str]:
    return subjects(database, field, node(edge), RESOLVED)


def _about(database: ox.Store, subject: str, graph: ox.NamedNode) -> Iterable[ox.Quad]:
    return database.quads_for_pattern(node(subject), None, None, graph)
