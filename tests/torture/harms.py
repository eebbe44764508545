"""What befalls an operation at some moment: signals, disks that fail, clocks that jump."""

import datetime as dt
import os
import resource
import signal
import stat
import time
from contextlib import suppress
from itertools import count
from pathlib import Path

from hedgerow.graph import holder, ledger
from tests.torture.children import Child
from tests.torture.damage import damage_acknowledged, damage_unacknowledged
from tests.torture.moments import Harm, Moment, watch

LIMIT = 300_000
"""Bytes that a file may have where no disk of our own can be filled."""
YEARS = 10 * 365 * 86400


class Signalled(Harm):
    """A signal at a moment spread over the duration."""

    def __init__(self, name: str, number: int) -> None:
        self.name, self.number = name, number

    def during(self, moment: Moment, child: Child) -> None:
        if moment.wait(child, moment.fraction):
            child.send(self.number)


class KilledAtCall(Harm):
    """`kill -9` at one call or return of the code that commits, each as likely as any other."""

    name = "kill -9 at a call"

    def inside(self, moment: Moment) -> None:
        fatal = int(moment.fraction * moment.calls)
        watch(lambda number: os.kill(os.getpid(), signal.SIGKILL) if number >= fatal else None)


class FullDisk(Harm):
    """A disk with less room than the operation needs, or files that may not grow."""

    name = "full disk"
    lasts = True

    def inside(self, moment: Moment) -> None:
        if not moment.place.own:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            limit = int(LIMIT * moment.fraction)
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))

    def before(self, moment: Moment) -> None:
        if moment.place.own:
            moment.place.leave(int(moment.fraction**2 * 3_000_000))

    def mend(self, moment: Moment) -> None:
        moment.place.grow()


class ReadOnlyDisk(Harm):
    """Nothing may be written any more: from the start, or from some moment on.

    To root nothing is forbidden, so the child is somebody else.
    """

    name = "read-only disk"
    lasts = True

    def before(self, moment: Moment) -> None:
        moment.place.give_away(moment.folder)
        if moment.fraction < 0.3:
            _forbid(moment.folder / "store")

    def inside(self, moment: Moment) -> None:
        if moment.place.user is not None:
            os.setgid(moment.place.user)
            os.setuid(moment.place.user)

    def looking(self, moment: Moment) -> None:
        self.inside(moment)

    def during(self, moment: Moment, child: Child) -> None:
        if moment.fraction >= 0.3 and moment.wait(child, (moment.fraction - 0.3) / 0.7):
            _forbid(moment.folder / "store")

    def mend(self, moment: Moment) -> None:
        for each in (moment.folder, *moment.folder.rglob("*")):
            each.chmod(0o755 if each.is_dir() else 0o644)


class LostPower(Signalled):
    """`kill -9`, and what was not acknowledged is cut short or zeroed on the disk."""

    def __init__(self) -> None:
        super().__init__("power loss", signal.SIGKILL)

    def after(self, moment: Moment) -> None:
        damage_unacknowledged(moment.folder / "store", moment.chance)


class DamagedDisk(Signalled):
    """The same for files that were acknowledged: the disk did not keep what it said it had."""

    def __init__(self) -> None:
        super().__init__("damaged disk", signal.SIGKILL)

    def after(self, moment: Moment) -> None:
        damage_acknowledged(moment.folder / "store", moment.chance)


class JumpingClock(Signalled):
    """The clock jumps by ten years, on and back, between any two looks at it."""

    def __init__(self) -> None:
        super().__init__("clock jumps", signal.SIGKILL)

    def inside(self, moment: Moment) -> None:
        true, looks = time.time, count(moment.chance.randrange(2))

        def jumped() -> float:
            return true() + (YEARS if next(looks) % 2 else -YEARS)

        def now() -> str:
            return dt.datetime.fromtimestamp(jumped(), dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

        time.time = jumped
        ledger.now = now
        holder._now = now

    def during(self, moment: Moment, child: Child) -> None:
        if moment.fraction > 0.5:  # else it gets to its end
            super().during(moment, child)


HARMS: tuple[Harm, ...] = (
    Signalled("kill -9", signal.SIGKILL),
    KilledAtCall(),
    Signalled("SIGINT", signal.SIGINT),
    Signalled("SIGTERM", signal.SIGTERM),
    FullDisk(),
    ReadOnlyDisk(),
    LostPower(),
    DamagedDisk(),
    JumpingClock(),
)


def _forbid(folder: Path) -> None:
    """Take away the right to write, while the child makes and removes files and folders."""
    for path, _, names in os.walk(folder):
        for each in (Path(path), *(Path(path, name) for name in names)):
            with suppress(FileNotFoundError):
                each.chmod(stat.S_IMODE(each.stat().st_mode) & ~0o222)
