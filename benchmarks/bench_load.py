"""Load speed: claims into a store on disk, beside raw `bulk_extend` of the same quads.

    python benchmarks/bench_load.py [CLAIMS ...]

Each size is loaded into an empty store in one commit, and in growing batches. The raw load takes
the same quads in as many pieces. Ratios are raw seconds to load seconds, by the clock and by CPU
time of all threads, which is comparable on a busy machine. The aim is 0.5.
"""

import gc
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import pyoxigraph as ox
from synthetic import Item, items

from hedgerow.graph.batches import add_in_batches
from hedgerow.graph.store import Store

SIZES = (1_000, 10_000, 100_000)
SEED = 1
T = TypeVar("T")
HEADER = "  claims  commits  claims/s  quads/s  raw quads/s  ratio  ratio (CPU)"


@dataclass(frozen=True)
class Spent:
    """Seconds that something took."""

    wall: float
    cpu: float


def main(sizes: Iterable[int]) -> None:
    """Measure and print each size."""
    print(HEADER)
    for size in sizes:
        documents = list(items(size, SEED))
        for load in (load_at_once, load_in_batches):
            with tempfile.TemporaryDirectory() as folder:
                measure(Path(folder), size, documents, load)


def measure(
    folder: Path, size: int, documents: list[Item], load: Callable[[Store, list[Item]], int]
) -> None:
    """Load documents, then their quads raw, and print both."""
    with Store.open(folder / "bench.store") as store:
        commits, spent = timed(lambda: load(store, documents))
    quads = quads_of(folder / "bench.store")
    _, raw = timed(lambda: load_raw(folder / "raw", quads, commits))
    print(
        f"{size:8}  {commits:7}  {size / spent.wall:8.0f}  {len(quads) / spent.wall:7.0f}  "
        f"{len(quads) / raw.wall:11.0f}  {raw.wall / spent.wall:5.2f}  {raw.cpu / spent.cpu:11.2f}",
        flush=True,
    )


def load_at_once(store: Store, documents: list[Item]) -> int:
    """One commit."""
    store.add(documents)
    return 1


def load_in_batches(store: Store, documents: list[Item]) -> int:
    """As many commits as a long load makes."""
    return sum(1 for _ in add_in_batches(store, documents))


def load_raw(path: Path, quads: list[ox.Quad], pieces: int) -> None:
    """The quads alone, in so many pieces."""
    database = ox.Store(path)
    step = -(-len(quads) // pieces)
    for start in range(0, len(quads), step):
        database.bulk_extend(quads[start : start + step])


def quads_of(path: Path) -> list[ox.Quad]:
    """Every quad of a store's newest snapshot."""
    newest = max((path / "snapshots").iterdir())
    return list(ox.Store.read_only(str(newest)))


def timed(work: Callable[[], T]) -> tuple[T, Spent]:
    """How long some work takes."""
    gc.collect()
    wall, cpu = time.perf_counter(), time.process_time()
    result = work()
    return result, Spent(time.perf_counter() - wall, time.process_time() - cpu)


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or SIZES)
