"""One cycle: harm an operation, look at what is left, run it again, and compare."""

import random
import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from tests.torture import states
from tests.torture.archive import store
from tests.torture.children import Child, Tell, Told, call
from tests.torture.harms import DamagedDisk
from tests.torture.moments import Harm, Moment
from tests.torture.operations import Operation
from tests.torture.places import Place
from tests.torture.references import NOTHING, Reference, copy, succeed


@dataclass
class Outcome:
    """What came of one cycle.

    `harmed` says whether the operation did not get to its end, `refused` that acknowledged files
    were damaged and the store said so.
    """

    operation: str
    harm: str
    acknowledged: int = 0
    missing: int = 0
    doubled: int = 0
    resumed: bool = False
    refused: bool = False
    harmed: bool = False
    troubles: list[str] = field(default_factory=list)
    seconds: float = 0.0

    @property
    def lost(self) -> bool:
        """Whether anything is not as promised."""
        wrong = self.missing or self.doubled or self.troubles
        return bool(wrong) or not (self.resumed or self.refused)


class Cycle:
    """One operation, harmed once."""

    def __init__(self, operation: Operation, harm: Harm, reference: Reference) -> None:
        self._operation, self._harm, self._reference = operation, harm, reference
        self._damaged = isinstance(harm, DamagedDisk)
        self._outcome = Outcome(operation.name, harm.name)

    def run(self, place: Place, fraction: float, chance: random.Random) -> Outcome:
        """Go through it in a place."""
        begun = time.monotonic()
        folder = place.path / "cycle"
        shutil.rmtree(folder, ignore_errors=True)
        copy(place.path / self._operation.name / "base", folder)
        succeed(call(partial(self._operation.reset, folder)))
        expected = self._reference
        moment = Moment(folder, place, fraction, expected.pauses, expected.calls, chance)
        told = self._suffered(moment)
        self._note_end(told)
        marks = (expected.marks.get(each, -1) for each in told.acknowledged)
        if self._looked(moment, max(marks, default=-1)):
            self._run_again(folder)
        self._outcome.seconds = time.monotonic() - begun
        return self._outcome

    def _suffered(self, moment: Moment) -> Told:
        self._harm.before(moment)
        child = Child(partial(self._suffer, moment))
        if child.follow(commits=0):
            self._harm.during(moment, child)
        told = child.end()
        self._harm.after(moment)
        return told

    def _suffer(self, moment: Moment, tell: Tell) -> None:
        self._harm.inside(moment)
        tell("begin")
        run = partial(self._operation.run, moment.folder)
        states.acknowledging(run, lambda database: tell("ack", states.mark(database)))

    def _note_end(self, told: Told) -> None:
        """Whether an operation that failed said so as it should."""
        self._outcome.acknowledged = len(told.acknowledged)
        self._outcome.harmed = told.status != 0
        if told.hung:
            self._outcome.troubles.append("it hung")
        if told.error is not None:
            kind, text, ours = told.error
            if not ours and kind != "KeyboardInterrupt":
                self._outcome.troubles.append(f"unclear: {kind}: {text}")

    def _looked(self, moment: Moment, least: int) -> bool:
        """Compare what is there with what was acknowledged; False if the store cannot be opened."""
        looks: list[tuple[str, Callable[[Path], object]]] = []
        if self._harm.lasts:
            looks.append(("as it is", lambda _: self._harm.looking(moment)))
        elif self._damaged:
            looks.append(("as it is", lambda _: None))
        for where, first in (*looks, ("opened for writing", states.usable)):
            if where != "as it is":
                self._harm.mend(moment)
            finished = not self._outcome.harmed
            seen = call(partial(self._seen, moment.folder, first, finished=finished))
            if seen.error is None:
                self._compare(seen.result, least, where)
            elif not self._refused(seen.error, where) or where != "as it is":
                return False
        self._outcome.refused = False
        return True

    def _run_again(self, folder: Path) -> None:
        again = call(partial(self._seen, folder, lambda _: self._operation.run(folder)))
        if again.error is not None:
            self._refused(again.error, "run again")
            return
        self._outcome.resumed = again.result["hash"] == self._reference.final
        self._note_problems(again.result, "run again")

    def _seen(
        self, folder: Path, first: Callable[[Path], object], *, finished: bool = True
    ) -> dict[str, Any]:
        first(store(folder))
        found = states.state(store(folder))
        found["problems"] += self._operation.elsewhere(folder, finished)
        return found

    def _refused(self, error: tuple[str, str, bool], where: str) -> bool:
        """Whether the store said why it cannot be opened, and its files were damaged."""
        kind, text, ours = error
        self._outcome.refused = self._damaged and ours
        if not self._outcome.refused:
            self._outcome.troubles.append(f"{where}: {kind}: {text}")
        return self._outcome.refused

    def _compare(self, seen: dict[str, Any], least: int, where: str) -> None:
        rank = self._reference.ranks.get(seen["hash"] or NOTHING)
        if rank is None:
            self._outcome.doubled += 1
            self._outcome.troubles.append(f"{where}: it says what it never should have said")
        elif rank < least:
            self._outcome.missing += least - rank
            self._outcome.troubles.append(f"{where}: {least - rank} commits are missing")
        self._note_problems(seen, where)

    def _note_problems(self, seen: dict[str, Any], where: str) -> None:
        self._outcome.doubled += len(seen["problems"])
        self._outcome.troubles += [f"{where}: {each}" for each in seen["problems"]]
