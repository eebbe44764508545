"""What one more article costs in a store that grows: open it, add the article, commit, close.

    python -m benchmarks.bench_growth [--claims 10000 100000] [--articles 30] [--keep FOLDER]
        [--json FILE]

Articles of three claims are made up, their actors drawn by the same weights as those of the store,
so most are about its busiest pairs. Each is added by a store that is opened for it alone, as
`hedgerow load one.txt` does; what reading an article takes does not depend on the store, see
`bench_extract`. `adding` is resolving and committing, `claims near` how many claims stood in the
buckets that were resolved anew. Memory is the most that this process has had. A store in the folder
that another version of hedgerow has made is resolved anew first, which takes long.
"""

import argparse
import json
import os
import resource
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from statistics import median, quantiles

from benchmarks.bench_questions import open_store
from benchmarks.synthetic import Item, Maker
from hedgerow.graph.reading import number_in_bucket
from hedgerow.graph.resolution import bucket_of
from hedgerow.graph.store import Store

SIZES = (10_000, 100_000)
CLAIMS = 3
SEED = 11
HEADER = (
    "   claims  article (ms)      p95  CPU  opening  adding  adding, CPU  closing  "
    "claims near (most)  memory (MB)  load average"
)
Row = dict[str, float]


@dataclass(frozen=True)
class Taken:
    """Milliseconds that one article took, by the clock and of CPU, and the claims near it."""

    opening: float
    adding: float
    closing: float
    cpu: float
    cpu_adding: float
    near: int

    @property
    def whole(self) -> float:
        """All of it, by the clock."""
        return self.opening + self.adding + self.closing


def main() -> None:
    """Print one line a size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, nargs="+", default=SIZES)
    parser.add_argument("--articles", type=int, default=30)
    parser.add_argument("--keep", type=Path, help="folder in which the stores are kept and reused")
    parser.add_argument("--json", type=Path, help="write the figures here")
    options = parser.parse_args()
    rows = []
    print(HEADER)
    with tempfile.TemporaryDirectory() as folder:
        for size in options.claims:
            path = (options.keep or Path(folder)) / str(size)
            open_store(path, size).close()
            rows.append(row(size, added_one_by_one(path, options.articles)))
            tell(rows[-1])
    if options.json:
        options.json.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")


def added_one_by_one(path: Path, articles: int) -> list[Taken]:
    """Add so many articles, each by a store of its own; the first is not counted."""
    with Store.read(path) as snapshot:
        maker = Maker(SEED + snapshot.number_of_documents())  # others than the store has by now
    return [add_one(path, maker.item(CLAIMS)) for _ in range(articles + 1)][1:]


def add_one(path: Path, item: Item) -> Taken:
    """Add one article."""
    with Store.read(path) as snapshot:
        buckets = {bucket_of(claim) for claim in item[1]}
        near = sum(number_in_bucket(snapshot._database, each) for each in buckets)
    cpu, began = time.process_time(), time.perf_counter()
    store = Store.open(path)
    opened, cpu_opened = time.perf_counter(), time.process_time()
    store.add([item])
    added, cpu_added = time.perf_counter(), time.process_time()
    store.close()
    closed, cpu_closed = time.perf_counter(), time.process_time()
    return Taken(
        opening=(opened - began) * 1000,
        adding=(added - opened) * 1000,
        closing=(closed - added) * 1000,
        cpu=(cpu_closed - cpu) * 1000,
        cpu_adding=(cpu_added - cpu_opened) * 1000,
        near=near,
    )


def row(size: int, taken: Sequence[Taken]) -> Row:
    """The figures of a size; medians, but for `p95_ms` and `near_most`."""
    names = [each.name for each in fields(Taken)]
    middle = {name: median(getattr(each, name) for each in taken) for name in names}
    return {
        "claims": size,
        "articles": len(taken),
        "article_ms": median(each.whole for each in taken),
        "p95_ms": quantiles([each.whole for each in taken], n=20, method="inclusive")[-1],
        **{f"{name}_ms": middle[name] for name in names[:-1]},
        "near": middle["near"],
        "near_most": max(each.near for each in taken),
        "peak_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "load": os.getloadavg()[0],
    }


def tell(row: Row) -> None:
    """One line of the table."""
    near = f"{row['near']:,.0f} ({row['near_most']:,})"
    print(
        f"{row['claims']:9,}  {row['article_ms']:12.0f}  {row['p95_ms']:7.0f}  "
        f"{row['cpu_ms']:3.0f}  {row['opening_ms']:7.0f}  {row['adding_ms']:6.0f}  "
        f"{row['cpu_adding_ms']:11.0f}  {row['closing_ms']:7.0f}  {near:>18}  "
        f"{row['peak_mib']:11,.0f}  {row['load']:12.1f}",
        flush=True,
    )


if __name__ == "__main__":
    main()
