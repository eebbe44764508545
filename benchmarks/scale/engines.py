"""What loads the same quads and answers the same questions.

Each makes its own input ready outside the clock: hedgerow has claims or lines of N-Quads,
pyoxigraph and rdflib's `addN` have their own terms; the parsers read the file.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from functools import partial

import pyoxigraph as ox
import rdflib

from benchmarks.scale.given import Given, in_pieces
from benchmarks.scale.measuring import Clock
from benchmarks.scale.questions import Ask, Row
from benchmarks.synthetic import items
from hedgerow.graph.draft import Draft
from hedgerow.graph.sparql import PREFIXES
from hedgerow.graph.store import Store

DOCUMENTS = 40_000
"""Of one commit, some 120,000 claims and 4 GB of memory."""
WARM = 100
QUADS = 1_000_000
"""Of one commit or bulk load."""
TERMS = 100_000
"""Quads of rdflib's terms that are ready at once."""

Engine = Callable[[Given, Clock], AbstractContextManager[Ask]]


@contextmanager
def hedgerow(given: Given, clock: Clock) -> Iterator[Ask]:
    """Claims, resolved into events and ties; what it holds is what the others are given."""
    with Store.open() as warm:  # so that what is imported late is not on the clock
        warm.add(items(WARM))
    with Store.open(given.store) as store:
        for batch in in_pieces(items(given.claims), DOCUMENTS):
            with clock:
                store.add(batch)
    yield from _snapshot(given)


@contextmanager
def hedgerow_bulk(given: Given, clock: Clock) -> Iterator[Ask]:
    """The same quads by the same way to the disk, without ids, checks and resolution."""
    with Store.open(given.store) as store, given.quads.open(encoding="utf-8") as lines:
        for piece in in_pieces(lines, QUADS):
            with clock:
                store._commit(partial(_plan, piece))
    yield from _snapshot(given)


@contextmanager
def pyoxigraph(given: Given, clock: Clock) -> Iterator[Ask]:
    """`bulk_extend` into a store on disk."""
    database = ox.Store(given.store)
    for piece in in_pieces(_parsed(given), QUADS):
        with clock:
            database.bulk_extend(piece)
    yield partial(_ask_oxigraph, database)


@contextmanager
def rdflib_parse(given: Given, clock: Clock) -> Iterator[Ask]:
    """rdflib's own store in memory, by its own parser."""
    yield _parse(rdflib.Dataset(default_union=True), "nquads", given, clock)


@contextmanager
def oxrdflib(given: Given, clock: Clock) -> Iterator[Ask]:
    """rdflib's interface to Oxigraph in memory, by Oxigraph's parser."""
    yield _parse(rdflib.Dataset("Oxigraph", default_union=True), "ox-nquads", given, clock)


@contextmanager
def rdflib_add(given: Given, clock: Clock) -> Iterator[Ask]:
    """rdflib's own store in memory, from ready terms."""
    dataset = rdflib.Dataset(default_union=True)
    graphs: dict[str, rdflib.Graph] = {}
    for piece in in_pieces(_terms(given, dataset, graphs), TERMS):
        with clock:
            dataset.addN(piece)
    yield partial(_ask_rdflib, dataset)


ENGINES: Mapping[str, Engine] = {
    "hedgerow": hedgerow,
    "hedgerow, bulk": hedgerow_bulk,
    "pyoxigraph": pyoxigraph,
    "rdflib, addN": rdflib_add,
    "rdflib": rdflib_parse,
    "oxrdflib": oxrdflib,
}
FIRST = "hedgerow"
"""Its quads are those of all."""
ASKED = ("hedgerow", "pyoxigraph", "rdflib", "oxrdflib")
"""The others hold what one of these holds."""
TOO_LARGE: Mapping[str, int] = {"rdflib": 2_000_000, "rdflib, addN": 2_000_000}
"""More quads than that would take more memory than a laptop has."""


def _plan(lines: list[str], draft: Draft) -> None:
    draft.difference.added += lines


def _snapshot(given: Given) -> Iterator[Ask]:
    with Store.read(given.store) as snapshot:
        yield lambda query: _rows(snapshot.query(query))


def _parse(dataset: rdflib.Dataset, form: str, given: Given, clock: Clock) -> Ask:
    with given.quads.open("rb") as file, clock:
        dataset.parse(file, format=form)
    return partial(_ask_rdflib, dataset)


def _parsed(given: Given) -> Iterator[ox.Quad]:
    return ox.parse(path=given.quads, format=ox.RdfFormat.N_QUADS)


def _terms(
    given: Given, dataset: rdflib.Dataset, graphs: dict[str, rdflib.Graph]
) -> Iterator[tuple[rdflib.URIRef, rdflib.URIRef, rdflib.term.Node, rdflib.Graph]]:
    for quad in _parsed(given):
        name = _iri(quad.graph_name)
        graph = graphs.get(name) or graphs.setdefault(name, dataset.graph(name))
        yield _iri(quad.subject), _iri(quad.predicate), _term(quad.object), graph


def _term(term: object) -> rdflib.term.Node:
    if isinstance(term, ox.Literal):
        return rdflib.Literal(term.value, datatype=_iri(term.datatype))
    return _iri(term)


def _iri(term: object) -> rdflib.URIRef:
    assert isinstance(term, ox.NamedNode)  # noqa: S101  as hedgerow writes no other
    return rdflib.URIRef(term.value)


def _ask_oxigraph(database: ox.Store, query: str) -> list[Row]:
    return _rows(database.query(query, prefixes=PREFIXES, use_default_graph_as_union=True))


def _ask_rdflib(dataset: rdflib.Dataset, query: str) -> list[Row]:
    found = dataset.query(query, initNs=PREFIXES)
    return [tuple(map(str, row)) for row in found if isinstance(row, tuple)]


def _rows(found: object) -> list[Row]:
    assert isinstance(found, ox.QuerySolutions)  # noqa: S101  each question is a SELECT
    return [tuple(term.value for term in row) for row in found]
