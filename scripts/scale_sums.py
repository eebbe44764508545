"""What a machine, or a cluster of some, would take for a job: from measured rates alone."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from hedgerow.graph.resolution import LEAST_CONFIDENCE

Row = Mapping[str, Any]
Results = Mapping[str, Mapping[str, Any]]
"""`machine` and `rows` by the part of `benchmarks.scale`."""

MIB, GIB = 2**20, 2**30
HOUR, DAY = 3600.0, 86400.0
ARTICLES, TABLE_ROWS = 1e8, 1e9
BYTES_A_WORD = 6
ENGINES = "dependency+patterns"


@dataclass(frozen=True)
class Job:
    """Items to read, and to write by one process.

    `read` and `write` are seconds for an item, `room` the bytes that it leaves on disk.
    `efficiency` is the part of its rate that a worker keeps beside another; None where the process
    that writes is also the one that reads.
    """

    name: str
    items: float
    read: float
    write: float
    room: float
    efficiency: float | None = None

    def an_item(self, cores: int) -> float:
        """Seconds for an item where so many cores share all work, but one of them writes."""
        if self.efficiency is None:
            return self.read + self.write
        return max(self.write, (self.read / self.efficiency + self.write) / cores)

    def enough(self, cores: int) -> int:
        """How many machines of so many cores keep the writer busy; more of them change nothing."""
        if self.efficiency is None:
            return 1
        return math.ceil((self.read / self.efficiency + self.write) / self.write / cores)


def rows(results: Results, part: str, **wanted: object) -> list[Row]:
    """The rows of a part with some values, none where it was not measured."""
    every = results.get(part, {}).get("rows", [])
    return [row for row in every if all(row.get(name) == value for name, value in wanted.items())]


def jobs(results: Results) -> Iterator[Job]:
    """The two jobs, each only where all that it is computed from was measured."""
    read, loads = (
        rows(results, "extract", engines=ENGINES),
        rows(results, "load", engine="hedgerow"),
    )
    workers = rows(results, "workers")
    if read and loads and workers:
        yield _articles(read[0], largest(loads, "size"), workers)
    if tables := rows(results, "tables"):
        waiting = [row for row in tables if row["confidence"] < LEAST_CONFIDENCE]
        yield _table(largest(waiting or tables, "rows"))


def efficiency(workers: list[Row]) -> float:
    """What each of the most workers measured keeps of the rate of one alone."""
    alone = next(row for row in workers if row["workers"] == 1)
    most = largest(workers, "workers")
    return float(most["articles_s"] / alone["articles_s"] / most["workers"])


def largest(found: list[Row], by: str) -> Row:
    """The row with the largest value of a column."""
    return max(found, key=lambda row: float(row[by]))


def _articles(read: Row, load: Row, workers: list[Row]) -> Job:
    claims, words = read["claims_an_article"], read["words_s"] / read["articles_s"]
    parent = largest(workers, "workers")["parent_cpu_ms"] / 1000
    return Job(
        name="articles",
        items=ARTICLES,
        read=1 / read["articles_s"],
        write=max(parent, claims * load["seconds"] / load["claims"]),
        efficiency=efficiency(workers),
        room=claims * load["disk_mib"] * MIB / load["claims"] + words * BYTES_A_WORD,
    )


def _table(told: Row) -> Job:
    return Job(
        name="GDELT rows",
        items=TABLE_ROWS,
        read=told["to_claims"] / told["rows"],
        write=(told["to_store"] - told["to_claims"]) / told["rows"],
        room=told["disk_mib"] * MIB / told["rows"],
    )
