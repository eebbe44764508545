"""Mending what is derived: everything that follows from documents, claims and judgements.

What was given is never touched. One commit drops what does not follow from it and derives it anew,
with the ontology at hand.
"""

from collections.abc import Iterable
from itertools import chain
from pathlib import Path

import pyoxigraph as ox

from hedgerow.graph.difference import Difference
from hedgerow.graph.doctor.derived import editions_of
from hedgerow.graph.doctor.folder import half_written
from hedgerow.graph.doctor.patient import Patient
from hedgerow.graph.durable import remove
from hedgerow.graph.folder import StoreFolder
from hedgerow.graph.ledger import Entry, entry_quads, now, read_entry
from hedgerow.graph.rdf import COPIES, local_id, node, prop
from hedgerow.graph.store import Store


def repair(path: Path) -> None:
    """Derive anew what a store derives, in one commit; make a backup before.

    Raises:
        StoreBusy: another process is writing to it.
        StoreError: what was given cannot be read, so nothing was changed.
    """
    folder = StoreFolder(path)
    store, mended = _opened(folder)  # which drops all that was not acknowledged
    with store:
        for each in half_written(folder):
            remove(each)
        folder.journal.forget(max(folder.journal.gaps(folder.sequence), default=0))
        store.refresh(mended)


def _opened(folder: StoreFolder) -> tuple[Store, Difference]:
    """The store to write to, not resolved anew yet, and what is to be mended before."""
    database, lock = folder.open_for_writing()
    try:
        mended = _mended(Patient(database), folder.sequence + 1)
        return Store(database, folder, lock), mended
    except BaseException:
        folder.close_writing(lock)
        raise


def _mended(patient: Patient, sequence: int) -> Difference:
    """All that refreshing a store does not derive anew by itself."""
    database, mended = patient.database, Difference()
    mended.dropped.append(COPIES)
    mended.removed += _lines(database.quads_for_pattern(None, prop("copy_of"), None, None))
    for each in patient.documents:
        mended.include(editions_of(database, each))
        mended.removed += _doubled_buckets(database, each)
        if read_entry(database, each) is None:
            mended.added += entry_quads(each, Entry(now(), sequence))
    mended.removed += _lines(_editions_of_nothing(database))
    return mended


def _doubled_buckets(database: ox.Store, document: str) -> list[str]:
    """The buckets of claims that have more than one; the right one is found anew."""
    by_claim: dict[object, list[ox.Quad]] = {}
    for quad in database.quads_for_pattern(None, prop("bucket"), None, node(document)):
        by_claim.setdefault(quad.subject, []).append(quad)
    return _lines(chain.from_iterable(each for each in by_claim.values() if len(each) > 1))


def _editions_of_nothing(database: ox.Store) -> list[ox.Quad]:
    found = database.quads_for_pattern(None, prop("supersedes"), None, None)
    return [
        quad for quad in found if not database.contains_named_graph(node(local_id(quad.object)))
    ]


def _lines(quads: Iterable[ox.Quad]) -> list[str]:
    return [f"{quad} .\n" for quad in quads]
