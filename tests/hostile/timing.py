"""How long every pattern takes at worst: `python -m tests.hostile.timing [WHERE...]`."""

import re
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from tests.hostile.patterns import how, patterns
from tests.hostile.pumping import pumps

SHORT, LONG, LONGEST = 2_000, 8_000, 50_000
STEEPER, WORTH = 8, 0.005
"""How much longer a text of four times the length takes, and the seconds, to be suspicious."""
PATIENCE = 0.5
"""Seconds after which a pattern is stopped."""

Pump = tuple[str, str, str]


class _TooLongError(Exception):
    pass


@contextmanager
def patience(limit: float) -> Iterator[None]:
    """Ends what runs inside, a pattern of `re` too, after some seconds of CPU."""

    def stop(*_: object) -> None:
        raise _TooLongError

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, limit)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def seconds(pattern: re.Pattern[str], text: str, asked: str = "search") -> float:
    """What a pattern takes on a text; no more than `PATIENCE`, nearly."""
    given = text.encode("latin-1", "replace") if isinstance(pattern.pattern, bytes) else text
    start = time.process_time()
    try:
        with patience(PATIENCE):
            getattr(pattern, asked)(given)
    except _TooLongError:
        pass
    return time.process_time() - start


def pumped(pump: Pump, length: int) -> str:
    """A text of about a length: what leads up, the part again and again, what fails."""
    first, part, end = pump
    return first + part * (length // len(part)) + end


def pumps_of(pattern: re.Pattern[str]) -> Iterator[Pump]:
    """What makes a pattern work hard, one of bytes too."""
    if isinstance(pattern.pattern, bytes):
        yield from pumps(pattern.pattern.decode("latin-1"), pattern.flags | re.ASCII)
    else:
        yield from pumps(pattern.pattern, pattern.flags)


def suspicious(pattern: re.Pattern[str], asked: str) -> Iterator[tuple[float, Pump]]:
    """The pumps whose texts take a pattern much longer the longer they are."""
    for pump in pumps_of(pattern):
        taken = seconds(pattern, pumped(pump, LONG), asked)
        if taken > WORTH and taken > STEEPER * seconds(pattern, pumped(pump, SHORT), asked):
            yield taken, pump


def worst(pattern: re.Pattern[str], asked: str) -> tuple[float, Pump]:
    """The seconds on the longest text that takes long, and what it is made of."""
    found = sorted(suspicious(pattern, asked), reverse=True)[:3]
    times = ((seconds(pattern, pumped(pump, LONGEST), asked), pump) for _, pump in found)
    return max(times, default=(0.0, ("", "", "")))


def main() -> None:
    """A line for each pattern whose time grows faster than the text."""
    count = 0
    for name, pattern in patterns().items():
        if len(sys.argv) == 1 or any(each in name for each in sys.argv[1:]):
            count += 1
            taken, made_of = worst(pattern, how(name))
            if taken:
                print(f"{taken:.3f} {name} {how(name)} {made_of!r}", flush=True)  # noqa: T201
    print(f"{count} patterns")  # noqa: T201


if __name__ == "__main__":
    main()
