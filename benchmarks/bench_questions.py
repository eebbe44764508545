"""How long each question of the library takes in a running process, in stores of growing size.

    python -m benchmarks.bench_questions [--claims 1000 10000 100000] [--asks 40] [--keep FOLDER]

Actors and pairs are drawn by the same weights as the claims, so busy states are asked about often.
Each question is asked once before the clock starts; the store is on disk and read from a snapshot.
CPU time is of all threads and comparable on a busy machine.
"""

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.synthetic import items, states_by_weight
from hedgerow.graph.snapshot import Snapshot
from hedgerow.graph.store import Store
from hedgerow.queries.asking import ask

SEED = 7
SIZES = (1_000, 10_000, 100_000)
HEADER = "  claims  question               median      p95  median CPU  p95 CPU  (milliseconds)"
BUSIEST = 30
"""Edges whose evidence is asked for are those of the busiest pairs."""

Arguments = Mapping[str, str]


@dataclass(frozen=True)
class Taken:
    """Seconds that an answer took, by the clock and of CPU."""

    wall: float
    cpu: float


class Asker:
    """Draws arguments for each question from one source of chance."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._random = random.Random(SEED)
        self._states = states_by_weight()
        self._weights = [1 / rank for rank in range(1, len(self._states) + 1)]
        busy = ask(snapshot, "ties", {"a": self._states[0], "b": self._states[1]})
        self._edges = [str(row["id"]) for row in busy.rows[:BUSIEST]]

    def arguments(self) -> Mapping[str, Callable[[], Arguments]]:
        """How to draw arguments, by the name under which a line of the table stands."""
        return {
            "levels a": self._one,
            "levels a b": self._two,
            "ties a b": self._two,
            "ties a b, one year": lambda: {**self._two(), "from": "2020", "to": "2020"},
            "partners a": self._one,
            "arms a": self._one,
            "evidence": lambda: {"id": self._random.choice(self._edges)},
            "documents": dict,
        }

    def _one(self) -> Arguments:
        return {"a": self._random.choices(self._states, self._weights)[0]}

    def _two(self) -> Arguments:
        while True:
            first, second = self._random.choices(self._states, self._weights, k=2)
            if first != second:
                return {"a": first, "b": second}


def main() -> None:
    """Print one line a question and size, in milliseconds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, nargs="+", default=SIZES)
    parser.add_argument("--asks", type=int, default=40)
    parser.add_argument("--keep", type=Path, help="folder in which the stores are kept and reused")
    options = parser.parse_args()
    print(HEADER)
    with tempfile.TemporaryDirectory() as folder:
        for size in options.claims:
            with open_store((options.keep or Path(folder)) / str(size), size) as snapshot:
                for name, taken in latencies(snapshot, options.asks):
                    print_line(size, name, taken)


def open_store(path: Path, claims: int) -> Snapshot:
    """The store of so many claims, made if it is not there."""
    if not path.exists():
        with Store.open(path) as store:
            store.add(items(claims))
    return Store.read(path)


def latencies(snapshot: Snapshot, asks: int) -> Iterator[tuple[str, list[Taken]]]:
    """What each ask of each question took."""
    for name, draw in Asker(snapshot).arguments().items():
        question = name.split()[0]
        ask(snapshot, question, draw())
        taken = []
        for _ in range(asks):
            arguments = draw()
            start, cpu = time.perf_counter(), time.process_time()
            ask(snapshot, question, arguments)
            taken.append(Taken(time.perf_counter() - start, time.process_time() - cpu))
        yield name, taken


def print_line(claims: int, name: str, taken: list[Taken]) -> None:
    """One line of the table."""
    wall, cpu = middle_and_tail(t.wall for t in taken), middle_and_tail(t.cpu for t in taken)
    figures = f"{wall[0]:>8.1f} {wall[1]:>8.1f} {cpu[0]:>11.1f} {cpu[1]:>8.1f}"
    print(f"{claims:>8,}  {name:<20} {figures}", flush=True)


def middle_and_tail(seconds: Iterable[float]) -> tuple[float, float]:
    """Median and 95th percentile in milliseconds."""
    found = [each * 1000 for each in seconds]
    return statistics.median(found), statistics.quantiles(found, n=20)[-1]


if __name__ == "__main__":
    main()
