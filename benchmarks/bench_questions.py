"""How long each question of the library takes in a running process, in stores of growing size.

    python -m benchmarks.bench_questions [--claims 1000 10000 100000] [--asks 40] [--keep FOLDER]
        [--only visits record ...] [--whole]

Actors are spread over the states by the same weights as the claims, so busy states are asked about
often; every line has the same ones. A line names the parameters that are actors; one without any
looks through the whole graph and is left out unless `--whole` is given. Each question is asked once
before the clock starts; the store is on disk and read from a snapshot. Edges that were read for an
earlier answer are forgotten before each ask; `again` is the same ask with them kept. CPU time is of
all threads and comparable on a busy machine.
"""

import argparse
import random
import statistics
import tempfile
import time
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, islice
from pathlib import Path

from benchmarks.synthetic import items, states_by_weight
from hedgerow.graph.snapshot import Snapshot
from hedgerow.graph.store import Store
from hedgerow.queries.asking import ask
from hedgerow.queries.questions.header import ParameterKind, Question
from hedgerow.queries.questions.library import questions
from hedgerow.queries.reading.kept import forget

SEED = 7
SIZES = (1_000, 10_000, 100_000)
HEADER = (
    "  claims  question               median      p95  median CPU  p95 CPU    again  (milliseconds)"
)
FEW = 3
"""As often is the whole graph looked through."""
AT_ONCE = 40_000
"""Documents of one commit, some 120,000 claims and 4 GB of memory."""
BUSIEST = 30
"""Edges whose evidence is asked for are those of the busiest pairs."""

Arguments = Mapping[str, str]
GIVEN: Mapping[str, dict[str, str]] = {
    "before_after": {"day": "2020-01-01"},
    "engagement": {"among": "ASEAN"},
    "expiring": {"by": "2100"},
    "shifts": {"among": "ASEAN"},
    "structure": {"among": "ASEAN"},
}
"""Arguments that chance cannot draw."""


@dataclass(frozen=True)
class Taken:
    """Seconds that an answer took, by the clock and of CPU, and by the clock when asked again."""

    wall: float
    cpu: float
    again: float


class Asker:
    """Makes so many arguments for each question."""

    def __init__(self, snapshot: Snapshot, asks: int) -> None:
        self._asks = asks
        states = states_by_weight()
        busy = ask(snapshot, "ties", {"a": states[0], "b": states[1]})
        self._edges = [str(row["id"]) for row in busy.rows[:BUSIEST]]

    def arguments(self, *, whole: bool) -> Mapping[str, list[Arguments]]:
        """The arguments by the name under which a line of the table stands."""
        return {
            " ".join([name, *actors]): self._of(asked, actors)
            for name, asked in questions().items()
            for actors in choices_of_actors(asked)
            if whole or is_of_few(asked, actors)
        }

    def _of(self, asked: Question, actors: Sequence[str]) -> list[Arguments]:
        chance = random.Random(SEED)
        kinds = {each.name: each.kind for each in asked.parameters if each.required}
        often = self._asks if is_of_few(asked, actors) else FEW
        return [
            {name: self._value(kind, chance) for name, kind in kinds.items() if kind != "actor"}
            | dict(zip(actors, codes, strict=True))
            | GIVEN.get(asked.name, {})
            for codes in parties(often, len(actors), chance)
        ]

    def _value(self, kind: ParameterKind, chance: random.Random) -> str:
        return chance.choice(self._edges) if kind == "edge" else "2020"


def parties(asks: int, number: int, chance: random.Random) -> list[tuple[str, ...]]:
    """So many different states for each ask, spread evenly over the weights of all."""
    states = states_by_weight()
    reach = list(accumulate(1 / rank for rank in range(1, len(states) + 1)))
    found: list[tuple[str, ...]] = [()] * asks
    for _ in range(number):
        places = [(each + 0.5) / asks * reach[-1] for each in range(asks)]
        chance.shuffle(places)
        for each, place in enumerate(places):
            at = bisect_left(reach, place)
            free = (state for state in states[at:] + states if state not in found[each])
            found[each] += (next(free),)
    return found


def choices_of_actors(asked: Question) -> list[tuple[str, ...]]:
    """The actors that a question needs, then these with each that it may have beside them."""
    actors = [each for each in asked.parameters if each.kind == "actor"]
    needed = sum(each.required for each in actors)
    names = [each.name for each in sorted(actors, key=lambda each: not each.required)]
    return [tuple(names[:number]) for number in range(needed, len(names) + 1)]


def is_of_few(asked: Question, actors: Sequence[str]) -> bool:
    """Whether it is about some actors or one edge, and not about the whole graph."""
    return bool(actors) or any(each.kind == "edge" and each.required for each in asked.parameters)


def main() -> None:
    """Print one line a question and size, in milliseconds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, nargs="+", default=SIZES)
    parser.add_argument("--asks", type=int, default=40)
    parser.add_argument("--keep", type=Path, help="folder in which the stores are kept and reused")
    parser.add_argument("--only", nargs="+", help="questions; all of them without")
    parser.add_argument("--whole", action="store_true", help="also what names no actor")
    options = parser.parse_args()
    print(HEADER)
    with tempfile.TemporaryDirectory() as folder:
        for size in options.claims:
            with open_store((options.keep or Path(folder)) / str(size), size) as snapshot:
                lines = latencies(snapshot, options.asks, options.only, whole=options.whole)
                for name, taken in lines:
                    print_line(size, name, taken)


def open_store(path: Path, claims: int) -> Snapshot:
    """The store of so many claims, made if it is not there."""
    if not path.exists():
        made = items(claims)
        with Store.open(path) as store:
            while batch := list(islice(made, AT_ONCE)):
                store.add(batch)
            store.compact_if_grown()
    return Store.read(path)


def latencies(
    snapshot: Snapshot, asks: int, only: Collection[str] | None = None, *, whole: bool
) -> Iterator[tuple[str, list[Taken]]]:
    """What each ask of each question took."""
    for name, each in Asker(snapshot, asks).arguments(whole=whole).items():
        question = name.split()[0]
        if only is not None and question not in only:
            continue
        ask(snapshot, question, each[0])
        taken = []
        for arguments in each:
            forget(snapshot)
            start, cpu = time.perf_counter(), time.process_time()
            ask(snapshot, question, arguments)
            done, used = time.perf_counter(), time.process_time()
            ask(snapshot, question, arguments)
            taken.append(Taken(done - start, used - cpu, time.perf_counter() - done))
        yield name, taken


def print_line(claims: int, name: str, taken: list[Taken]) -> None:
    """One line of the table."""
    wall, cpu = middle_and_tail(t.wall for t in taken), middle_and_tail(t.cpu for t in taken)
    again = statistics.median(t.again for t in taken) * 1000
    figures = f"{wall[0]:>8.1f} {wall[1]:>8.1f} {cpu[0]:>11.1f} {cpu[1]:>8.1f} {again:>8.1f}"
    print(f"{claims:>8,}  {name:<20} {figures}", flush=True)


def middle_and_tail(seconds: Iterable[float]) -> tuple[float, float]:
    """Median and 95th percentile in milliseconds."""
    found = [each * 1000 for each in seconds]
    return statistics.median(found), statistics.quantiles(found, n=20, method="inclusive")[-1]


if __name__ == "__main__":
    main()
