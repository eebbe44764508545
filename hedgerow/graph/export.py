"""N-Quads out and in.

The canonical form is that of RDFC-1.0 for a dataset without blank nodes: a line a quad, sorted by
code point. It leaves out the ledger, so stores that say the same about the world export the same
bytes whenever they were loaded. Its SHA-256 is the canonical hash. Summaries are never exported:
every store makes its own.
"""

import hashlib
import heapq
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import IO

import pyoxigraph as ox

from hedgerow.graph.rdf import APART, SUMMARIES, end_of_line

_CHUNK = 500_000
_IN_SUMMARIES = end_of_line(SUMMARIES).encode()
_APART = tuple(end_of_line(graph).encode() for graph in APART)


def write_everything(database: ox.Store, out: IO[bytes]) -> None:
    """Write every quad but summaries, the ledger included, in the database's order."""
    with _dumped(database) as lines:
        out.writelines(line for line in lines if not line.endswith(_IN_SUMMARIES))


def write_canonical(database: ox.Store, out: IO[bytes]) -> None:
    """Write the canonical form."""
    for line in _canonical_lines(database):
        out.write(line)


def canonical_hash(database: ox.Store) -> str:
    """The SHA-256 of the canonical form, in hex."""
    digest = hashlib.sha256()
    for line in _canonical_lines(database):
        digest.update(line)
    return digest.hexdigest()


def _canonical_lines(database: ox.Store) -> Iterator[bytes]:
    """The lines, sorted in pieces on disk so that memory does not grow with the store."""
    with tempfile.TemporaryDirectory() as folder:
        with _dumped(database) as lines:
            kept = (line for line in lines if not line.endswith(_APART))
            pieces = list(_sorted_pieces(kept, Path(folder)))
        handles = [piece.open("rb") for piece in pieces]
        try:
            yield from heapq.merge(*handles)
        finally:
            for handle in handles:
                handle.close()


@contextmanager
def _dumped(database: ox.Store) -> Iterator[IO[bytes]]:
    """Every quad, a line each."""
    with tempfile.TemporaryFile() as dump:
        database.dump(dump, ox.RdfFormat.N_QUADS)
        dump.seek(0)
        yield dump


def _sorted_pieces(lines: Iterable[bytes], folder: Path) -> Iterator[Path]:
    lines = iter(lines)
    while chunk := sorted(islice(lines, _CHUNK)):
        with tempfile.NamedTemporaryFile(dir=folder, delete=False) as piece:
            piece.writelines(chunk)
        yield Path(piece.name)
