"""Reading with workers: articles a second with 1, 2, ... of them, efficiency, memory, the parent.

    python -m benchmarks.bench_workers [--workers N ...] [--rounds N] [--json FILE]

The example and development articles are read over and over, each time as other texts, from one
JSON Lines file into a store in memory. Workers are warm: the clock starts when each has read a
batch. `one process` is `hedgerow load` without workers. The parent's share is its CPU time (reading
the file, handing out, storing) in that of all; it says how many workers one parent can feed.
"""

import argparse
import json
import os
import resource
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import psutil

from benchmarks.bench_extract import articles
from hedgerow.graph.records import Document
from hedgerow.graph.store import Store
from hedgerow.loaders.extraction import Extractor
from hedgerow.loaders.load import load
from hedgerow.loaders.pipeline import Extract
from hedgerow.loaders.workers import Crew, open_crew

HEADER = (
    "                articles/s  times one  efficiency  CPU ms an article  parent's share  "
    "worker's peak MB  load average"
)


@dataclass(frozen=True)
class Run:
    """What one load took."""

    seconds: float
    parent: float
    children: float
    peak: int
    documents: int
    hash: str


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--workers", type=int, nargs="*", default=[1, 2], help="how many to try")
    parser.add_argument("--rounds", type=int, default=6, help="times the articles are read")
    parser.add_argument("--json", type=Path, help="write the figures here")
    given = parser.parse_args()
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "articles.jsonl"
        write(path, given.rounds)
        print(HEADER)
        one = in_this_process(path)
        tell("one process", one, one, 1)
        rows.append(row(0, one))
        first: Run | None = None
        for workers in given.workers:
            run = with_workers(path, workers)
            first = first or run
            tell(f"{workers} workers", run, first, workers)
            rows.append(row(workers, run))
            if run.hash != one.hash:
                raise SystemExit("the graph is not that of one process")
    if given.json:
        given.json.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")


def write(path: Path, rounds: int) -> None:
    """The articles so many times, each time with another headline."""
    with path.open("w", encoding="utf-8") as file:
        for number in range(rounds):
            for document in articles():
                text = f"Edition {number}\n\n{document.text}"
                article = {"text": text, "url": f"{document.source}?{number}", "language": "en"}
                file.write(json.dumps(article | {"published": document.published}) + "\n")


def in_this_process(path: Path) -> Run:
    extractor = Extractor()
    extractor.extract(Document("China and Vietnam will hold talks in Hanoi.", ()))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return measured(path, extractor.extract_many, None, peak)


def with_workers(path: Path, workers: int) -> Run:
    with open_crew(workers) as crew:
        warm(crew, workers)
        return measured(path, crew.extract_many, crew, 0)


def warm(crew: Crew, workers: int) -> None:
    """Have every worker read some batches."""
    for _ in crew.extract_many(articles() * workers):
        pass


def measured(path: Path, extract: Extract, crew: Crew | None, peak: int) -> Run:
    store = Store.open()
    own, others = time.process_time(), children()
    started = time.perf_counter()
    summary = load(store, [str(path)], extract=extract)
    seconds = time.perf_counter() - started
    own, others = time.process_time() - own, children() - others
    peak = crew.peak if crew else peak
    return Run(seconds, own, others, peak, summary.documents, store.canonical_hash())


def children() -> float:
    """The CPU seconds of the workers so far."""
    found = psutil.Process().children(recursive=True)
    return sum(sum(each.cpu_times()[:2]) for each in found)


def tell(name: str, run: Run, one: Run, workers: int) -> None:
    times = (run.documents / run.seconds) / (one.documents / one.seconds)
    cpu = run.parent + run.children
    share = f"{run.parent / cpu:14.1%}" if run.children else f"{'-':>14}"
    print(
        f"{name:<14}  {run.documents / run.seconds:10.1f}  {times:9.2f}  {times / workers:10.0%}  "
        f"{1000 * cpu / run.documents:17.1f}  {share}  {run.peak / 1e6:16,.0f}  "
        f"{os.getloadavg()[0]:12.1f}",
        flush=True,
    )


def row(workers: int, run: Run) -> dict[str, float]:
    """The figures of a load; 0 workers is one process."""
    return {
        "workers": workers,
        "articles": run.documents,
        "articles_s": run.documents / run.seconds,
        "parent_cpu_ms": 1000 * run.parent / run.documents,
        "workers_cpu_ms": 1000 * run.children / run.documents,
        "peak_mib": run.peak / 2**20,
        "load": os.getloadavg()[0],
    }


if __name__ == "__main__":
    main()
