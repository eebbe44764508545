"""Write docs/scale.md from the figures that `python -m benchmarks.scale --json` took.

    python -m scripts.scale_page [RESULTS] [--check]

RESULTS is benchmarks/scale/results.json if not given. With `--check` nothing is written; it fails
where the page is not what the figures say.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from scripts.scale_jobs import jobs_section
from scripts.scale_stores import asking, loading, table
from scripts.scale_sums import Results, Row, rows

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "scale.md"
RESULTS = ROOT / "benchmarks" / "scale" / "results.json"


def scale_page(results: Results) -> str:
    """How cost grows, what one machine can do and what many could."""
    sections = (_intro, loading, asking, _others, jobs_section)
    return "\n".join(line for section in sections for line in section(results)) + "\n"


def _intro(results: Results) -> Iterator[str]:
    yield "# Scale"
    yield ""
    yield "Written from `benchmarks/scale/results.json` by `python -m scripts.scale_page`; edit"
    yield "neither. `python -m benchmarks.scale --json FILE` takes the figures anew."
    yield ""
    alike: dict[str, list[str]] = {}
    for part, taken in results.items():
        parts = alike.setdefault(_machine(taken["machine"]), [])
        parts.append(f"{part} {_span(row['load'] for row in taken['rows'])}")
    for machine, parts in alike.items():
        yield f"- {machine}. Load average: {', '.join(parts)}."
    yield ""


def _machine(told: Row) -> str:
    versions = ", ".join(f"{name} {at}" for name, at in told["versions"].items() if at)
    return (
        f"{told['date']}, {told['system']}, {told['cores']} cores, {told['memory_gib']:g} GiB of "
        f"memory, Python {told['python']}, {versions}"
    )


def _span(loads: Iterator[float]) -> str:
    found = sorted(loads)
    return f"{found[0]:.1f} to {found[-1]:.1f}"


def _others(results: Results) -> Iterator[str]:
    for part in ("extract", "workers", "tables", "growth"):
        found = rows(results, part)
        if found:
            yield f"## {part.capitalize()}"
            yield ""
            names = list(dict.fromkeys(name for row in found for name in row if name != "load"))
            headings = [name.replace("_", " ") for name in names]
            yield from table(headings, [[_cell(row.get(name)) for name in names] for row in found])


def _cell(value: object) -> str:
    if isinstance(value, float):
        return f"{value:,.0f}" if abs(value) >= 100 else f"{value:,.3g}"
    return "" if value is None else f"{value:,}" if isinstance(value, int) else str(value)


def main(arguments: list[str]) -> int:
    """Write or check the page; 1 where a check finds that it is not what the figures say."""
    named = [each for each in arguments if each != "--check"]
    path = Path(named[0]) if named else RESULTS
    text = scale_page(json.loads(path.read_text(encoding="utf-8")))
    if "--check" not in arguments:
        PAGE.write_text(text, encoding="utf-8")
    elif not PAGE.exists() or PAGE.read_text(encoding="utf-8") != text:
        sys.stderr.write(f"{PAGE.name} is not up to date; run: python -m scripts.scale_page\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
