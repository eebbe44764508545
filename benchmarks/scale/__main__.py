"""How cost grows: hedgerow beside its peers, and its own loading from end to end, in one table.

    python -m benchmarks.scale [--only PART ...] [--quads 10000 100000 1000000] [--largest]
        [--folder FOLDER] [--json FILE] [-- OPTION ...]

Parts: load and questions (hedgerow's store, raw pyoxigraph, rdflib's store in memory, oxrdflib; the
same quads, each engine in a process of its own); extract, workers, tables and growth (what the
scripts of these names measure; options after `--` are theirs, with one part named by `--only`).
`--largest` adds ten million quads: perhaps an hour, 8 GB of memory and 10 GB of disk. `--json`
leaves the figures of parts that are not run as they are. Aims: a load at 70 % of raw `bulk_extend`
and 8 times rdflib's rate at a million quads, questions 10 times sooner than rdflib.
"""

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.scale import others, stores
from benchmarks.scale.comparing import verdicts
from benchmarks.scale.measuring import machine
from benchmarks.scale.table import Row, show

SIZES = (10_000, 100_000, 1_000_000)
LARGEST = 10_000_000
STORES = ("load", "questions")
PARTS = (*STORES, *others.PARTS)


def main() -> int:
    """Measure the parts that are asked for and keep their figures; 1 if one has none."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--only", nargs="+", choices=PARTS, default=PARTS, metavar="PART")
    parser.add_argument("--quads", type=int, nargs="+", default=SIZES)
    parser.add_argument("--largest", action="store_true", help=f"{LARGEST:,} quads as well")
    parser.add_argument("--folder", type=Path, help="where stores are made for the time being")
    parser.add_argument("--json", type=Path, help="add the figures to those in this file")
    parser.add_argument("own", nargs="*", metavar="-- OPTION", help="of the part's own script")
    options = parser.parse_args()
    taken: dict[str, list[Row]] = {}
    with TemporaryDirectory(dir=options.folder) as folder:
        for part, rows in measured(options, Path(folder)):
            show(part, rows)
            print("\n".join(verdicts(part, rows)))
            taken[part] = taken.get(part, []) + rows
            if rows and options.json:
                keep(options.json, part, taken[part])
    return int(not all(taken.values()))


def measured(options: argparse.Namespace, folder: Path) -> Iterator[tuple[str, list[Row]]]:
    """The rows of each part as they come, a size at a time."""
    parts = [part for part in PARTS if part in options.only]
    sizes = [*options.quads, *[LARGEST] * options.largest]
    for size in sizes if set(parts) & set(STORES) else ():
        both = stores.measured(size, folder, ask="questions" in parts)
        yield from ((part, rows) for part, rows in zip(STORES, both, strict=True) if part in parts)
    for part in parts:
        if part in others.PARTS:
            yield part, others.measured(part, options.own)


def keep(path: Path, part: str, rows: list[Row]) -> None:
    """Put a part's rows and what they were measured on into a file, beside what is there."""
    known = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    known[part] = {"machine": machine(), "rows": rows}
    in_order = {name: known[name] for name in PARTS if name in known}
    text = json.dumps(in_order, indent=1) + "\n"
    path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
