"""What is fuzzed: how an input is made, and what must hold of it."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import Any

SECONDS = 2.0
"""Of one input, in the time of the processor, so that a busy machine fails nothing."""


@dataclass(frozen=True, slots=True)
class Target:
    """Something that takes inputs of one sort.

    `make` makes an input from chance, `check` raises whatever must not happen. `share` is how many
    thousands it has of a hundred thousand inputs; one that costs more has less. `seconds` is how
    long an input may take.
    """

    name: str
    share: float
    make: Callable[[Random], bytes]
    check: Callable[[bytes], None]
    seconds: float = SECONDS


class Broken(AssertionError):
    """A promise that an input broke."""


def holds(condition: object, promise: str) -> None:
    """Raise `Broken` with the promise where the condition is false."""
    if not condition:
        raise Broken(promise)


def by_bytes(test: Any) -> Callable[[bytes], object]:
    """A test by hypothesis as a function of the bytes that it is to make its values of."""
    made: Callable[[bytes], object] = test.hypothesis.fuzz_one_input
    return made
