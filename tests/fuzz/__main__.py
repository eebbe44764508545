"""The long run, by hand: `python -m tests.fuzz --inputs 100000`."""

import argparse
import json
import sys
from dataclasses import asdict
from pathlib import Path
from tempfile import gettempdir

from tests.fuzz.registry import targets
from tests.fuzz.running import Figures, run, save
from tests.fuzz.target import Target

SAVED = Path(gettempdir()) / "hedgerow-fuzz"


def main() -> int:
    """Run what is asked for; 1 where anything failed."""
    options = _options()
    wanted = list(targets(options.target))
    if options.again:
        for one in wanted:
            one.check(options.again.read_bytes())
        return 0
    whole = sum(one.share for one in wanted)
    found = []
    for one in wanted:
        inputs = max(round(options.inputs * one.share / whole), 1)
        found.append(_run(one, inputs, options.seed))
        _tell(found[-1])
        if options.output:  # after each, so that a long run that is stopped has told something
            options.output.write_text(json.dumps(_told(found), indent=1), encoding="utf-8")
    failed = sum(one.failed for one in found)
    seconds = sum(one.seconds for one in found)
    _say(f"{sum(one.inputs for one in found):,} inputs, {failed} failed, {seconds:.0f} s")
    return int(failed > 0)


def _run(target: Target, inputs: int, seed: int) -> Figures:
    figures = run(target, inputs, seed)
    for failure in figures.failures:
        place = save(failure, SAVED)
        _say(f"FAILED {failure.target} {failure.place}: {failure.why}\n  {place}")
    return figures


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--inputs", type=int, default=100_000, help="of all targets together")
    parser.add_argument("--target", default="", help="a target, or how the names of some begin")
    parser.add_argument("--seed", type=int, default=1, help="the same makes the same inputs")
    parser.add_argument("--output", type=Path, help="a JSON file for the figures")
    parser.add_argument("--again", type=Path, help="give a saved input to --target once more")
    return parser.parse_args()


def _tell(one: Figures) -> None:
    _say(
        f"{one.target:24} {one.inputs:7,} inputs {one.seconds:7.1f} s, slowest {one.slowest:.2f} s,"
        f" grown by {one.grown / 1e6:.0f} MB, {one.failed} failed"
    )


def _told(found: list[Figures]) -> list[dict[str, object]]:
    return [
        {**asdict(one), "failures": [f"{each.place}: {each.why}" for each in one.failures]}
        for one in found
    ]


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
