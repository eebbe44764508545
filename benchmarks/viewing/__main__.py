"""Pages of the same graphs side by side: pyvis by default, ours, and the explorer's large view.

    python -m benchmarks.viewing [--sizes 200x2000 2000x20000 10000x100000] [--json FILE]
    python -m benchmarks.viewing --url NAME=ADDRESS --sizes

Aims: at 200 actors and 2,000 events ours is drawn within 1 s, pans at 30 frames/s or more, and is
drawn at least 30 times sooner than pyvis's default page; at 10,000 and 100,000 the explorer opens
within 4 s. Where pyvis draws nothing in time, larger
graphs are not tried with it.
"""

import argparse
import json
import statistics
from collections.abc import Callable, Mapping
from dataclasses import asdict, fields
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.viewing.explorer import served
from benchmarks.viewing.graphs import Graph, graph
from benchmarks.viewing.measuring import Cost, cost
from benchmarks.viewing.pages import NO_LIMITS, our_page, pyvis_page

SIZES = ("200x2000", "2000x20000", "10000x100000")
CAP_SECONDS = 60.0
PYVIS, OURS, ALL = "pyvis default", "ours", "ours, every pair"
EXPLORER = "explorer, all"
SMALL = 200
"""Up to so many actors every pair is drawn as well, and a drawing has three times as long."""

Row = Mapping[str, float | str | None]


def pages(made: Graph, with_pyvis: bool) -> dict[str, Callable[[], str]]:
    """What writes the pages of a graph, by name."""
    found = {PYVIS: lambda: pyvis_page(made)} if with_pyvis else {}
    found[OURS] = lambda: our_page(made)
    if made.actors <= SMALL:
        found[ALL] = lambda: our_page(made, NO_LIMITS)
    return found


def measured(url: str, runs: int, cap: float) -> Cost:
    """The median of some runs; one alone where nothing is drawn."""
    costs = [cost(url, cap)]
    while len(costs) < runs and costs[0].drawn is not None:
        costs.append(cost(url, cap))
    columns = {one.name: [getattr(each, one.name) for each in costs] for one in fields(Cost)}
    return Cost(
        **{
            name: None if None in values else statistics.median(values)
            for name, values in columns.items()
        }
    )


def row(graph_name: str, page: str, size: float | None, found: Cost) -> Row:
    return {"graph": graph_name, "page": page, "file_mb": size, **asdict(found)}


def rows_of(made: Graph, runs: int, cap: float, with_pyvis: bool) -> list[Row]:
    rows = []
    for name, write in pages(made, with_pyvis).items():
        with TemporaryDirectory() as folder:
            path = Path(folder) / "page.html"
            path.write_bytes(write().encode())
            size = path.stat().st_size / 1e6
            rows.append(row(made.name, name, size, measured(path.as_uri(), runs, cap)))
        print(line(rows[-1]), flush=True)
    with served(made) as address:
        rows.append(row(made.name, EXPLORER, None, measured(address, runs, cap)))
    print(line(rows[-1]), flush=True)
    return rows


def line(one: Row) -> str:
    def number(key: str, form: str) -> str:
        value = one[key]
        return "none" if value is None else format(value, form)

    return (
        f"{one['graph']:>16}  {one['page']:<17}"
        f"{number('file_mb', '.2f'):>8} MB  drawn {number('drawn', '.2f'):>6} s"
        f"  pan {number('frames', '.0f'):>4} /s ({number('slow_frame', '.0f'):>4} ms)"
        f"  heap {number('heap', '.0f'):>4} MB  resident {number('resident', '.0f'):>5} MB"
    )


def ratios(rows: list[Row], cap: float) -> list[str]:
    """How many times sooner ours is drawn than pyvis's page of the same graph."""
    drawn = {(one["graph"], one["page"]): one["drawn"] for one in rows}
    found = []
    for (name, page), seconds in drawn.items():
        if page == PYVIS or (name, PYVIS) not in drawn or not isinstance(seconds, float):
            continue
        theirs = drawn[name, PYVIS]
        least = "more than " if theirs is None else ""
        times = (cap if theirs is None else float(theirs)) / seconds
        found.append(f"{name:>16}  {page:<17} drawn {least}{times:.0f} times sooner than {PYVIS}")
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", nargs="*", default=SIZES, metavar="ACTORSxEVENTS")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--cap", type=float, default=CAP_SECONDS, help="seconds a drawing has")
    parser.add_argument("--url", nargs="*", default=[], metavar="NAME=URL", help="measured as well")
    parser.add_argument("--json", type=Path, help="write the figures here")
    asked = parser.parse_args()
    rows: list[Row] = []
    for size in asked.sizes:
        made = graph(*map(int, size.split("x")))
        cap = asked.cap * 3 if made.actors <= SMALL else asked.cap
        hopeless = any(one["page"] == PYVIS and one["drawn"] is None for one in rows)
        rows += rows_of(made, asked.runs, cap, not hopeless)
    for name, url in (named.split("=", 1) for named in asked.url):
        rows.append(row("as served", name, None, measured(url, asked.runs, asked.cap)))
        print(line(rows[-1]), flush=True)
    print("\n".join(ratios(rows, asked.cap)))
    if asked.json:
        asked.json.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
