"""N-Quads in: the documents, claims, judgements and withdrawals of another store's export.

Events and ties are not read but resolved here, so what comes in is checked and fits what is here.
"""

import tempfile
from pathlib import Path

import pyoxigraph as ox

from hedgerow.errors import InputError
from hedgerow.graph.intake import Added
from hedgerow.graph.snapshot import Snapshot
from hedgerow.graph.store import Store


def import_nquads(store: Store, source: Path) -> Added:
    """Add what an export holds to a store in three commits.

    They are judgements with withdrawals, then articles, then event tables; each may be missing.

    Raises:
        InputError: the file is not N-Quads, or holds no documents.
        UsageError: a document or claim in it cannot be stored.
    """
    with tempfile.TemporaryDirectory() as folder:
        database = ox.Store(Path(folder) / "db")
        _load(database, source)
        with Snapshot(database) as theirs:
            del database  # or its files could not be deleted on Windows
            store.adopt(theirs.judgements(), theirs.withdrawals())
            added = store.add(theirs.items())
            store.add_tables(theirs.tables())
            return added


def _load(database: ox.Store, source: Path) -> None:
    try:
        database.bulk_load(path=source, format=ox.RdfFormat.N_QUADS)
    except (SyntaxError, OSError) as error:
        raise InputError(
            f"Give a file made by 'hedgerow export nq'; {source} is not N-Quads ({error})."
        ) from error
    if Snapshot(database).counts().documents == 0:
        raise InputError(f"{source} holds no documents; give a file made by 'hedgerow export nq'.")
