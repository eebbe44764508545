"""Bringing a store of an earlier format, ontology or version up to date, with a backup beside it.

A change of the folder's layout raises `FORMAT` and adds a migration here. What a version makes of
the same claims needs none: everything is resolved anew.
"""

import hashlib
import shutil
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from hedgerow.errors import StoreError
from hedgerow.graph import ledger
from hedgerow.graph.backup import backup, built
from hedgerow.graph.description import Description
from hedgerow.graph.durable import write_durably
from hedgerow.graph.export import given_hash
from hedgerow.graph.folder import FORMAT, StoreFolder
from hedgerow.graph.holder import WriterLock
from hedgerow.graph.ledger import Version
from hedgerow.graph.rdf import RESOLVED, node, prop
from hedgerow.graph.reading import instances, subjects
from hedgerow.graph.restore import free_name
from hedgerow.graph.schema_rdf import fingerprint, this_version
from hedgerow.graph.snapshot import Snapshot
from hedgerow.graph.store import Store

Migration = Callable[[Path], None]
"""Changes a store's folder to the next format; after a crash it is run again from the start."""
MIGRATIONS: dict[int, Migration] = {}
"""By the format that each starts from. There has been only one format so far."""
_EDGES = {"Event": ("tie_type", "history_of"), "Tie": ("kind", "rung_of")}
"""By class: the field with the type, and that by which a part points to its edge."""
_NOT_COPIED = shutil.ignore_patterns("db", "lock", "holder")


@dataclass(frozen=True, slots=True)
class Edge:
    """What an event or tie is of, by what former ids it went, and a hash of all said about it."""

    what: str
    formerly: tuple[str, ...]
    digest: bytes


@dataclass(frozen=True, slots=True)
class Upgraded:
    """From what to what a store was brought, where it is kept as it was, and what that changed.

    `edges` are there now; `changes` counts those by (type or kind, added, changed or removed).
    """

    format: str
    before: Version | None
    after: Version
    kept: Path
    edges: int
    changes: Counter[tuple[str, str]]


def upgrade(path: Path) -> Upgraded | None:
    """Bring a store up to date; None where it is already.

    Raises:
        StoreBusy: another process is writing to it.
        StoreError: it is of a newer format, damaged, or writing failed; a backup is beside it.
    """
    folder = StoreFolder(path)
    found = folder.format
    if not found.isdigit() or int(found) >= int(FORMAT):
        before = _version(path)
        if before is not None and before.fingerprint == fingerprint():
            return None
        kept = free_name(path, _named(before))
        backup(path, kept)
    else:
        kept = free_name(path, f"format-{found}-{_today()}.backup")
        _migrate(path, int(found), kept)
        before = _version(path)
    old, given = _seen(path)
    Store.open(path).close()
    new, still_given = _seen(path)
    if still_given != given:
        raise StoreError(
            f"The upgrade changed what was loaded, which it must not; restore {kept} and report it."
        )
    return Upgraded(found, before, this_version(), kept, len(new), _changes(old, new))


def _migrate(path: Path, found: int, kept: Path) -> None:
    """Migration by migration, each acknowledged by the file that tells the format."""
    steps = range(found, int(FORMAT))
    unknown = [number for number in steps if number not in MIGRATIONS]
    if unknown:
        raise StoreError(
            f"{path} is of format {unknown[0]}, which this version cannot bring up to date; "
            "export it with the version that wrote it and import it here."
        )
    lock = WriterLock.acquire(path)
    try:
        with built(kept) as draft:
            shutil.copytree(path, draft, ignore=_NOT_COPIED)
        for number in steps:
            MIGRATIONS[number](path)
            write_durably(path / "format", f"{number + 1}\n")
    finally:
        lock.release()


def _version(path: Path) -> Version | None:
    with Snapshot.open(path) as snapshot:
        return snapshot.version


def _named(version: Version | None) -> str:
    told = version.hedgerow if version is not None and version.hedgerow else "early"
    return f"{told}-{_today()}.backup"


def _today() -> str:
    return ledger.now()[:10]


def _seen(path: Path) -> tuple[dict[str, Edge], str]:
    """The events and ties of a store, and the hash of what was given; terms may be old ones."""
    database, lock, _ = StoreFolder(path).open_current()
    with lock:
        return dict(_edges(database)), given_hash(database)


def _edges(database: ox.Store) -> Iterator[tuple[str, Edge]]:
    for name, (type_, part) in _EDGES.items():
        for each in instances(database, name, RESOLVED):
            quads = list(database.quads_for_pattern(node(each), None, None, RESOLVED))
            found = Description(each, quads)
            for below in subjects(database, part, node(each), RESOLVED):
                quads += database.quads_for_pattern(node(below), None, None, RESOLVED)
            told = sorted(str(quad) for quad in quads if quad.predicate != prop("bucket"))
            digest = hashlib.blake2b("\n".join(told).encode(), digest_size=12).digest()
            what = (found.id(type_) or name).rpartition("#")[2]
            yield each, Edge(what, found.ids("formerly"), digest)


def _changes(old: Mapping[str, Edge], new: Mapping[str, Edge]) -> Counter[tuple[str, str]]:
    """One whose anchor changed is found again under its former id."""
    changes: Counter[tuple[str, str]] = Counter()
    left = dict(old)
    for each, edge in new.items():
        known = next((name for name in (each, *edge.formerly) if name in left), None)
        before = None if known is None else left.pop(known)
        if before is None:
            changes[edge.what, "added"] += 1
        elif before.digest != edge.digest:
            changes[edge.what, "changed"] += 1
    for edge in left.values():
        changes[edge.what, "removed"] += 1
    return changes
