"""Watching one input: it must end in time, and the process must not grow."""

import resource
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

WAITING = 15
"""How many times its bound an input may take on the clock, other work of the machine included."""
_RESET, _STATUS = Path("/proc/self/clear_refs"), Path("/proc/self/status")
_UNIT = 1 if sys.platform == "darwin" else 1024


class Hang(BaseException):
    """An input takes too long; no code that catches exceptions may keep it."""


@contextmanager
def bounded(seconds: float) -> Iterator[None]:
    """Stop what is done in here at a bound, twice that of the processor's time.

    What takes longer than the bound and ends is seen by who measures it.
    """
    signal.signal(signal.SIGPROF, _stop)
    signal.signal(signal.SIGALRM, _stop)
    signal.setitimer(signal.ITIMER_PROF, 2 * seconds)
    signal.setitimer(signal.ITIMER_REAL, WAITING * seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.setitimer(signal.ITIMER_REAL, 0)


def forget_peak() -> None:
    """Begin to watch memory anew, where the system can; else what was needed before hides more."""
    if _RESET.exists():
        _RESET.write_text("5")


def peak() -> int:
    """The most bytes that this process held, on Linux since the peak was forgotten."""
    if _RESET.exists():
        told = _STATUS.read_text(encoding="ascii")
        return int(told.partition("VmHWM:")[2].split()[0]) * 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _UNIT


def clock() -> float:
    """Seconds that this process has used of the processor."""
    return time.process_time()


def _stop(_: int, frame: FrameType | None) -> None:
    place = f"{frame.f_code.co_filename}:{frame.f_lineno}" if frame else "nowhere"
    raise Hang(place)
