"""Loading and asking: hedgerow's store, raw pyoxigraph and rdflib's stores, the same quads."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks.scale.comparing import compared_loads, compared_questions, number
from benchmarks.scale.engines import ASKED, ENGINES, TOO_LARGE
from benchmarks.scale.given import QUADS_A_CLAIM
from benchmarks.scale.table import Row, say

ROOT = Path(__file__).parents[2]
SMALL, ROUNDS = 100_000, 3
"""Up to so many quads the load of so many rounds is taken that is in the middle."""


def measured(size: int, folder: Path, *, ask: bool) -> tuple[list[Row], list[Row]]:
    """A row a load and, if asked, a row a question; each engine in a process of its own."""
    loads: list[Row] = []
    questions: list[Row] = []
    for engine, found in _in_rounds(size, folder, ask=ask):
        told = found.pop("asked")
        assert isinstance(told, list)  # noqa: S101  as the engine's process writes it
        shared = {"engine": engine, "size": size, "quads": found["quads"]}
        loads.append(shared | found)
        questions += [shared | each | {"load": found["load"]} for each in told]
    return list(compared_loads(loads)), list(compared_questions(questions))


def _in_rounds(size: int, folder: Path, *, ask: bool) -> Iterator[tuple[str, Row]]:
    """What each engine took in the middle one of its rounds; the engines take turns."""
    able = [engine for engine in ENGINES if size <= TOO_LARGE.get(engine, size)]
    for engine in ENGINES.keys() - able:
        say(f"{engine} is left out at {size:,} quads, for memory")
    rounds = ROUNDS if size <= SMALL else 1
    taken = [
        {engine: _run(engine, size, folder, ask=ask and engine in ASKED) for engine in able}
        for _ in range(rounds)
    ]
    for engine in able:
        found = sorted((each[engine] for each in taken), key=lambda row: number(row["seconds"]))
        yield engine, found[rounds // 2]


def _run(engine: str, size: int, folder: Path, *, ask: bool) -> Row:
    say(f"{engine}: {size:,} quads" + (", then questions" if ask else ""))
    place = folder / str(size)
    place.mkdir(parents=True, exist_ok=True)
    claims = max(1, size // QUADS_A_CLAIM)
    command = [sys.executable, "-m", "benchmarks.scale.engine", engine, str(place), str(claims)]
    done = subprocess.run(  # noqa: S603
        command + ["ask"] * ask, cwd=ROOT, stdout=subprocess.PIPE, check=True
    )
    found: Row = json.loads(done.stdout)
    return found
