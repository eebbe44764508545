"""Harm the operations on a store at some moments, and say what came of it.

python -m tests.torture --cycles 500 --output torture.json

Exit code 1 if anything that was acknowledged is missing, anything is there twice, an error was not
told in our words, or running an operation again did not end where it should have.
"""

import argparse
import json
import os
import random
import shutil
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import cycle as around
from itertools import islice
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from scripts.neo4j_jars import QUICK
from scripts.neo4j_run import warm as warm_jars
from scripts.neo4j_server import Neo4jServer
from tests.torture.cycle import Cycle, Outcome
from tests.torture.harms import HARMS
from tests.torture.moments import Harm
from tests.torture.operations import OPERATIONS, Operation, warm
from tests.torture.places import Place, place
from tests.torture.references import Reference, refer
from tests.torture.report import report, summary, table

Case = tuple[Operation, Harm, float]
OFTEN = 25


def main() -> int:
    given = _arguments()
    chance = random.Random(given.seed)
    operations = [each for each in OPERATIONS if each.name in given.operations]
    harms = [each for each in HARMS if each.name in given.harms]
    console = Console(stderr=True)
    warm()
    begun = time.monotonic()
    with place() as where, _neo4j(operations, where), _progress(console) as progress:
        references = _references(operations, where, progress)
        outcomes = _torment(plan(operations, harms, given.cycles, chance), references, where)
        task = progress.add_task("torture", total=given.cycles)
        found: list[Outcome] = []
        for each in outcomes:
            found.append(each)
            progress.advance(task)
            progress.refresh()
            if len(found) % OFTEN == 0:
                _write(found, given)
        how = _how(where)
    Console(width=130).print(table(found))
    for each in found:
        for trouble in each.troubles or (["it did not resume"] if each.lost else []):
            print(f"{each.operation}, {each.harm}: {trouble}")  # noqa: T201
    lost = [each for each in found if each.lost]
    seconds = time.monotonic() - begun
    print(f"{summary(found)}, {seconds:.0f} s, seed {given.seed}; {how}")  # noqa: T201
    _write(found, given)
    return bool(lost)


def plan(
    operations: Sequence[Operation], harms: Sequence[Harm], cycles: int, chance: random.Random
) -> list[Case]:
    """So many cycles, shared out among operations by their share and among harms evenly.

    The moments of each pair are spread over the duration: each in a stretch of its own.
    """
    pairs: list[tuple[Operation, Harm]] = []
    for turn in range(max(each.share for each in operations)):
        fresh = [
            (operation, harm)
            for operation in operations
            for harm in harms
            if turn < operation.share and harm.name in (operation.harms or (harm.name,))
        ]
        chance.shuffle(fresh)
        pairs += fresh
    chosen = list(islice(around(pairs), cycles))
    numbers: defaultdict[tuple[str, str], int] = defaultdict(int)
    totals: defaultdict[tuple[str, str], int] = defaultdict(int)
    for operation, harm in chosen:
        totals[operation.name, harm.name] += 1
    cases: list[Case] = []
    for operation, harm in chosen:
        key = operation.name, harm.name
        cases.append((operation, harm, (numbers[key] + chance.random()) / totals[key]))
        numbers[key] += 1
    return cases


def _torment(
    cases: Iterable[Case], references: dict[str, Reference], where: Place
) -> Iterator[Outcome]:
    for number, (operation, harm, fraction) in enumerate(cases):
        chance = random.Random(f"{number} {fraction}")
        yield Cycle(operation, harm, references[operation.name]).run(where, fraction, chance)


def _references(
    operations: Sequence[Operation], where: Place, progress: Progress
) -> dict[str, Reference]:
    task = progress.add_task("undisturbed", total=len(operations))
    found = {}
    for each in operations:
        found[each.name] = refer(each, where.path / each.name)
        progress.advance(task)
        progress.refresh()
    return found


def _write(outcomes: list[Outcome], given: argparse.Namespace) -> None:
    """Write what is known so far, since a long run may be stopped."""
    if given.output:
        text = json.dumps(report(outcomes, given.seed), indent=1)
        given.output.write_text(text, encoding="utf-8")


@contextmanager
def _neo4j(operations: Sequence[Operation], where: Place) -> Iterator[None]:
    """A Neo4j server of our own for the syncs, unless TORTURE_NEO4J names one."""
    if "TORTURE_NEO4J" in os.environ or all(each.name != "sync" for each in operations):
        yield
        return
    home = Path(tempfile.mkdtemp(prefix="torture-neo4j-"))
    server = Neo4jServer(home, java=QUICK)
    try:
        warm_jars()
        os.environ["TORTURE_NEO4J"] = server.start()
        yield
    finally:
        server.kill()
        shutil.rmtree(home, ignore_errors=True)


def _progress(console: Console) -> Progress:
    """A bar without a thread of its own, which would not survive a fork."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    return Progress(*columns, TimeElapsedColumn(), console=console, auto_refresh=False)


def _how(where: Place) -> str:
    disk = "a small disk in memory" if where.own else "files that may not grow (RLIMIT_FSIZE)"
    rights = "another user without the right to write" if where.user else "no right to write"
    return f"full disk: {disk}; read-only disk: {rights}"


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.torture", description=__doc__)
    parser.add_argument("--cycles", type=int, default=72)
    parser.add_argument("--seed", type=int, default=int.from_bytes(os.urandom(3)))
    parser.add_argument("--output", type=Path, help="where to write all outcomes as JSON")
    for name, known in (("operations", OPERATIONS), ("harms", HARMS)):
        names = [each.name for each in known]
        parser.add_argument(f"--{name}", nargs="+", choices=names, default=names)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
