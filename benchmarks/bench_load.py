"""Load speed: claims into a store on disk, beside raw `bulk_extend` of the same quads.

    python benchmarks/bench_load.py [CLAIMS ...]

Each size is loaded into an empty store in one commit and in growing batches as `hedgerow load` makes
them. CPU seconds count all threads of the process, so they are comparable on a busy machine.
"""

import gc
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox
from synthetic import Item, items

from hedgerow.graph.batches import add_in_batches
from hedgerow.graph.store import Store

SIZES = (1_000, 10_000, 100_000)
SEED = 1


@dataclass(frozen=True)
class Spent:
    """Seconds that something took."""

    wall: float
    cpu: float


def main(sizes: Iterable[int]) -> None:
    """Measure and print each size."""
    print(f"{'claims':>8} {'how':12} {'claims/s':>9} {'quads/s':>9} {'raw quads/s':>12} ratio  cpu")
    for size in sizes:
        documents = list(items(size, SEED))
        for how, load in (("one commit", load_at_once), ("batches", load_in_batches)):
            measure(size, how, documents, load)


def measure(
    size: int, how: str, documents: list[Item], load: Callable[[Store, list[Item]], None]
) -> None:
    """Load documents, then their quads raw, and print both."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.store"
        with Store.open(path) as store:
            spent = timed(lambda: load(store, documents))
        (snapshot,) = sorted((path / "snapshots").iterdir())[-1:]
        quads = list(ox.Store.read_only(str(snapshot)))
        raw_store = ox.Store(Path(folder) / "raw")
        raw = timed(lambda: raw_store.bulk_extend(quads))
        print(
            f"{size:8} {how:12} {size / spent.wall:9.0f} {len(quads) / spent.wall:9.0f} "
            f"{len(quads) / raw.wall:12.0f}  {raw.wall / spent.wall:.2f} {raw.cpu / spent.cpu:.2f}"
        )


def load_at_once(store: Store, documents: list[Item]) -> None:
    """One commit."""
    store.add(documents)


def load_in_batches(store: Store, documents: list[Item]) -> None:
    """As the load command does it."""
    for _ in add_in_batches(store, documents):
        pass


def timed(work: Callable[[], None]) -> Spent:
    """How long some work takes."""
    gc.collect()
    wall, cpu = time.perf_counter(), time.process_time()
    work()
    return Spent(time.perf_counter() - wall, time.process_time() - cpu)


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or SIZES)
