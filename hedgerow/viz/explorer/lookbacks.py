"""Looking back to what was known on a day, worked out one day at a time beside all else."""

import datetime as dt
import threading
from concurrent.futures import Future
from dataclasses import dataclass, field

from hedgerow.errors import HedgerowError
from hedgerow.graph.snapshot import Snapshot
from hedgerow.graph.view import View, Viewed, viewed

VIEWS = 4
"""As many looks back are kept, since each is a graph of its own in memory."""
WAITING = 2
"""As many wait for the one that is worked out."""
BUSY = "Another look back is being worked out; try again in a moment."
ENDING = "The explorer is ending; start it again to look back."


class LookBacksWaiting(HedgerowError):
    """Too many days were asked for at once."""


class _LeftAlone(Exception):
    """Nobody waits any more for what is worked out, and others do for something else."""


@dataclass(eq=False)
class LookBack:
    """What was known on a day by one commit; `wanted` counts who waits for it."""

    snapshot: Snapshot
    known: dt.date
    found: Future[Viewed] = field(default_factory=Future)
    wanted: int = 0


class LookBacks:
    """The looks back that are kept, and those that wait to be worked out."""

    def __init__(self) -> None:
        self._changing = threading.Lock()
        self._kept: list[LookBack] = []
        self._queue: list[LookBack] = []
        self._over = False

    def ask(self, snapshot: Snapshot, known: dt.date) -> LookBack:
        """A look back, worked out when first asked for; `leave` it when it is no longer waited for.

        Raises:
            LookBacksWaiting: others wait already, or the explorer is ending.
        """
        with self._changing:
            one = self._known(snapshot, known) or self._begun(snapshot, known)
            one.wanted += 1
            return one

    def leave(self, one: LookBack) -> None:
        """Wait no longer; what nobody waits for is not begun."""
        with self._changing:
            one.wanted -= 1
            if not one.wanted and one in self._queue[1:]:
                self._queue.remove(one)

    def forget(self) -> None:
        """Drop what is kept, since another commit is the newest."""
        with self._changing:
            self._kept.clear()

    def close(self) -> None:
        """End the waiting of all."""
        with self._changing:
            self._over = True
            for one in self._queue:
                one.found.set_exception(LookBacksWaiting(ENDING))

    def _known(self, snapshot: Snapshot, known: dt.date) -> LookBack | None:
        asked = (snapshot, known)
        each = (one for one in self._kept + self._queue if (one.snapshot, one.known) == asked)
        found = next(each, None)
        if found in self._kept:
            self._kept.remove(found)
            self._kept.append(found)
        return found

    def _begun(self, snapshot: Snapshot, known: dt.date) -> LookBack:
        if self._over:
            raise LookBacksWaiting(ENDING)
        if len(self._queue) > WAITING:
            raise LookBacksWaiting(BUSY)
        one = LookBack(snapshot, known)
        self._queue.append(one)
        if len(self._queue) == 1:
            threading.Thread(target=self._work, name="looking back", daemon=True).start()
        return one

    def _work(self) -> None:
        while (one := self._next()) is not None:
            try:
                view = View(known=one.known)
                seen = viewed(one.snapshot, view, progress=lambda *_, one=one: self._go_on(one))
            except _LeftAlone:
                continue
            except Exception as error:  # noqa: BLE001  whoever waits is told
                self._settle(one, error)
            else:
                self._settle(one, seen)

    def _next(self) -> LookBack | None:
        with self._changing:
            return self._queue[0] if self._queue and not self._over else None

    def _go_on(self, one: LookBack) -> None:
        with self._changing:
            if self._over or (not one.wanted and len(self._queue) > 1):
                self._queue.remove(one)
                raise _LeftAlone

    def _settle(self, one: LookBack, found: Viewed | Exception) -> None:
        with self._changing:
            self._queue.remove(one)
            if one.found.done():  # the explorer ended meanwhile
                return
            if isinstance(found, Exception):
                one.found.set_exception(found)
                return
            self._kept.append(one)
            del self._kept[:-VIEWS]
            one.found.set_result(found)
