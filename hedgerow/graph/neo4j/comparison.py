"""What differs between the store and a database, by fingerprints kept in a temporary file.

Memory does not grow with the number of nodes.
"""

import sqlite3
from collections.abc import Generator, Iterable, Iterator

from hedgerow.graph.neo4j.fingerprint import bucket_of
from hedgerow.graph.neo4j.tally import Tally, kind_of

_TABLES = """
    CREATE TABLE here (id TEXT PRIMARY KEY, fingerprint INTEGER, bucket INTEGER) WITHOUT ROWID;
    CREATE TABLE there (id TEXT PRIMARY KEY, fingerprint INTEGER) WITHOUT ROWID;
"""
_SUMS = "SELECT bucket, count(*), sum(fingerprint) FROM here GROUP BY bucket"
_THERE = """
    INSERT INTO there VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET fingerprint = NULL
"""
_DIFFERENT = """
    SELECT here.id, there.id IS NOT NULL FROM here LEFT JOIN there USING (id)
    WHERE there.fingerprint IS NOT here.fingerprint ORDER BY here.id
"""
_GONE = "SELECT id FROM there WHERE id NOT IN (SELECT id FROM here) ORDER BY id"

BucketSums = dict[int | None, tuple[int, int]]
"""Number of nodes and sum of fingerprints by bucket."""


class Comparison:
    """Fingerprints of nodes here and there, by id; both sides are filled, then asked."""

    def __init__(self) -> None:
        # "" is a file that SQLite deletes; the next batch is made in another thread
        self._tables = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        self._tables.executescript(f"PRAGMA journal_mode = OFF; {_TABLES} BEGIN;")

    def add_here(self, fingerprints: Iterable[tuple[str, int]]) -> None:
        """Nodes of the store."""
        rows = ((node, number, bucket_of(node)) for node, number in fingerprints)
        self._tables.executemany("INSERT INTO here VALUES (?, ?, ?)", rows)

    def add_there(self, fingerprints: Iterable[tuple[str, int | None]]) -> None:
        """Nodes of the database; one begun and not written, or there twice, has no fingerprint."""
        self._tables.executemany(_THERE, fingerprints)

    def leave_out_equal(self, there: BucketSums) -> list[int]:
        """Forget the nodes here of buckets that are the same there; gives the other buckets."""
        here = {bucket: (nodes, total) for bucket, nodes, total in self._tables.execute(_SUMS)}
        equal = [(bucket,) for bucket, sums in here.items() if there.get(bucket) == sums]
        self._tables.executemany("DELETE FROM here WHERE bucket = ?", equal)
        either = here.keys() | {bucket for bucket in there if bucket is not None}
        return sorted(bucket for bucket in either if here.get(bucket) != there.get(bucket))

    def different(self) -> Iterator[tuple[str, bool]]:
        """The ids of nodes to write, and whether the database has another state of each."""
        for node, known in self._tables.execute(_DIFFERENT):
            yield node, bool(known)

    def gone(self) -> Generator[str]:
        """The ids of nodes that are only there."""
        return (node for (node,) in self._tables.execute(_GONE))

    def tally(self) -> Tally:
        """How many nodes differ, and how."""
        tally = Tally()
        for node, known in self.different():
            (tally.changed if known else tally.added)[kind_of(node)] += 1
        tally.removed.update(map(kind_of, self.gone()))
        return tally
