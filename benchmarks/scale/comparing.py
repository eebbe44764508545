"""Each engine beside raw pyoxigraph and rdflib's own store."""

from collections.abc import Iterator, Mapping

from benchmarks.scale.table import COLUMNS, Row

RAW, RDFLIB, ADDED = "pyoxigraph", "rdflib", "rdflib, addN"
AIMS: Mapping[str, tuple[tuple[str, str, float], ...]] = {
    "load": (
        ("hedgerow", "of_raw", 0.7),
        ("hedgerow, bulk", "of_raw", 0.7),
        ("hedgerow", "times_rdflib", 8),
        ("hedgerow", "times_add", 8),
        ("hedgerow, bulk", "times_rdflib", 8),
        ("hedgerow, bulk", "times_add", 8),
    ),
    "questions": (("hedgerow", "times_rdflib", 10),),
}
Taken = Mapping[tuple[object, object], float]


def compared_loads(rows: list[Row]) -> Iterator[Row]:
    """With the share of raw's rate, and how many times that of two ways into rdflib's store."""
    wall, cpu = _column(rows, "size", "seconds"), _column(rows, "size", "cpu")
    for row in rows:
        engine, size = row["engine"], row["size"]
        yield row | {
            "rate": number(row["quads"]) / wall[engine, size],
            "of_raw": _times(RAW, wall, engine, size),
            "of_raw_cpu": _times(RAW, cpu, engine, size),
            "times_rdflib": _times(RDFLIB, wall, engine, size),
            "times_rdflib_cpu": _times(RDFLIB, cpu, engine, size),
            "times_add": _times(ADDED, wall, engine, size),
            "times_add_cpu": _times(ADDED, cpu, engine, size),
        }


def compared_questions(rows: list[Row]) -> Iterator[Row]:
    """With how many times sooner than rdflib, and whether all engines found the same rows."""
    named = [row | {"about": (row["size"], row["question"])} for row in rows]
    wall, cpu = _column(named, "about", "ms"), _column(named, "about", "cpu_ms")
    digests: dict[object, set[object]] = {}
    for row in named:
        digests.setdefault(row["about"], set()).add(row["digest"])
    for row in named:
        engine, about = row["engine"], row["about"]
        yield {name: value for name, value in row.items() if name not in {"digest", "about"}} | {
            "same": len(digests[about]) == 1,
            "times_rdflib": _times(RDFLIB, wall, engine, about),
            "times_rdflib_cpu": _times(RDFLIB, cpu, engine, about),
        }


def verdicts(part: str, rows: list[Row]) -> Iterator[str]:
    """Hedgerow's worst ratios at the largest size that has them, beside the aims."""
    for engine, ratio, least in AIMS.get(part, ()):
        told = [row for row in rows if row["engine"] == engine and row[ratio] is not None]
        if told:
            size = max(number(row["size"]) for row in told)
            wall, cpu = (
                min(number(row[name]) for row in told if row["size"] == size)
                for name in (ratio, f"{ratio}_cpu")
            )
            what = COLUMNS[ratio][0]
            yield f"{engine}, {size:,} quads: {what} {wall:.2f} (CPU {cpu:.2f}), aim {least:g}"


def number(value: object) -> float:
    """A figure of a row."""
    assert isinstance(value, int | float)  # noqa: S101  as every row is written here
    return value


def _column(rows: list[Row], about: str, name: str) -> Taken:
    return {(row["engine"], row[about]): number(row[name]) for row in rows}


def _times(peer: str, taken: Taken, engine: object, about: object) -> float | None:
    """How many times longer a peer takes, None where it was not measured."""
    theirs = taken.get((peer, about))
    return None if theirs is None else theirs / taken[engine, about]
