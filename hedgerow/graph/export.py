"""N-Quads out.

The canonical form is that of RDFC-1.0 for a dataset without blank nodes: a line a quad, sorted by
code point. It leaves out the ledger, so stores that say the same about the world export the same
bytes whenever they were loaded. Its SHA-256 is the canonical hash. What every store makes for
itself, as summaries, is never exported.
"""

import hashlib
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any, Protocol

import pyoxigraph as ox

from hedgerow.graph.export_sorting import SortedLines
from hedgerow.graph.ids import to_iri
from hedgerow.graph.rdf import APART, LEDGER, end_of_line, prop_token
from hedgerow.graph.streams import batched

Progress = Callable[[int, int], None]
"""Told how much is done, and how much there is."""
_AT_ONCE = 4_096
_APART = tuple(end_of_line(graph).encode() for graph in APART)
_GIVEN = tuple(f"<{to_iri(each)}".encode() for each in ("document/", "graph/judgements>"))
_DERIVED = tuple(
    prop_token(each).encode()
    for each in ("bucket", "copy_of", "supersedes", "found_in", "worded_in")
)
_OWN = tuple(end_of_line(graph).encode() for graph in APART if graph != LEDGER)


def write_everything(database: ox.Store, out: IO[bytes], progress: Progress | None = None) -> None:
    """Write every quad that was given, the ledger included, in the database's order."""
    _dump(database, _Passing(out), progress)


def _is_canonical(line: bytes) -> bool:
    return not line.endswith(_APART)


def write_canonical(
    database: ox.Store,
    out: IO[bytes] | None,
    progress: Progress | None = None,
    *,
    keeps: Callable[[bytes], bool] = _is_canonical,
) -> str:
    """Write the canonical form, to nowhere if `out` is None; gives its SHA-256 in hex.

    It is sorted in pieces on disk, so memory does not grow with the store. `keeps` chooses lines.
    """
    digest = hashlib.sha256()
    with tempfile.TemporaryDirectory(prefix="hedgerow-") as folder:
        pieces = SortedLines(Path(folder), keeps)
        _dump(database, pieces, progress and _part(progress, 0))
        merging, done = progress and _part(progress, 1), 0
        for lines in batched(pieces.lines(), _AT_ONCE):
            data = b"".join(lines)
            digest.update(data)
            if out is not None:
                out.write(data)
            done += len(lines)
            if merging is not None:
                merging(done, pieces.count)
    return digest.hexdigest()


def canonical_hash(database: ox.Store, progress: Progress | None = None) -> str:
    """The SHA-256 of the canonical form, in hex."""
    return write_canonical(database, None, progress)


def given_hash(database: ox.Store, progress: Progress | None = None) -> str:
    """The SHA-256 of what was given alone: documents, claims and judgements.

    Unlike the canonical hash it stays the same when another version resolves them.
    """
    return write_canonical(database, None, progress, keeps=_is_given)


def _is_given(line: bytes) -> bool:
    subject, field, _ = line.split(b" ", 2)
    graph = line[line.rfind(b"<") :]
    return graph.startswith(_GIVEN) and field not in _DERIVED and b"/witness/" not in subject


def _part(progress: Progress, part: int) -> Progress:
    """The progress of one of two parts of the work."""
    return lambda done, of: progress(part * of + done, 2 * of)


class _Out(Protocol):
    def write(self, data: bytes, /) -> int: ...

    def flush(self) -> None: ...


class _Passing:
    """A file that passes on the lines that are no store's own."""

    def __init__(self, out: IO[bytes]) -> None:
        self._out = out
        self._rest = b""

    def write(self, data: bytes, /) -> int:
        whole, end, self._rest = (self._rest + data).rpartition(b"\n")
        lines = (whole + end).splitlines(keepends=True)
        self._out.write(b"".join(line for line in lines if not line.endswith(_OWN)))
        return len(data)

    def flush(self) -> None:
        self._out.flush()


class _Counting:
    """A file that tells how many lines have come of how many."""

    def __init__(self, out: _Out, progress: Progress, of: int) -> None:
        self._out, self._progress, self._of, self._done = out, progress, of, 0

    def write(self, data: bytes, /) -> int:
        self._done += data.count(b"\n")
        self._progress(self._done, self._of)
        return self._out.write(data)

    def flush(self) -> None:
        self._out.flush()


def _dump(database: ox.Store, out: _Out, progress: Progress | None) -> None:
    """Every quad, a line each."""
    told: Any = out if progress is None else _Counting(out, progress, len(database))
    database.dump(told, ox.RdfFormat.N_QUADS)
