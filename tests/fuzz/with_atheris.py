"""One target guided by coverage: `python -m tests.fuzz.with_atheris file/a.eml -runs=100000`.

Needs atheris (the dependency group `audit`); what follows the target's name goes to libFuzzer. An
input that fails is written to the folder it is run in; `python -m tests.fuzz --target NAME --again
FILE` gives it once more. Only what is imported after the first line of `main` is watched.
"""

import sys
from importlib import import_module
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from types import ModuleType

from tests.fuzz.mutating import MOST

STARTS = 200
"""Inputs that the target makes for libFuzzer to begin with."""
INSTALL = "atheris is not installed; run: uv sync --group audit"


def main(arguments: list[str]) -> int:
    """Run a target until libFuzzer ends."""
    atheris = _atheris()
    if atheris is None or len(arguments) < 2:
        sys.stderr.write(f"{INSTALL if atheris is None else __doc__}\n")
        return 2
    with atheris.instrument_imports(include=["hedgerow"], enable_loader_override=False):
        from tests.fuzz.registry import targets  # noqa: PLC0415  what is imported here is watched

        target = next(one for one in targets(arguments[1]) if one.name == arguments[1])
        starts = [target.make(Random(number)) for number in range(STARTS)]
        target.check(starts[0])
    with TemporaryDirectory() as folder:
        for number, data in enumerate(starts):
            (Path(folder) / str(number)).write_bytes(data)
        atheris.Setup([*arguments[:1], f"-max_len={MOST}", *arguments[2:], folder], target.check)
        atheris.Fuzz()
    return 0


def _atheris() -> ModuleType | None:
    try:
        return import_module("atheris")
    except ImportError:
        return None


if __name__ == "__main__":
    sys.exit(main(sys.argv))
