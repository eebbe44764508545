"""Whether a snapshot's files are what they were when the disk said that it had them.

RocksDB finds damage in its tables, but takes a log or manifest that was cut short for one that
ended there, and answers as if what followed had never been. So the sizes of all files are kept
beside them, with a checksum for all but tables.
"""

import zlib
from pathlib import Path

from hedgerow.errors import StoreError
from hedgerow.graph.durable import write_durably

_LIST = "FILES"
_TABLE = ".sst"


def note_files(snapshot: Path) -> None:
    """List a snapshot's files beside them."""
    lines = sorted(_line(file) for file in snapshot.iterdir())
    write_durably(snapshot / _LIST, "\n".join([*lines, str(len(lines))]) + "\n")


def check_files(snapshot: Path) -> None:
    """Compare a snapshot's files with their list; one of an earlier version has none.

    Raises:
        StoreError: a file is missing, or is not what it was.
        FileNotFoundError: the snapshot itself is gone.
    """
    try:
        *lines, count = (snapshot / _LIST).read_text(encoding="utf-8").split("\n")[:-1]
    except FileNotFoundError:
        return
    except ValueError as error:
        raise damaged(snapshot / _LIST) from error
    if count != str(len(lines)):
        raise damaged(snapshot / _LIST)
    for line in lines:
        file = snapshot / line.partition(" ")[0]
        if not file.exists() or _line(file) != line:
            raise damaged(file)


def damaged(what: Path, reason: object = None) -> StoreError:
    """The error that says that a file is not what it was."""
    why = f" ({reason})" if reason else ""
    return StoreError(f"{what} is damaged{why}; restore the store from a backup.")


def is_damage(error: BaseException) -> bool:
    """Whether an error is RocksDB's finding, as it reads, that a file is not what it was."""
    return type(error) in (OSError, RuntimeError) and "Corruption" in str(error)


def is_of_disk(error: BaseException) -> bool:
    """Whether an error is one of RocksDB's, which have no number, and not of some other file."""
    return is_damage(error) or (type(error) is OSError and error.errno is None)


def _line(file: Path) -> str:
    size = file.stat().st_size
    if file.suffix == _TABLE:
        return f"{file.name} {size}"
    return f"{file.name} {size} {zlib.crc32(file.read_bytes()):08x}"
