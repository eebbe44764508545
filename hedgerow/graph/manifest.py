"""What a backup holds: which store, as of which commit, and the SHA-256 of every file."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields
from pathlib import Path, PurePosixPath

from hedgerow.errors import StoreError
from hedgerow.graph.durable import write_durably
from hedgerow.graph.folder import FORMAT

NAME = "manifest.json"
_NOT_KEPT = ("db", "holder", "lock", NAME)
"""What a writer leaves in a store's folder, and the manifest itself."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """`quads_sha256` is that of all quads in the database's order, None where not verified.

    `written_by` is the version that resolved the store, `made_by` the one that made the backup.
    """

    format: str
    sequence: int
    made: str
    made_by: str
    written_by: str
    store_id: str
    counts: dict[str, int]
    quads: int
    quads_sha256: str | None
    files: dict[str, str]

    def write(self, folder: Path) -> None:
        """Write it into a backup."""
        write_durably(folder / NAME, json.dumps(asdict(self), indent=2) + "\n")


def read_manifest(folder: Path) -> Manifest:
    """The manifest of a backup.

    Raises:
        StoreError: the folder is no backup, or its manifest is damaged or names other places.
    """
    try:
        found = json.loads((folder / NAME).read_text(encoding="utf-8"))
        manifest = Manifest(**{each.name: found[each.name] for each in fields(Manifest)})
        names = [str(name) for name in manifest.files]
        newer = int(manifest.format) > int(FORMAT)
    except FileNotFoundError as error:
        raise StoreError(
            f"{folder} has no {NAME}, so it is no backup; name a folder made by 'hedgerow backup'."
        ) from error
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise StoreError(f"{folder / NAME} is damaged; restore another backup.") from error
    if newer:
        raise StoreError(
            f"{folder} is a backup of format {manifest.format}, this version reads {FORMAT}; "
            "install the newer hedgerow that made it."
        )
    for name in names:
        if not _stays_inside(name):
            raise StoreError(f"{folder / NAME} names {name!r}, outside of it; do not trust it.")
    return manifest


def kept_files(folder: Path) -> Iterator[Path]:
    """The files of a store's folder that a backup keeps, sorted; hidden ones are systems' own."""
    for path in sorted(folder.rglob("[!.]*")):
        if path.is_file() and path.relative_to(folder).parts[0] not in _NOT_KEPT:
            yield path


def hashes_of(folder: Path) -> dict[str, str]:
    """The SHA-256 of each file that is kept, by its place in the folder."""
    return {path.relative_to(folder).as_posix(): _sha256(path) for path in kept_files(folder)}


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _stays_inside(name: str) -> bool:
    place = PurePosixPath(name)
    plain = not any(character in name for character in "\\:\0")
    return plain and bool(name) and not place.is_absolute() and ".." not in place.parts
