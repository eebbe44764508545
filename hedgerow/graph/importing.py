"""N-Quads in: the documents, claims and decisions of another store's export.

Events and ties are not read but resolved here, so what comes in is checked and fits what is here.
"""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from hedgerow.errors import InputError, StoreError, UsageError
from hedgerow.graph.by_hand import made
from hedgerow.graph.imports.articles import articles_in
from hedgerow.graph.imports.decisions import judgements_in, ratings_in, withdrawals_in
from hedgerow.graph.imports.report import Imported, Refusals
from hedgerow.graph.imports.sifting import Sifter
from hedgerow.graph.imports.tables import tables_of
from hedgerow.graph.ledger import Withdrawal
from hedgerow.graph.ratings import restricting
from hedgerow.graph.reading import instances
from hedgerow.graph.resolution.checking import ADD
from hedgerow.graph.store import Store


@dataclass(slots=True)
class Export:
    """A file's statements that may be looked at, in a database, and what was ignored of it."""

    database: ox.Store
    refusals: Refusals


@contextmanager
def unpacked(source: Path) -> Iterator[Export]:
    """What an export holds, before any store is opened for it.

    Raises:
        InputError: the file is not N-Quads, or holds no documents.
        StoreError: there is no room for it.
    """
    refusals = Refusals()
    with tempfile.TemporaryDirectory() as folder:
        export = Export(_database_of(source, Path(folder) / "db", refusals), refusals)
        try:
            yield export
        finally:
            del export.database  # or its files could not be deleted on Windows


def import_nquads(
    store: Store, source: Path, *, judgements: bool = True, withdrawals: bool = True
) -> Imported:
    """Add what a file holds to a store; see `take_over`.

    Raises:
        InputError: the file is not N-Quads, or holds no documents.
        StoreError: there is no room for it.
    """
    with unpacked(source) as export:
        return take_over(store, export, judgements=judgements, withdrawals=withdrawals)


def take_over(
    store: Store, export: Export, *, judgements: bool = True, withdrawals: bool = True
) -> Imported:
    """Add what an export holds to a store in a few commits.

    They are ratings, judgements with withdrawals, articles, and event tables; each may be missing.
    Without `judgements` only such marks of ratings are taken over as restrict who sees a document.
    What cannot have been exported is left out and told.
    """
    theirs, refusals = export.database, export.refusals
    decided = judgements_in(theirs, refusals) if judgements else []
    rated = ratings_in(theirs, refusals)
    rated = rated if judgements else restricting(rated)
    gone = withdrawals_in(theirs, refusals) if withdrawals else []
    known = {each.id for each in store.judgements()}
    new_judgements = len({each.id for each in decided} - known)
    new_withdrawals = {each.document for each in gone} - {
        each.document for each in store.withdrawals()
    }
    taken_out = _here(store, gone)
    new_ratings = store.rate(*rated)  # marks before what they are about
    store.adopt(decided, gone)
    added = store.add(articles_in(theirs, refusals))
    tables = store.add_tables(tables_of(theirs, refusals), refuse=refusals.refuse)
    return Imported(
        added=added,
        tables=tables,
        judgements=new_judgements,
        ratings=new_ratings,
        withdrawals=len(new_withdrawals),
        taken_out=taken_out,
        refusals=refusals,
        entries=frozenset(made(each)[0].id for each in decided if each.decision == ADD),
    )


def _here(store: Store, gone: Sequence[Withdrawal]) -> tuple[Withdrawal, ...]:
    return tuple(each for each in gone if _is_here(store, each.document))


def _is_here(store: Store, document: str) -> bool:
    try:
        return bool(store.recorded(document))
    except UsageError:
        return False


def _database_of(source: Path, folder: Path, refusals: Refusals) -> ox.Store:
    try:
        with source.open("rb") as file:
            file.read(1)  # what the system refuses from here on is not the file
    except OSError as error:
        raise InputError(
            f"Give a file made by 'hedgerow export nq'; {source} is not N-Quads ({error})."
        ) from error
    try:
        database = ox.Store(folder)
        database.bulk_extend(Sifter(refusals).sift(source))
    except (OSError, RuntimeError) as error:  # RocksDB raises either
        raise StoreError(
            f"{source} cannot be unpacked in {folder} ({error}); see that there is room, or name "
            "another folder in TMPDIR."
        ) from error
    if next(instances(database, "Document"), None) is None:
        raise InputError(f"{source} holds no documents; give a file made by 'hedgerow export nq'.")
    return database
