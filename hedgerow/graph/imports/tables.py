"""Event tables out of an export, each looked at as if nobody had checked it."""

import datetime as dt
from collections.abc import Iterator
from itertools import islice

import pyoxigraph as ox

from hedgerow.errors import InputError, StoreError
from hedgerow.graph.imports.articles import WRONG, told, whole_document
from hedgerow.graph.imports.report import Refusals
from hedgerow.graph.imports.sifting import DOCUMENT
from hedgerow.graph.rdf import node, prop
from hedgerow.graph.reading import by_subject, find_table
from hedgerow.graph.rows_reading import rows_of, tables_in
from hedgerow.graph.tables import Rows, Table
from hedgerow.graph.tables_intake import Coming
from hedgerow.ontology.actors import actors

_OF_TABLE = 10_000
"""Statements that are a table's own and not its rows'; honest ones have a dozen a place."""


def tables_of(database: ox.Store, refusals: Refusals) -> Iterator[Coming]:
    """The event tables of a sifted export; a row that is wrong shows when rows are read.

    Reading the rows raises InputError there.
    """
    for document in tables_in(database):
        try:
            table = _table(database, document)
        except WRONG as error:
            refusals.refuse(document, told(error))
        else:
            yield table, _rows(database, table)


def _table(database: ox.Store, document: str) -> Table:
    if not DOCUMENT.fullmatch(document):
        raise StoreError("it is no document's id")
    own = (
        quad
        for subject in _own_subjects(database, document)
        for quad in database.quads_for_pattern(subject, None, None, node(document))
    )
    whole_document(database, document, by_subject(islice(own, _OF_TABLE)))
    table = find_table(database, document)
    if table is None or not 0 <= table.confidence <= 1:
        raise StoreError("it does not tell how surely it was read")
    return table


def _own_subjects(database: ox.Store, document: str) -> list[ox.NamedNode]:
    place = node(document)
    quads = database.quads_for_pattern(None, prop("appearance_of"), place, place)
    found = [quad.subject for quad in islice(quads, _OF_TABLE)]
    return [place, *(each for each in found if isinstance(each, ox.NamedNode))]


def _rows(database: ox.Store, table: Table) -> Iterator[Rows]:
    try:
        for rows in rows_of(database, table):
            _check(rows)
            yield rows
    except WRONG as error:
        raise InputError(told(error)) from error


def _check(rows: Rows) -> None:
    unknown = {*rows.sources, *rows.others} - {actor.id for actor in actors()}
    if unknown:
        raise StoreError(f"a row names {min(unknown)[:40]!r}, which is no actor")
    if min(rows.numbers, default=1) < 1:
        raise StoreError("a row has no number")
    for day in {*rows.days}:
        dt.date.fromisoformat(day)
