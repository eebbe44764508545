"""The part of docs/scale.md on stores: hedgerow's beside its peers, loading and asked."""

from collections.abc import Iterator, Sequence

from scripts.scale_sums import Results, Row, rows

OURS = "hedgerow"


def loading(results: Results) -> Iterator[str]:
    """The loads of the same quads, and how their cost grows."""
    found = rows(results, "load")
    if not found:
        return
    yield "## Loading"
    yield ""
    yield "The same quads of made-up claims, each engine in a process of its own. *hedgerow* takes"
    yield "claims in and resolves them into events and ties, on disk, safe against a crash; *bulk*"
    yield "takes the ready quads by the same way to the disk. pyoxigraph is raw `bulk_extend` of"
    yield "ready quads into a store on disk, rdflib its own store in memory by its parser or by"
    yield "`addN` of ready terms, oxrdflib rdflib's interface to a store of pyoxigraph in memory."
    yield "Up to 100,000 quads the middle of three loads. Ratios are by the clock, and in brackets"
    yield "of CPU time of all threads."
    yield ""
    yield from table(
        (
            *("quads", "engine", "s", "quads/s", "of raw", "times rdflib", "times addN"),
            *("MiB more, at most", "MiB on disk"),
        ),
        [_load_cells(row) for row in found],
    )
    yield from _growth_of_loading(found)


def _load_cells(row: Row) -> tuple[str, ...]:
    return (
        f"{row['quads']:,}",
        row["engine"],
        f"{row['seconds']:,.2f}",
        f"{row['rate']:,.0f}",
        *(_both(row, name) for name in ("of_raw", "times_rdflib", "times_add")),
        f"{row['memory_mib']:,.0f}, {row['peak_mib']:,.0f}",
        "" if row["disk_mib"] is None else f"{row['disk_mib']:,.0f}",
    )


def _both(row: Row, name: str) -> str:
    return "" if row[name] is None else f"{row[name]:.2f} ({row[name + '_cpu']:.2f})"


def _growth_of_loading(found: list[Row]) -> Iterator[str]:
    most = max(row["quads"] for row in found)
    for engine in dict.fromkeys(row["engine"] for row in found):
        told = sorted((r for r in found if r["engine"] == engine), key=lambda row: row["quads"])
        first, last = told[0], told[-1]
        micro = [row["seconds"] / row["quads"] * 1e6 for row in (first, last)]
        room = last["memory_mib"] / last["quads"] * most / 1024
        missing = f"; {most:,} would take {room:,.0f} GiB of memory, so they were not tried"
        yield (
            f"- {engine}: {micro[0]:.1f} µs a quad at {first['quads']:,}, {micro[1]:.1f} at "
            f"{last['quads']:,}{missing if last['quads'] < most else ''}"
        )
    yield ""


def asking(results: Results) -> Iterator[str]:
    """The same questions to each engine, and how their cost grows."""
    found = rows(results, "questions")
    if not found:
        return
    engines = list(dict.fromkeys(row["engine"] for row in found))
    yield "## Questions"
    yield ""
    yield "Plain SPARQL over the union of all graphs, asked as text: the median of five asks after"
    yield "a first one, milliseconds by the clock; in brackets how many times as long as hedgerow's"
    yield f"store. The engines found the same rows {_sameness(found)}."
    yield ""
    yield from table(("quads", "question", *engines), list(_question_lines(found, engines)))
    yield from _growth_of_questions(rows(results, "questions", engine=OURS))


def _sameness(found: list[Row]) -> str:
    differ = sorted({row["question"] for row in found if not row["same"]})
    return f"but for: {', '.join(differ)}" if differ else "every time"


def _growth_of_questions(found: list[Row]) -> Iterator[str]:
    least, most = min(found, key=_quads), max(found, key=_quads)
    times = most["quads"] / least["quads"]
    yield f"hedgerow's time at {times:,.0f} times the quads:"
    yield ""
    for question in dict.fromkeys(row["question"] for row in found):
        told = [row for row in found if row["question"] == question]
        first, last = min(told, key=_quads), max(told, key=_quads)
        yield (
            f"- {question}: {last['ms'] / first['ms']:,.1f} times, for "
            f"{first['rows']:,} and {last['rows']:,} rows in five asks"
        )
    yield ""


def _quads(row: Row) -> float:
    return float(row["quads"])


def _question_lines(found: list[Row], engines: list[str]) -> Iterator[list[str]]:
    told = {(row["size"], row["question"], row["engine"]): row for row in found}
    for size, question in dict.fromkeys((row["size"], row["question"]) for row in found):
        ours = told[size, question, OURS]
        cells = []
        for engine in engines:
            row = told.get((size, question, engine))
            times = "" if engine == OURS or row is None else f" ({row['ms'] / ours['ms']:.1f})"
            cells.append("too large" if row is None else f"{row['ms']:,.1f}{times}")
        yield [f"{ours['quads']:,}", question, *cells]


def table(headings: Sequence[str], lines: Sequence[Sequence[str]]) -> Iterator[str]:
    """A table with an empty line after it."""
    yield f"| {' | '.join(headings)} |"
    yield "|" + "---|" * len(headings)
    yield from (f"| {' | '.join(line)} |" for line in lines)
    yield ""
