"""Event tables: made-up GDELT rows to claims, and into a store, beside raw `bulk_extend`.

    python -m benchmarks.bench_tables [--rows 100000 1000000] [--confidence 0.4 0.7] [--keep FOLDER]
        [--json FILE]

Each part runs in a process of its own, so that its memory is its own: the peak, with the peak
before any row was read in brackets. `to claims` is from the file to claims in columns, the hash
included. `store` is from the file to the store on disk without resolution, which stands apart:
claims below a confidence of 0.5 wait and resolve into nothing. The raw load takes the same quads of
the table's graph, as `Quad` objects made beforehand, in one `bulk_extend` into an empty store.
`ratio` is raw seconds to those of the store: with the reading of the file, and without it. Seconds
by the clock stand beside CPU seconds of all threads, which are comparable on a busy machine. The
aims: 50,000 rows/s to claims, 10,000 rows/s into the store, a ratio of 0.6, at most 12 quads a
claim, and memory that does not grow with the rows.
"""

import argparse
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pyoxigraph as ox

from benchmarks.gdelt_rows import write_rows
from benchmarks.scale.measuring import room
from hedgerow.graph.ids import to_iri
from hedgerow.graph.store import Store
from hedgerow.loaders.tables.reading import read_table

T = TypeVar("T")
ROWS = (100_000, 1_000_000)
CONFIDENCES = (0.4, 0.7)
STORE, GRAPH = "bench.store", "graph.txt"
HEADER = (
    "    rows  sure   claims quads/claim |  rows/s to claims | rows/s into store | claims/s of it |"
    " raw claims/s | ratio | ratio, file read | resolving s | peak MB"
)


def main() -> None:
    """Measure and print each size."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--rows", type=int, nargs="+", default=ROWS)
    parser.add_argument("--confidence", type=float, nargs="+", default=CONFIDENCES)
    parser.add_argument("--keep", type=Path, help="folder for the tables, kept for another run")
    parser.add_argument("--json", type=Path, help="write the figures here")
    parser.add_argument("--part", nargs=3, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.part:
        what, table, confidence = given.part
        json.dump(PARTS[what](Path(table), float(confidence)), sys.stdout)
        return
    print(f"load average {', '.join(f'{load:.1f}' for load in os.getloadavg())}\n{HEADER}")
    found = []
    with tempfile.TemporaryDirectory() as folder:
        for rows in given.rows:
            table = (given.keep or Path(folder)) / f"{rows}.export.CSV"
            if not table.exists():
                write_rows(table, rows)
            for confidence in given.confidence:
                found.append(measure(table, rows, confidence, Path(folder)))
    if given.json:
        given.json.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


def measure(table: Path, rows: int, confidence: float, folder: Path) -> dict[str, float]:
    """Measure one size and print it; what is written down is in seconds by the clock and MiB."""
    read, stored, raw = (part(what, table, confidence, folder) for what in PARTS)
    claims = stored["claims"]

    def both(count: float, spent: dict[str, float]) -> str:
        return f"{count / spent['wall']:8,.0f} {count / spent['cpu']:8,.0f}"

    ratios = (f"{raw[by] / stored[by]:.2f}" for by in ("wall", "cpu"))
    alone = (f"{raw[by] / (stored[by] - read[by]):.2f}" for by in ("wall", "cpu"))
    print(
        f"{rows:8}  {confidence:4.2f} {claims:8.0f} {raw['quads'] / claims:11.2f} | "
        f"{both(rows, read)} | {both(rows, stored)} | {both(claims, stored)} | "
        f"{both(claims, raw)} | {' '.join(ratios)} | {' '.join(alone)} | "
        f"{stored['resolving']:.1f} {stored['resolving_cpu']:.1f} | "
        f"{stored['peak']:.0f} ({stored['before']:.0f})",
        flush=True,
    )
    return {
        "rows": rows,
        "confidence": confidence,
        "claims": claims,
        "quads_a_claim": raw["quads"] / claims,
        "to_claims": read["wall"],
        "to_store": stored["wall"],
        "raw": raw["wall"],
        "resolving": stored["resolving"],
        "peak_mib": stored["peak"],
        "disk_mib": stored["disk"],
        "load": os.getloadavg()[0],
    }


def part(what: str, table: Path, confidence: float, folder: Path) -> dict[str, float]:
    """One part in a process of its own, in a folder where the store of the one before lies."""
    root = Path(__file__).parents[1]
    command = [sys.executable, "-m", "benchmarks.bench_tables", "--part", what]
    done = subprocess.run(  # noqa: S603
        [*command, str(table.resolve()), str(confidence)],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(root)},
        check=True,
        capture_output=True,
        text=True,
    )
    found: dict[str, float] = json.loads(done.stdout)
    return found


def to_claims(table: Path, confidence: float) -> dict[str, float]:
    """Seconds from a file to its claims in columns."""

    def read() -> int:
        return sum(len(rows) for rows in read_table(table, confidence=confidence))

    claims, wall, cpu = timed(read)
    return {"claims": claims, "wall": wall, "cpu": cpu}


def to_store(table: Path, confidence: float) -> dict[str, float]:
    """Seconds from a file to a store, and its peak memory."""
    shutil.rmtree(STORE, ignore_errors=True)
    written: list[float] = []

    def told(what: str, done: int, of: int | None) -> None:
        if what == "buckets" and not written:
            written.append(time.process_time())

    with Store.open(Path(STORE)) as store:
        before, begun, clock = peak(), time.process_time(), time.perf_counter()
        reading = read_table(table, confidence=confidence)
        hashing = time.perf_counter() - clock
        added = store.add_tables([(reading.table, reading)], told)
        Path(GRAPH).write_text(reading.table.document.id, encoding="utf-8")
    ended = time.process_time()
    until = written[0] if written else ended
    return {
        "claims": added.claims,
        "wall": added.writing + hashing,
        "cpu": until - begun,
        "resolving": added.resolving,
        "resolving_cpu": ended - until,
        "disk": room(Path(STORE)),
        "before": before,
        "peak": peak(),
    }


def raw_load(table: Path, confidence: float) -> dict[str, float]:
    """Seconds that the quads of the table that was stored last take alone."""
    newest = max(Path(STORE, "snapshots").iterdir())
    graph = ox.NamedNode(to_iri(Path(GRAPH).read_text(encoding="utf-8")))
    stored = ox.Store.read_only(str(newest))
    quads = list(stored.quads_for_pattern(None, None, None, graph))
    with tempfile.TemporaryDirectory(dir=".") as folder:
        database = ox.Store(Path(folder))
        _, wall, cpu = timed(lambda: database.bulk_extend(quads))
    return {"quads": len(quads), "wall": wall, "cpu": cpu}


def timed(work: Callable[[], T]) -> tuple[T, float, float]:
    """What some work gives, and its seconds by the clock and of CPU."""
    wall, cpu = time.perf_counter(), time.process_time()
    found = work()
    return found, time.perf_counter() - wall, time.process_time() - cpu


def peak() -> float:
    """The peak of this process's memory in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


PARTS = {"claims": to_claims, "store": to_store, "raw": raw_load}

if __name__ == "__main__":
    main()
