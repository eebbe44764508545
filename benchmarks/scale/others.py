"""The benchmarks of their own whose figures belong here: each writes a list of rows as JSON."""

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.scale.measuring import busy
from benchmarks.scale.table import Row, say

ROOT = Path(__file__).parents[2]
PARTS: Mapping[str, str] = {
    "extract": "bench_extract",
    "workers": "bench_workers",
    "tables": "bench_tables",
    "growth": "bench_growth",
}


def measured(part: str, own: Sequence[str]) -> list[Row]:
    """What the part's script measures, none if it fails; what it prints is on standard error."""
    module = PARTS[part]
    say(f"{part}: benchmarks.{module}")
    with TemporaryDirectory() as folder:
        figures = Path(folder) / "rows.json"
        command = [sys.executable, "-m", f"benchmarks.{module}", *own, "--json", str(figures)]
        done = subprocess.run(command, cwd=ROOT, check=False, stdout=sys.stderr)  # noqa: S603
        if done.returncode:
            say(f"{part} is left out, benchmarks.{module} failed")
            return []
        rows: list[Row] = json.loads(figures.read_text(encoding="utf-8"))
    return [row | {"load": row.get("load", busy())} for row in rows]
