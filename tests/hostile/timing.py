"""How long every pattern takes at worst: `python -m tests.hostile.timing [WHERE...]`."""

import re
import sys
import time

from tests.hostile.patterns import how, patterns
from tests.hostile.pumping import pumps

LENGTHS = (500, 5_000, 50_000)
ENOUGH = 0.02
"""Seconds; what takes as much is not tried on a longer text, but reckoned to grow by its square."""


def seconds(pattern: re.Pattern[str], text: str, asked: str = "search") -> float:
    """What a pattern takes on a text."""
    given = text.encode("latin-1", "replace") if isinstance(pattern.pattern, bytes) else text
    start = time.process_time()
    getattr(pattern, asked)(given)
    return time.process_time() - start


def worst(pattern: re.Pattern[str], asked: str) -> tuple[float, tuple[str, str, str]]:
    """The seconds on the text of the greatest length that takes longest, and what it is made of."""
    found = (0.0, ("", "", ""))
    is_bytes = isinstance(pattern.pattern, bytes)
    text = pattern.pattern.decode("latin-1") if is_bytes else pattern.pattern
    flags = (pattern.flags | re.ASCII) & ~re.UNICODE if is_bytes else pattern.flags
    for first, part, end in pumps(text, flags):
        taken = length = 0.0
        for length in LENGTHS:
            taken = seconds(pattern, first + part * (int(length) // len(part)) + end, asked)
            if taken > ENOUGH:
                break
        found = max(found, (taken * (LENGTHS[-1] / length) ** 2, (first, part, end)))
    return found


def main() -> None:
    """A line for each pattern, its worst seconds first."""
    for name, pattern in patterns().items():
        if len(sys.argv) == 1 or any(each in name for each in sys.argv[1:]):
            taken, made_of = worst(pattern, how(name))
            print(f"{taken:.3f} {name} {how(name)} {made_of!r}", flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
