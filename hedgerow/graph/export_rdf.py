"""The graph as linked data in Turtle, TriG and JSON-LD, streamed.

They have what the canonical N-Quads have, but for the texts of articles, which are their
publishers', and tell of the export itself in the words of Dublin Core.
"""

from collections.abc import Iterator, Mapping
from typing import IO

import pyoxigraph as ox

from hedgerow.graph.export import Progress
from hedgerow.graph.ids import BASE
from hedgerow.graph.rdf import APART, node, prop
from hedgerow.graph.sparql import PREFIXES
from hedgerow.ontology.namespaces import DCTERMS_NS

FORMS = {
    "ttl": ox.RdfFormat.TURTLE,
    "trig": ox.RdfFormat.TRIG,
    "jsonld": ox.RdfFormat.STREAMING_JSON_LD,
}
_KINDS = ("actor", "bucket", "claim", "document", "dyad", "event", "graph", "judgement", "tie")
_PREFIXES = {**PREFIXES, "dcterms": DCTERMS_NS, **{kind: f"{BASE}{kind}/" for kind in _KINDS}}
_EXPORT = "graph/export"
"""What the description of an export is about."""
_EVERY = 1_000
"""Quads between two calls of the progress."""


def write_rdf(
    database: ox.Store,
    out: IO[bytes],
    form: str,
    on_disk: bool,
    *,
    texts: bool,
    about: Mapping[str, str],
    progress: Progress | None = None,
) -> None:
    """Write all graphs but those apart; Turtle, which has no graphs, holds their union.

    On disk the quads of a graph come subject by subject; in memory they are sorted.
    """
    quads = _quads(database, on_disk, texts)
    told = quads if progress is None else _counted(quads, progress, len(database))
    if form == "ttl":
        union = (quad.triple for part in (_description(about), told) for quad in part)
        ox.serialize(union, out, FORMS[form], prefixes=_PREFIXES)
    else:
        every = (quad for part in (_description(about), told) for quad in part)
        ox.serialize(every, out, FORMS[form], prefixes=_PREFIXES)


def _description(about: Mapping[str, str]) -> Iterator[ox.Quad]:
    for name, value in about.items():
        yield ox.Quad(node(_EXPORT), ox.NamedNode(DCTERMS_NS + name), ox.Literal(value))


def _quads(database: ox.Store, on_disk: bool, texts: bool) -> Iterator[ox.Quad]:
    text = prop("text")
    graphs = database.named_graphs()
    for graph in graphs if on_disk else sorted(graphs, key=str):
        if graph in APART:
            continue
        quads = database.quads_for_pattern(None, None, None, graph)
        for quad in quads if on_disk else sorted(quads, key=str):
            if texts or quad.predicate != text or quad.subject != graph:
                yield quad


def _counted(quads: Iterator[ox.Quad], progress: Progress, of: int) -> Iterator[ox.Quad]:
    for number, quad in enumerate(quads):
        if number % _EVERY == 0:
            progress(number, of)
        yield quad
