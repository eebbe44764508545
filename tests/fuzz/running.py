"""Running targets: what failed, how long it took, how much memory it needed."""

import traceback
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from tests.fuzz.target import Broken, Target
from tests.fuzz.watching import Hang, bounded, clock, forget_peak, peak

MEMORY = 600_000_000
"""Bytes by which one target may make the process grow."""
WARMING = 20
"""How many times its bound the first input may take, for which much is loaded."""
TOLD = 20
"""Failures of one target that are kept; more tell nothing new."""


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that broke a promise, by number, and where in the code."""

    target: str
    number: int
    why: str
    place: str
    data: bytes = field(repr=False)


@dataclass(slots=True)
class Figures:
    """What the inputs of one target came to."""

    target: str
    inputs: int = 0
    seconds: float = 0.0
    slowest: float = 0.0
    grown: int = 0
    failed: int = 0
    failures: list[Failure] = field(default_factory=list)

    def add(self, failure: Failure) -> None:
        """Count a failure; it is kept if its like was not met before."""
        self.failed += 1
        if len(self.failures) < TOLD and failure.place not in {one.place for one in self.failures}:
            self.failures.append(failure)


def run(target: Target, inputs: int, seed: int) -> Figures:
    """Give a target so many inputs. The same seed makes the same ones."""
    figures = Figures(target.name)
    # What is loaded once is not measured.
    with suppress(Exception, Hang), bounded(WARMING * target.seconds):
        target.check(target.make(_chance(target, seed, 0)))
    forget_peak()
    before = peak()
    for number in range(inputs):
        data = target.make(_chance(target, seed, number))
        for why, place in problems(target, data, figures, before):
            figures.add(Failure(target.name, number, why, place, data))
    return figures


def problems(
    target: Target, data: bytes, figures: Figures, before: int
) -> Iterator[tuple[str, str]]:
    """What is wrong with one input, and where; its figures are added to the others."""
    started = clock()
    try:
        with bounded(target.seconds):
            target.check(data)
    except Hang as error:
        yield f"a hang at {error}", "hang"
    except Exception as error:  # noqa: BLE001  the very thing that is sought
        yield f"{type(error).__name__}: {str(error)[:300]}", _place(error)
    spent, grown = clock() - started, peak() - before
    if spent > target.seconds:
        yield f"{spent:.1f} s", "slow"
    if grown > MEMORY and figures.grown <= MEMORY:
        yield f"{grown / 1e6:.0f} MB more than before", "memory"
    figures.inputs += 1
    figures.seconds += spent
    figures.slowest = max(figures.slowest, spent)
    figures.grown = max(figures.grown, grown)


def save(failure: Failure, folder: Path) -> Path:
    """Keep an input that failed, to be given again."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{failure.target.replace('/', '-')}-{failure.number}"
    path.write_bytes(failure.data)
    return path


def _chance(target: Target, seed: int, number: int) -> Random:
    return Random(f"{target.name} {seed} {number}")


def _place(error: Exception) -> str:
    """The innermost place in our code, so that failures of one cause count as one."""
    if isinstance(error, Broken):
        return str(error)[:120]
    frames = traceback.extract_tb(error.__traceback__)
    ours = [each for each in frames if "/hedgerow/" in each.filename] or frames
    return f"{Path(ours[-1].filename).name}:{ours[-1].lineno} {type(error).__name__}"
