"""A few inputs for every target, and that the fuzzers find what they are for."""

import sys
import time
from itertools import count
from pathlib import Path
from random import Random

import pytest

from tests.fuzz import running
from tests.fuzz.mutating import MOST, mutated
from tests.fuzz.registry import targets
from tests.fuzz.running import MEMORY, run, save
from tests.fuzz.target import Broken, Target, holds
from tests.fuzz.watching import peak

INPUTS, SEED = 3000, 9
FEWEST = 2
MB = 1_000_000
TARGETS = tuple(targets())
SHARES = sum(one.share for one in TARGETS)


@pytest.mark.parametrize("target", TARGETS, ids=lambda one: one.name)
@pytest.mark.filterwarnings("ignore")
def test_no_input_breaks_a_promise(target: Target) -> None:
    figures = run(target, max(round(INPUTS * target.share / SHARES), FEWEST), SEED)
    assert not figures.failures


def _fails(seconds: float = 0.0) -> Target:
    def check(data: bytes) -> None:
        started = time.process_time()
        while time.process_time() < started + seconds:
            pass
        holds(not data.startswith(b"b"), "no input begins with b")

    return Target("fails", 1, lambda chance: chance.choice((b"a", b"b")), check, 0.02)


def test_a_broken_promise_is_found_and_can_be_met_again(tmp_path: Path) -> None:
    target = _fails()
    figures = run(target, 30, SEED)
    assert 0 < figures.failed < 30
    (failure,) = figures.failures  # many of one cause are one
    with pytest.raises(Broken, match="begins with b"):
        target.check(save(failure, tmp_path).read_bytes())
    assert run(target, 30, SEED).failures == figures.failures


def test_a_hang_is_found_and_ended() -> None:
    (failure, *_) = run(_fails(seconds=60), 1, SEED).failures
    assert failure.place == "hang"


def test_memory_that_grows_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    assert peak() > 1_000_000
    held = count(start=0, step=MEMORY // 3)
    monkeypatch.setattr(running, "peak", lambda: next(held))
    assert "memory" in {one.place for one in run(_fails(), 6, SEED).failures}


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the peak cannot be forgotten")
def test_memory_that_grows_is_found_after_a_heavy_target(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "MEMORY", 100_000_000)

    def growing(name: str, size: int) -> Target:
        return Target(name, 1, lambda _: b"", lambda _: holds(b"x" * size, "it is held"), 5)

    heavy, later = (run(growing(*each), 2, SEED) for each in (("a", 400 * MB), ("b", 200 * MB)))
    assert [one.place for one in heavy.failures] == ["memory"]
    assert [one.place for one in later.failures] == ["memory"]
    assert later.grown < 300 * MB
    assert not run(growing("c", 10 * MB), 2, SEED).failures


def test_the_same_seed_makes_the_same_input() -> None:
    data = b"The ministers met on 7 March 2024.\n" * 9
    assert mutated(Random(3), data) == mutated(Random(3), data)
    made = {mutated(Random(n), data) for n in range(50)}
    assert len(made) > 40
    assert max(map(len, made)) <= MOST
