"""Reading event tables back: row by row, since nothing may hold all rows of one."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain, islice

import pyoxigraph as ox

from hedgerow.graph.description import Description
from hedgerow.graph.rdf import local_id, node, prop
from hedgerow.graph.reading import describe, document_with_claims, find_table
from hedgerow.graph.records import Claim, Imprint
from hedgerow.graph.resolution import LEAST_CONFIDENCE
from hedgerow.graph.rows_rdf import read_row, read_row_imprint
from hedgerow.graph.streams import batched
from hedgerow.graph.tables import Rows, Table

_BATCH = 10_000
_ROLES = ("source", "other", "party")


def tables_in(database: ox.Store) -> list[str]:
    """The ids of the documents that are event tables, sorted."""
    quads = database.quads_for_pattern(None, prop("scheme"), None, None)
    return sorted(local_id(quad.subject) for quad in quads)


def all_tables(database: ox.Store) -> Iterator[Table]:
    """Every event table without its rows, by id."""
    return filter(None, (find_table(database, each) for each in tables_in(database)))


def read_tables(database: ox.Store) -> Iterator[tuple[Table, Iterator[Rows]]]:
    """Every event table with its rows, as `Store.add_tables` takes them."""
    for table in all_tables(database):
        yield table, rows_of(database, table)


def claims_of(database: ox.Store, document: str) -> Iterator[Claim]:
    """The claims of a document that is there; of an event table row by row."""
    table = find_table(database, document)
    if table is None:
        yield from document_with_claims(database, document)[1]
    else:
        yield from claims_of_rows(database, table)


def claims_of_rows(database: ox.Store, table: Table) -> Iterator[Claim]:
    """The claims of a table's rows; on disk by number, since the index there is by value."""
    for _, claim in described_rows(database, table):
        yield claim


def told_in_tables(
    database: ox.Store, about: Collection[str] = ()
) -> Iterator[tuple[Table, Iterator[tuple[Claim, Imprint]]]]:
    """Every event table with the claims of its rows and what each row says about itself.

    With `about`, codes of actors, only of the rows on all of them.
    """
    for table in all_tables(database):
        yield table, _told(database, table, about)


def rows_of(database: ox.Store, table: Table) -> Iterator[Rows]:
    """The rows of a table in batches."""
    for batch in batched(described_rows(database, table), _BATCH):
        yield as_rows(batch)


def described_rows(database: ox.Store, table: Table) -> Iterator[tuple[Description, Claim]]:
    """The rows of a table, each with the claim that it makes."""
    for found in _described(database, table.document.id):
        yield found, read_row(found, table)


def rows_in_place(
    database: ox.Store, table: Table, judged: Collection[str]
) -> Iterator[tuple[Description, Claim]]:
    """The rows of a table that have a bucket or are to have one; `judged` are claims."""
    if table.confidence >= LEAST_CONFIDENCE:
        yield from described_rows(database, table)
        return
    graph = node(table.document.id)
    placed = database.quads_for_pattern(None, prop("bucket"), None, graph)
    for each in sorted({*judged, *(local_id(quad.subject) for quad in placed)}):
        found = describe(database, each, graph)
        if found:
            yield found, read_row(found, table)


def counting_rows(
    database: ox.Store, table: Table, about: Collection[str]
) -> Iterator[list[tuple[Description, Claim]]]:
    """The rows of a table that resolve into something, in batches; only those on all of `about`."""
    graph = node(table.document.id)
    quads: Iterable[ox.Quad]
    if not about or table.confidence < LEAST_CONFIDENCE:
        quads = database.quads_for_pattern(None, prop("bucket"), None, graph)
    else:
        quads = _naming(database, graph, min(about))
    for batch in batched((local_id(quad.subject) for quad in quads), _BATCH):
        found = [describe(database, each, graph) for each in batch]
        told = [(each, read_row(each, table)) for each in found if each.id("bucket")]
        yield [(each, claim) for each, claim in told if set(about) <= set(claim.actors)]


def as_rows(told: Sequence[tuple[Description, Claim]]) -> Rows:
    """Rows as `Store.add_tables` takes them, from what they tell and the claims they make."""
    return Rows(
        numbers=[claim.start for _, claim in told],
        types=[claim.type for _, claim in told],
        statuses=[claim.status for _, claim in told],
        sources=[claim.actors[0] for _, claim in told],
        others=[claim.actors[1] for _, claim in told],
        days=[found.required("earliest") for found, _ in told],
        codes=[found.required("event_code") for found, _ in told],
        pages=[found.text("page") for found, _ in told],
        quotes=[claim.quote for _, claim in told],
    )


def first_rows(database: ox.Store, table: Table, most: int) -> list[Claim]:
    """The claims of some rows of a table, by number; on disk these are the first."""
    found = islice(claims_of_rows(database, table), most)
    return sorted(found, key=lambda claim: claim.start)


def has_rows_on(database: ox.Store, document: str, actor: str) -> bool:
    """Whether a table has rows on an actor."""
    return next(_naming(database, node(document), actor), None) is not None


def number_of_rows(database: ox.Store, document: str) -> int | None:
    """How many claims the rows of an event table make; None for other documents."""
    place = node(document)
    quads = database.quads_for_pattern(place, prop("rows"), None, place)
    return next((int(q.object.value) for q in quads if isinstance(q.object, ox.Literal)), None)


def span_of_rows(database: ox.Store, document: str) -> tuple[str, ...]:
    """The first and last day of the rows of an event table; empty where it has none."""
    found = describe(database, document, node(document))
    return tuple(filter(None, map(found.text, ("first_day", "last_day"))))


def all_rows(database: ox.Store) -> int:
    """How many claims the rows of all tables make."""
    return sum(number_of_rows(database, each) or 0 for each in tables_in(database))


def waiting_rows(database: ox.Store) -> dict[str, int]:
    """How many rows of each table count for nothing: read too unsurely, and accepted by nobody."""
    waiting = {}
    for each in tables_in(database):
        table = find_table(database, each)
        if table is not None and table.confidence < LEAST_CONFIDENCE:
            counting = database.quads_for_pattern(None, prop("bucket"), None, node(each))
            waiting[each] = (number_of_rows(database, each) or 0) - sum(1 for _ in counting)
    return waiting


def _told(
    database: ox.Store, table: Table, about: Collection[str]
) -> Iterator[tuple[Claim, Imprint]]:
    for found, claim in _rows_on(database, table, about):
        if set(about) <= set(claim.actors):
            yield claim, read_row_imprint(found, table)


def _rows_on(
    database: ox.Store, table: Table, about: Collection[str]
) -> Iterator[tuple[Description, Claim]]:
    """The rows on one of some actors by what the store finds at once; all without actors."""
    if not about:
        yield from described_rows(database, table)
        return
    graph = node(table.document.id)
    for quad in _naming(database, graph, min(about)):
        found = describe(database, local_id(quad.subject), graph)
        yield found, read_row(found, table)


def _naming(database: ox.Store, graph: ox.NamedNode, actor: str) -> Iterator[ox.Quad]:
    """The quads by which a table's rows name an actor; a row does so in one role alone."""
    return chain.from_iterable(
        database.quads_for_pattern(None, prop(role), node(f"actor/{actor}"), graph)
        for role in _ROLES
    )


def _described(database: ox.Store, document: str) -> Iterator[Description]:
    graph = node(document)
    for quad in database.quads_for_pattern(None, prop("start"), None, graph):
        yield describe(database, local_id(quad.subject), graph)
