"""Statement by statement: which of an export's are looked at, each only where it belongs.

A document's graph speaks of that document and its claims, the graph of judgements of judgements.
Whatever else is said anywhere, say about the ontology, is counted and left.
"""

import re
from collections.abc import Iterator
from functools import cache, cached_property
from pathlib import Path

import pyoxigraph as ox

from hedgerow.errors import InputError
from hedgerow.graph.ids import BASE, DIGITS
from hedgerow.graph.imports.report import Refusals
from hedgerow.graph.rdf import (
    ACTORS,
    COPIES,
    JUDGEMENTS,
    LEDGER,
    ONTOLOGY,
    RDF_TYPE,
    RESOLVED,
    SUMMARIES,
    prop,
)
from hedgerow.graph.schema_rdf import schema_quads

DOCUMENT = re.compile(rf"document/[0-9a-f]{{{DIGITS}}}")
ELSEWHERE = "statements in graphs that no export has"
STRAY = "statements about something else than their graph"
REDEFINED = "statements on the ontology or its actors that this version does not make"
UNUSUAL = "statements with blank nodes or about statements"
_DERIVED = frozenset((RESOLVED, SUMMARIES, COPIES))
_SCHEMA = frozenset((ONTOLOGY, ACTORS))
_DECISIONS = (BASE + "judgement/", BASE + "rating/")


@cache
def _of_the_ledger() -> frozenset[ox.NamedNode]:
    """What the ledger tells that another store can use; which files were read is not among it."""
    fields = ("retrieved", "withdrew", "reason", "by", "at")
    return frozenset((RDF_TYPE, *map(prop, fields)))


class Sifter:
    """Goes through a file of N-Quads and gives what may be looked at."""

    def __init__(self, refusals: Refusals) -> None:
        self._ignored = refusals.ignored
        self._last: ox.NamedNode | None = None
        self._is_document = False

    def sift(self, source: Path) -> Iterator[ox.Quad]:
        """The statements of a file that may be looked at.

        Raises:
            InputError: it is not N-Quads.
        """
        try:
            for quad in ox.parse(path=source, format=ox.RdfFormat.N_QUADS):
                if self._belongs(quad):
                    yield quad
        except (SyntaxError, MemoryError) as error:
            told = "a line of it is endless" if isinstance(error, MemoryError) else _shown(error)
            raise InputError(
                f"Give a file made by 'hedgerow export nq'; {source} is not N-Quads ({told})."
            ) from error

    def _belongs(self, quad: ox.Quad) -> bool:
        graph = quad.graph_name
        if not isinstance(graph, ox.NamedNode):
            return self._ignore(ELSEWHERE)
        if graph in _DERIVED:
            return False
        if graph in _SCHEMA:
            return quad not in self._schema and self._ignore(REDEFINED)
        subject, told = quad.subject, quad.object
        if isinstance(subject, ox.NamedNode) and isinstance(told, ox.NamedNode | ox.Literal):
            return self._is_in_place(quad, graph, subject.value)
        return self._ignore(UNUSUAL)

    def _is_in_place(self, quad: ox.Quad, graph: ox.NamedNode, about: str) -> bool:
        if graph == LEDGER:
            return quad.predicate in _of_the_ledger()
        if graph == JUDGEMENTS:
            return about.startswith(_DECISIONS) or self._ignore(STRAY)
        return self._is_of_document(graph, about)

    def _is_of_document(self, graph: ox.NamedNode, about: str) -> bool:
        if graph != self._last:
            self._last = graph
            iri = graph.value
            self._is_document = (
                iri.startswith(BASE) and DOCUMENT.fullmatch(iri, len(BASE)) is not None
            )
        if not self._is_document:
            return self._ignore(ELSEWHERE)
        place = graph.value
        is_ours = (
            about.startswith(BASE + "claim/")
            or about == place
            or about.startswith(place + "/appearance/")
        )
        return is_ours or self._ignore(STRAY)

    def _ignore(self, why: str) -> bool:
        self._ignored[why] += 1
        return False

    @cached_property
    def _schema(self) -> frozenset[ox.Quad]:
        own = ox.Store()  # which writes numbers as every store does
        own.bulk_load("".join(schema_quads()).encode(), format=ox.RdfFormat.N_QUADS)
        return frozenset(own)


def _shown(error: Exception) -> str:
    """What the parser says, which repeats what it met, in signs that can be shown."""
    return "".join(sign if sign.isprintable() else ascii(sign)[1:-1] for sign in str(error))
