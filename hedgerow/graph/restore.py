"""A store from a backup or an export: checked first, then there as a whole or not at all."""

import gzip
import hashlib
import os
import shutil
import tempfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from hedgerow.errors import InputError, StoreError, UsageError
from hedgerow.graph.backup import built, check_place
from hedgerow.graph.durable import named
from hedgerow.graph.folder import FORMAT
from hedgerow.graph.holder import WriterLock
from hedgerow.graph.importing import import_nquads
from hedgerow.graph.manifest import Manifest, kept_files, read_manifest
from hedgerow.graph.snapshot import Counts, Snapshot
from hedgerow.graph.store import Store

KEPT = "before-restore"
_CHUNK = 1 << 20
Progress = Callable[[int, int], None]
"""Told how many files are copied, and how many there are."""


@dataclass(frozen=True, slots=True)
class Restored:
    """What a store now holds, None where it must be upgraded first, and where the old one is."""

    counts: Counts | None
    kept: Path | None


def restore(
    source: Path, path: Path, *, replace: bool = False, progress: Progress | None = None
) -> Restored:
    """Make a store of a backup, or of a full export in N-Quads, which may be compressed (.gz).

    With `replace` a store that is there is kept beside as `NAME.before-restore`.

    Raises:
        UsageError: there is a store already, or something else.
        StoreBusy: the store that is there is being written to.
        StoreError: the backup is damaged or was changed, or writing failed; then nothing changed.
        InputError: the file is no export.
    """
    path = named(path)
    there = os.path.lexists(path)
    if there and not replace:
        raise UsageError(f"{path} is there already; name another --store, or give --replace.")
    if there and not (path / "format").is_file():
        raise UsageError(f"{path} is no store, so it is left alone; name another --store.")
    if not source.exists():
        raise UsageError(f"There is no {source}; name a backup or an export in N-Quads.")
    check_place(path)
    lock = WriterLock.acquire(path) if there else None
    try:
        place = free_name(path, KEPT) if there else None
        with built(path, place) as draft:
            counts = _fill(source, draft, progress)
    finally:
        if lock is not None:
            lock.release()
    return Restored(counts, place)


def free_name(path: Path, why: str) -> Path:
    """A name beside a store that nothing has: `NAME.before-restore`, then `-2` and so on."""
    path = named(path)
    first = path.with_name(f"{path.name}.{why}")
    place, number = first, 1
    while os.path.lexists(place):
        number += 1
        place = first.with_name(f"{first.name}-{number}")
    return place


def _fill(source: Path, draft: Path, progress: Progress | None) -> Counts | None:
    if not source.is_dir():
        _import(source, draft)
        with Snapshot.open(draft) as snapshot:
            return snapshot.counts()
    manifest = read_manifest(source)
    _copy(source, draft, manifest, progress)
    if int(manifest.format) < int(FORMAT):
        return None
    with Snapshot.open(draft) as snapshot:
        return snapshot.counts()


def _copy(source: Path, draft: Path, manifest: Manifest, progress: Progress | None) -> None:
    """Copy the files of a backup; it shares none with the store, to outlive it."""
    strange = {each.relative_to(source).as_posix() for each in kept_files(source)}
    strange -= manifest.files.keys()
    if strange:
        raise _changed(source, min(strange))
    for done, (name, expected) in enumerate(sorted(manifest.files.items()), start=1):
        target = draft / name
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            with (source / name).open("rb") as given, target.open("xb") as copy:
                found = _copied(given, copy)
        except FileNotFoundError as error:
            raise _changed(source, name) from error
        if found != expected:
            raise _changed(source, name)
        if progress is not None:
            progress(done, len(manifest.files))


def _copied(given: IO[bytes], copy: IO[bytes]) -> str:
    digest = hashlib.sha256()
    while chunk := given.read(_CHUNK):
        digest.update(chunk)
        copy.write(chunk)
    return digest.hexdigest()


def _changed(source: Path, name: str) -> StoreError:
    return StoreError(
        f"{source / name} is not as the backup's manifest has it, so it is damaged or was written "
        "to; restore another backup, or look into this one with 'hedgerow doctor --store'."
    )


def _import(source: Path, draft: Path) -> None:
    with tempfile.TemporaryDirectory(prefix="hedgerow-") as folder:
        plain = source
        if source.suffix == ".gz":
            plain = Path(folder) / "export.nq"
            _unpack(source, plain)
        with Store.open(draft) as store:
            refused = import_nquads(store, plain).refusals
            store.compact_if_grown()
    if refused.first:
        what, why = refused.first[0]
        raise StoreError(
            f"{source} cannot be restored whole: {refused.kinds.total():,} of its records were "
            f"refused, such as {what} ({why}); take the others over with 'hedgerow import'."
        )
    for left in ("holder", "lock"):
        (draft / left).unlink(missing_ok=True)


def _unpack(source: Path, target: Path) -> None:
    try:
        with gzip.open(source) as packed, target.open("wb") as out:
            shutil.copyfileobj(packed, out)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise InputError(f"{source} is damaged ({error}); restore another export.") from error
