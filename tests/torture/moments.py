"""When a harm befalls an operation, and what a harm is."""

import os
import random
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import Any

from tests.torture.children import Child
from tests.torture.places import Place

COMMITTING = {f"{name}.py" for name in ("store", "folder", "durable", "journal", "holder", "locks")}
COMMITTING |= {"difference.py", "shutil.py", "tables_intake.py"}


@dataclass
class Moment:
    """One cycle: where, when (a fraction of the operation's duration), and by what chance."""

    folder: Path
    place: Place
    fraction: float
    pauses: list[float]
    """Seconds to the first commit, from each to the next, and from the last to the end."""
    calls: int
    chance: random.Random

    def wait(self, child: Child, fraction: float) -> bool:
        """Wait for a part of its commits and of the pause after them; False if it has ended.

        By commits and not by time alone, since the machine may be busy.
        """
        commits, rest = divmod(fraction * len(self.pauses), 1)
        if not child.follow(commits=int(commits)):
            return False
        return child.follow(rest * self.pauses[int(commits)])


class Harm:
    """Something that goes wrong; this one: nothing does."""

    name = "none"
    lasts = False
    """Whether it goes on until it is mended."""

    def before(self, moment: Moment) -> None:
        """In the parent, before the child is born."""

    def inside(self, moment: Moment) -> None:
        """In the child, before it begins."""

    def during(self, moment: Moment, child: Child) -> None:
        """In the parent, once the child has begun."""

    def after(self, moment: Moment) -> None:
        """In the parent, when the child is gone, before anybody looks."""

    def looking(self, moment: Moment) -> None:
        """In a child that reads before anything is mended."""

    def mend(self, moment: Moment) -> None:
        """In the parent, before the operation is run again."""


def watch(told: Callable[[int], object]) -> Callable[[], int]:
    """Count the calls and returns of code that commits, and tell of each; gives the count."""
    numbers = [0]

    def heard(frame: FrameType, event: str, argument: Any) -> None:
        if os.path.basename(frame.f_code.co_filename) in COMMITTING:  # noqa: PTH119  it is quick
            numbers[0] += 1
            told(numbers[0])

    sys.setprofile(heard)
    return lambda: numbers[0]
