"""Every index of the database, read to its end: all must hold the same quads.

RocksDB checks a block when it is read, so a damaged one is an error and never a wrong answer; but
one that no question has come by would not be noticed.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby

import pyoxigraph as ox

from hedgerow.graph.doctor.patient import Patient
from hedgerow.graph.doctor.trouble import Trouble
from hedgerow.graph.rdf import local_id


def check_indexes(patient: Patient) -> Iterator[Trouble]:
    """What is found by graph is found by subject, property and value as well, and nothing else."""
    database = patient.database
    properties: set[ox.NamedNode] = set()
    total = 0
    for graph in patient.each(sorted(database.named_graphs(), key=str)):
        named: set[ox.NamedNode] = set()
        number = missing = 0
        for subject, about in groupby(_in(database, graph), key=lambda quad: quad.subject):
            quads = list(about)
            number += len(quads)
            named.update(quad.predicate for quad in quads)
            missing += _not_by_value(database, quads)
            missing += not set(quads) <= set(database.quads_for_pattern(subject, None, None, None))
        by_property = sum(_count(database.quads_for_pattern(None, p, None, graph)) for p in named)
        if missing or by_property != number:
            message = (
                f"{missing + abs(number - by_property):,} of its quads are in some indexes only"
            )
            yield Trouble("index", local_id(graph), message)
        properties |= named
        total += number
    by_property = sum(_count(database.quads_for_pattern(None, p, None, None)) for p in properties)
    if not total == by_property == len(database):
        message = (
            f"has {total:,} quads by graph, {by_property:,} by property, {len(database):,} in all"
        )
        yield Trouble("index", "database", message)


def _in(database: ox.Store, graph: object) -> Iterator[ox.Quad]:
    return database.quads_for_pattern(None, None, None, graph)  # type: ignore[arg-type]


def _not_by_value(database: ox.Store, quads: Iterable[ox.Quad]) -> int:
    """How many quads are not found by value and subject, in their graph or in all."""
    return sum(
        quad not in database.quads_for_pattern(quad.subject, None, quad.object, graph)
        for quad in quads
        for graph in (quad.graph_name, None)
    )


def _count(quads: Iterable[ox.Quad]) -> int:
    return sum(1 for _ in quads)
