"""What an operation does where nothing harms it: the states it goes through, and when."""

import json
import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from pathlib import Path

import pyoxigraph as ox

from tests.torture import states
from tests.torture.archive import store
from tests.torture.children import Told, call
from tests.torture.moments import watch
from tests.torture.operations import Operation

NOTHING = "nothing"
"""Stands for the hash of what is not there yet."""


@dataclass
class Reference:
    """An operation that nothing harmed."""

    ranks: dict[str, int]
    """How far each state is on the way, by its hash."""
    marks: dict[str, int]
    """The same by its mark."""
    final: str
    pauses: list[float]
    calls: int


def refer(operation: Operation, folder: Path) -> Reference:
    """Prepare an operation in `folder/base` and run it in a copy, for what to expect."""
    base = folder / "base"
    base.mkdir(parents=True)
    succeed(call(partial(operation.prepare, base)))
    succeed(call(partial(operation.reset, base)))
    finely = _walk(operation.finely or operation.run, base, folder / "finely")
    coarsely = _walk(operation.run, base, folder / "coarsely")
    if finely[-1] != coarsely[-1]:
        raise AssertionError(f"{operation.name} ends otherwise in small commits")
    pauses, _ = _timed(operation, base, folder / "timed", counted=False)
    _, calls = _timed(operation, base, folder / "counted", counted=True)
    ranks = {NOTHING: -1} | {found: rank for rank, (_, found) in enumerate(finely)}
    marks = {mark: rank for rank, (mark, _) in enumerate(finely)}
    return Reference(ranks, marks, finely[-1][1], pauses, calls)


def _walk(run: Callable[[Path], None], base: Path, folder: Path) -> list[list[str]]:
    """The marks and hashes of the states that an operation goes through."""
    copy(base, folder)

    def walked() -> list[list[str]]:
        found: list[list[str]] = []

        def note(database: ox.Store) -> None:
            found.append([states.mark(database), states.hash_of(database)])

        if (store(folder) / "current").exists():
            with states.Snapshot.open(store(folder)) as snapshot:
                note(snapshot._database)
        states.acknowledging(partial(run, folder), note)
        return found

    return [*succeed(call(walked)).result]


def _timed(
    operation: Operation, base: Path, folder: Path, *, counted: bool
) -> tuple[list[float], int]:
    """The pauses between commits, and how many calls could be fatal."""
    copy(base, folder)

    def timed() -> tuple[list[float], int]:
        calls = watch(lambda number: None) if counted else lambda: 0
        times = [time.monotonic()]
        states.acknowledging(
            partial(operation.run, folder), lambda database: times.append(time.monotonic())
        )
        times.append(time.monotonic())
        return [after - before for before, after in pairwise(times)], calls()

    pauses, calls = succeed(call(timed)).result
    return pauses, calls


def copy(base: Path, folder: Path) -> None:
    """Copy what was prepared."""
    shutil.copytree(base, folder)


def succeed(told: Told) -> Told:
    """What a child told, which must have done what it should."""
    if told.error is not None or told.status or told.hung:
        raise AssertionError(f"undisturbed, it failed: {json.dumps(told.error)} {told.status}")
    return told
